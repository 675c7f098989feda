import type {
  ColumnReference,
  DerivedTable,
  Expression,
  Join,
  Name,
  Query,
  Select,
  TableName,
  TableReference,
} from '../../../ast/index.js';
import { hasAggregate } from '../../../typing/aggregates.js';
import { allOf, choose, column, item, number } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { namedItems } from './expanded-items.js';
import { chainOf } from './joins.js';
import type { Lowering } from './index.js';
import { lastOf, qualifierOf, substitute } from './references.js';

/**
 * A LATERAL table that has one row at most: each of its columns becomes a subquery of its own, which sees the tables
 * before it as any subquery does. Where rows without a partner go (CROSS JOIN), WHERE asks whether there is one.
 */
export const lateralTables: Lowering = (query, t) => {
  const { body } = query;
  if (body.kind !== 'select' || t.to.features.foldsNames || body.from === undefined) return query;
  const found = lateralOf(body);
  if (found === undefined) return query;
  return lateralTables(withoutLateral(query, body, found, t), t);
};

/** A lateral table that is the last of its chain, or stands behind a comma. */
interface Found {
  readonly table: DerivedTable;
  /** What is left of FROM without it. */
  readonly rest: readonly TableReference[];
  /** Whether a row that it has no row for stays. */
  readonly keeps: boolean;
  readonly on: Expression | undefined;
}

function lateralOf(select: Select): Found | undefined {
  const from = select.from ?? [];
  const last = from[from.length - 1];
  if (last?.kind === 'derived-table' && last.lateral && from.length > 1) {
    return { table: last, rest: from.slice(0, -1), keeps: false, on: undefined };
  }
  const chain = chainOf({ ...select, from: last === undefined ? [] : [last] });
  const join = chain?.joins[0];
  if (join?.right.kind !== 'derived-table' || !join.right.lateral) return undefined;
  return { table: join.right, rest: [...from.slice(0, -1), join.left], keeps: join.type === 'left', on: meant(join) };
}

/** ON true says nothing. */
const meant = ({ on }: Join): Expression | undefined => (on?.kind === 'boolean' && on.value ? undefined : on);

function withoutLateral(query: Query, select: Select, { table, rest, keeps, on }: Found, t: Translator): Query {
  const inner = singleRow(table, t);
  const alias = table.alias === undefined ? undefined : t.scope.key(table.alias);
  const value = (reference: ColumnReference): Expression | undefined => {
    const qualifier = qualifierOf(reference, t);
    if (qualifier !== undefined && qualifier !== alias) return undefined;
    const named = itemNamed(inner.select, table, t.scope.key(lastOf(reference)), t);
    const found = named ?? (qualifier === undefined ? undefined : behindStar(inner.select, reference));
    if (found === undefined)
      return qualifier === undefined
        ? undefined
        : t.refuse(reference, 'This column of the LATERAL table is not known.');
    return {
      kind: 'subquery',
      query: { ...inner.query, body: { ...inner.select, columns: [item(found)] } },
      span: reference.span,
    };
  };
  // a row that the condition does not hold for is joined with NULLs
  const condition = on !== undefined && keeps ? substitute(on, value) : undefined;
  const joined = (reference: ColumnReference): Expression | undefined => {
    const made = value(reference);
    return made && condition ? choose([[condition, made]], undefined, reference.span) : made;
  };
  const { from: _, ...clauses } = select;
  const bounded = on === undefined || keeps ? clauses : { ...clauses, where: allOf([on, ...where(select)]) };
  const rewritten = substitute(
    { ...query, body: { ...bounded, columns: namedItems(select, t, alias) } } satisfies Query,
    joined,
  );
  const exists: Expression = {
    kind: 'exists',
    query: { ...inner.query, body: { ...inner.select, columns: [item(number(1, table.span))] } },
    span: table.span,
  };
  const bounds = keeps || inner.always ? [] : [exists];
  const conditions = [...where(rewritten.body), ...bounds];
  const body = { ...rewritten.body, from: rest, ...(conditions.length > 0 && { where: allOf(conditions) }) };
  return { ...rewritten, body };
}

const where = (select: Select): readonly Expression[] => (select.where === undefined ? [] : [select.where]);

interface SingleRow {
  readonly query: Query;
  readonly select: Select;
  /** Whether it always has a row: an aggregate without groups. */
  readonly always: boolean;
}

function singleRow({ query, span }: DerivedTable, t: Translator): SingleRow {
  const { body, limit } = query;
  const refused = (): never =>
    t.refuse(
      { kind: 'name', value: '', quoted: false, span },
      'A LATERAL table of several rows has no counterpart in the target.',
      'Join a table that ranks its rows with row_number().',
    );
  if (body.kind !== 'select' || body.distinct === true) return refused();
  const always =
    body.groupBy === undefined &&
    body.having === undefined &&
    body.columns.some(({ expression }) => hasAggregate(expression, t.from));
  const isOne = limit?.count?.kind === 'number' && limit.count.text === '1' && limit.withTies !== true;
  const isPlain = body.from === undefined && body.where === undefined && limit === undefined;
  if (!always && !isOne && !isPlain) return refused();
  return { query, select: body, always: (always || isPlain) && limit === undefined };
}

/** The value behind a name of the table's. */
function itemNamed(select: Select, { columns }: DerivedTable, key: string, t: Translator): Expression | undefined {
  const at = columns?.findIndex((one) => t.scope.key(one) === key) ?? -1;
  if (at >= 0) return select.columns[at]?.expression;
  const named = select.columns.find(({ alias, expression }) => {
    const called = alias ?? (expression.kind === 'column' ? lastOf(expression) : undefined);
    return called !== undefined && t.scope.key(called) === key;
  });
  return named?.expression;
}

/** A column that a star of the table's stands for, where nobody tells which these are. */
function behindStar(select: Select, reference: ColumnReference): Expression | undefined {
  const stars = select.columns.flatMap(({ expression }) => (expression.kind === 'star' ? [expression] : []));
  const [star, another] = stars;
  const [table, second] = select.from ?? [];
  if (star === undefined || another !== undefined) return undefined;
  if (star.qualifier.length > 0) return column([...star.qualifier, lastOf(reference)], reference.span);
  if (table?.kind !== 'table-name' || second !== undefined) return undefined;
  return column([table.alias ?? lastNameOf(table), lastOf(reference)], reference.span);
}

const lastNameOf = ({ name }: TableName): Name => name.parts[name.parts.length - 1] as Name;
