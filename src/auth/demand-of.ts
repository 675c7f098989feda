import { foldPath, functionRow, walk, type Analysis, type Dialect, type Statement } from '../sql/index.js';
import type { Demand } from './grant.js';
import type { JudgedStatement } from './judged-statement.js';
import { powers } from './powers/index.js';
import { callsInText, firstWord, writesFile } from './statement-words.js';

/**
 * What a statement asks for at most. Where it can't be read, or calls what does more than answer, it asks for everything
 * that it might do.
 */
export function demandOf(statement: JudgedStatement): Demand {
  const { known, text, dialect } = statement;
  // What a server skips by its version is code to one and nothing to another.
  if (text.tokens.some(({ executableComment }) => executableComment !== undefined)) return 'SERVER';
  if (known === undefined || known.tree.kind === 'unknown') return demandOfWords(statement);
  const { tree, analysis } = known;
  const calls: readonly string[] = UNREAD.has(tree.kind) ? callsInText(text.tokens) : analysis.names;
  return greatest([
    demandOfTree(tree, analysis, dialect),
    demandOfCalls(calls, analysis, dialect),
    demandOfTables(analysis, dialect),
  ]);
}

const ORDER: readonly Demand[] = ['READ', 'WRITE', 'SCHEMA', 'SERVER'];

const greatest = (demands: readonly Demand[]): Demand =>
  demands.reduce((most, demand) => (ORDER.indexOf(demand) > ORDER.indexOf(most) ? demand : most), 'READ');

/** Statements of which a part stays a text. */
const UNREAD: ReadonlySet<Statement['kind']> = new Set<Statement['kind']>([
  ...(['command', 'show', 'create-trigger', 'create-routine', 'prepared', 'load-data'] as const),
]);

type DemandRule<S extends Statement> = Demand | ((statement: S, analysis: Analysis, dialect: Dialect) => Demand);

/** What each kind of statement asks for; one without a row is for administrators. */
const DEMANDS: { readonly [K in Statement['kind']]?: DemandRule<Extract<Statement, { kind: K }>> } = {
  query: (query, { tables, reads }) =>
    greatest([...demandsOfInto(query), tables.written.length > 0 || reads === 'NO' ? 'WRITE' : 'READ']),
  insert: 'WRITE',
  update: 'WRITE',
  delete: 'WRITE',
  merge: 'WRITE',
  truncate: 'WRITE',
  'lock-tables': 'WRITE',
  'call-procedure': 'WRITE',
  transaction: 'READ',
  explain: ({ statement }, analysis, dialect) => demandOfTree(statement, analysis, dialect),
  show: ({ text }, _analysis, { name }) => (powers[name].hiddenShows.test(text) ? 'SERVER' : 'READ'),
  pragma: (_pragma, { reads }) => (reads === 'NO' ? 'SERVER' : 'READ'),
  set: ({ scope, assignments }, _analysis, dialect) =>
    assignments.some((one) => isHidden(one, scope, dialect)) ? 'SERVER' : 'WRITE',
  command: ({ verb }, _analysis, { name }) => powers[name].commands.get(verb) ?? 'SERVER',
  'create-table': 'SCHEMA',
  'create-view': 'SCHEMA',
  'create-index': 'SCHEMA',
  'create-sequence': 'SCHEMA',
  'alter-sequence': 'SCHEMA',
  'create-type': 'SCHEMA',
  'alter-type': 'SCHEMA',
  'create-trigger': ({ attributes }) => (attributes === undefined ? 'SCHEMA' : 'SERVER'),
  'alter-table': 'SCHEMA',
  'rename-tables': 'SCHEMA',
  'comment-on': 'SCHEMA',
  // A schema of MySQL's is a database of the server's.
  'create-schema': ({ object }, _analysis, { name }) =>
    object === 'SCHEMA' && name === 'POSTGRESQL' ? 'SCHEMA' : 'SERVER',
  drop: ({ object }, _analysis, { name }) =>
    DROPPED.has(object) || (object === 'SCHEMA' && name === 'POSTGRESQL') ? 'SCHEMA' : 'SERVER',
};

const DROPPED: ReadonlySet<string> = new Set([
  ...['TABLE', 'VIEW', 'MATERIALIZED VIEW', 'INDEX', 'SEQUENCE', 'TYPE', 'DOMAIN', 'TRIGGER', 'POLICY', 'RULE'],
  ...['STATISTICS', 'COLLATION'],
]);

/** SELECT … INTO makes a table of PostgreSQL's, or writes a file of MySQL's server. */
function demandsOfInto(query: Statement): Demand[] {
  const demands: Demand[] = [];
  walk(query, (node) => {
    if (node.kind === 'into' && node.file !== undefined) demands.push('SERVER');
    if (node.kind === 'into' && node.table !== undefined) demands.push('SCHEMA');
    return true;
  });
  return demands;
}

function demandOfTree(tree: Statement, analysis: Analysis, dialect: Dialect): Demand {
  const rule = DEMANDS[tree.kind] as DemandRule<Statement> | undefined;
  if (rule === undefined) return 'SERVER';
  return typeof rule === 'function' ? rule(tree, analysis, dialect) : rule;
}

/** A setting that gives other rights, or that other sessions see. */
function isHidden(
  { target, scope: own }: Extract<Statement, { kind: 'set' }>['assignments'][number],
  scope: string | undefined,
  dialect: Dialect,
): boolean {
  const system = target.kind === 'variable' ? target.system : undefined;
  // A variable of the user's own.
  if (target.kind === 'variable' && system === undefined) return false;
  const name = target.kind === 'variable' ? target.name : foldPath(target, dialect);
  const said = [name, own, scope, system].flatMap((word) => word?.toLowerCase() ?? []);
  return said.some((word) => powers[dialect.name].hiddenSettings.test(word));
}

/** Calls by names that functions which do more have, of whatever schema: an extension's may stand in any. */
function demandOfCalls(names: readonly string[], { calls }: Analysis, { name: dialect }: Dialect): Demand {
  const { openEffects } = powers[dialect];
  const withEffects = names.filter((name) => functionRow(dialect, name.toLowerCase())?.volatility === 'EFFECTS');
  if (withEffects.some((name) => !openEffects.has(name.toLowerCase()))) return 'SERVER';
  if (withEffects.length > 0) return 'WRITE';
  // Something that is no name does more: a table of SQLite's that acts.
  return calls === 'NO' ? 'SERVER' : 'READ';
}

function demandOfTables({ tables }: Analysis, { name }: Dialect): Demand {
  const { hiddenTables } = powers[name];
  return [...tables.read, ...tables.written].some((table) => hiddenTables.test(table)) ? 'SERVER' : 'READ';
}

/** By its words, where there is no tree. */
function demandOfWords({ text, dialect, reads }: JudgedStatement): Demand {
  const { openEffects, hiddenTables } = powers[dialect.name];
  const names = callsInText(text.tokens);
  const isDenied = (name: string): boolean =>
    functionRow(dialect.name, name)?.volatility === 'EFFECTS' && !openEffects.has(name);
  if (names.some(isDenied) || writesFile(text.tokens)) return 'SERVER';
  if (text.tokens.some((token) => token.kind === 'word' && hiddenTables.test(token.text.toLowerCase())))
    return 'SERVER';
  if (reads !== 'no') return 'READ';
  return CHANGES_ROWS.has(firstWord(text.tokens)) ? 'WRITE' : 'SERVER';
}

const CHANGES_ROWS: ReadonlySet<string> = new Set(['WITH', 'INSERT', 'UPDATE', 'DELETE', 'REPLACE', 'MERGE', 'SELECT']);
