import type { Unparsed } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { textBetween } from '../source-text.js';

/**
 * Takes a body: up to the semicolon, but for those between BEGIN and END, IF and END IF, and their like. It is kept as
 * it is written, with its comments.
 */
export function takeBody(cursor: Cursor, reason: string): Unparsed {
  const { start, index } = cursor;
  if (cursor.atEnd || cursor.at(';')) cursor.unexpected('a body');
  cursor.index = bodyEnd(cursor, behindLoops(cursor));
  return { kind: 'unparsed', text: bodyText(cursor, index), reason, span: cursor.since(start) };
}

/** Statements that are closed by END and their own word. */
const LOOPS: ReadonlySet<string> = new Set(['IF', 'LOOP', 'WHILE', 'REPEAT', 'FOR']);

/** Where END IF stands, if the body is an IF, and so on; else where it starts. */
function behindLoops({ keys, index }: Cursor): number {
  const first = keys[index + 1] === ':' ? index + 2 : index;
  const word = keys[first] ?? '';
  if (!LOOPS.has(word)) return index;
  const end = keys.findLastIndex((key, at) => key === word && keys[at - 1] === 'END');
  return Math.max(end, index);
}

/** Index of the first semicolon that stands in no block, or of the end. */
function bodyEnd({ keys, dialect }: Cursor, from: number): number {
  const { bodyMark } = dialect.statements;
  let depth = 0;
  for (let at = from; at < keys.length; at += 1) {
    const key = keys[at] ?? '';
    if (key === ';' && depth <= 0) return at;
    if (keys[at - 1] === '.') continue;
    if (key === 'BEGIN' && (bodyMark === null || keys[at + 1] === bodyMark)) depth += 1;
    // END CASE closes one CASE and opens none
    if (key === 'CASE' && keys[at - 1] !== 'END') depth += 1;
    if (key === 'END' && !LOOPS.has(keys[at + 1] ?? '')) depth -= 1;
  }
  return keys.length;
}

/** The text as it is written; where executable comments start or end inside it, without any comment. */
function bodyText(cursor: Cursor, from: number): string {
  const tokens = cursor.tokens.slice(from, cursor.index);
  const first = tokens[0];
  const last = tokens[tokens.length - 1];
  if (first === undefined || last === undefined) return '';
  const around = first.executableComment?.start;
  if (tokens.some((token) => token.executableComment?.start !== around)) return textBetween(cursor, from, cursor.index);
  for (const comment of cursor.comments) {
    // they stand in the text already
    if (comment.start > first.start && comment.end < last.end) cursor.hints.add(comment);
  }
  return cursor.sql.slice(first.start, last.end);
}
