import type { Statement, Transaction } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { nothingToDo } from '../definitions/nothing-to-do.js';
import type { Translator } from '../translator.js';

/** What each dialect knows of a transaction's beginning and end. */
interface TransactionWords {
  readonly begin: string;
  /** Modes that it takes with the words that begin one. */
  readonly modes: ReadonlySet<string>;
  /** Whether a level is told by a statement before. */
  readonly levelBefore: boolean;
  /** Whether every transaction of it sees as much as a level or a snapshot asks for, so that nothing has to be said. */
  readonly isSerial: boolean;
}

const LEVELS = ['READ UNCOMMITTED', 'READ COMMITTED', 'REPEATABLE READ', 'SERIALIZABLE'].map(
  (level) => `ISOLATION LEVEL ${level}`,
);

/**
 * https://www.postgresql.org/docs/current/sql-begin.html, https://dev.mysql.com/doc/refman/8.4/en/commit.html,
 * https://sqlite.org/lang_transaction.html
 */
const WORDS: Readonly<Record<DialectName, TransactionWords>> = {
  POSTGRESQL: {
    begin: 'BEGIN',
    modes: new Set([...LEVELS, 'READ ONLY', 'READ WRITE', 'DEFERRABLE', 'NOT DEFERRABLE']),
    levelBefore: false,
    isSerial: false,
  },
  MYSQL: {
    begin: 'START TRANSACTION',
    modes: new Set(['READ ONLY', 'READ WRITE', 'WITH CONSISTENT SNAPSHOT']),
    levelBefore: true,
    isSerial: false,
  },
  SQLITE: {
    begin: 'BEGIN',
    modes: new Set(['DEFERRED', 'IMMEDIATE', 'EXCLUSIVE']),
    levelBefore: false,
    isSerial: true,
  },
};

/** Statements that begin, end or mark a transaction, as the target writes them. */
export function transaction(node: Transaction, t: Translator): Statement {
  switch (node.action) {
    case 'begin':
      return begun(node, t);
    case 'commit':
    case 'rollback':
      return ended(node, t);
    case 'set':
      return levelOfNext(node, t);
    case 'savepoint':
    case 'release':
    case 'rollback-to':
      return { ...node, ...(node.name !== undefined && { name: t.node(node.name) }) };
    case 'prepare':
    case 'other':
      return t.refuse(
        node,
        'Transactions in two phases are ended by the source’s own server.',
        'Use a transaction of one phase.',
      );
  }
}

function begun({ modes, span }: Transaction, t: Translator): Statement {
  const { begin, modes: known, levelBefore, isSerial } = WORDS[t.target];
  const level = modes.find((mode) => LEVELS.includes(mode));
  const at = { kind: 'transaction', action: 'begin', modes: [], span } as const;
  if (level !== undefined && levelBefore) t.before.push({ kind: 'transaction', action: 'set', modes: [level], span });
  const taken = modes.filter((mode) => known.has(mode));
  const lost = modes.filter((mode) => !known.has(mode) && mode !== level);
  if (lost.some((mode) => !(isSerial && mode === 'WITH CONSISTENT SNAPSHOT') && mode !== 'READ WRITE'))
    t.notice('DETAIL_DROPPED', at, `A transaction is not begun as ${lost.join(', ')} in the target.`);
  return { ...at, modes: taken, text: begin };
}

const CHAINS = 'AND CHAIN';

function ended(node: Transaction, t: Translator): Statement {
  const { action, modes, span } = node;
  if (modes.includes('RELEASE')) t.notice('DETAIL_DROPPED', node, 'The connection stays open.');
  const chains = modes.includes(CHAINS);
  if (chains && t.target === 'SQLITE')
    t.after.push({ kind: 'transaction', action: 'begin', modes: [], text: WORDS[t.target].begin, span });
  return { kind: 'transaction', action, modes: chains && t.target !== 'SQLITE' ? [CHAINS] : [], span };
}

/** PostgreSQL tells the level of the transaction that is open, MySQL that of the next one; SQLite knows one alone. */
function levelOfNext(node: Transaction, t: Translator): Statement {
  t.notice('STATEMENT_DROPPED', node, 'Levels of transactions are told at another place in the target.');
  return nothingToDo(node, t);
}
