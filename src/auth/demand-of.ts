import { tablesLedTo, walk, type Analysis, type Dialect, type Statement } from '../sql/index.js';
import { demandOfCalls, demandOfRoutines, demandOfText } from './call-demand.js';
import { demandOfDefinition } from './definition-demand.js';
import type { Demand } from './grant.js';
import type { JudgedStatement } from './judged-statement.js';
import { powers } from './powers/index.js';
import { isHiddenSetting } from './setting-demand.js';
import { firstWord } from './statement-words.js';

/**
 * What a statement asks for at most. Where it can't be read, or calls what does more than answer, it asks for everything
 * that it might do.
 */
export function demandOf(statement: JudgedStatement): Demand {
  const { known, text, dialect } = statement;
  // What a server skips by its version is code to one and nothing to another.
  if (text.tokens.some(({ executableComment }) => executableComment !== undefined)) return 'SERVER';
  if (known === undefined || known.tree.kind === 'unknown') return demandOfWords(statement);
  const found = demands.get(known.tree) ?? demandOfKnown(known, text, dialect);
  demands.set(known.tree, found);
  return found;
}

/** Of a statement that is sent again and again it is found out once: it hangs on nothing but the statement. */
const demands = new WeakMap<Statement, Demand>();

function demandOfKnown(
  { tree, analysis }: NonNullable<JudgedStatement['known']>,
  text: JudgedStatement['text'],
  dialect: Dialect,
): Demand {
  const all = [
    demandOfTree(tree, analysis, dialect),
    demandOfCalls(analysis.names, analysis, dialect),
    demandOfRoutines(tree, dialect),
    demandOfTables(analysis.tables, dialect),
    demandOfTables(tablesLedTo(tree, dialect), dialect),
  ];
  return greatest(keepsText(tree) ? [...all, demandOfText(text.tokens, dialect)] : all);
}

const ORDER: readonly Demand[] = ['READ', 'WRITE', 'SCHEMA', 'SERVER'];

const greatest = (demands: readonly Demand[]): Demand =>
  demands.reduce((most, demand) => (ORDER.indexOf(demand) > ORDER.indexOf(most) ? demand : most), 'READ');

/** Whether a part of it stays a text. */
const keepsText = (tree: Statement): boolean =>
  UNREAD.has(tree.kind) || (tree.kind === 'alter-table' && tree.actions.some(({ kind }) => kind === 'alter-other'));

const UNREAD: ReadonlySet<Statement['kind']> = new Set<Statement['kind']>([
  ...(['command', 'show', 'create-trigger', 'create-routine', 'create-schema', 'prepared', 'load-data'] as const),
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
  'lock-tables': (_lock, { tables }, { statements }) =>
    tables.read.some((table) => statements.systemTables.test(table)) ? 'SERVER' : 'WRITE',
  'call-procedure': 'WRITE',
  transaction: 'READ',
  explain: ({ statement }, analysis, dialect) => demandOfTree(statement, analysis, dialect),
  show: ({ text }, _analysis, { name }) => (powers[name].hiddenShows.test(bare(text)) ? 'SERVER' : 'READ'),
  pragma: (_pragma, { reads }) => (reads === 'NO' ? 'SERVER' : 'READ'),
  set: ({ scope, assignments }, _analysis, dialect) =>
    assignments.some((one) => isHiddenSetting(one, scope, dialect)) ? 'SERVER' : 'WRITE',
  command: ({ verb }, _analysis, { name }) => powers[name].commands.get(verb) ?? 'SERVER',
  'create-table': (definition, _analysis, dialect) => demandOfDefinition(definition, dialect),
  'create-view': (definition, _analysis, dialect) => demandOfDefinition(definition, dialect),
  'create-index': 'SCHEMA',
  'create-sequence': 'SCHEMA',
  'alter-sequence': 'SCHEMA',
  'create-type': 'SCHEMA',
  'alter-type': 'SCHEMA',
  'create-trigger': ({ attributes }) => (attributes === undefined ? 'SCHEMA' : 'SERVER'),
  'alter-table': (definition, _analysis, dialect) => demandOfDefinition(definition, dialect),
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

/** SHOW takes a setting's name in quotes too; one with escapes in it is as good as unreadable. */
const bare = (text: string): string => (/^u&"/i.test(text) ? 'ALL' : text.replace(/^"([^"]*)"/, '$1'));

function demandOfTables({ read, written }: Analysis['tables'], { name, statements }: Dialect): Demand {
  const { hiddenTables, openSystemWrites } = powers[name];
  if ([...read, ...written].some((table) => hiddenTables.test(table))) return 'SERVER';
  const isClosed = (table: string): boolean => statements.systemTables.test(table) && !openSystemWrites.test(table);
  return written.some(isClosed) ? 'SERVER' : 'READ';
}

/** By its words, where there is no tree. */
function demandOfWords({ text, dialect, reads }: JudgedStatement): Demand {
  const demand = demandOfText(text.tokens, dialect);
  if (demand === 'SERVER' || reads !== 'no') return demand;
  return CHANGES_ROWS.has(firstWord(text.tokens)) ? 'WRITE' : 'SERVER';
}

const CHANGES_ROWS: ReadonlySet<string> = new Set(['WITH', 'INSERT', 'UPDATE', 'DELETE', 'REPLACE', 'MERGE', 'SELECT']);
