import { DragomanError } from '../../../errors/index.js';
import type { ColumnDefinition, CreateTable, Span, TableConstraint, TableElement } from '../../ast/index.js';
import { positionAt } from '../../lexer/position.js';
import { NOTICES } from '../notices.js';
import type { TranslatedStatement } from '../translate-statement.js';

type Notice = TranslatedStatement['notices'][number];
type ColumnConstraint = ColumnDefinition['constraints'][number];

/** A table as the target can have it, its translation, and what is told of the rules that it lost. */
export interface KeptTable<Made> {
  readonly table: CreateTable;
  readonly made: Made;
  readonly notices: readonly Notice[];
}

/** A table without one of its rules. */
interface Lesser {
  readonly table: CreateTable;
  readonly what: string;
  readonly span: Span;
}

/**
 * The table without the defaults, checks and the like that have no translation: what follows in a script needs the table, and a
 * dump's rows keep its rules already.
 *
 * @param text what the table was read from
 * @throws DragomanError where something else of it has no translation
 */
export function keptTable<Made>(
  table: CreateTable,
  text: string,
  translate: (table: CreateTable) => Made,
): KeptTable<Made> {
  const notices: Notice[] = [];
  let kept = table;
  let attempt = attempted(kept, translate);
  while ('error' in attempt) {
    const { error } = attempt;
    const { message, details } = error;
    const next = lesserTables(kept).map((lesser) => ({ lesser, left: attempted(lesser.table, translate) }));
    // what the refusal was about is gone with the rule, though there may be another one
    const found = next.find(({ left }) => !('error' in left) || !isSame(left.error, message, details.position));
    if (found === undefined) throw error;
    const { what, span, table: without } = found.lesser;
    notices.push({
      code: 'RULE_DROPPED',
      severity: NOTICES.RULE_DROPPED.severity,
      message: `${what} is left out: ${message} ${NOTICES.RULE_DROPPED.advice}`,
      ...(details.position ?? positionAt(text, Math.min(span.start, text.length))),
      source: text.slice(span.start, span.end),
    });
    kept = without;
    attempt = found.left;
  }
  return { table: kept, made: attempt.made, notices };
}

type Attempt<Made> = { readonly made: Made } | { readonly error: DragomanError };

function attempted<Made>(table: CreateTable, translate: (table: CreateTable) => Made): Attempt<Made> {
  try {
    return { made: translate(table) };
  } catch (error) {
    if (error instanceof DragomanError) return { error };
    throw error;
  }
}

const isSame = (one: DragomanError, message: string, position: DragomanError['details']['position']): boolean =>
  one.message === message && JSON.stringify(one.details.position) === JSON.stringify(position);

/** The table with each of its rules left out in turn. */
function lesserTables(table: CreateTable): Lesser[] {
  const { elements = [] } = table;
  return elements.flatMap((element, index) => {
    const instead = (made: TableElement | undefined): CreateTable => ({
      ...table,
      elements: [...elements.slice(0, index), ...(made === undefined ? [] : [made]), ...elements.slice(index + 1)],
    });
    if (element.kind === 'table-constraint') return ofTable(element, instead);
    return element.kind === 'column-definition' ? ofColumn(element, instead) : [];
  });
}

type Instead = (made: TableElement | undefined) => CreateTable;

/** Rules of a column that are left out as a whole, as they are told of. */
const RULES: Readonly<Partial<Record<ColumnConstraint['rule']['kind'], string>>> = {
  'default-value': 'The default',
  check: 'The check',
  generated: 'The computation',
  visibility: 'INVISIBLE',
  'on-update': 'ON UPDATE',
};

function ofColumn(column: ColumnDefinition, instead: Instead): Lesser[] {
  return column.constraints.flatMap((constraint, at): Lesser[] => {
    const { rule, span } = constraint;
    const replaced = (made: readonly ColumnConstraint[]): CreateTable =>
      instead({
        ...column,
        constraints: [...column.constraints.slice(0, at), ...made, ...column.constraints.slice(at + 1)],
      });
    const called = `\`${column.name.value}\``;
    const whole = RULES[rule.kind];
    if (whole !== undefined) return [{ table: replaced([]), what: `${whole} of ${called}`, span }];
    const { onConflict, ...others } = constraint;
    return onConflict === undefined ? [] : [{ table: replaced([others]), what: `ON CONFLICT of ${called}`, span }];
  });
}

function ofTable(constraint: TableConstraint, instead: Instead): Lesser[] {
  const { rule, span, name } = constraint;
  const called = name === undefined ? '' : ` \`${name.value}\``;
  if (rule.kind === 'table-check') return [{ table: instead(undefined), what: `The check${called}`, span }];
  if (rule.kind === 'table-exclusion') return [{ table: instead(undefined), what: `The exclusion${called}`, span }];
  if (rule.kind === 'table-period')
    return [{ table: instead(undefined), what: `The period \`${rule.period.value}\``, span }];
  if (rule.kind === 'table-foreign-key' && rule.period === true)
    return [{ table: instead(undefined), what: `The foreign key${called}`, span }];
  const { onConflict, ...others } = constraint;
  const lesser: Lesser[] = [];
  if (onConflict !== undefined) lesser.push({ table: instead(others), what: `ON CONFLICT of the key${called}`, span });
  if (rule.kind === 'table-key' && rule.nullsNotDistinct === true)
    lesser.push({
      table: instead({ ...constraint, rule: { ...rule, nullsNotDistinct: false } }),
      what: `NULLS NOT DISTINCT of the key${called}`,
      span,
    });
  if (rule.kind === 'table-key' && rule.withoutOverlaps === true)
    lesser.push({
      table: instead({ ...constraint, rule: { ...rule, withoutOverlaps: false } }),
      what: `WITHOUT OVERLAPS of the key${called}`,
      span,
    });
  return lesser;
}
