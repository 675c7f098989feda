import type { Cursor } from './cursor.js';

/** Texts of the optimizer hints between the last token and the next, without their signs. */
export function hintsBehind(cursor: Cursor): string[] {
  const { comments, end, start } = cursor;
  if (comments.length === 0) return [];
  const hints: string[] = [];
  for (let index = firstFrom(cursor, end); index < comments.length; index += 1) {
    const comment = comments[index];
    if (comment === undefined || comment.start >= start) break;
    if (!comment.text.startsWith('/*+')) continue;
    hints.push(comment.text.slice(3, -2).trim());
    cursor.hints.add(comment);
  }
  return hints;
}

/** Index of the first comment at or behind an offset. */
function firstFrom({ comments }: Cursor, offset: number): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
