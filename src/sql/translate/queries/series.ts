import type { Expression, FunctionCall, Query } from '../../ast/index.js';
import { isMoment } from '../expressions/moments.js';
import { literalNumber } from '../functions/form.js';
import { number, text } from '../made-nodes.js';
import { hasColumns } from './element-rows.js';
import { own, queryTable, type Planner, type RowCall } from './row-plan.js';

/**
 * Numbers from 1 on, each of which gives two others: so many steps of a recursion as the last number has bits, where
 * MariaDB stops silently after a thousand steps and MySQL with an error.
 * https://mariadb.com/kb/en/server-system-variables/#max_recursive_iterations
 */
const series = (value: (n: string) => string, isIn: (value: string) => string, dual: string): string =>
  `WITH RECURSIVE steps AS (SELECT 1 AS n${dual} WHERE ${isIn(value('1'))}
   UNION ALL SELECT steps.n * 2 + bit.b FROM steps JOIN (SELECT 0 AS b UNION ALL SELECT 1) AS bit
   ON ${isIn(value('steps.n * 2 + bit.b'))})
   SELECT ${value('steps.n')} AS v FROM steps`;

const dualOf = (call: RowCall): string => (call.t.target === 'MYSQL' ? ' FROM DUAL' : '');

function ofNumbers(call: RowCall): ReturnType<Planner> {
  const [first, last, step] = call.arguments;
  if (first === undefined || last === undefined) return undefined;
  const by = step === undefined ? 1 : literalNumber(step);
  if (by === undefined || by === 0) return undefined;
  const { t, node } = call;
  const values = [t.value(first), t.value(last), number(by, node.span)];
  const sql = series(
    (n) => `$1 + (${n} - 1) * $3`,
    (value) => `${value} ${by > 0 ? '<=' : '>='} $2`,
    dualOf(call),
  );
  return { table: queryTable(sql, values, call), columns: [own('v', call)] };
}

const UNITS: Readonly<Record<string, readonly [unit: string, times: number]>> = {
  second: ['SECOND', 1],
  minute: ['MINUTE', 1],
  hour: ['HOUR', 1],
  day: ['DAY', 1],
  week: ['DAY', 7],
  month: ['MONTH', 1],
  year: ['YEAR', 1],
};

/** `1 day`, `-2 weeks` */
function stepOf(node: Expression | undefined): readonly [unit: string, count: number] | undefined {
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

function ofMoments(call: RowCall): ReturnType<Planner> {
  const [first, last, step] = call.arguments;
  const by = stepOf(step);
  if (first === undefined || last === undefined || by === undefined || by[1] === 0) return undefined;
  const [unit, count] = by;
  // PostgreSQL steps from value to value, so that a short month shortens those behind it
  const goesByMonths = unit === 'MONTH' || unit === 'YEAR';
  const day = dayOf(first);
  if (goesByMonths && (day === undefined || !(day <= 28))) return undefined;
  const { t, node } = call;
  const values = [t.value(first), t.value(last), number(count, node.span), text(` ${unit.toLowerCase()}s`, node.span)];
  const isMysql = t.target === 'MYSQL';
  const bound = isMysql ? 'CAST($2 AS DATETIME(6))' : 'datetime($2)';
  const sql = series(
    (n) =>
      isMysql ? `CAST($1 AS DATETIME(6)) + INTERVAL (${n} - 1) * $3 ${unit}` : `datetime($1, ((${n} - 1) * $3) || $4)`,
    (value) => `${value} ${count > 0 ? '<=' : '>='} ${bound}`,
    dualOf(call),
  );
  return { table: queryTable(sql, values, call), columns: [own('v', call)] };
}

/** generate_series(first, last[, step]) */
export const seriesRows: Planner = (call) => {
  if (hasColumns(call.arguments, call.t) || call.node.ordinality) return undefined;
  const [first, last] = call.arguments;
  const isOfMoments = [first, last].some((one) => one !== undefined && isMoment(one, call.t));
  return isOfMoments ? ofMoments(call) : ofNumbers(call);
};
