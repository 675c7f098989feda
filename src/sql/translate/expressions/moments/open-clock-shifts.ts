import type { ColumnReference, Expression, Name, Node } from '../../../ast/index.js';
import { familyOfName, isNameOfDay, isNameOfTime, mayBeNameOfMoment } from '../../../typing/index.js';
import type { Translator } from '../../translator.js';
import { movesClock, type Shift } from '../intervals/intervals.js';
import { shifted } from './moment-shifts.js';
import { momentOf, type Moment } from './moments.js';

/**
 * Hours that are added to a column which may be a moment or a time of a day, as nobody tells its type: `opens_at + INTERVAL 1
 * HOUR`. PostgreSQL adds them to either, and SQLite is asked how it is written. Undefined where it is no such sum.
 */
export function shiftedOpenClock(
  node: Expression,
  shifts: readonly Shift[],
  at: Node,
  t: Translator,
): Moment | undefined {
  if (!mayBeClock(node, t) || !shifts.every(movesClock)) return undefined;
  if (t.target === 'MYSQL' && !isOfEither(node, t)) return undefined;
  if (t.source === 'MYSQL' && t.target === 'POSTGRESQL' && OF_A_DAY.test(nameOf(node)))
    t.notice('UNKNOWN_TYPE', node, `Whether \`${t.textOf(node)}\` may pass the end of its day is not known here.`);
  const made = t.value(node);
  if (t.target === 'POSTGRESQL') return shifted({ made, kind: 'TIMESTAMP' }, shifts, at, t);
  const asTime = shifted({ made, kind: 'TIME' }, shifts, at, t);
  const asMoment = shifted(momentOf(node, t, 'TIMESTAMP'), shifts, at, t);
  const either = t.form(EITHER[t.target], [made, asTime.made, asMoment.made], at);
  return { made: either, kind: 'TIMESTAMP' };
}

/** MySQL makes one type of all that a CASE gives, and a moment of a time. */
const EITHER = {
  MYSQL: "CASE WHEN $1 LIKE '__:%' THEN CAST($2 AS CHAR) ELSE $3 END",
  SQLITE: "CASE WHEN $1 LIKE '__:%' THEN $2 ELSE $3 END",
} as const;

/** Names of times of a day alone. */
const OF_A_DAY = /(?:^|_)(?:arr(?:ival)?|dep(?:arture)?|open(?:ing)?|clos(?:e|ing))_time$/i;

const nameOf = ({ parts }: ColumnReference): string => (parts[parts.length - 1] as Name).value;

/** A column whose type nobody tells, or which the target keeps as text, by a name of times of a day as well as of moments. */
export const isOfEither = (node: Expression, t: Translator): node is ColumnReference =>
  node.kind === 'column' &&
  OF_EITHER.test(nameOf(node)) &&
  (t.typeName(node) === undefined || t.isBlind || isKeptAsText(node, t));

/** Names of times of a day as well as of moments. */
const OF_EITHER = /time$|(?:open|close)s?_?at$/i;

/** Whether a column is neither a day nor a moment by its name: what `opens_at` is called may be either. */
function mayBeClock(node: Expression, t: Translator): node is ColumnReference {
  if (node.kind !== 'column') return false;
  const called = nameOf(node);
  const type = t.typeName(node);
  // that something is added to it tells that it is a moment or a time, and no more
  if (type === 'TEXT' || (type === 'TIMESTAMP' && !t.isBlind))
    return isKeptAsText(node, t) && (OF_EITHER.test(called) || (type === 'TEXT' && !isCalledMoment(called)));
  if (type !== undefined) return type === 'TIMESTAMP' && OF_EITHER.test(called);
  if (isNameOfDay(called) || /(?:^|_)(?:created|updated|modified|ts)$/i.test(called)) return false;
  return !isNameOfTime(called) || OF_EITHER.test(called);
}

const isCalledMoment = (called: string): boolean => familyOfName(called) === 'moment' || mayBeNameOfMoment(called);

const isKeptAsText = (node: ColumnReference, t: Translator): boolean =>
  t.target === 'SQLITE' && /text|char/i.test(t.scope.resolve(node).databaseType ?? '');
