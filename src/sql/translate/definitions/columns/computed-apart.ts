import { contains, rewrite, type ColumnDefinition, type Expression, type Node } from '../../../ast/index.js';
import { isSameName } from '../../../analysis/folded-names.js';
import type { CatalogueColumn } from '../../../catalogue.js';
import { cast } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { typeInWords, valueInWords } from './columns-of-query.js';

/** A column that is computed, and by what. */
interface Computed {
  readonly column: ColumnDefinition;
  readonly expression: Expression;
}

/**
 * Columns of the target that are computed out of others which are computed, by what those are computed by: PostgreSQL
 * computes columns out of plain ones alone. https://www.postgresql.org/docs/current/ddl-generated-columns.html
 *
 * @param present computed columns that the table has already
 */
export function computedApart(
  columns: readonly ColumnDefinition[],
  t: Translator,
  present: readonly CatalogueColumn[] = [],
): readonly ColumnDefinition[] {
  if (t.target !== 'POSTGRESQL') return columns;
  const computed = [...columns.flatMap(computedOf), ...present.flatMap((one) => presentlyComputed(one, t))];
  if (computed.length < 2) return columns;
  return columns.map((column) => ({
    ...column,
    constraints: column.constraints.map((each) =>
      each.rule.kind === 'generated'
        ? { ...each, rule: { ...each.rule, expression: outOfPlain(each.rule.expression, computed, t) } }
        : each,
    ),
  }));
}

const computedOf = (column: ColumnDefinition): Computed[] =>
  column.constraints.flatMap(({ rule }) =>
    rule.kind === 'generated' ? [{ column, expression: rule.expression }] : [],
  );

function presentlyComputed(
  { name: value, databaseType, generationExpression }: CatalogueColumn,
  t: Translator,
): Computed[] {
  const expression =
    generationExpression === null || generationExpression === undefined
      ? undefined
      : valueInWords(generationExpression, t.to);
  const type = expression && typeInWords(databaseType, t.to);
  if (expression === undefined || type === undefined) return [];
  const { span } = expression;
  const name = { kind: 'name', value, quoted: true, span } as const;
  return [{ column: { kind: 'column-definition', name, type, constraints: [], span }, expression }];
}

/**
 * An expression with what computed columns are computed by in their places, as these keep it.
 *
 * @param steps how often one may stand in the next: no column is computed out of itself
 */
function outOfPlain(
  expression: Expression,
  computed: readonly Computed[],
  t: Translator,
  steps = computed.length,
): Expression {
  const found = (node: Node): Computed | undefined => {
    const last = node.kind === 'column' ? node.parts.at(-1) : undefined;
    return last && computed.find(({ column }) => isSameName(column.name, last, t.to));
  };
  if (steps === 0 || !contains(expression, (node) => found(node) !== undefined)) return expression;
  const made = rewrite<Expression>(expression, (node: Node) => {
    const one = found(node);
    return one?.column.type === undefined ? node : cast(one.expression, one.column.type);
  });
  return outOfPlain(made, computed, t, steps - 1);
}
