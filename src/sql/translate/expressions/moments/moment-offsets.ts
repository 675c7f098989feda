import { asked, type Expression, type StringLiteral } from '../../../ast/index.js';
import type { SqlTypeName } from '../../../typing/index.js';
import { text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { specialMoment } from './special-moments.js';

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
  if (type === 'DATE') return text(found.date, value.span);
  // a script says itself what its columns are; elsewhere those of the target may be either
  if (type === 'TIMESTAMP' && t.rules.knowsTypes === true) return withoutOffset(found, value);
  if (type === 'TIMESTAMP' && found.aheadMinutes !== 0) t.notice('UNKNOWN_TYPE', value, WHICH_TYPE);
  return inUtc(found, value);
}

const WHICH_TYPE =
  'A column of timestamptz goes by the distance from UTC, which one of timestamp leaves out: this is written as for timestamptz.';

/** The same of a cast, which says which of these it is. https://www.postgresql.org/docs/current/datatype-datetime.html */
export function castMoment(value: Expression, type: SqlTypeName | undefined, t: Translator): StringLiteral | undefined {
  if (type !== 'DATE' && type !== 'TIMESTAMP' && type !== 'TIMESTAMPTZ') return undefined;
  const found = withOffset(value, t);
  if (found === undefined) return undefined;
  if (type === 'TIMESTAMPTZ') return inUtc(found, value);
  return type === 'DATE' ? text(found.date, value.span) : withoutOffset(found, value);
}

/**
 * Such moments, and words for moments, beside other values, as these are where their types are known: what is written so is no
 * text that a column has.
 */
export function offsetsInUtc(nodes: readonly Expression[], t: Translator): readonly Expression[] {
  if (t.source !== 'POSTGRESQL' || t.target === 'POSTGRESQL') return nodes;
  if (!nodes.some(({ kind }) => kind === 'string')) return nodes;
  const type = nodes
    .map((one) => (one.kind === 'string' ? undefined : t.typeName(one)))
    .find((one) => one !== undefined);
  return nodes.map((one) =>
    hasOffset(one) ? (momentInUtc(one, type ?? 'TIMESTAMPTZ', t) ?? one) : (specialMoment(one, type, t) ?? one),
  );
}

const hasOffset = (node: Expression): boolean => node.kind === 'string' && asked(node, isWithOffset);

const isWithOffset = (content: string): boolean => WITH_OFFSET.test(content);

const withoutOffset = ({ date, time, fraction }: WrittenWithOffset, at: Expression): StringLiteral =>
  text(`${date} ${time}${fraction}`, at.span);

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
