import {
  foldPath,
  functionOfCall,
  functionRow,
  typeOfDataType,
  walk,
  type Dialect,
  type Node,
  type Statement,
} from '../sql/index.js';
import type { JudgedStatement } from './judged-statement.js';
import { powers } from './powers/index.js';
import { shownTable } from './shown-table.js';

/** Statements that whoever is limited to tables may send, as far as the tables allow. */
const BY_TABLES: ReadonlySet<string> = new Set([
  ...['query', 'insert', 'update', 'delete', 'merge', 'truncate', 'explain'],
  ...['create-table', 'create-view', 'create-index', 'alter-table', 'drop', 'rename-tables'],
]);
const DROPPED_BY_TABLES: ReadonlySet<string> = new Set(['TABLE', 'VIEW', 'MATERIALIZED VIEW']);

/** PostgreSQL's types whose text is an object's name: a cast to one tells whether there is such an object. */
const OBJECT_TYPES = /^(?:pg_catalog\.)?reg[a-z]+$/;

/**
 * Why a statement could tell or do more than its tables show, so that who is limited to tables must not send it;
 * undefined: what it reads and writes are the tables that it names.
 */
export function reachesBeyondTables({ known, dialect }: JudgedStatement): string | undefined {
  if (known?.tree.kind === 'show' && powers[dialect.name].openShows.test(known.tree.text)) return undefined;
  if (known !== undefined && shownTable(known.tree, dialect) !== undefined) return undefined;
  if (known === undefined || !BY_TABLES.has(known.tree.kind))
    return 'it is no query or change of tables that is known here';
  const found = reasons.has(known.tree) ? reasons.get(known.tree) : reasonBeyond(known, dialect);
  reasons.set(known.tree, found);
  return found;
}

/** By trees: it hangs on nothing but the statement, which is sent again and again. */
const reasons = new WeakMap<Statement, string | undefined>();

function reasonBeyond({ tree, analysis }: NonNullable<JudgedStatement['known']>, dialect: Dialect): string | undefined {
  if (tree.kind === 'drop' && !DROPPED_BY_TABLES.has(tree.object)) return 'it takes away what is no table';
  // A plan is made with what is constant already worked out: the same functions are called.
  const calls =
    tree.kind === 'explain' && analysis.calls === 'UNSURE' ? unknownIn(tree.statement, dialect) : analysis.calls;
  if (calls !== 'YES') return 'it calls what is not known to do no more than answer';
  if (analysis.names.some((name) => tellsOfServer(name, dialect))) return 'it calls what tells of the server';
  let reason: string | undefined;
  walk(tree, (node) => {
    reason ??= reasonOf(node, dialect);
    return reason === undefined;
  });
  return reason;
}

/** Whether a statement that is only explained calls something unknown. */
function unknownIn(tree: Node, dialect: Dialect): 'YES' | 'UNSURE' {
  let found: 'YES' | 'UNSURE' = 'YES';
  walk(tree, (node) => {
    if (node.kind === 'call' && functionOfCall(node, dialect)?.builtIn !== true) found = 'UNSURE';
    return found === 'YES';
  });
  return found;
}

/** A function that tells of settings, the catalogue or other sessions; and not of one's own alone. */
function tellsOfServer(name: string, { name: dialect }: Dialect): boolean {
  const key = name.toLowerCase();
  const row = functionRow(dialect, key);
  const { openSession, tellingCalls } = powers[dialect];
  if (row === undefined || openSession.has(key)) return false;
  return row.volatility === 'SESSION' || row.volatility === 'EFFECTS' || tellingCalls.test(key);
}

type Rule<N extends Node> = (node: N, dialect: Dialect) => string | undefined;

const reasonOf: Rule<Node> = (node, dialect) => {
  if ('behavior' in node && node.behavior === 'CASCADE') return 'it takes away what depends on its tables';
  return (REASONS[node.kind] as Rule<Node> | undefined)?.(node, dialect);
};

const ofName: Rule<Extract<Node, { kind: 'table-name' | 'table-query' }>> = ({ name }, dialect) =>
  dialect.statements.systemTables.test(foldPath(name, dialect)) ? 'it reads the system’s tables' : undefined;

/** Why a node could tell or do more than tables show, by its kind. */
const REASONS: { readonly [K in Node['kind']]?: Rule<Extract<Node, { kind: K }>> } = {
  variable: ({ name, system }, dialect) =>
    system === undefined || powers[dialect.name].openVariables.has(name.toLowerCase())
      ? undefined
      : 'it reads a variable of the server',
  'data-type': (type, dialect) => {
    if (!dialect.features.composites) return undefined;
    // Every table is a type, and every array of one.
    const { dimensions: _dimensions, ...element } = type;
    const isOwn = OBJECT_TYPES.test(type.name.toLowerCase()) || typeOfDataType(element, dialect) === undefined;
    return isOwn ? 'it asks for an object of the catalogue' : undefined;
  },
  'table-name': ofName,
  'table-query': ofName,
  // Beside the plan it tells of the triggers and keys that a change has to look after.
  explain: ({ analyze, statement }) =>
    analyze && statement.kind !== 'query' ? 'it tells what else a change leads to' : undefined,
  'create-table': ({ module, ofType, execute }) =>
    module === undefined && ofType === undefined && execute === undefined
      ? undefined
      : 'it is made by what is no table',
  'alter-table': ({ object }) => (object === 'INDEX' ? 'it does not say of which table it is' : undefined),
  'set-schema': () => 'it goes where it is another table',
  'alter-other': () => 'a part of it can’t be read',
};
