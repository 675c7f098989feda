import type { RegisteredDatabase } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import { positionAt, type DialectName, type StatementKind, type StatementText } from '../sql/index.js';
import type { PreparedStatement } from './prepare.js';

/** How an engine takes statements that are no part of a transaction. */
interface Misfits {
  readonly engine: string;
  /** What it does with them. */
  readonly why: string;
  /** Kinds that are always fit; undefined: all but those whose words are listed. */
  readonly fitKinds?: ReadonlySet<StatementKind>;
  /** Words that a statement begins with: fit where `fitKinds` is given, and unfit where it is not. */
  readonly words: readonly string[];
  /** Words that make a statement unfit wherever they stand in it. */
  readonly unfitAnywhere: ReadonlySet<string>;
}

/**
 * https://dev.mysql.com/doc/refman/8.4/en/implicit-commit.html, https://mariadb.com/kb/en/sql-statements-that-cause-an-implicit-commit/,
 * https://www.postgresql.org/docs/current/sql-vacuum.html and its like, https://sqlite.org/lang_vacuum.html.
 */
const MISFITS: Readonly<Record<DialectName, Misfits>> = {
  MYSQL: {
    engine: 'MySQL',
    why: 'may commit by itself',
    fitKinds: new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'UPSERT']),
    words: ['SHOW', 'DESCRIBE', 'DESC', 'EXPLAIN', 'SET', 'DO', 'CREATE TEMPORARY', 'DROP TEMPORARY'],
    unfitAnywhere: new Set(['AUTOCOMMIT', '@@AUTOCOMMIT', 'PASSWORD']),
  },
  POSTGRESQL: {
    engine: 'PostgreSQL',
    why: 'runs it only by itself',
    words: [
      ...['VACUUM', 'CREATE DATABASE', 'DROP DATABASE', 'ALTER SYSTEM', 'CREATE TABLESPACE', 'DROP TABLESPACE'],
      ...['CREATE SUBSCRIPTION', 'DROP SUBSCRIPTION', 'REINDEX DATABASE', 'REINDEX SYSTEM'],
    ],
    unfitAnywhere: new Set(['CONCURRENTLY']),
  },
  SQLITE: {
    engine: 'SQLite',
    why: 'runs it only by itself',
    words: ['VACUUM', 'ATTACH', 'DETACH'],
    unfitAnywhere: new Set(),
  },
};

/**
 * Refuses what is no part of a transaction before any of it runs: what ends or begins one, and what the engine commits for
 * or runs only by itself.
 * @throws DragomanError BAD_USER_INPUT; WRITE_NOT_ALLOWED in a transaction that only reads; DATABASE_READ_ONLY
 */
export function assertFits(
  { kind, reads, statement }: PreparedStatement,
  { name, adapter }: RegisteredDatabase,
  readOnly: boolean,
): void {
  const position = positionAt(statement.text, 0);
  if (kind === 'TRANSACTION') {
    throw new DragomanError('BAD_USER_INPUT', 'A transaction is begun, marked and ended by mutations, not in SQL.', {
      position,
      hint: 'Use `commitTransaction`, `rollbackTransaction`, `savepoint` and their like; an isolation level is chosen at the beginning.',
    });
  }
  if (reads === 'no' && readOnly) {
    throw new DragomanError('WRITE_NOT_ALLOWED', `${spoken(kind)} is no read, and the transaction only reads.`, {
      position,
      hint: 'Begin one with `readOnly: false`.',
    });
  }
  if (reads === 'no' && adapter.access === 'READ_ONLY') {
    throw new DragomanError('DATABASE_READ_ONLY', `The database "${name}" is registered for reading only.`);
  }
  const misfits = MISFITS[adapter.dialect];
  if (!isMisfit(kind, statement, misfits)) return;
  throw new DragomanError(
    'BAD_USER_INPUT',
    `${spoken(kind)} can't be part of a transaction: ${misfits.engine} ${misfits.why}.`,
    {
      position,
      hint: 'Send it by itself with `execute`.',
    },
  );
}

function isMisfit(
  kind: StatementKind,
  { tokens }: StatementText,
  { fitKinds, words, unfitAnywhere }: Misfits,
): boolean {
  if (fitKinds?.has(kind) === true) return false;
  const said = tokens
    .filter((token) => token.kind === 'word' || token.kind === 'variable')
    .map(({ text }) => text.toUpperCase());
  const begins = words.some((phrase) => phrase.split(' ').every((word, place) => said[place] === word));
  const isListed = fitKinds === undefined ? begins : !begins;
  return isListed || said.some((word) => unfitAnywhere.has(word));
}

const spoken = (kind: StatementKind): string =>
  ['UNKNOWN', 'UTILITY', 'SELECT'].includes(kind) ? 'This statement' : kind.replace('_', ' ');
