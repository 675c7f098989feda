import { DragomanError } from '../../errors/index.js';
import type { Statement, Unknown } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import type { Token } from '../lexer/token.js';
import { tokenize } from '../lexer/tokenize.js';
import { administrationReaders } from './administration/index.js';
import { atChange, parseChange, parseStatementBody } from './changes/index.js';
import { attachComments } from './comments.js';
import { Cursor } from './cursor.js';
import { definitionReaders } from './definitions/index.js';

/**
 * Readers of statements by their first word, beside queries and changes. One answers undefined, and moves nothing, where
 * the dialect has no such statement.
 */
const READERS: Readonly<Record<string, (cursor: Cursor) => Statement | undefined>> = {
  ...definitionReaders,
  ...administrationReaders,
};

const QUERY_WORDS: ReadonlySet<string> = new Set(['SELECT', 'WITH', 'VALUES', 'TABLE', '(']);

/**
 * Reads one statement. One that starts with no word that the grammar knows is `unknown`, with its text and the reason.
 *
 * @throws DragomanError `SQL_SYNTAX` with the place, what stands there, what was expected, and a hint where the mistake
 *   is a known one; `REQUEST_TOO_LARGE` past the most tokens or the deepest nesting; what `tokenize` throws.
 */
export function parseStatement(sql: string, dialect: Dialect): Statement {
  return parseTokens(sql, tokenize(sql, dialect), dialect);
}

/** The same of a statement's tokens, whose offsets count in `sql`; a semicolon may end them. */
export function parseTokens(sql: string, tokens: readonly Token[], dialect: Dialect): Statement {
  const cursor = new Cursor(sql, tokens, dialect);
  try {
    return readStatement(cursor);
  } catch (error) {
    if (!(error instanceof DragomanError) || error.code !== 'SQL_SYNTAX') throw error;
    // what was expected is gathered on a second reading alone, so that texts without a fault are read faster
    return readStatement(new Cursor(sql, tokens, dialect, true));
  }
}

function readStatement(cursor: Cursor): Statement {
  const statement = readKnown(cursor);
  while (cursor.take(';'));
  if (!cursor.atEnd) cursor.unexpected('the end of the statement');
  const comments = cursor.comments.filter((comment) => !cursor.hints.has(comment));
  if (comments.length > 0) attachComments(statement, comments, cursor.sql);
  return statement;
}

function readKnown(cursor: Cursor): Statement {
  const key = cursor.key();
  if (atChange(cursor)) return parseChange(cursor);
  const read = Object.hasOwn(READERS, key) ? READERS[key] : undefined;
  const statement = read?.(cursor);
  if (statement !== undefined) return statement;
  if (QUERY_WORDS.has(key)) return parseStatementBody(cursor);
  return unknown(cursor);
}

function unknown(cursor: Cursor): Unknown {
  const first = cursor.token();
  if (first === undefined) return cursor.unexpected('a statement');
  const { start } = cursor;
  cursor.index = cursor.tokens.length;
  const span = cursor.since(start);
  const reason = `No statement that is known starts with \`${first.text}\`.`;
  return { kind: 'unknown', text: cursor.sql.slice(span.start, span.end), reason, span };
}
