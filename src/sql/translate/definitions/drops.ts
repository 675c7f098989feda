import type { Drop, Name, QualifiedName, RenameTables, Statement } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { name } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { alterTable } from './alterations/alter-table.js';
import { cascadeOf, referringFirst } from './cascades.js';
import { dropOfIndex } from './alterations/dropped-constraints.js';
import { NAMED_IN_TABLE, presentIndexName } from './indexes/index-elements.js';
import { withIndexesOfKeys } from './indexes/indexes-of-keys.js';
import { alteration } from './made-definitions.js';
import { nothingToDo } from './nothing-to-do.js';
import { knownTable } from './rebuild/index.js';
import { KeptTables } from '../steps/kept-tables.js';

/** What all engines drop, as they call it: a view that keeps its rows is a plain one elsewhere. */
const DROPPED: Readonly<Record<string, string>> = {
  TABLE: 'TABLE',
  TABLES: 'TABLE',
  VIEW: 'VIEW',
  'MATERIALIZED VIEW': 'VIEW',
  INDEX: 'INDEX',
};

/** What the target has none of by itself: types go with their columns, and tables of all schemas are in one place. */
const MADE_WITH_USERS: ReadonlySet<string> = new Set(['TYPE', 'DOMAIN', 'SEQUENCE', 'EXTENSION', 'SCHEMA', 'DATABASE']);

function dropOfNone(node: Drop, t: Translator): Statement {
  const takesTables = node.object === 'DATABASE' || (node.object === 'SCHEMA' && node.behavior === 'CASCADE');
  if (takesTables && node.ifExists !== true)
    t.notice('CASCADE_DROPPED', node, 'The target keeps the tables that go with this.');
  else t.notice('STATEMENT_DROPPED', node);
  return nothingToDo(node, t);
}

/**
 * DROP of what all engines have. To MySQL the word CASCADE says nothing:
 * https://dev.mysql.com/doc/refman/8.4/en/drop-table.html
 */
export function drop(written: Drop, t: Translator): Statement {
  const node: Drop =
    written.behavior !== undefined && t.source === 'MYSQL' ? { ...written, behavior: 'RESTRICT' } : written;
  const { object, ifExists, span } = node;
  const kind = DROPPED[object];
  if (MADE_WITH_USERS.has(object)) return dropOfNone(node, t);
  if (kind === undefined) t.refuse(node, `DROP ${object} has no counterpart in the target.`);
  if (object === 'INDEX') {
    if (node.behavior === 'CASCADE' && t.target !== 'POSTGRESQL') t.notice('CASCADE_DROPPED', node);
    return dropIndex(node, t);
  }
  const { before, after } = cascadeOf(node, t);
  t.before.push(...before);
  t.after.push(...after);
  const ordered = t.target === 'SQLITE' ? referringFirst(node.names, t) : node.names;
  const names = ordered.map((each) => (node.temporary === true ? temporary(each, t) : t.node(each)));
  const of = (some: readonly QualifiedName[]): Drop => ({
    kind: 'drop',
    object: kind,
    // MySQL's word for it: where another schema says it there is none
    ...(node.temporary === true && TEMPORARY_SCHEMA[t.target] === undefined && { temporary: true }),
    ...(ifExists === true && { ifExists }),
    names: some,
    ...(node.behavior === 'CASCADE' && t.target === 'POSTGRESQL' && { behavior: node.behavior }),
    span,
  });
  if (t.target !== 'SQLITE') return of(names);
  // SQLite drops one at a time
  const last = names.pop() as QualifiedName;
  t.before.push(...names.map((one) => of([one])));
  return of([last]);
}

/** Where temporary tables are: a name alone may mean another table. */
const TEMPORARY_SCHEMA: Readonly<Record<DialectName, string | undefined>> = {
  POSTGRESQL: 'pg_temp',
  MYSQL: undefined,
  SQLITE: 'temp',
};

function temporary(written: QualifiedName, t: Translator): QualifiedName {
  const { parts, span } = t.node(written);
  const schema = TEMPORARY_SCHEMA[t.target];
  return {
    kind: 'qualified-name',
    parts: [...(schema === undefined ? [] : [name(schema, span)]), ...parts.slice(-1)],
    span,
  };
}

/** MySQL's indexes are dropped from their table, which the others don’t name. */
function dropIndex(node: Drop, t: Translator): Statement {
  const { ifExists, names, on, span } = node;
  if (NAMED_IN_TABLE[t.target]) {
    const [only, another] = names;
    const dropped = only !== undefined && another === undefined && on !== undefined && ifExists !== true;
    // who knows the table has written it there
    if (dropped) return { kind: 'drop', object: 'INDEX', names: [t.node(only)], on: t.node(on), span };
    return dropFromOwners(node, t);
  }
  if (node.concurrently === true) t.notice('DETAIL_DROPPED', node);
  const [first] = names;
  if (on !== undefined && first !== undefined && ifExists !== true) {
    const called = first.parts[first.parts.length - 1] as Name;
    // a key that stands in the table goes with another table in its place
    if (t.target === 'SQLITE' && knownTable(alteration(on, [], span), t)?.texts !== undefined)
      return alterTable(alteration(on, [{ kind: 'drop-constraint', object: 'INDEX', name: called, span }], span), t);
    const dropped = dropOfIndex(called, on, span, t);
    t.before.push(...dropped.slice(0, -1));
    return dropped[dropped.length - 1] as Statement;
  }
  const made = names.map((each): QualifiedName => {
    const last = each.parts[each.parts.length - 1] as Name;
    return { ...each, parts: [on === undefined ? t.node(last) : presentIndexName(last, on, t)] };
  });
  const of = (one: QualifiedName): Drop => ({
    kind: 'drop',
    object: 'INDEX',
    ...(ifExists === true && { ifExists }),
    names: [one],
    span,
  });
  t.before.push(...made.slice(0, -1).map(of));
  return of(made[made.length - 1] as QualifiedName);
}

/** Indexes whose tables are not named, where the catalogue has them. */
function dropFromOwners(node: Drop, t: Translator): Statement {
  const { names, ifExists, span } = node;
  const { catalogue } = t.scope.context;
  const made = names.flatMap((each): Statement[] => {
    const last = each.parts[each.parts.length - 1] as Name;
    const owner = catalogue?.tableOfIndex?.(t.scope.fold(last));
    // who can tell the tables of indexes can tell that there is none
    if (owner === undefined && ifExists === true && catalogue instanceof KeptTables && catalogue.knowsIndexes)
      return [];
    if (owner === undefined)
      return t.refuse(
        node,
        'The target drops an index from its table, which is not named here.',
        'Use ALTER TABLE … DROP INDEX.',
      );
    const on = { kind: 'qualified-name', parts: [name(owner.name, span)], span } as const;
    const dropped: Drop = { kind: 'drop', object: 'INDEX', names: [{ ...each, parts: [t.node(last)] }], on, span };
    return [...withIndexesOfKeys([dropped], t, owner)];
  });
  t.before.push(...made.slice(0, -1));
  return made[made.length - 1] ?? nothingToDo(node, t);
}

/** MySQL's RENAME TABLE, one ALTER TABLE each. */
export function renameTables(node: RenameTables, t: Translator): Statement {
  const made = node.renames.map(({ from, to, span }) =>
    alteration(t.node(from), [{ kind: 'rename-to', name: t.node(to), span }], span),
  );
  if (node.ifExists === true) t.refuse(node, 'RENAME TABLE IF EXISTS has no counterpart in the target.');
  t.before.push(...made.slice(0, -1));
  return made[made.length - 1] as Statement;
}
