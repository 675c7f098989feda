import type { Expression } from '../../../ast/index.js';
import { WHOLE_TYPES } from '../../expressions/numbers/number-types.js';
import { literalNumber } from '../../functions/form.js';
import { monthsBetween, secondsBetween } from '../../functions/moments/arithmetic.js';
import { number, text } from '../../made-nodes.js';
import { own, tableForm, type Planner, type RowCall } from '../row-plan.js';
import { goesByMonths, stepOf, type Step } from './series-steps.js';

/** So many rows for each row of other tables: the elements of a list that is made there. */
const ROWS = {
  MYSQL: `JSON_TABLE(CONCAT('[', TRIM(TRAILING ',' FROM REPEAT('0,', $1)), ']'), '$[*]' COLUMNS (ord FOR ORDINALITY))`,
  SQLITE: "json_each('[' || rtrim(replace(hex(zeroblob($1)), '00', '0,'), ',') || ']')",
} as const;

const QUOTIENT = { MYSQL: '$1 DIV $2', SQLITE: '$1 / $2' } as const;

/** How many values there are, and what one of them is, `$1` being how many are before it. */
function planned(count: Expression, value: (before: Expression) => Expression, call: RowCall): ReturnType<Planner> {
  const { t, node } = call;
  const isMysql = t.target === 'MYSQL';
  const table = tableForm(ROWS[isMysql ? 'MYSQL' : 'SQLITE'], [count], call);
  const before = isMysql ? t.form('$1 - 1', [own('ord', call)], node) : own('key', call);
  const place = isMysql ? own('ord', call) : t.form('$1 + 1', [own('key', call)], node);
  return { table, columns: [value(before), place] };
}

/** As many steps as fit between the bounds, and one more; none where the last is before the first. */
function countOf(
  between: Expression,
  each: number,
  [first, last]: readonly [Expression, Expression],
  call: RowCall,
): Expression {
  const { t, node } = call;
  const steps = t.form(QUOTIENT[t.target as 'MYSQL' | 'SQLITE'], [between, number(Math.abs(each), node.span)], node);
  return t.form(`CASE WHEN $1 ${each > 0 ? '<=' : '>='} $2 THEN $3 + 1 ELSE 0 END`, [first, last, steps], node);
}

const ofNumbers = (call: RowCall): ReturnType<Planner> => {
  const { t, node } = call;
  const [first, last, step] = call.arguments as [Expression, Expression, Expression?];
  const by = step === undefined ? 1 : literalNumber(step);
  if (by === undefined || by === 0 || ![first, last].every((one) => WHOLE_TYPES.has(t.typeName(one)))) return undefined;
  const bounds = [t.value(first), t.value(last)] as const;
  const between = t.form(by > 0 ? '($2 - $1)' : '($1 - $2)', bounds, node);
  const value = (before: Expression): Expression =>
    t.form(by === 1 ? '$1 + $2' : '$1 + $2 * $3', [bounds[0], before, number(by, node.span)], node);
  return planned(countOf(between, by, bounds, call), value, call);
};

/** A value of the series: so many steps from the first. */
const MOVED = {
  MYSQL: (unit: string): string => `CAST($1 AS DATETIME(6)) + INTERVAL ($2) * $3 ${unit}`,
  SQLITE: (): string => 'datetime($1, (($2) * $3) || $4)',
} as const;

const SECONDS: Readonly<Record<string, number>> = { SECOND: 1, MINUTE: 60, HOUR: 3600, DAY: 86400 };
const MONTHS: Readonly<Record<string, number>> = { MONTH: 1, YEAR: 12 };

function ofMoments([unit, count]: Step, call: RowCall): ReturnType<Planner> {
  const { t, node } = call;
  const [first, last] = call.arguments as [Expression, Expression];
  const [from, to] = count > 0 ? [first, last] : [last, first];
  const at = node.calls[0]?.call;
  if (at?.kind !== 'call') return undefined;
  const seconds = SECONDS[unit];
  const between = seconds === undefined ? monthsBetween(from, to, at, t) : secondsBetween(from, to, at, t, true);
  const each = (seconds ?? MONTHS[unit] ?? 1) * count;
  const bounds = [first, last].map((one) => t.form(BOUND[t.target as 'MYSQL' | 'SQLITE'], [t.value(one)], node)) as [
    Expression,
    Expression,
  ];
  const value = (before: Expression): Expression =>
    t.form(
      MOVED[t.target as 'MYSQL' | 'SQLITE'](unit),
      [t.value(first), before, number(count, node.span), text(` ${unit.toLowerCase()}s`, node.span)],
      node,
    );
  return planned(countOf(between, each, bounds, call), value, call);
}

const SHORT_MONTHS = 'Whether a short month shortens the days behind it is not known of this first day.';

const BOUND = { MYSQL: 'CAST($1 AS DATETIME(6))', SQLITE: 'datetime($1)' } as const;

/** generate_series(first, last[, step]) whose bounds are of the rows of other tables. */
export function seriesOfRows(isOfMoments: boolean, call: RowCall): ReturnType<Planner> {
  const [first, last, step] = call.arguments;
  if (first === undefined || last === undefined || call.t.target === 'POSTGRESQL') return undefined;
  if (!isOfMoments) return ofNumbers(call);
  const by = stepOf(step);
  if (by === undefined || by[1] === 0) return undefined;
  if (goesByMonths(by, first) === 'UNSURE') call.t.refuse(first, SHORT_MONTHS, "Begin at `date_trunc('month', …)`.");
  return ofMoments(by, call);
}
