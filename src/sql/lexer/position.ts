import type { Position } from '../../errors/index.js';

const LINE_END = /\r\n|\r|\n/g;

/** Where an offset (in UTF-16 units) stands in a text, by line and column from 1. */
export function positionAt(sql: string, offset: number): Position {
  let line = 1;
  let lineStart = 0;
  for (const match of sql.matchAll(LINE_END)) {
    const next = match.index + match[0].length;
    if (next > offset) break;
    line += 1;
    lineStart = next;
  }
  return { line, column: offset - lineStart + 1 };
}

/** The position `inner` of a text that itself starts at `start`. */
export function behindText(start: Position, inner: Position): Position {
  if (inner.line > 1) return { line: start.line + inner.line - 1, column: inner.column };
  return { line: start.line, column: start.column + inner.column - 1 };
}
