import { isSpace } from './characters.js';
import { lineCommentEnd } from './comments.js';
import type { Scanner } from './scanner.js';

/** How one kind of quotes is read. */
export interface QuoteRule {
  readonly kind: 'string' | 'blob' | 'quoted-name';
  readonly backslashEscapes: boolean;
}

const NAME: QuoteRule = { kind: 'quoted-name', backslashEscapes: false };

/** Reads a string or name that starts with its quote. */
export function readQuoted(scanner: Scanner): boolean {
  const { quoting } = scanner.dialect;
  const plain: QuoteRule = { kind: 'string', backslashEscapes: quoting.backslashEscapes };
  switch (scanner.sql[scanner.at]) {
    case "'":
      return readQuotes(scanner, 0, plain);
    case '"':
      return readQuotes(scanner, 0, quoting.doubleQuotes === 'string' ? plain : NAME);
    case '`':
      return quoting.backtickNames && readQuotes(scanner, 0, NAME);
    case '[':
      return quoting.bracketNames && readBrackets(scanner);
    default:
      return false;
  }
}

/** Reads what stands in the quotes that open `ahead` of the scanner, with what stands before them. */
export function readQuotes(scanner: Scanner, ahead: number, rule: QuoteRule): true {
  const open = scanner.at + ahead;
  let end = quotesEnd(scanner, open, rule);
  if (rule.kind === 'string' && scanner.dialect.quoting.continuedStrings) {
    for (let next = continuation(scanner, end); next >= 0; next = continuation(scanner, end)) {
      end = quotesEnd(scanner, next, rule);
    }
  }
  return scanner.push({ kind: rule.kind }, end);
}

/** The offset behind the closing quote; a doubled quote stands for itself. */
export function quotesEnd(scanner: Scanner, open: number, rule: QuoteRule): number {
  const { sql } = scanner;
  const quote = sql[open];
  for (let at = open + 1; at < sql.length; at += 1) {
    if (sql[at] === '\\' && rule.backslashEscapes) at += 1;
    else if (sql[at] === quote) {
      if (sql[at + 1] !== quote) return at + 1;
      at += 1;
    }
  }
  const what = rule.kind === 'quoted-name' ? 'quoted name' : 'string';
  return scanner.failUnclosed(
    open,
    `A ${what} is not closed.`,
    `Close it with ${quote}; a doubled ${quote} stands for one.`,
  );
}

/**
 * Where a string goes on: in a quote behind white space (and line comments) with a line's end in it,
 * or -1. An E string's second part has the escapes of its first.
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-STRINGS
 */
function continuation(scanner: Scanner, from: number): number {
  const { sql } = scanner;
  let at = from;
  let newLine = false;
  for (;;) {
    if (isSpace(sql.charCodeAt(at))) {
      newLine ||= sql[at] === '\n' || sql[at] === '\r';
      at += 1;
    } else if (sql.startsWith('--', at)) at = lineCommentEnd(scanner, at);
    else return newLine && sql[at] === "'" ? at : -1;
  }
}

function readBrackets(scanner: Scanner): true {
  const close = scanner.sql.indexOf(']', scanner.at);
  if (close < 0) scanner.failUnclosed(scanner.at, 'A quoted name is not closed.', 'Close it with ].');
  return scanner.push(NAME, close + 1);
}

const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;

/**
 * Reads `$tag$…$tag$`. That none begins inside a name, as in a$b$, is the words' doing: they take `$` along.
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-DOLLAR-QUOTING
 */
export function readDollarQuoted(scanner: Scanner): boolean {
  const { sql, at, dialect } = scanner;
  if (!dialect.quoting.dollarQuotes || sql[at] !== '$') return false;
  DOLLAR_TAG.lastIndex = at;
  const tag = DOLLAR_TAG.exec(sql)?.[0];
  if (tag === undefined) return false;
  // from dollar to dollar: a search for the whole tag may take quadratic time
  for (let close = sql.indexOf('$', at + tag.length); close >= 0; close = sql.indexOf('$', close + 1)) {
    if (sql.startsWith(tag, close)) return scanner.push({ kind: 'string' }, close + tag.length);
  }
  return scanner.failUnclosed(at, 'A dollar-quoted string is not closed.', `Close it with ${tag}.`);
}
