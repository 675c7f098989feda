import { isDigit, isNamePart, isNameStart, nameEnd } from './characters.js';
import { operandExpected } from './operand.js';
import { quotesEnd } from './quoted.js';
import type { Scanner } from './scanner.js';
import type { NamedStyle, NumberedStyle } from './token.js';

/** Reads a placeholder of any style that the dialect has. */
export function readPlaceholder(scanner: Scanner): boolean {
  switch (scanner.sql[scanner.at]) {
    case '?':
      return readQuestion(scanner);
    case '$':
      return readDollar(scanner);
    case ':':
      return readColonName(scanner);
    case '@':
      return scanner.dialect.placeholders.atNames === 'placeholder' && readAtName(scanner);
    case '%':
      return readPercentName(scanner);
    default:
      return false;
  }
}

function readQuestion(scanner: Scanner): boolean {
  const { questionOperators, questionNumbers } = scanner.dialect.placeholders;
  if (questionOperators && !operandExpected(scanner)) return false;
  if (questionNumbers && isDigit(scanner.code(1))) return pushNumbered(scanner, 'question-number');
  return scanner.push({ kind: 'placeholder', style: 'question' }, scanner.at + 1);
}

function readDollar(scanner: Scanner): boolean {
  const { words, placeholders } = scanner.dialect;
  if (isDigit(scanner.code(1))) {
    if (words.mayStartWithDollar && isNamePart(scanner.sql.charCodeAt(numberEnd(scanner)))) return false;
    return pushNumbered(scanner, 'dollar-number');
  }
  return placeholders.dollarNames && isNameStart(scanner.code(1)) && pushNamed(scanner, 'dollar-name');
}

function readColonName(scanner: Scanner): boolean {
  if (!isNameStart(scanner.code(1))) return false;
  if (scanner.dialect.signs.colonSeparates && !operandExpected(scanner)) return false;
  return pushNamed(scanner, 'colon-name');
}

function readAtName(scanner: Scanner): boolean {
  if (!isNameStart(scanner.code(1))) return false;
  // where @ is an operator too, it is one behind an operand
  const mayBeOperator = scanner.dialect.signs.characters.includes('@');
  return (!mayBeOperator || operandExpected(scanner)) && pushNamed(scanner, 'at-name');
}

const PERCENT_NAME = /%\(([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)\)s(?![\w$\u0080-\uffff])/y;

/** The placeholder `%(name)s` at an offset, by the expressions of Python's drivers; null where none stands. */
export function percentNameAt(sql: string, offset: number): { name: string; end: number } | null {
  PERCENT_NAME.lastIndex = offset;
  const match = PERCENT_NAME.exec(sql);
  return match?.[1] === undefined ? null : { name: match[1], end: PERCENT_NAME.lastIndex };
}

/** Behind an operand the percent sign is the modulo: 5 %(b)s. */
function readPercentName(scanner: Scanner): boolean {
  const found = operandExpected(scanner) ? percentNameAt(scanner.sql, scanner.at) : null;
  if (found === null) return false;
  return scanner.push({ kind: 'placeholder', style: 'percent-name', name: found.name }, found.end);
}

function numberEnd(scanner: Scanner): number {
  let end = scanner.at + 1;
  while (isDigit(scanner.sql.charCodeAt(end))) end += 1;
  return end;
}

function pushNumbered(scanner: Scanner, style: NumberedStyle): true {
  const end = numberEnd(scanner);
  const number = Number(scanner.sql.slice(scanner.at + 1, end));
  return scanner.push({ kind: 'placeholder', style, number }, end);
}

function pushNamed(scanner: Scanner, style: NamedStyle): true {
  const end = nameEnd(scanner.sql, scanner.at + 1);
  return scanner.push({ kind: 'placeholder', style, name: scanner.sql.slice(scanner.at + 1, end) }, end);
}

const VARIABLE = /@@?[\w.$\u0080-\uffff]+/y;

/**
 * Reads `@x`, `@@x`, and the host part of an account: `@'localhost'`.
 * https://dev.mysql.com/doc/refman/8.4/en/user-variables.html
 */
export function readVariable(scanner: Scanner): boolean {
  const { sql, at, dialect } = scanner;
  if (sql[at] !== '@' || dialect.placeholders.atNames !== 'variable') return false;
  VARIABLE.lastIndex = at;
  const bare = VARIABLE.exec(sql)?.[0];
  if (bare !== undefined) {
    const name = bare.startsWith('@@') ? null : bare.slice(1);
    return scanner.push({ kind: 'variable', name }, at + bare.length);
  }
  const open = sql[at + 1] === '@' ? at + 2 : at + 1;
  if (!'\'"`'.includes(sql[open] ?? ' ')) return false;
  const backslashEscapes = sql[open] !== '`' && dialect.quoting.backslashEscapes;
  const kind = sql[open] === '`' ? 'quoted-name' : 'string';
  return scanner.push({ kind: 'variable', name: null }, quotesEnd(scanner, open, { kind, backslashEscapes }));
}
