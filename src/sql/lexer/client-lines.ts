import type { Scanner } from './scanner.js';
import { keyword, type Token } from './token.js';

/**
 * What dumps and scripts hold that is meant for the client program, and no server reads. It becomes comments, so that
 * statements keep their places.
 */

const LINE = /[^\r\n]*/y;
const DELIMITER = /DELIMITER[^\S\r\n]+(\S+)[^\S\r\n]*(?=[\r\n]|$)/iy;

const LINE_MARKS = { backslash: '\\', dot: '.' } as const;

/** psql's backslash commands, sqlite3's dot commands and mysql's DELIMITER, where a statement may start. */
export function readClientLine(scanner: Scanner): boolean {
  const { sql, at, dialect } = scanner;
  const { clientLines } = dialect.statements;
  if (!scanner.atStatementStart) return false;
  if (clientLines !== 'delimiter')
    return (
      sql[at] === LINE_MARKS[clientLines] && startsLine(scanner) && scanner.push({ kind: 'comment' }, lineEnd(scanner))
    );
  if (sql[at] !== 'D' && sql[at] !== 'd') return false;
  DELIMITER.lastIndex = at;
  const command = DELIMITER.exec(sql);
  if (command === null) return false;
  scanner.delimiter = command[1] === ';' ? undefined : command[1];
  return scanner.push({ kind: 'comment' }, at + command[0].length);
}

/** The delimiter that a DELIMITER before said. */
export function readTerminator(scanner: Scanner): boolean {
  const { delimiter } = scanner;
  if (delimiter === undefined || !scanner.startsWith(delimiter)) return false;
  return scanner.push({ kind: 'terminator' }, scanner.at + delimiter.length);
}

const NO_MORE = -1;
const END_OF_ROWS = /^\\\.[^\S\n]*$/gm;

/** Where the next rows end; -1 where no such line is left, which is kept so as not to look for it again and again. */
function endOfRows(scanner: Scanner): number {
  END_OF_ROWS.lastIndex = scanner.at;
  const end = END_OF_ROWS.exec(scanner.sql);
  scanner.lastRowsEnd = end === null ? NO_MORE : end.index + end[0].length;
  return scanner.lastRowsEnd;
}

/** The rows behind `COPY … FROM stdin;`, up to the line `\.`. */
export function readCopiedRows(scanner: Scanner): boolean {
  const { tokens, at, dialect } = scanner;
  if (dialect.statements.clientLines !== 'backslash' || scanner.previous?.text !== ';' || !startsLine(scanner))
    return false;
  if (tokens[tokens.length - 1] !== scanner.previous || !copiesFromStdin(tokens)) return false;
  if (scanner.lastRowsEnd === NO_MORE) return false;
  const end = endOfRows(scanner);
  return end > at && scanner.push({ kind: 'comment' }, end);
}

/** Whether the statement that has just ended, with its semicolon, was COPY … FROM STDIN. */
export function copiesFromStdin(tokens: readonly Token[]): boolean {
  let index = tokens.length - 2;
  let isStdin = false;
  for (; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token?.text === ';') break;
    if (keyword(token) === 'STDIN' && keyword(tokens[index - 1]) === 'FROM') isStdin = true;
  }
  const first = tokens.slice(index + 1).find(({ kind }) => kind !== 'comment');
  return isStdin && keyword(first) === 'COPY';
}

function startsLine({ sql, at }: Scanner): boolean {
  return at === 0 || sql[at - 1] === '\n' || sql[at - 1] === '\r';
}

function lineEnd({ sql, at }: Scanner): number {
  LINE.lastIndex = at;
  return at + (LINE.exec(sql)?.[0].length ?? 0);
}
