/** Statements about sessions, transactions, settings and servers. */
import type { Statement } from '../../ast/index.js';
import { administrationRules } from '../../dialects/administration-rules.js';
import type { Cursor } from '../cursor.js';
import { commandAt, readCommand } from './commands.js';
import { parseCopy } from './copy.js';
import { parseExplain } from './explain.js';
import { parseLoadData } from './load-data.js';
import { parseLock, parseUnlock } from './locks.js';
import { parsePragma } from './pragmas.js';
import { parseCallStatement, parseDeallocate, parseExecute, parsePrepare } from './prepared.js';
import { parseReset, parseSet } from './settings.js';
import { parseShow } from './show.js';
import * as transactions from './transactions.js';

export { commandEffect } from './commands.js';

/** Readers of statements that have a node of their own, by their first word. */
const READERS: Readonly<Record<string, (cursor: Cursor) => Statement>> = {
  BEGIN: transactions.parseBegin,
  START: transactions.parseStart,
  COMMIT: transactions.parseCommit,
  END: transactions.parseCommit,
  ROLLBACK: transactions.parseRollback,
  ABORT: transactions.parseRollback,
  SAVEPOINT: transactions.parseSavepoint,
  RELEASE: transactions.parseRelease,
  XA: transactions.parseXa,
  PREPARE: parsePrepare,
  EXECUTE: parseExecute,
  DEALLOCATE: parseDeallocate,
  SET: parseSet,
  RESET: parseReset,
  SHOW: (cursor) => parseShow(cursor),
  DESCRIBE: parseExplain,
  DESC: parseExplain,
  EXPLAIN: parseExplain,
  ANALYZE: parseExplain,
  PRAGMA: parsePragma,
  COPY: parseCopy,
  LOAD: parseLoadData,
  LOCK: parseLock,
  UNLOCK: parseUnlock,
  CALL: parseCallStatement,
};

/** A command by its longest head, or the statement that the dialect has by its first word; undefined for neither. */
function parseAdministration(cursor: Cursor): Statement | undefined {
  const row = commandAt(cursor);
  if (row !== undefined) return readCommand(cursor, row);
  const key = cursor.key();
  const read = administrationRules[cursor.dialect.name].statements.has(key) ? READERS[key] : undefined;
  return read?.(cursor);
}

/** First words of definitions, whose readers ask for commands themselves. */
const DEFINITIONS: ReadonlySet<string> = new Set(['CREATE', 'ALTER', 'DROP', 'COMMENT', 'RENAME', 'TRUNCATE']);

const FIRST_WORDS = new Set([
  ...Object.keys(READERS),
  ...Object.values(administrationRules).flatMap(({ commands }) => [...commands.keys()]),
]);

/** Readers of administration by the first word of the statement. */
export const administrationReaders: Readonly<Record<string, (cursor: Cursor) => Statement | undefined>> =
  Object.fromEntries(
    [...FIRST_WORDS].filter((word) => !DEFINITIONS.has(word)).map((word) => [word, parseAdministration]),
  );
