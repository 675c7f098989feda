import { foldPath, functionOfCall, functionRow, walk, type Dialect, type Node } from '../sql/index.js';
import type { JudgedStatement } from './judged-statement.js';
import { powers } from './powers/index.js';

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
  if (known === undefined || !BY_TABLES.has(known.tree.kind))
    return 'it is no query or change of tables that is known here';
  const { tree, analysis } = known;
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
  if (row === undefined || powers[dialect].openSession.has(key)) return false;
  return row.volatility === 'SESSION' || row.volatility === 'EFFECTS' || SIZES.test(key);
}

/** They take a table's name as a text. */
const SIZES = /^pg_(?:stat_|(?:table|relation|indexes|total_relation|database|tablespace)_size|ls_|lsn|last_)/;

function reasonOf(node: Node, dialect: Dialect): string | undefined {
  if (node.kind === 'variable' && node.system !== undefined) return 'it reads a variable of the server';
  if (node.kind === 'cast' || node.kind === 'typed-literal') {
    return OBJECT_TYPES.test(node.type.name.toLowerCase()) ? 'it asks for an object of the catalogue' : undefined;
  }
  if (node.kind === 'table-name' || node.kind === 'table-query') {
    return dialect.statements.systemTables.test(foldPath(node.name, dialect))
      ? 'it reads the system’s tables'
      : undefined;
  }
  return undefined;
}
