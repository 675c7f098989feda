import type { Dialect } from '../dialects/dialect.js';
import { isSpace } from './characters.js';
import { readClientLine, readCopiedRows, readTerminator } from './client-lines.js';
import { readComment, readExecutableMarker } from './comments.js';
import { readNumber } from './numbers.js';
import { readColon, readOperator, readPunctuation } from './operators.js';
import { readPlaceholder, readVariable } from './placeholders.js';
import { readDollarQuoted, readQuoted } from './quoted.js';
import { MAX_SQL_LENGTH, Scanner, tooLarge } from './scanner.js';
import type { Token } from './token.js';
import { readWord } from './words.js';

type Reader = (scanner: Scanner) => boolean;

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_';

/**
 * What may stand next, in order: an earlier reader wins. Each moves the scanner on and tells so, or leaves it where it
 * is. The second is what it may start with; undefined for anything.
 */
const READERS: readonly (readonly [Reader, string | undefined])[] = [
  [readExecutableMarker, '/*'],
  [readComment, '-/#'],
  [readPlaceholder, '?$:@%'],
  [readVariable, '@'],
  [readDollarQuoted, '$'],
  [readNumber, '0123456789.'],
  [readWord, `${LETTERS}$`],
  [readQuoted, '\'"`['],
  [readColon, ':'],
  [readPunctuation, undefined],
  [readOperator, undefined],
];

/** Readers of what no dialect has but in some places, whatever it starts with. */
const PLACED: readonly Reader[] = [readTerminator, readClientLine, readCopiedRows];

const ASCII_END = 0x80;

/** The readers by the character that comes next; what is not ASCII starts a word. */
const READERS_BY_CODE: readonly (readonly Reader[])[] = Array.from({ length: ASCII_END }, (_, code) =>
  READERS.filter(([, starts]) => starts?.includes(String.fromCharCode(code)) ?? true)
    // a letter starts a word and nothing else
    .filter(([reader], index, fitting) => fitting[0]?.[0] !== readWord || reader === readWord || index === 0)
    .map(([reader]) => reader),
);
const WORD: readonly Reader[] = [readWord];

/**
 * Reads a SQL text into tokens, comments among them, in time that grows with its length alone.
 *
 * @throws DragomanError `SQL_SYNTAX` with the position of what is not closed or starts no token;
 *   `REQUEST_TOO_LARGE` past `MAX_SQL_LENGTH` or `MAX_TOKENS`.
 */
export function tokenize(sql: string, dialect: Dialect): Token[] {
  if (sql.length > MAX_SQL_LENGTH) throw tooLarge('characters', MAX_SQL_LENGTH);
  const scanner = new Scanner(sql, dialect);
  refuseNul(scanner);
  while (scanner.at < sql.length) {
    if (isSpace(scanner.code())) scanner.at += 1;
    else readToken(scanner);
  }
  const open = scanner.executableComment;
  if (open !== undefined) scanner.fail(open.start, 'A comment is not closed.', 'Close it with "*/".');
  return scanner.tokens;
}

/** Reads what stands next, which is no white space. @throws DragomanError SQL_SYNTAX */
export function readToken(scanner: Scanner): void {
  if (!readPlaced(scanner) && !readNext(scanner, scanner.code())) failAtCharacter(scanner);
}

function readPlaced(scanner: Scanner): boolean {
  return (scanner.delimiter !== undefined || scanner.atStatementStart) && PLACED.some((read) => read(scanner));
}

function readNext(scanner: Scanner, code: number): boolean {
  const readers = code < ASCII_END ? (READERS_BY_CODE[code] ?? WORD) : WORD;
  for (const read of readers) if (read(scanner)) return true;
  return false;
}

/** Drivers and engines end a text at its first NUL, wherever it stands: what follows would not be run. */
function refuseNul(scanner: Scanner): void {
  const nul = scanner.sql.indexOf('\0');
  if (nul >= 0) scanner.fail(nul, 'The SQL text holds a NUL character.', 'Take it out, or pass it as a parameter.');
}

function failAtCharacter(scanner: Scanner): never {
  const character = String.fromCodePoint(scanner.sql.codePointAt(scanner.at) ?? 0);
  const hint = scanner.startsWith('::') ? 'Write CAST(x AS type) for a cast.' : 'Is it meant to stand in quotes?';
  return scanner.fail(scanner.at, `${JSON.stringify(character)} can’t stand here.`, hint);
}
