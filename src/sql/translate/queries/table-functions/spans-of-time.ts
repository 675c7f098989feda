import { functionOfCall } from '../../../analysis/function-of-call.js';
import { asked, type ColumnReference, type Expression, type Name, type Select } from '../../../ast/index.js';
import type { Translator } from '../../translator.js';
import { itemOfAlias } from '../aliases.js';

/** Functions of a moment by the part of it that they give; what is written by a format is by how far that goes. */
const PARTS: Readonly<Record<string, string>> = {
  year: 'year',
  quarter: 'quarter',
  month: 'month',
  day_of_month: 'day',
  date_of_time: 'date',
  date_sqlite: 'date',
};

/** Where functions have their moment, and what tells the part. */
const FORMATS: Readonly<Record<string, readonly [moment: number, format: number]>> = {
  date_format: [0, 1],
  strftime: [1, 0],
};

/** Parts that together say one span of time, none of which lies within another. */
const SPANS: ReadonlySet<string> = new Set([
  'year',
  'quarter year',
  'month year',
  'month quarter year',
  'day month year',
  'date',
]);

const isSpan = (format: string): boolean => /^%Y(?:[-/]?%m(?:[-/]?(?:%d|01))?)?$/.test(format);

/**
 * Whether the rows of a group are those of one span of a moment's time, so that any of them sorts its group alike: those of a month
 * in the archive of a journal.
 */
export function isOrderOfSpans(node: Expression, select: Select, t: Translator): boolean {
  if (node.kind !== 'column' || select.groupBy === undefined) return false;
  const parts = select.groupBy.items.map((one) =>
    one.kind === 'grouping-set' ? '?' : partOf(one.kind === 'order-item' ? one.expression : one, node, select, t),
  );
  return SPANS.has([...new Set(parts)].sort().join(' '));
}

/** The part of a moment that a key of groups is. */
function partOf(key: Expression, of: ColumnReference, select: Select, t: Translator): string {
  const meant =
    key.kind === 'number'
      ? select.columns[Number(key.text) - 1]?.expression
      : (itemOfAlias(key, { select, place: 'group-by' }, t)?.expression ?? key);
  if (meant?.kind !== 'call') return '?';
  const meaning = functionOfCall(meant, t.from)?.meaning ?? '';
  const format = FORMATS[meaning];
  const moment = meant.arguments[format?.[0] ?? 0];
  if (moment?.kind !== 'column' || keyOf(moment, t) !== keyOf(of, t)) return '?';
  const pattern = format && meant.arguments[format[1]];
  if (pattern === undefined) return PARTS[meaning] ?? '?';
  return pattern.kind === 'string' && asked(pattern, isSpan) ? 'date' : '?';
}

const keyOf = ({ parts }: ColumnReference, t: Translator): string => t.scope.key(parts[parts.length - 1] as Name);
