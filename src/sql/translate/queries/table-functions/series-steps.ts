import type { Expression, FunctionCall, Query } from '../../../ast/index.js';

/** Units of steps, and how many of those that engines move moments by. */
const UNITS: Readonly<Record<string, readonly [unit: string, times: number]>> = {
  second: ['SECOND', 1],
  minute: ['MINUTE', 1],
  hour: ['HOUR', 1],
  day: ['DAY', 1],
  week: ['DAY', 7],
  month: ['MONTH', 1],
  year: ['YEAR', 1],
};

/** So many of a unit. */
export type Step = readonly [unit: string, count: number];

/** `1 day`, `-2 weeks` */
export function stepOf(node: Expression | undefined): Step | undefined {
  const inner = node?.kind === 'cast' ? node.operand : node?.kind === 'typed-literal' ? node.value : node;
  const [, count, word] = inner?.kind === 'string' ? (/^\s*([-+]?\d+)\s*([a-z]+?)s?\s*$/i.exec(inner.value) ?? []) : [];
  const unit = word === undefined ? undefined : UNITS[word.toLowerCase()];
  return unit && [unit[0], Number(count) * unit[1]];
}

/** The day of a month that a moment is written with; 1 for the start of a month or a year. */
function dayOf(node: Expression): number | undefined {
  if (node.kind === 'cast') return dayOf(node.operand);
  if (node.kind === 'typed-literal') return dayOf(node.value);
  if (node.kind === 'subquery') return dayOfOnly(node.query);
  if (node.kind === 'string') return Number(/^\d{4}-\d\d-(\d\d)/.exec(node.value)?.[1] ?? NaN);
  const [unit] = node.kind === 'call' ? node.arguments : [];
  const isTruncated = unit?.kind === 'string' && /^(month|quarter|year)$/i.test(unit.value);
  if (isTruncated) return 1;
  // the first of such days, or the last, is one
  const isOneOf = node.kind === 'call' && /^(min|max)$/i.test(lastName(node));
  return isOneOf && unit !== undefined ? dayOf(unit) : undefined;
}

const lastName = ({ name: { parts } }: FunctionCall): string => parts[parts.length - 1]?.value ?? '';

function dayOfOnly({ body }: Query): number | undefined {
  const [only] = body.kind === 'select' ? body.columns : [];
  return only && dayOf(only.expression);
}

/**
 * PostgreSQL steps from value to value, so that a short month shortens those behind it: whether a step by months is sure to
 * meet none.
 */
export function goesByMonths([unit]: Step, first: Expression): 'NOT' | 'SURE' | 'UNSURE' {
  if (unit !== 'MONTH' && unit !== 'YEAR') return 'NOT';
  const day = dayOf(first);
  return day !== undefined && day <= 28 ? 'SURE' : 'UNSURE';
}
