import { isNameStart } from './characters.js';
import { operandExpected } from './operand.js';
import { percentNameAt } from './placeholders.js';
import type { Scanner } from './scanner.js';

/** Reads a single character of punctuation. */
export function readPunctuation(scanner: Scanner): boolean {
  const character = scanner.sql[scanner.at] ?? '';
  const known = scanner.dialect.signs.punctuation.includes(character);
  return known && scanner.push({ kind: 'punctuation' }, scanner.at + 1);
}

/** Reads what starts with a colon and is no placeholder: a cast, an assignment, a slice, a label. */
export function readColon(scanner: Scanner): boolean {
  const { spellings, doubleColonCasts } = scanner.dialect.signs;
  if (!scanner.startsWith(':')) return false;
  // left to itself, the second colon of a cast would open a placeholder
  if (scanner.startsWith('::') && !doubleColonCasts) return false;
  const spelling = spellings.find((each) => scanner.startsWith(each));
  if (spelling === undefined) return false;
  if (spelling === ':' && operandExpected(scanner) && !isSlice(scanner)) return false;
  return scanner.push({ kind: 'operator' }, scanner.at + spelling.length);
}

/** A slice without its lower bound: a[:2]. */
function isSlice(scanner: Scanner): boolean {
  return scanner.previous?.kind === 'punctuation' && scanner.previous.text === '[';
}

/** Reads an operator: one of the dialect's spellings, or a run of its characters. */
export function readOperator(scanner: Scanner): boolean {
  const { spellings, characters } = scanner.dialect.signs;
  if (scanner.startsWith(':')) return false;
  const spelling = spellings.find((each) => scanner.startsWith(each));
  if (spelling !== undefined) return scanner.push({ kind: 'operator' }, scanner.at + spelling.length);
  if (!characters.includes(scanner.sql[scanner.at] ?? ' ')) return false;
  return readRun(scanner, runEnd(scanner));
}

/**
 * The end of a run of operator characters: before a comment, and before a placeholder that
 * touches the operator, as in `id=?` or `id=@id`.
 */
function runEnd(scanner: Scanner): number {
  const { sql, at } = scanner;
  const { characters } = scanner.dialect.signs;
  let end = at;
  while (end < sql.length && characters.includes(sql.charAt(end))) {
    if (sql.startsWith('--', end) || sql.startsWith('/*', end)) break;
    if (end > at && startsPlaceholder(scanner, end)) break;
    end += 1;
  }
  return end;
}

const LONGEST_LIKE_PLACEHOLDER = 3;

function startsPlaceholder(scanner: Scanner, offset: number): boolean {
  const { sql, at, dialect } = scanner;
  const found =
    sql[offset] === '?' ||
    (sql[offset] === '@' && isNameStart(sql.charCodeAt(offset + 1))) ||
    (sql[offset] === '%' && percentNameAt(sql, offset) !== null);
  if (!found) return false;
  const run = offset - at < LONGEST_LIKE_PLACEHOLDER ? sql.slice(at, offset + 1) : '';
  return !dialect.signs.endingLikePlaceholders.has(run);
}

const KEEPS_TRAILING_SIGN = /[~!@#%^&|`?]/;

/**
 * An operator of several characters can't end in + or - unless it holds one of ~ ! @ # % ^ & | ` ?
 * too; such signs are operators of their own. They are all taken here: to read on from each would
 * take quadratic time.
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-OPERATORS
 */
function readRun(scanner: Scanner, end: number): boolean {
  const { sql, at } = scanner;
  let first = end;
  if (!KEEPS_TRAILING_SIGN.test(sql.slice(at, end))) {
    while (first > at + 1 && (sql[first - 1] === '+' || sql[first - 1] === '-')) first -= 1;
  }
  scanner.push({ kind: 'operator' }, first);
  while (scanner.at < end) scanner.push({ kind: 'operator' }, scanner.at + 1);
  return true;
}
