import { contains, isNoQuery, type Expression, type Name, type Node, type TableName } from '../../ast/index.js';
import { calledIn } from '../changes/joined-tables.js';
import { rowPlace } from '../changes/row-keys.js';
import { name } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { columnName, type KeyedTable } from './rows.js';

/** A table with its key: `id` with a warning, where nothing tells. Without one its rows can't be found again. */
export function keyed(table: TableName, statement: Node, t: Translator): KeyedTable {
  const found = foundKey(table, statement, t);
  if (found !== undefined) return found;
  if (t.isBlind && statement.kind !== 'insert') return likelyKeyed(table, t);
  return t.refuse(
    table,
    'This comes to several statements in the target, and which columns tell the rows apart is not known here.',
    'Name a `target` whose table has a primary key.',
  );
}

/**
 * The same: by the primary key that the catalogue tells, by a column `id` that the statement names where it tells nothing, or
 * by the row's place, where the target's rows have one that lasts as long as the transaction.
 *
 * @returns undefined where nothing tells the rows apart
 */
export function foundKey(table: TableName, statement: Node, t: Translator): KeyedTable | undefined {
  const path = table.name.parts.map((part) => t.scope.fold(part));
  const known = t.scope.context.catalogue?.table(path);
  const key = known?.primaryKey ?? [];
  if (key.length > 0) return { table, key: key.map((one) => columnName(one, table.span)) };
  if (known === undefined && namesId(table, statement, t)) return { table, key: [name('id', table.span)] };
  const place = rowPlace(table.span, t);
  return place && { table, key: [place] };
}

/** By `id`, which most tables have, where nothing tells of theirs. */
function likelyKeyed(table: TableName, t: Translator): KeyedTable {
  t.notice('KEY_BY_NAME', table, 'The key is taken to be `id`; the tables are not known here.');
  return { table, key: [name('id', table.span)] };
}

/** Whether a statement names a column `id` that is the table's; what stands in its queries is of other tables. */
function namesId(table: TableName, statement: Node, t: Translator): boolean {
  const own = t.scope.key(calledIn(table));
  const isAlone = !contains(statement, (part) => part.kind === 'table-name' && part !== table, isNoQuery);
  const isId = (part: Node): boolean => {
    if (part.kind !== 'column' || t.scope.key(part.parts[part.parts.length - 1] as Name) !== 'id') return false;
    const [qualifier] = part.parts.slice(-2, -1);
    return qualifier === undefined ? isAlone : t.scope.key(qualifier) === own;
  };
  return contains(statement, isId, isNoQuery);
}

/**
 * The columns of a table that a condition compares with others: rows that have the same values in them are joined with the
 * same rows. Undefined where the condition asks for more.
 */
export function comparedColumns(condition: Expression, table: TableName, t: Translator): readonly Name[] | undefined {
  if (condition.kind === 'logical' && condition.operator === 'and') {
    const parts = condition.operands.map((one) => comparedColumns(one, table, t));
    return parts.includes(undefined) ? undefined : (parts as readonly (readonly Name[])[]).flat();
  }
  if (condition.kind !== 'binary' || condition.operator !== 'equal') return undefined;
  const sides = [condition.left, condition.right];
  const own = sides.filter((one) => isOwn(one, table, t));
  const [only] = own;
  if (own.length !== 1 || only?.kind !== 'column') return undefined;
  const other = sides.find((one) => one !== only) as Expression;
  return readsOwn(other, table, t) ? undefined : only.parts.slice(-1);
}

const isOwn = (node: Node, table: TableName, t: Translator): boolean =>
  node.kind === 'column' &&
  node.parts.length > 1 &&
  t.scope.key(node.parts[node.parts.length - 2] as Name) === t.scope.key(calledIn(table));

/** Whether an expression may read a column of the table. */
export const readsOwn = (node: Node, table: TableName, t: Translator): boolean =>
  contains(node, (part) => isOwn(part, table, t) || (part.kind === 'column' && part.parts.length === 1));
