import type { ColumnReference, Expression, Name, Node } from '../../ast/index.js';
import { familyOfName, isNameOfDay, isNameOfTime, mayBeNameOfMoment } from '../../typing/index.js';
import type { Translator } from '../translator.js';
import { movesClock, type Shift } from './intervals.js';
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
  if (t.target === 'MYSQL' || !mayBeClock(node, t) || !shifts.every(movesClock)) return undefined;
  const made = t.value(node);
  if (t.target === 'POSTGRESQL') return shifted({ made, kind: 'TIMESTAMP' }, shifts, at, t);
  const asTime = shifted({ made, kind: 'TIME' }, shifts, at, t);
  const asMoment = shifted(momentOf(node, t, 'TIMESTAMP'), shifts, at, t);
  const either = t.form("CASE WHEN $1 LIKE '__:%' THEN $2 ELSE $3 END", [made, asTime.made, asMoment.made], at);
  return { made: either, kind: 'TIMESTAMP' };
}

/** Names of times of a day as well as of moments. */
const OF_EITHER = /time$|(?:open|close)s?_?at$/i;

/** Whether a column is neither a day nor a moment by its name: what `opens_at` is called may be either. */
function mayBeClock(node: Expression, t: Translator): node is ColumnReference {
  if (node.kind !== 'column') return false;
  const called = (node.parts[node.parts.length - 1] as Name).value;
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
