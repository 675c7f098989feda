import { isSpace } from './characters.js';
import type { Scanner } from './scanner.js';

/** `/*!`, with a version of five or six digits, or MariaDB's `/*M!`. */
const EXECUTABLE_OPENING = /\/\*M?!(\d{5,6})?/y;

/** No server is of such a version: what stands in the comment is meant for none. mysqldump of MariaDB opens so. */
const NO_VERSION = 990_000;

/**
 * Skips what opens or closes an executable comment, so that its contents are read as code.
 * https://dev.mysql.com/doc/refman/8.4/en/comments.html, https://mariadb.com/kb/en/comment-syntax/
 */
export function readExecutableMarker(scanner: Scanner): boolean {
  if (!scanner.dialect.comments.executable) return false;
  if (scanner.executableComment !== undefined && scanner.startsWith('*/')) {
    scanner.at += 2;
    scanner.executableComment.end = scanner.at;
    scanner.executableComment = undefined;
    return true;
  }
  EXECUTABLE_OPENING.lastIndex = scanner.at;
  const opening = EXECUTABLE_OPENING.exec(scanner.sql);
  if (opening === null || Number(opening[1] ?? 0) >= NO_VERSION) return false;
  if (scanner.executableComment !== undefined) {
    scanner.fail(scanner.at, 'An executable comment stands in another one.', 'Close the first one before it.');
  }
  scanner.executableComment = { start: scanner.at, end: scanner.sql.length };
  scanner.at += opening[0].length;
  return true;
}

/** Reads a comment that is none of the executable ones. */
export function readComment(scanner: Scanner): boolean {
  if (startsLineComment(scanner)) return scanner.push({ kind: 'comment' }, lineCommentEnd(scanner, scanner.at));
  if (scanner.startsWith('/*')) return scanner.push({ kind: 'comment' }, blockCommentEnd(scanner));
  return false;
}

function startsLineComment(scanner: Scanner): boolean {
  const { hash, dashesNeedSpace } = scanner.dialect.comments;
  if (scanner.startsWith('#')) return hash;
  if (!scanner.startsWith('--')) return false;
  // MySQL reads 5--3 as a subtraction; a control character counts as white space
  const next = scanner.code(2);
  return !dashesNeedSpace || Number.isNaN(next) || isSpace(next) || next < 0x20 || next === 0x7f;
}

/** The offset of the line's end (or the text's) behind `from`. */
export function lineCommentEnd(scanner: Scanner, from: number): number {
  const { sql, dialect } = scanner;
  let end = from;
  while (end < sql.length) {
    const code = sql.charCodeAt(end);
    if (code === 0x0a || (code === 0x0d && dialect.comments.carriageReturnEnds)) break;
    end += 1;
  }
  return end;
}

function blockCommentEnd(scanner: Scanner): number {
  const { sql, at, dialect } = scanner;
  const marks = /\/\*|\*\//g;
  marks.lastIndex = at + 2;
  let depth = 1;
  for (let mark = marks.exec(sql); mark !== null; mark = marks.exec(sql)) {
    if (mark[0] === '*/') depth -= 1;
    else if (dialect.comments.nested) depth += 1;
    // "/*" of a comment that does not nest may hide its end: /* a /*/
    else marks.lastIndex -= 1;
    if (depth === 0) return marks.lastIndex;
  }
  if (dialect.comments.mayRunToEnd) return sql.length;
  return scanner.failUnclosed(at, 'A comment is not closed.', 'Close it with "*/".');
}
