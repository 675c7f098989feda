import type { Expression } from '../../ast/index.js';
import type { SqlTypeName } from '../../typing/index.js';
import type { Translator } from '../translator.js';

/** https://www.postgresql.org/docs/current/datatype-datetime.html, https://www.postgresql.org/docs/current/datatype-numeric.html */
export const ENDLESS = /^\s*[-+]?inf(?:inity)?\s*$/i;
const NO_NUMBER = /^\s*(?:nan|[-+]?inf(?:inity)?)\s*$/i;
const BEFORE_CHRIST = /\bBC\s*$/i;

export const NO_END = 'The target has no moment without end.';

const MOMENTS: ReadonlySet<string> = new Set<SqlTypeName>(['DATE', 'TIMESTAMP', 'TIMESTAMPTZ']);
const NUMBERS: ReadonlySet<string> = new Set<SqlTypeName>(['DECIMAL', 'FLOAT']);

/**
 * Looks at a value of PostgreSQL's that MySQL's columns do not keep.
 * @throws DragomanError UNTRANSLATABLE for such a value
 */
export function refuseEndless(value: Expression, type: string | undefined, t: Translator): void {
  if (value.kind !== 'string' || type === undefined || t.source !== 'POSTGRESQL' || t.target !== 'MYSQL') return;
  const { value: written } = value;
  if (MOMENTS.has(type) && ENDLESS.test(written)) t.refuse(value, NO_END, 'Take a day far off, or NULL.');
  if (MOMENTS.has(type) && BEFORE_CHRIST.test(written))
    t.refuse(value, 'The target has no days before the year 0.', 'Keep it in a column of texts.');
  if (NUMBERS.has(type) && NO_NUMBER.test(written))
    t.refuse(value, 'The target’s numbers have no NaN and no infinity.', 'Take NULL, or keep it in a column of texts.');
}
