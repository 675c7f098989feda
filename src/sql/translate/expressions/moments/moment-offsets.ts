import type { Expression, StringLiteral } from '../../../ast/index.js';
import type { SqlTypeName } from '../../../typing/index.js';
import { text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';

const WITH_OFFSET =
  /^\s*(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(\.\d{1,6})?\s*(?:Z|([+-])(\d{1,2})(?::?(\d{2}))?)\s*$/i;

/**
 * A moment that PostgreSQL writes with its distance from UTC, in UTC without it: what other engines' columns keep, since
 * sessions are in UTC. Undefined for what has none.
 */
export function momentInUtc(
  value: Expression,
  type: SqlTypeName | undefined,
  t: Translator,
): StringLiteral | undefined {
  if (type !== 'DATE' && type !== 'TIMESTAMP' && type !== 'TIMESTAMPTZ') return undefined;
  const found = withOffset(value, t);
  if (found === undefined) return undefined;
  if (type !== 'DATE' && found.aheadMinutes !== 0) t.notice('UNKNOWN_TYPE', value, WHICH_TYPE);
  return type === 'DATE' ? text(found.date, value.span) : inUtc(found, value);
}

const WHICH_TYPE =
  'A column of timestamptz goes by the distance from UTC, which one of timestamp leaves out: this is written as for timestamptz.';

/** The same of a cast, which says which of these it is. https://www.postgresql.org/docs/current/datatype-datetime.html */
export function castMoment(value: Expression, type: SqlTypeName | undefined, t: Translator): StringLiteral | undefined {
  if (type !== 'DATE' && type !== 'TIMESTAMP' && type !== 'TIMESTAMPTZ') return undefined;
  const found = withOffset(value, t);
  if (found === undefined) return undefined;
  if (type === 'TIMESTAMPTZ') return inUtc(found, value);
  return text(type === 'DATE' ? found.date : `${found.date} ${found.time}${found.fraction}`, value.span);
}

interface WrittenWithOffset {
  readonly date: string;
  readonly time: string;
  readonly fraction: string;
  readonly aheadMinutes: number;
}

function withOffset(value: Expression, t: Translator): WrittenWithOffset | undefined {
  if (value.kind !== 'string' || t.source !== 'POSTGRESQL') return undefined;
  const [, date, time, fraction = '', sign, hours = '0', minutes = '0'] = WITH_OFFSET.exec(value.value) ?? [];
  if (date === undefined || time === undefined) return undefined;
  const aheadMinutes = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return { date, time, fraction: fraction.replace(/\.?0+$/, ''), aheadMinutes };
}

function inUtc({ date, time, fraction, aheadMinutes }: WrittenWithOffset, at: Expression): StringLiteral | undefined {
  const moment = new Date(Date.parse(`${date}T${time}Z`) - aheadMinutes * 60_000);
  if (Number.isNaN(moment.getTime())) return undefined;
  return text(moment.toISOString().slice(0, 19).replace('T', ' ') + fraction, at.span);
}
