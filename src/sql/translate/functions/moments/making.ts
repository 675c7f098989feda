import type { DialectName } from '../../../dialects/index.js';
import { asked, rewrite, type Expression } from '../../../ast/index.js';
import { numberOf } from '../../expressions/coercion.js';
import { asKind, inZone, momentOf, type MomentKind } from '../../expressions/moments/moments.js';
import type { Shift } from '../../expressions/intervals/intervals.js';
import { clockOf } from '../../expressions/moments/times-past-the-day.js';
import type { Translator } from '../../translator.js';
import { movedByZone } from '../../expressions/moments/moments-in-zones.js';
import { shifted } from '../../expressions/moments/moment-shifts.js';
import { literalNumber } from '../form.js';
import type { MomentCompose, MomentTable } from './by-meaning.js';

/** A moment out of numbers. */
const outOf =
  (kind: MomentKind, forms: Readonly<Partial<Record<DialectName, string>>>): MomentCompose =>
  ({ node, t }) => {
    const form = forms[t.target];
    if (form === undefined || node.arguments.some((one) => one.kind === 'named-argument')) return undefined;
    return {
      made: t.form(
        form,
        node.arguments.map((one) => numberOf(one, t)),
        node,
      ),
      kind,
    };
  };

/** How far a zone that is written so is from UTC, in minutes; undefined for a name that only tables of zones know. */
export function offsetOf(zone: string): number | undefined {
  if (/^(utc|gmt|z|zulu|universal|etc\/utc|etc\/gmt|\+00:?(00)?)$/i.test(zone.trim())) return 0;
  const found = /^([-+])(\d{1,2}):(\d\d)$/.exec(zone.trim());
  if (found === null) return undefined;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return found[1] === '-' ? -minutes : minutes;
}

const minutes = (amount: number): readonly Shift[] => [{ unit: 'MINUTE', amount }];

/** CONVERT_TZ(x, from, to): by fixed distances anywhere, by names where the target has tables of them. */
const converted: MomentCompose = ({ node, t }) => {
  const [date, from, to] = node.arguments as [Expression, Expression, Expression];
  if (from.kind !== 'string' || to.kind !== 'string') return undefined;
  const moment = asKind(momentOf(date, t), 'TIMESTAMP', node, t);
  const [before, after] = [offsetOf(from.value), offsetOf(to.value)];
  if (before !== undefined && after !== undefined) {
    return after === before ? moment : shifted(moment, minutes(after - before), node, t);
  }
  if (t.target === 'SQLITE') {
    const utc = before === 0 || before === undefined ? moment : shifted(moment, minutes(-before), node, t);
    return before === undefined ? undefined : movedByZone(utc, to.value, 'to clocks', node, t);
  }
  if (/^[-+]|^system$/i.test(from.value) || /^[-+]|^system$/i.test(to.value)) return undefined;
  return { made: t.form('($1 AT TIME ZONE $2) AT TIME ZONE $3', [moment.made, from, to], node), kind: 'TIMESTAMP' };
};

/** A moment out of the seconds since 1970. */
export const OF_EPOCH: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: "TIMESTAMP '1970-01-01 00:00:00' + $1 * INTERVAL '1 second'",
  MYSQL: "TIMESTAMP '1970-01-01 00:00:00' + INTERVAL $1 SECOND",
  SQLITE: "datetime($1, 'unixepoch')",
};

/** Milliseconds that a whole number makes seconds of: nobody has these with parts, so that they are whole as well. */
export const inWholeSeconds = (seconds: Expression, t: Translator): Expression =>
  rewrite(seconds, (node) => {
    const isOpen = node.kind === 'binary' && node.operator === 'divide' && t.typeName(node.left) === undefined;
    return isOpen && isWhole(node.right) ? { ...node, operator: 'divide-integer' } : node;
  });

const isWhole = (node: Expression): boolean => node.kind === 'number' && asked(node, isDigits);
const isDigits = (content: string): boolean => /^\d+$/.test(content);

/** to_timestamp(seconds) of PostgreSQL, which divides whole numbers to whole ones. */
const ofSeconds: MomentCompose = ({ node, t }) => {
  const [seconds] = node.arguments as [Expression];
  return { made: t.form(OF_EPOCH[t.target], [numberOf(inWholeSeconds(seconds, t), t)], node), kind: 'TIMESTAMP' };
};

const CLOCK_IN_SQLITE = "substr('00' || $1, -2) || ':' || substr('00' || $2, -2) || ':' || substr('00' || $3, -2)";

/** What it is made of are integers of four bytes to PostgreSQL, and what they are computed of is not. */
const MADE_IN_POSTGRESQL = 'make_time(CAST($1 AS int), CAST($2 AS int), $3)';

/** MAKETIME(hours, minutes, seconds): of as many hours as there are, and negative ones, which others have as text. */
const timeMade: MomentCompose = (place) => {
  const { node, t } = place;
  const hours = literalNumber(node.arguments[0]);
  if (hours === undefined || (hours >= 0 && hours < 24))
    return outOf('TIME', { POSTGRESQL: MADE_IN_POSTGRESQL, SQLITE: CLOCK_IN_SQLITE })(place);
  const [, minutes, seconds] = node.arguments.map((one) => numberOf(one, t)) as [Expression, Expression, Expression];
  const sign = hours < 0 ? -1 : 1;
  const all = t.form(`${sign} * (${Math.abs(hours)} * 3600 + $1 * 60 + $2)`, [minutes, seconds], node);
  const made = clockOf(all, node, t);
  return made && { made, kind: 'TIME', seconds: all };
};

/** Dates and times that are made out of numbers. */
export const madeMoments: MomentTable = {
  make_date: outOf('DATE', {
    MYSQL: "CAST(CONCAT($1, '-', $2, '-', $3) AS DATE)",
    SQLITE: "substr('0000' || $1, -4) || '-' || substr('00' || $2, -2) || '-' || substr('00' || $3, -2)",
  }),
  make_time: outOf('TIME', {
    MYSQL: 'MAKETIME($1, $2, $3)',
    SQLITE: CLOCK_IN_SQLITE,
  }),
  make_timestamp: outOf('TIMESTAMP', {
    MYSQL: "CAST(CONCAT($1, '-', $2, '-', $3, ' ', $4, ':', $5, ':', $6) AS DATETIME(6))",
    // seconds may have parts
    SQLITE: "rtrim(rtrim(printf('%04d-%02d-%02d %02d:%02d:%09.6f', $1, $2, $3, $4, $5, $6), '0'), '.')",
  }),
  makedate: outOf('DATE', {
    POSTGRESQL: 'make_date($1, 1, 1) + (CAST($2 AS int) - 1)',
    SQLITE: "date(substr('0000' || $1, -4) || '-01-01', ($2 - 1) || ' days')",
  }),
  maketime: timeMade,
  from_days: outOf('DATE', {
    POSTGRESQL: "DATE '0001-01-01' + (CAST($1 AS int) - 366)",
    SQLITE: 'date($1 + 1721059.5)',
  }),
  timestamp_of_unix_seconds: ofSeconds,
  timestamp_of_unix_seconds_mysql: outOf('TIMESTAMP', OF_EPOCH),
  convert_tz: converted,
  at_time_zone: ({ node, t }) => {
    const [zone, date] = node.arguments as [Expression, Expression];
    return inZone(asKind(momentOf(date, t), 'TIMESTAMP', node, t), date, zone, node, t);
  },
};
