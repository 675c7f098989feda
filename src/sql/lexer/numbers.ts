import { isDigit, isHexDigit, isNamePart, nameEnd } from './characters.js';
import type { Scanner } from './scanner.js';

const UNDERSCORE = 0x5f;

/** Reads a number; where the dialect has names that start with a digit, such a name. */
export function readNumber(scanner: Scanner): boolean {
  const { sql, at, dialect } = scanner;
  const followsName = dialect.words.mayStartWithDigit && qualifies(scanner);
  if (sql[at] === '.' ? followsName || !isDigit(scanner.code(1)) : !isDigit(scanner.code())) return false;
  if (followsName) return scanner.push({ kind: 'word' }, nameEnd(sql, at));
  const end = radixEnd(scanner) ?? decimalEnd(scanner);
  if (dialect.words.mayStartWithDigit && isNamePart(sql.charCodeAt(end)) && !sql.slice(at, end).includes('.')) {
    return scanner.push({ kind: 'word' }, nameEnd(sql, at));
  }
  return scanner.push({ kind: 'number' }, end);
}

/** Whether a digit here belongs to a qualified name: `t.1st`, where the dot or the digit is next. */
function qualifies(scanner: Scanner): boolean {
  const { previous, beforePrevious, at, sql } = scanner;
  const before = sql[at] === '.' ? previous : beforePrevious;
  if (previous?.end !== at || (before?.kind !== 'word' && before?.kind !== 'quoted-name')) return false;
  return sql[at] === '.' || (previous.kind === 'punctuation' && previous.text === '.');
}

/** The end of `0x1F` and its like, or undefined where no such number stands. */
function radixEnd(scanner: Scanner): number | undefined {
  const { sql, at, dialect } = scanner;
  const letter = sql[at + 1]?.toLowerCase();
  if (sql[at] !== '0' || letter === undefined || !dialect.words.radixLetters.includes(letter)) return undefined;
  const belongs = letter === 'x' ? isHexDigit : isDigit;
  const end = digitsEnd(scanner, at + 2, belongs);
  return end === at + 2 ? undefined : end;
}

function decimalEnd(scanner: Scanner): number {
  const { sql } = scanner;
  let end = digitsEnd(scanner, scanner.at, isDigit);
  if (sql[end] === '.') end = digitsEnd(scanner, end + 1, isDigit);
  return exponentEnd(scanner, end);
}

function exponentEnd(scanner: Scanner, from: number): number {
  const { sql } = scanner;
  if (sql[from] !== 'e' && sql[from] !== 'E') return from;
  const sign = sql[from + 1];
  const digits = sign === '+' || sign === '-' ? from + 2 : from + 1;
  const end = digitsEnd(scanner, digits, isDigit);
  return end === digits ? from : end;
}

function digitsEnd(scanner: Scanner, from: number, belongs: (code: number) => boolean): number {
  const { sql, dialect } = scanner;
  let end = from;
  for (;;) {
    const code = sql.charCodeAt(end);
    const separates =
      dialect.words.digitSeparators && code === UNDERSCORE && belongs(sql.charCodeAt(end + 1)) && end > from;
    if (!belongs(code) && !separates) return end;
    end += 1;
  }
}
