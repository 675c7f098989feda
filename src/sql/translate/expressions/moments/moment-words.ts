import { functionOfCall } from '../../../analysis/function-of-call.js';
import type { Expression } from '../../../ast/index.js';
import { readFormat } from '../../functions/moments/format-reading.js';
import { momentOfMeaning } from '../../functions/moments/by-meaning.js';
import { partOf } from '../../functions/moments/parts.js';
import { timeValue } from '../../functions/moments/sqlite-calls.js';
import type { Translator } from '../../translator.js';
import { digitsOf } from './moment-arithmetic.js';
import { isMoment, momentOf } from './moments.js';
import { WHOLE_TYPES } from '../numbers/number-types.js';

/** Where each function that writes moments takes its format. */
const FORMAT_AT: Readonly<Record<string, number>> = {
  strftime: 0,
  format_now: 0,
  date_format: 1,
  time_format: 1,
  to_char: 1,
  format_unix_seconds: 1,
};

const HAS_LETTERS = /name|abbreviation|half|ordinal/;

/** Whether text is a date or a time in digits: it compares alike everywhere. */
export function isWrittenMoment(node: Expression, t: Translator): boolean {
  if (node.kind !== 'call') return false;
  const meaning = functionOfCall(node, t.from)?.meaning ?? '';
  const format = node.arguments[FORMAT_AT[meaning] ?? -1];
  if (format === undefined) return momentOfMeaning(meaning) !== undefined;
  const read = format.kind === 'string' ? readFormat(format.value, t.source) : undefined;
  return read?.every((one) => (typeof one === 'string' ? !/[a-z]/i.test(one) : !HAS_LETTERS.test(one.piece))) === true;
}

/** Formats that are one part of a moment, which SQLite takes for a number where one is asked for. */
const PART_OF_FORMAT: Readonly<Record<string, string>> = {
  '%Y': 'year',
  '%m': 'month',
  '%d': 'day',
  '%H': 'hour',
  '%M': 'minute',
  '%S': 'whole second',
  '%j': 'doy',
  '%w': 'dow',
  '%W': 'week:5',
  '%s': 'whole epoch',
  '%u': 'isodow',
  '%V': 'week',
  '%G': 'isoyear',
};

function partName(node: Expression, t: Translator): string | undefined {
  if (node.kind !== 'call' || functionOfCall(node, t.from)?.meaning !== 'strftime') return undefined;
  const [format] = node.arguments;
  return format?.kind === 'string' ? PART_OF_FORMAT[format.value] : undefined;
}

const WHOLE_OF_TEXT = {
  POSTGRESQL: 'CAST($1 AS int)',
  MYSQL: 'CAST($1 AS SIGNED)',
  SQLITE: 'CAST($1 AS INTEGER)',
} as const;

/** strftime('%Y', x) as the number that it is. */
export function numberOfFormat(node: Expression, t: Translator): Expression | undefined {
  const part = partName(node, t);
  const row = node.kind === 'call' ? functionOfCall(node, t.from) : undefined;
  if (part === undefined || node.kind !== 'call' || row === undefined) return undefined;
  // rows that are grouped by it have it as it is grouped by
  if (t.grouped?.isKey(node) === true) return t.form(WHOLE_OF_TEXT[t.target], [t.value(node)], node);
  const moment = timeValue(node.arguments.slice(1), { node, row, values: [], t });
  return moment && partOf(part, moment, node, t);
}

/** Whether it is the seconds since 1970 as SQLite writes them, of a moment. */
export const isEpochInDigits = (node: Expression, t: Translator): boolean => partName(node, t) === 'whole epoch';

/**
 * Dates and times are texts to SQLite, and as numbers what these start with: a date is its year. To MySQL they are the number
 * that their digits make.
 */
export function numberOfMoment(node: Expression, t: Translator): Expression | undefined {
  if (t.source === 'MYSQL' && isMoment(node, t)) return digitsOf(node, t);
  if (t.source !== 'SQLITE' || !isMoment(node, t)) return undefined;
  const moment = momentOf(node, t);
  return partOf(moment.kind === 'TIME' ? 'hour' : 'year', moment, node, t);
}

/** Whether a sum or difference is one of such parts, and so a whole number though text is what they are. */
export function isWholePart(node: Expression, t: Translator): boolean {
  if (partName(node, t) !== undefined || (t.source === 'SQLITE' && isMoment(node, t))) return true;
  if (node.kind !== 'binary' || !/^(add|subtract|multiply|divide|modulo)$/.test(node.operator)) return false;
  const sides = [node.left, node.right];
  return (
    sides.some((one) => isWholePart(one, t)) &&
    sides.every((one) => isWholePart(one, t) || WHOLE_TYPES.has(t.typeName(one)))
  );
}
