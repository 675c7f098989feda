import {
  computesValues,
  conversionOf,
  isModifiedOtherwise,
  isSameName,
  ownName,
  parseStatement,
  quotedNameIn,
  typeOfDataType,
  type AlterTable,
  type CreateTable,
  type DataType,
  type Dialect,
  type DialectName,
  type Expression,
  type Name,
  type SqlType,
  type SqlTypeName,
  type Statement,
} from '../../sql/index.js';
import type { Redefinition } from './redefinition.js';

type Action = AlterTable['actions'][number];

/** A column whose type changes along with its values. */
export interface ComputedColumn {
  readonly column: Name;
  /** What the values are made of: the row as it was. */
  readonly value: Expression;
}

/** Whether a target's own change of a type leaves other values than the source's. */
const DIFFERS: Readonly<Record<DialectName, (present: SqlTypeName, type: SqlTypeName) => boolean>> = {
  POSTGRESQL: () => false,
  MYSQL: isModifiedOtherwise,
  SQLITE: () => true,
};

/**
 * The columns of a change that give them other values along with their type, by USING, or since the target converts them otherwise.
 * https://www.postgresql.org/docs/current/sql-altertable.html
 */
export function computedColumns({
  known,
  change,
  from,
  to,
}: Pick<Redefinition, 'known' | 'change' | 'from' | 'to'>): ComputedColumn[] {
  return change.actions.flatMap((action) => {
    if (action.kind === 'alter-column' && action.using !== undefined && computesValues(action, from))
      return [{ column: action.column, value: assigned(action.using, action.type) }];
    const [column, type] = typeGiven(action);
    const present = column && presentType(known.table, column, from);
    const given = type && typeOfDataType(type, from);
    if (column === undefined || type === undefined || present === undefined || given === undefined) return [];
    const value = DIFFERS[to.name](present.type, given.type) ? conversionOf(column, present, type, from) : undefined;
    return value === undefined ? [] : [{ column, value }];
  });
}

/** The column that an action gives a type, as it is called before. */
function typeGiven(action: Action): readonly [column?: Name, type?: DataType | undefined] {
  if (action.kind === 'alter-column') return [action.column, action.type];
  return action.kind === 'change-column' ? [action.oldName ?? action.definition.name, action.definition.type] : [];
}

function presentType({ elements = [] }: CreateTable, column: Name, from: Dialect): SqlType | undefined {
  for (const element of elements)
    if (element.kind === 'column-definition' && isSameName(element.name, column, from))
      return element.type && typeOfDataType(element.type, from);
  return undefined;
}

/** Types that round what is put into a column of theirs. */
const ROUND: ReadonlySet<string> = new Set([
  'smallint',
  'integer',
  'bigint',
  'numeric',
  'decimal',
  'int2',
  'int4',
  'int8',
  'int',
]);

/** A value as a column of the type keeps it, where the target's columns would keep more. */
function assigned(value: Expression, type: DataType | undefined): Expression {
  if (type === undefined || !ROUND.has(type.name) || value.kind === 'cast') return value;
  return { kind: 'cast', operand: value, type, span: value.span };
}

/** `UPDATE table SET column = value`, of the source, with values of one's own. */
export function updateOf(
  { name }: Pick<AlterTable, 'name'>,
  set: readonly (readonly [column: string, value: Expression | undefined])[],
  from: Dialect,
): Statement {
  const words = set.map(([column]) => `${quotedNameIn(column, from.name)} = NULL`).join(', ');
  const tree = parseStatement(`UPDATE ${quotedNameIn(ownName(name, from), from.name)} SET ${words}`, from);
  if (tree.kind !== 'update') return tree;
  const values = tree.set.map((assignment, at) => ({ ...assignment, value: set[at]?.[1] ?? assignment.value }));
  return { ...tree, set: values };
}

/** `SELECT values FROM table`, of the source; a value that is a name is the column's. */
export function queryOf(
  { name }: Pick<AlterTable, 'name'>,
  values: readonly (string | Expression)[],
  from: Dialect,
): Statement {
  const words = values.map((value) => (typeof value === 'string' ? quotedNameIn(value, from.name) : 'NULL')).join(', ');
  const tree = parseStatement(`SELECT ${words} FROM ${quotedNameIn(ownName(name, from), from.name)}`, from);
  if (tree.kind !== 'query' || tree.body.kind !== 'select') return tree;
  const columns = tree.body.columns.map((item, at) => {
    const value = values[at];
    return typeof value === 'object' ? { ...item, expression: value } : item;
  });
  return { ...tree, body: { ...tree.body, columns } };
}
