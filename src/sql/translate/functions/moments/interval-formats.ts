import type { Expression } from '../../../ast/index.js';
import { concatenated } from '../../expressions/texts/concatenation.js';
import { text } from '../../made-nodes.js';
import type { CallPlace } from '../form.js';
import { partOfInterval } from './interval-parts.js';
import type { Piece } from './format-pieces.js';
import { readFormat } from './format-reading.js';

/** Numbers of an interval that a format writes, with so many digits at least. */
const NUMBERS: Readonly<Partial<Record<Piece, readonly [part: string, width: 1 | 2]>>> = {
  day: ['day', 2],
  'short day': ['day', 1],
  hour: ['hour', 2],
  'short hour': ['hour', 1],
  minute: ['minute', 2],
  'short minute': ['minute', 1],
  second: ['whole second', 2],
  'short second': ['whole second', 1],
};

const WRITTEN = {
  1: { MYSQL: 'CAST($1 AS CHAR)', SQLITE: 'CAST($1 AS TEXT)' },
  2: {
    MYSQL: "CONCAT(CASE WHEN $1 < 0 THEN '-' ELSE '' END, LPAD(ABS($1), GREATEST(2, CHAR_LENGTH(ABS($1))), '0'))",
    SQLITE: "CASE WHEN $1 < 0 THEN '-' ELSE '' END || substr('0' || ABS($1), -MAX(2, length(ABS($1))))",
  },
} as const;

/** to_char(interval, format): its hours may be more than a day has. */
export function formattedInterval(
  interval: Expression,
  format: Expression | undefined,
  { node, t }: CallPlace,
): Expression | undefined {
  const pieces: Expression[] = [];
  const read = format?.kind === 'string' ? readFormat(format.value, t.source) : undefined;
  for (const one of read ?? []) {
    if (typeof one === 'string') {
      pieces.push(text(one, node.span));
      continue;
    }
    const [part, width] = NUMBERS[one.piece] ?? [];
    const made = part === undefined ? undefined : partOfInterval(part, interval, node, t);
    if (made === undefined || width === undefined) return undefined;
    pieces.push(t.form(WRITTEN[width][t.target as 'MYSQL' | 'SQLITE'], [made], node));
  }
  return pieces.some(({ kind }) => kind !== 'string') ? concatenated(pieces, t) : undefined;
}
