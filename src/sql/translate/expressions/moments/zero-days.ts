import type { Expression } from '../../../ast/index.js';
import type { SqlTypeName } from '../../../typing/index.js';
import type { Translator } from '../../translator.js';

/** A day whose month or day is 0, which MySQL keeps: https://dev.mysql.com/doc/refman/8.4/en/date-and-time-types.html */
const ZERO_DAY = /^\s*(?:\d{4}-00-\d\d|\d{4}-\d\d-00)(?![\d])/;

const DAYS: ReadonlySet<string> = new Set<SqlTypeName>(['DATE', 'TIMESTAMP', 'TIMESTAMPTZ']);

/** Whether a value of MySQL's is such a day, which PostgreSQL has no word for; SQLite keeps its text. */
export const isZeroDay = (value: Expression, type: string | undefined, t: Translator): boolean =>
  t.source === 'MYSQL' &&
  t.target === 'POSTGRESQL' &&
  value.kind === 'string' &&
  type !== undefined &&
  DAYS.has(type) &&
  isWrittenZeroDay(value.value);

/** Whether a text is such a day. */
export const isWrittenZeroDay = (text: string): boolean => ZERO_DAY.test(text);
