import type { Expression, Node } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { ofText, secondsOfLiteral } from '../../expressions/intervals/intervals.js';
import { shifted } from '../../expressions/moments/moment-shifts.js';
import { asKind, modified, momentOf, type Moment } from '../../expressions/moments/moments.js';
import type { Translator } from '../../translator.js';
import { cast, dataType, number } from '../../made-nodes.js';
import type { MomentCompose, MomentTable } from './by-meaning.js';

/** How each unit is cut to; those of days and more from a date, and as one. */
const OF_DATES: Readonly<Record<string, Readonly<Record<DialectName, string>>>> = {
  year: { POSTGRESQL: "date_trunc('year', $1)", MYSQL: 'MAKEDATE(YEAR($1), 1)', SQLITE: "date($1, 'start of year')" },
  quarter: {
    POSTGRESQL: "date_trunc('quarter', $1)",
    MYSQL: 'MAKEDATE(YEAR($1), 1) + INTERVAL QUARTER($1) - 1 QUARTER',
    SQLITE: "date($1, 'start of month', ((1 - strftime('%m', $1)) % 3) || ' months')",
  },
  month: {
    POSTGRESQL: "date_trunc('month', $1)",
    MYSQL: '$1 - INTERVAL DAYOFMONTH($1) - 1 DAY',
    SQLITE: "date($1, 'start of month')",
  },
  week: {
    POSTGRESQL: "date_trunc('week', $1)",
    MYSQL: '$1 - INTERVAL WEEKDAY($1) DAY',
    SQLITE: "date($1, '-6 days', 'weekday 1')",
  },
  day: { POSTGRESQL: '$1', MYSQL: '$1', SQLITE: '$1' },
  decade: {
    POSTGRESQL: "date_trunc('decade', $1)",
    MYSQL: 'MAKEDATE(YEAR($1) DIV 10 * 10, 1)',
    SQLITE: "(strftime('%Y', $1) / 10 * 10) || '-01-01'",
  },
  century: {
    POSTGRESQL: "date_trunc('century', $1)",
    MYSQL: 'MAKEDATE((YEAR($1) - 1) DIV 100 * 100 + 1, 1)',
    SQLITE: "substr('000' || ((strftime('%Y', $1) - 1) / 100 * 100 + 1), -4) || '-01-01'",
  },
  millennium: {
    POSTGRESQL: "date_trunc('millennium', $1)",
    MYSQL: 'MAKEDATE((YEAR($1) - 1) DIV 1000 * 1000 + 1, 1)',
    SQLITE: "substr('000' || ((strftime('%Y', $1) - 1) / 1000 * 1000 + 1), -4) || '-01-01'",
  },
};

const START_OF_DAY = "'start of day'";

/** SQLite’s modifiers of a moment. */
const MODIFIERS: Readonly<Record<string, readonly string[]>> = {
  year: ["'start of year'"],
  quarter: ["'start of month'", "((1 - strftime('%m', $1)) % 3) || ' months'"],
  month: ["'start of month'"],
  week: ["'-6 days'", "'weekday 1'", START_OF_DAY],
  day: [START_OF_DAY],
};

const OF_TIMES: Readonly<Record<string, Readonly<Record<DialectName, string>>>> = {
  hour: {
    POSTGRESQL: "date_trunc('hour', $1)",
    MYSQL: "CAST(DATE_FORMAT($1, '%Y-%m-%d %H:00:00') AS DATETIME)",
    SQLITE: "strftime('%Y-%m-%d %H:00:00', $1)",
  },
  minute: {
    POSTGRESQL: "date_trunc('minute', $1)",
    MYSQL: "CAST(DATE_FORMAT($1, '%Y-%m-%d %H:%i:00') AS DATETIME)",
    SQLITE: "strftime('%Y-%m-%d %H:%M:00', $1)",
  },
  second: {
    POSTGRESQL: "date_trunc('second', $1)",
    MYSQL: "CAST(DATE_FORMAT($1, '%Y-%m-%d %H:%i:%s') AS DATETIME)",
    SQLITE: 'datetime($1)',
  },
};

const FIRST_DAYS: ReadonlySet<string> = new Set(['year', 'quarter', 'month', 'decade', 'century', 'millennium']);

/** The begin of the unit that a moment is in: a moment of the same kind. */
export function truncated(moment: Moment, unit: string, at: Node, t: Translator): Moment | undefined {
  const ofTime = OF_TIMES[unit];
  if (ofTime !== undefined) {
    const start = asKind(moment, 'TIMESTAMP', at, t);
    return { made: t.form(ofTime[t.target], [start.made], at), kind: 'TIMESTAMP' };
  }
  const ofDate = OF_DATES[unit];
  if (ofDate === undefined) return undefined;
  const rest = { midnight: true, firstDay: FIRST_DAYS.has(unit) };
  if (t.target === 'POSTGRESQL') return onPostgresql(moment, unit, rest, at, t);
  const modifiers = MODIFIERS[unit];
  if (t.target === 'SQLITE' && modifiers !== undefined) {
    const made = modifiers.map((one) => t.form(one, [moment.made], at));
    return {
      ...modified(
        moment,
        moment.kind === 'DATE' ? made.filter((_, index) => modifiers[index] !== START_OF_DAY) : made,
        at,
        t,
      ),
      ...rest,
    };
  }
  const date = asKind(moment, 'DATE', at, t);
  const made: Moment = { made: t.form(ofDate[t.target], [date.made], at), kind: 'DATE', ...rest };
  return moment.kind === 'DATE' ? made : { ...asKind(made, moment.kind, at, t), ...rest };
}

function onPostgresql(
  moment: Moment,
  unit: string,
  rest: Pick<Moment, 'midnight' | 'firstDay'>,
  at: Node,
  t: Translator,
): Moment {
  if (unit === 'day' && moment.kind === 'DATE') return moment;
  const made = t.form(`date_trunc('${unit}', $1)`, [moment.made], at);
  return { made: moment.kind === 'DATE' ? t.form('CAST($1 AS date)', [made], at) : made, kind: moment.kind, ...rest };
}

/** The begin of the stretch that a moment is in, of stretches of so many seconds from an origin. */
const BINNED: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: '$1',
  MYSQL: '$2 + INTERVAL FLOOR(TIMESTAMPDIFF(MICROSECOND, $2, $1) / ($3 * 1000000)) * $3 SECOND',
  SQLITE:
    "datetime($2, (CAST(FLOOR((strftime('%s', $1) - strftime('%s', $2)) * 1.0 / $3) AS INTEGER) * $3) || ' seconds')",
};

const binned: MomentCompose = ({ node, t }) => {
  const [stride, value, origin] = node.arguments as [Expression, Expression, Expression];
  const interval = stride.kind === 'string' ? cast(stride, dataType('interval', stride.span)) : stride;
  const seconds = secondsOfLiteral(interval, t);
  if (seconds === undefined || !Number.isInteger(seconds) || seconds < 1) return undefined;
  const moments = [value, origin].map((one) => asKind(momentOf(one, t, 'TIMESTAMP'), 'TIMESTAMP', node, t).made);
  return { made: t.form(BINNED[t.target], [...moments, number(seconds, node.span)], node), kind: 'TIMESTAMP' };
};

/** Functions that cut moments off. */
export const truncatedMoments: MomentTable = {
  date_trunc: ({ node, t }) => {
    const [unit, date] = node.arguments as [Expression, Expression];
    if (unit.kind !== 'string' || node.arguments.length > 2 || t.typeName(date) === 'INTERVAL') return undefined;
    const word = unit.value.toLowerCase().replace(/s$/, '');
    const moment = momentOf(date, t);
    const cut = truncated(t.target === 'SQLITE' ? asKind(moment, 'TIMESTAMP', node, t) : moment, word, node, t);
    return (
      cut && { ...asKind(cut, 'TIMESTAMP', node, t), midnight: cut.midnight === true, firstDay: cut.firstDay === true }
    );
  },
  date_bin: binned,
  date_of_time: ({ node, t }) => asKind(momentOf(node.arguments[0] as Expression, t), 'DATE', node, t),
  cast_to_date: ({ node, t }) => asKind(momentOf(node.arguments[0] as Expression, t), 'DATE', node, t),
  cast_to_timestamp: ({ node, t }) => asKind(momentOf(node.arguments[0] as Expression, t), 'TIMESTAMP', node, t),
  cast_to_time: ({ node, t }) => asKind(momentOf(node.arguments[0] as Expression, t), 'TIME', node, t),
  time_of_timestamp: ({ node, t }) => asKind(momentOf(node.arguments[0] as Expression, t), 'TIME', node, t),
  timestamp_mysql: ({ node, t }) => {
    const [date, time] = node.arguments as [Expression, Expression?];
    const start = asKind(momentOf(date, t), 'TIMESTAMP', node, t);
    if (time === undefined) return start;
    const shifts = time.kind === 'string' ? ofText(time.value) : undefined;
    return shifts && shifted(start, shifts, node, t);
  },
  last_day: ({ node, t }) => {
    const date = asKind(momentOf(node.arguments[0] as Expression, t), 'DATE', node, t);
    return { made: t.form(LAST_DAY[t.target], [date.made], node), kind: 'DATE' };
  },
};

const LAST_DAY: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: "CAST(date_trunc('month', $1) + INTERVAL '1 month' - INTERVAL '1 day' AS date)",
  MYSQL: 'LAST_DAY($1)',
  SQLITE: "date($1, 'start of month', '+1 month', '-1 day')",
};
