import type { Expression } from '../../../ast/index.js';
import { number } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { isNumber } from '../coercion.js';
import { readMoment } from './moment-texts.js';
import { momentOfText, type Moment, type MomentKind } from './moments.js';

/** MySQL reads 20240131 as a date; to SQLite a number is a Julian day. */
export function momentOfNumber(node: Expression, t: Translator, wanted?: MomentKind): Moment | undefined {
  if (node.kind === 'number' && t.source === 'MYSQL') {
    const read = readMoment(node.text, 'MYSQL');
    return read && momentOfText(read, wanted ?? read.kind, node, t);
  }
  if (t.source !== 'SQLITE' || !isNumber(node, t)) return undefined;
  return {
    made: t.form(OF_JULIAN_DAY[t.target], [t.value(node), number('2440587.5', node.span)], node),
    kind: 'TIMESTAMP',
  };
}

/** A moment out of a Julian day, and of the day that 1970 begins with. */
export const OF_JULIAN_DAY = {
  POSTGRESQL: "date_trunc('milliseconds', timestamp '1970-01-01' + ($1 - $2) * interval '1 day')",
  MYSQL: "TIMESTAMP '1970-01-01 00:00:00' + INTERVAL ROUND(($1 - $2) * 86400000) * 1000 MICROSECOND",
  SQLITE: '$1',
} as const;
