import type { Expression, Node } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { binary, number } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { SECONDS, type Shift } from '../intervals/intervals.js';
import type { Moment } from './moments.js';

/** MySQL's TIME goes on behind midnight, and before: https://dev.mysql.com/doc/refman/8.4/en/time.html */
export const TIMES_PASS_DAYS: Readonly<Record<DialectName, boolean>> = {
  POSTGRESQL: false,
  MYSQL: true,
  SQLITE: false,
};

/** A time as text of seconds, for those that have more than a day or are negative: [-]HH:MM:SS, which MySQL bounds. */
const CLOCK_OF_SECONDS: Readonly<Partial<Record<DialectName, string>>> = {
  POSTGRESQL:
    "CASE WHEN $1 < 0 THEN '-' ELSE '' END || CASE WHEN ABS($1) > 3020399 THEN '838:59:59' ELSE lpad(CAST(trunc(ABS($1) / 3600) AS text), GREATEST(2, length(CAST(trunc(ABS($1) / 3600) AS text))), '0') || to_char(ABS($1) * INTERVAL '1 second', ':MI:SS') END",
  SQLITE:
    "CASE WHEN $1 < 0 THEN '-' WHEN $1 >= 0 THEN '' END || CASE WHEN ABS($1) > 3020399 THEN '838:59:59' ELSE printf('%02d:%02d:%02d', ABS($1) / 3600, ABS($1) / 60 % 60, ABS($1) % 60) END",
};

/** Seconds as far as MySQL's times go: 838:59:59, and as much before midnight. */
const BOUNDED = 'CASE WHEN $1 > 3020399 THEN 3020399 WHEN $1 < -3020399 THEN -3020399 ELSE $1 END';

export const boundedTime = (seconds: Expression, at: Node, t: Translator): Expression => t.form(BOUNDED, [seconds], at);

/** The seconds of a time of the day. */
const SECONDS_OF_DAY: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: 'EXTRACT(EPOCH FROM $1)',
  MYSQL: 'TIME_TO_SEC($1)',
  SQLITE: "(strftime('%s', $1) - strftime('%s', '00:00:00'))",
};

export const secondsOfDay = (time: Expression, at: Node, t: Translator): Expression =>
  t.form(SECONDS_OF_DAY[t.target], [time], at);

/** The parts of a second behind them, cut off after `$2` digits and without zeros at the end; `$3` is 10 to their power. */
const PART_OF_SECOND: Readonly<Partial<Record<DialectName, string>>> = {
  POSTGRESQL: "rtrim('.' || lpad(CAST(trunc(CAST(ABS($1) AS numeric) % 1 * $3) AS text), $2, '0'), '0.')",
  // a little more, as a decimal is a number beside it to SQLite
  SQLITE:
    "rtrim('.' || substr('000000' || CAST((ABS($1) - CAST(ABS($1) AS INTEGER)) * $3 + 0.00001 AS INTEGER), -$2), '0.')",
};

/** Seconds as a time, with as many digits behind the point; undefined where the target has such times itself. */
export function clockOf(seconds: Expression, at: Node, t: Translator, digits = 0): Expression | undefined {
  const [form, part] = [CLOCK_OF_SECONDS[t.target], PART_OF_SECOND[t.target]];
  if (form === undefined || part === undefined) return undefined;
  if (digits === 0) return t.form(form, [seconds], at);
  return t.form(`${form} || ${part}`, [seconds, number(digits, at.span), number(10 ** digits, at.span)], at);
}

/** A time, as text, that is moved where it may pass the end of the day; undefined for parts of a second, and where the target’s times do the same. */
export function pastTheDay(moment: Moment, shifts: readonly Shift[], at: Node, t: Translator): Moment | undefined {
  const more = secondsOf(shifts, at, t);
  if (more === undefined) return undefined;
  const seconds = binary('add', moment.seconds ?? secondsOfDay(moment.made, at, t), more);
  const made = clockOf(seconds, at, t);
  return made && { made, kind: 'TIME', seconds };
}

/** How many seconds an interval has; undefined where it has parts of one. */
function secondsOf(shifts: readonly Shift[], at: Node, t: Translator): Expression | undefined {
  let known = 0;
  let made: Expression | undefined;
  for (const { unit, amount } of shifts) {
    const factor = SECONDS[unit];
    if (factor === undefined) return undefined;
    if (typeof amount === 'number') known += amount * factor;
    else {
      const part = t.form(`$1 * ${factor}`, [amount], at);
      made = made === undefined ? part : binary('add', made, part);
    }
  }
  const rest = number(known, at.span);
  return made === undefined ? rest : known === 0 ? made : binary('add', made, rest);
}
