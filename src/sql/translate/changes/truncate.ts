import { quotedNameIn, quotedString } from '../../dialects/quoted.js';
import type { Delete, Name, Statement, TableName, Truncate, TruncatedTable } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { parseStatement } from '../../parser/index.js';
import { name } from '../made-nodes.js';
import type { Translator } from '../translator.js';

/** Whether TRUNCATE begins to count anew where nothing is said: https://dev.mysql.com/doc/refman/8.4/en/truncate-table.html */
const RESTARTS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: true, SQLITE: false };

/** TRUNCATE, which SQLite says by a DELETE, and MySQL where the keys are to count on. */
export function truncate(node: Truncate, t: Translator): Statement {
  const { identity, wait } = node;
  if (wait !== undefined) t.notice('HINT_DROPPED', node);
  const restarts = identity === undefined ? RESTARTS[t.source] : identity === 'RESTART';
  if (t.to.features.foldsNames)
    return { kind: 'truncate', tables: t.all(node.tables), ...(restarts && { identity: 'RESTART' }), span: node.span };
  const made = withReferring(node, t).flatMap((one) => emptied(one, restarts, node, t));
  const [first, ...others] = made as [Statement, ...Statement[]];
  t.after.push(...others);
  return first;
}

/** The tables of a statement, before which CASCADE empties all that refer to them. */
function withReferring(node: Truncate, t: Translator): readonly TruncatedTable[] {
  if (node.behavior !== 'CASCADE') return node.tables;
  const found = new Map(node.tables.map((one) => [lastOf(one).toLowerCase(), one]));
  for (const one of found.values()) {
    const hanging = referringTo(one, t);
    if (hanging === undefined) {
      t.notice('CASCADE_DROPPED', node, 'The tables that refer to these are not emptied along with them.');
      return node.tables;
    }
    for (const { table } of hanging) {
      const path = { ...one.name, parts: [name(table, one.span, true)] };
      if (!found.has(table.toLowerCase())) found.set(table.toLowerCase(), { ...one, name: path });
    }
  }
  return [...found.values()].reverse();
}

const lastOf = ({ name: { parts } }: TruncatedTable): string => (parts[parts.length - 1] as Name).value;

const referringTo = (
  { name: { parts } }: TruncatedTable,
  t: Translator,
): readonly { readonly table: string }[] | undefined =>
  t.scope.context.catalogue?.hangingOn?.(parts.map((part) => t.scope.fold(part)))?.foreignKeys;

function emptied(
  table: TruncatedTable,
  restarts: boolean,
  node: Truncate,
  t: Translator,
): (Truncate | Delete | Statement)[] {
  const { span } = node;
  const called = t.node(table.name);
  // ONLY is about tables that inherit, which are PostgreSQL’s alone
  const own: TruncatedTable = { kind: table.kind, name: called, span: table.span };
  const isReferred = node.behavior === 'CASCADE' && (referringTo(table, t) ?? []).length > 0;
  // MySQL truncates no table that others refer to, be they empty
  const mayBeReferred = isReferred || node.tables.length > 1 || node.behavior === 'CASCADE';
  if (restarts && t.to.features.duplicateKeys && !mayBeReferred) return [{ kind: 'truncate', tables: [own], span }];
  const all: Delete = {
    kind: 'delete',
    from: [{ kind: 'table-name', name: called, span: table.span } satisfies TableName],
    span,
  };
  return restarts ? [all, ...countedAnew(table, t)] : [all];
}

/** What lets a table count anew that is empty. */
function countedAnew(table: TruncatedTable, t: Translator): Statement[] {
  const own = lastOf({ ...table, name: t.node(table.name) });
  if (t.target === 'MYSQL')
    return [parseStatement(`ALTER TABLE ${quotedNameIn(own, t.target)} AUTO_INCREMENT = 1`, t.to)];
  const known = t.scope.context.catalogue?.table(table.name.parts.map((part) => t.scope.fold(part)));
  if (known !== undefined && !/\bAUTOINCREMENT\b/i.test(known.texts?.[0] ?? '')) return [];
  // the table of counts is there once one counts: https://sqlite.org/autoinc.html
  const counting = known === undefined ? withTableOfCounts(t) : [];
  const reset = `DELETE FROM sqlite_sequence WHERE name = ${quotedString(known?.name ?? own)}`;
  return [...counting, reset].map((one) => parseStatement(one, t.to));
}

/** Makes a table that counts, and drops it, which leaves SQLite with its table of counts. */
function withTableOfCounts(t: Translator): string[] {
  const called = t.freshName('counting');
  return [`CREATE TABLE ${called} (id INTEGER PRIMARY KEY AUTOINCREMENT)`, `DROP TABLE ${called}`];
}
