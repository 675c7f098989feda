import type { Expression, StringLiteral } from '../../ast/index.js';
import type { SqlTypeName } from '../../typing/index.js';
import { text } from '../made-nodes.js';
import type { Translator } from '../translator.js';

const WITH_OFFSET =
  /^\s*(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(\.\d{1,6})?\s*(?:Z|([+-])(\d{1,2})(?::?(\d{2}))?)\s*$/i;
const MOMENTS: ReadonlySet<SqlTypeName> = new Set<SqlTypeName>(['TIMESTAMP', 'TIMESTAMPTZ']);

/**
 * A moment that PostgreSQL writes with its distance from UTC, in UTC without it: what other engines' columns keep, since
 * sessions are in UTC. Undefined for what has none.
 */
export function momentInUtc(value: Expression, type: SqlTypeName, t: Translator): StringLiteral | undefined {
  if (value.kind !== 'string' || t.source !== 'POSTGRESQL' || !MOMENTS.has(type)) return undefined;
  const [, date, time, fraction = '', sign, hours = '0', minutes = '0'] = WITH_OFFSET.exec(value.value) ?? [];
  if (date === undefined || time === undefined) return undefined;
  const aheadMinutes = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const moment = new Date(Date.parse(`${date}T${time}Z`) - aheadMinutes * 60_000);
  if (Number.isNaN(moment.getTime())) return undefined;
  const written = moment.toISOString().slice(0, 19).replace('T', ' ');
  return text(written + fraction, value.span);
}
