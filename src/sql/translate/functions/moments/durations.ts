import type { Expression, FunctionCall, Node } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { numberOf } from '../../expressions/coercion.js';
import { concatenated } from '../../expressions/texts/concatenation.js';
import { digitsOf } from '../../expressions/numbers/digits-behind-point.js';
import { kindOfLiteral, momentOf, type MomentKind } from '../../expressions/moments/moments.js';
import { passedSeconds, secondsOfTime } from '../../expressions/moments/passed-seconds.js';
import { boundedTime, clockOf, TIMES_PASS_DAYS } from '../../expressions/moments/times-past-the-day.js';
import { binary, nothing, text } from '../../made-nodes.js';
import { withGroups } from '../../queries/bare-columns.js';
import type { Translator } from '../../translator.js';
import { secondsBetween } from './arithmetic.js';
import type { Piece } from './format-pieces.js';
import type { Format } from './format-reading.js';
import type { MomentCompose, MomentTable } from './by-meaning.js';

type Forms = Readonly<Partial<Record<DialectName, string>>>;

/** A time that is so long, or 838:59:59 where that is longer; NULL, which PostgreSQL's LEAST passes by, where it is NULL. */
const LENGTH = 'CASE WHEN ABS($1) > 3020399 THEN 3020399 ELSE ABS($1) END';

/** Parts of a time out of its seconds. */
const PARTS: Readonly<Record<string, Forms>> = {
  hour: { POSTGRESQL: 'CAST(trunc($1 / 3600) AS int)', SQLITE: 'CAST($1 AS INTEGER) / 3600' },
  'hour of day': { POSTGRESQL: 'CAST(trunc($1 / 3600) AS int) % 24', SQLITE: 'CAST($1 AS INTEGER) / 3600 % 24' },
  minute: { POSTGRESQL: 'CAST(trunc($1 / 60) AS int) % 60', SQLITE: 'CAST($1 AS INTEGER) / 60 % 60' },
  'whole second': { POSTGRESQL: 'CAST(trunc($1) AS int) % 60', SQLITE: 'CAST($1 AS INTEGER) % 60' },
  'second of day': { POSTGRESQL: 'CAST(trunc($1) AS int)', SQLITE: 'CAST($1 AS INTEGER)' },
};

/** A part of a time that may pass the day, as HOUR() and its like give it; undefined for one that it has not. */
export function partOfDuration(name: string, seconds: Expression, at: Node, t: Translator): Expression | undefined {
  const form = PARTS[name]?.[t.target];
  const length = name === 'second of day' ? boundedTime(seconds, at, t) : t.form(LENGTH, [seconds], at);
  return form === undefined ? undefined : t.form(form, [length], at);
}

/** A part as EXTRACT gives it, with its sign. */
export function extractedOfDuration(
  name: string,
  seconds: Expression,
  at: Node,
  t: Translator,
): Expression | undefined {
  const form = PARTS[name === 'hour' ? 'hour of day' : name]?.[t.target];
  if (name === 'hour')
    t.notice('SERVER_FLAVOUR', at, 'EXTRACT has the hours of a day in MariaDB, as here, and all in MySQL 8.');
  return form === undefined ? undefined : t.form(form, [boundedTime(seconds, at, t)], at);
}

const two = (of: string): string => `printf('%02d', ${of})`;
const HOUR = PARTS.hour?.SQLITE as string;
const HOUR_OF_TWELVE = `(${HOUR} + 11) % 12 + 1`;

/** What a format shows of a time that may pass the day, out of its length. */
const SHOWN_IN_SQLITE: Readonly<Partial<Record<Piece, string>>> = {
  hour: two(HOUR),
  'short hour': `CAST(${HOUR} AS TEXT)`,
  'hour of twelve': two(HOUR_OF_TWELVE),
  'short hour of twelve': `CAST(${HOUR_OF_TWELVE} AS TEXT)`,
  minute: two(PARTS.minute?.SQLITE as string),
  second: two(PARTS['whole second']?.SQLITE as string),
  half: `CASE WHEN ${HOUR} % 24 < 12 THEN 'AM' ELSE 'PM' END`,
};

/** The sign stands before all that a format shows; NULL where the time is. */
const SIGN = "CASE WHEN $1 < 0 THEN '-' WHEN $1 >= 0 THEN '' END";

/** PostgreSQL's to_char counts the hours of an interval on past the day. */
const INTERVAL_IN_POSTGRESQL = `(${LENGTH}) * INTERVAL '1 second'`;

export const intervalOf = (seconds: Expression, at: Node, t: Translator): Expression =>
  t.form(INTERVAL_IN_POSTGRESQL, [seconds], at);

/** With its sign before it. */
export const signed = (seconds: Expression, shown: Expression, at: Node, t: Translator): Expression =>
  seconds.kind === 'number' ? shown : concatenated([t.form(SIGN, [seconds], at), shown], t);

/** A time that may pass the day as a format shows it, without its sign; undefined where SQLite has no form for a piece. */
export function shownInSqlite(seconds: Expression, format: Format, at: Node, t: Translator): Expression | undefined {
  const length = t.form(LENGTH, [seconds], at);
  const pieces = format.map((one) => {
    if (typeof one === 'string') return text(one, at.span);
    const form = SHOWN_IN_SQLITE[one.piece];
    return form === undefined ? undefined : t.form(form, [length], at);
  });
  return pieces.includes(undefined) ? undefined : concatenated(pieces as Expression[], t);
}

const timeDifference: MomentCompose = ({ node, t }) => {
  if (TIMES_PASS_DAYS[t.target]) return undefined;
  const seconds = secondsOfDifference(node, t);
  const made = clockOf(seconds, node, t);
  return made && { made, kind: 'TIME', seconds };
};

function secondsOfDifference(node: FunctionCall, t: Translator): Expression {
  const [to, from] = node.arguments as [Expression, Expression];
  if (areOfTwoKinds([to, from], t)) return numberOf(nothing(node.span), t);
  if ([to, from].some((one) => passedSeconds(one, t) !== undefined))
    return binary('subtract', secondsOfTime(to, t), secondsOfTime(from, t));
  return secondsBetween(from, to, node, t, false, kindOfDifference([to, from], node, t));
}

/** A date and a moment have no difference: https://dev.mysql.com/doc/refman/8.4/en/date-and-time-functions.html#function_timediff */
function areOfTwoKinds(nodes: readonly Expression[], t: Translator): boolean {
  const types = nodes.map((node) => t.typeName(node));
  return types.includes('DATE') && types.some((type) => type === 'TIMESTAMP' || type === 'TIMESTAMPTZ');
}

/** Times of a day are subtracted as such; one from a moment is NULL to MySQL, which nobody means. */
function kindOfDifference(nodes: readonly Expression[], at: Expression, t: Translator): MomentKind {
  const isOpen = (node: Expression): boolean => node.kind === 'column' && t.typeName(node) === undefined;
  // what a time of a day is subtracted from is one as well
  const hasClock = nodes.some((node) => node.kind === 'string' && kindOfLiteral(node, t.source) === 'TIME');
  if (hasClock && nodes.every((node) => node.kind === 'string' || isOpen(node))) return 'TIME';
  const kinds = nodes.filter((node) => node.kind !== 'string').map((node) => momentOf(node, t).kind);
  if (!kinds.includes('TIME')) return 'TIMESTAMP';
  if (kinds.some((kind) => kind !== 'TIME')) t.refuse(at, 'A time of a day and a moment have no difference.');
  return 'TIME';
}

/** SEC_TO_TIME: parts of a second as far as the number has them, those of a floating-point number to six digits. */
const clockOfSeconds: MomentCompose = ({ node, t }) => {
  const [value] = node.arguments as [Expression];
  if (TIMES_PASS_DAYS[t.target]) return undefined;
  const digits = t.typeName(value) === 'FLOAT' ? 6 : (digitsOf(value, t) ?? 0);
  const seconds = numberOf(value, t);
  const made = clockOf(seconds, node, t, Math.min(digits, 6));
  return made && { made, kind: 'TIME', seconds };
};

/** The greatest or the least of times, as that of their seconds. */
const extreme =
  (called: 'MIN' | 'MAX'): MomentCompose =>
  ({ node, t }) => {
    const value = node.over === undefined ? node.arguments[0] : undefined;
    const each = value && withGroups(undefined, t, () => passedSeconds(value, t));
    if (each === undefined) return undefined;
    const seconds = t.form(`${called}($1)`, [each], node);
    const made = clockOf(seconds, node, t);
    return made && { made, kind: 'TIME', seconds };
  };

/** Times that may be longer than a day, or less than none: texts outside of MySQL, beside what they are in seconds. */
export const durationMoments: MomentTable = {
  timediff: timeDifference,
  sec_to_time: clockOfSeconds,
  minimum: extreme('MIN'),
  maximum: extreme('MAX'),
};
