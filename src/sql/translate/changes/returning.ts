import {
  rewrite,
  type Change,
  type ColumnReference,
  type Name,
  type Returning,
  type SelectItem,
} from '../../ast/index.js';
import { calledIn } from './joined-tables.js';
import { lastOf } from '../queries/lowering/references.js';
import type { Translator } from '../translator.js';

/** The rows of a change: of MySQL's family MariaDB alone gives them, and not of an UPDATE. */
export function returningFor(change: Change, node: Returning, t: Translator): Returning {
  const { oldAlias, newAlias, columns } = node;
  if (oldAlias !== undefined || newAlias !== undefined)
    t.refuse(node, 'The target does not tell a row as it was before a change.', 'Read it before the change.');
  if (t.target === 'MYSQL') refuseWithout(change, node, t);
  const made: Returning = { ...node, columns: t.all(ownColumns(change, columns, t)) };
  // MariaDB’s INSERT gives its table no alias
  const isBare = t.target === 'SQLITE' || (t.target === 'MYSQL' && change.kind === 'insert');
  return isBare ? unqualified(change, withoutOwnStar(change, made)) : made;
}

/** `INSERT INTO stock … RETURNING stock.*` */
function withoutOwnStar(change: Change, made: Returning): Returning {
  if (change.kind !== 'insert') return made;
  const own = lastOf(change.table).value.toLowerCase();
  const columns = made.columns.map((one): SelectItem => {
    const { expression } = one;
    const isOwn =
      expression.kind === 'star' && expression.qualifier[expression.qualifier.length - 1]?.value.toLowerCase() === own;
    return isOwn ? { ...one, expression: { ...expression, qualifier: [] } } : one;
  });
  return { ...made, columns };
}

/** SQLite returns the columns of the changed table alone, which others would not know from those of the tables beside it. */
export function ownColumns(change: Change, columns: readonly SelectItem[], t: Translator): readonly SelectItem[] {
  const table = change.kind === 'update' ? change.tables[0] : undefined;
  if (t.source !== 'SQLITE' || change.kind !== 'update' || change.from === undefined) return columns;
  if (table?.kind !== 'table-name') return columns;
  const own = calledIn(table);
  const isBare = ({ parts }: ColumnReference): boolean => parts.length === 1;
  return columns.map((one) =>
    rewrite(one, (part) => {
      if (part.kind === 'star' && part.qualifier.length === 0) return { ...part, qualifier: [own] };
      return part.kind === 'column' && isBare(part) ? { ...part, parts: [own, part.parts[0] as Name] } : part;
    }),
  );
}

/** SQLite knows no alias of the changed table in RETURNING, and no star of a table: https://sqlite.org/lang_returning.html */
function unqualified(change: Change, made: Returning): Returning {
  const table = change.kind === 'update' ? change.tables[0] : change.kind === 'delete' ? change.from[0] : undefined;
  const called = change.kind === 'insert' ? change.alias : table?.kind === 'table-name' ? calledIn(table) : undefined;
  const alias = called?.value.toLowerCase();
  if (alias === undefined) return made;
  return rewrite(made, (part) => {
    if (part.kind === 'star' && part.qualifier[0]?.value.toLowerCase() === alias) return { ...part, qualifier: [] };
    const isOwn = part.kind === 'column' && part.parts.length === 2 && part.parts[0]?.value.toLowerCase() === alias;
    return isOwn ? { ...part, parts: part.parts.slice(1) } : part;
  });
}

function refuseWithout(change: Change, node: Returning, t: Translator): void {
  const { flavour } = t.rules.server;
  if (flavour === 'MYSQL' || change.kind === 'update') {
    t.refuse(
      node,
      'The target tells no rows of such a change.',
      'Read them by their keys, in one transaction with the change.',
    );
  }
  if (flavour === undefined) t.notice('MARIADB_ALONE', node, 'RETURNING is MariaDB’s; MySQL 8 has none.');
}
