import { foldName } from '../../../analysis/folded-names.js';
import type { CreateTable, Name } from '../../../ast/index.js';
import type { Dialect, DialectName } from '../../../dialects/index.js';
import type { Translator } from '../../translator.js';
import { usualName } from '../alterations/changed-definition.js';
import { withConstraints } from './constraints.js';

const FOREIGN_KEYS: ReadonlySet<string> = new Set(['references', 'table-foreign-key']);

/** Whether a foreign key has a name by which it is dropped, whoever gave it. */
const ARE_NAMED: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: true, SQLITE: false };

/** A table for a target whose foreign keys have the names that its source gives to those without. */
export function withKeyNamesFor(node: CreateTable, t: Translator): CreateTable {
  if (!ARE_NAMED[t.source] || !ARE_NAMED[t.target] || node.persistence === 'TEMPORARY') return node;
  return withKeyNames(node, t.from);
}

/**
 * A table whose foreign keys have the names that its source gives to those without: statements behind it drop them by these.
 * https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html
 */
export function withKeyNames(node: CreateTable, from: Dialect): CreateTable {
  const owner = node.name.parts[node.name.parts.length - 1] as Name;
  let count = 0;
  return withConstraints(node, (constraint, column) => {
    if (constraint.name !== undefined || !FOREIGN_KEYS.has(constraint.rule.kind)) return constraint;
    count += 1;
    const value =
      from.name === 'MYSQL' ? `${owner.value}_ibfk_${count}` : usualName(foldName(owner, from), constraint, column);
    if (value === undefined) return constraint;
    return { ...constraint, name: { kind: 'name', value, quoted: owner.quoted, span: constraint.span } };
  });
}

/**
 * The name of a unique key. PostgreSQL's are the names of indexes, one in all of a schema, where SQLite's tables have each their
 * own: one that is taken, as by the table that this one comes in the place of, is left to the server.
 * https://www.postgresql.org/docs/current/sql-createtable.html
 */
export function uniqueKeyName(written: Name | undefined, t: Translator): Name | undefined {
  if (written === undefined) return undefined;
  const own = t.node(written);
  if (t.source !== 'SQLITE' || t.target !== 'POSTGRESQL') return own;
  if (t.scope.context.catalogue?.tableOfIndex?.(foldName(own, t.to)) === undefined) return own;
  t.notice('DETAIL_DROPPED', written, 'Another table’s key has this name: the server gives another.');
  return undefined;
}
