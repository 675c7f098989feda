import type { Expression } from '../../../ast/index.js';
import { isMoment } from '../../expressions/moments/moments.js';
import { literalNumber } from '../../functions/form.js';
import { number, text } from '../../made-nodes.js';
import { hasColumns } from './element-rows.js';
import { own, queryTable, type Planner, type RowCall } from '../row-plan.js';
import { seriesOfRows } from './series-of-rows.js';
import { goesByMonths, stepOf, type Step } from './series-steps.js';

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

function ofMoments(call: RowCall): ReturnType<Planner> {
  const [first, last, step] = call.arguments;
  const by = stepOf(step);
  if (first === undefined || last === undefined || by === undefined || by[1] === 0) return undefined;
  const [unit, count] = by;
  if (goesByMonths(by, first) === 'UNSURE') return byMonths([first, last], by, call);
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

/** Months that are stepped through one by one, as a short one shortens all behind it: too few of them to need fewer steps. */
function byMonths(
  [first, last]: readonly [Expression, Expression],
  [unit, count]: Step,
  call: RowCall,
): ReturnType<Planner> {
  const { t, node } = call;
  const isMysql = t.target === 'MYSQL';
  const months = number(unit === 'YEAR' ? count * 12 : count, node.span);
  const [start, next, bound] = isMysql
    ? ['CAST($1 AS DATETIME(6))', '_v + INTERVAL $3 MONTH', 'CAST($2 AS DATETIME(6))']
    : [
        'datetime($1)',
        "min(datetime(_v, $3 || ' months'), date(_v, 'start of month', ($3 + 1) || ' months', '-1 day') || strftime(' %H:%M:%S', _v))",
        'datetime($2)',
      ];
  const isIn = (value: string): string => `${value} ${count > 0 ? '<=' : '>='} ${bound}`;
  const sql = `WITH RECURSIVE _steps (_v) AS (SELECT ${start}${dualOf(call)} WHERE ${isIn(start)}
    UNION ALL SELECT ${next} FROM _steps WHERE ${isIn(next)}) SELECT _v AS v FROM _steps`;
  return { table: queryTable(sql, [t.value(first), t.value(last), months], call), columns: [own('v', call)] };
}

/** generate_series(first, last[, step]) */
export const seriesRows: Planner = (call) => {
  const [first, last, step] = call.arguments;
  const isOfMoments =
    stepOf(step) !== undefined || [first, last].some((one) => one !== undefined && isMoment(one, call.t));
  if (hasColumns(call.arguments, call.t) || call.node.ordinality) return seriesOfRows(isOfMoments, call);
  return isOfMoments ? ofMoments(call) : ofNumbers(call);
};
