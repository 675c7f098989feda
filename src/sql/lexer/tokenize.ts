import type { Dialect } from '../dialects/dialect.js';
import { isSpace } from './characters.js';
import { readComment, readExecutableMarker } from './comments.js';
import { readNumber } from './numbers.js';
import { readColon, readOperator, readPunctuation } from './operators.js';
import { readPlaceholder, readVariable } from './placeholders.js';
import { readDollarQuoted, readQuoted } from './quoted.js';
import { MAX_SQL_LENGTH, Scanner, tooLarge } from './scanner.js';
import type { Token } from './token.js';
import { readWord } from './words.js';

/**
 * What may stand next, in order: an earlier reader wins. Each moves the scanner on and tells
 * so, or leaves it where it is.
 */
const READERS: readonly ((scanner: Scanner) => boolean)[] = [
  readExecutableMarker,
  readComment,
  readPlaceholder,
  readVariable,
  readDollarQuoted,
  readNumber,
  readWord,
  readQuoted,
  readColon,
  readPunctuation,
  readOperator,
];

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
    else if (!READERS.some((read) => read(scanner))) failAtCharacter(scanner);
  }
  const open = scanner.executableComment;
  if (open !== undefined) scanner.fail(open.start, 'A comment is not closed.', 'Close it with "*/".');
  return scanner.tokens;
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
