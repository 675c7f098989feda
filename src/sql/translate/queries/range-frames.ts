import { asked, type Expression, type OrderItem, type WindowFrame, type WindowSpecification } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { readInterval, SECONDS, type Unit } from '../expressions/intervals/intervals.js';
import { isMoment } from '../expressions/moments/moments.js';
import { cast, dataType, number } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { directionOf } from './null-order.js';
import { orderItems } from './order.js';

/** Whether RANGE goes so far by an interval. */
const TAKES_INTERVALS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: false };

/** A moment as a number that frames can go by: of milliseconds where a moment has no more than that. */
const AS_NUMBER: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: '$1',
  MYSQL: "TIMESTAMPDIFF(MICROSECOND, '1970-01-01', $1)",
  SQLITE: 'CAST(ROUND((julianday($1) - 2440587.5) * 86400000) AS INTEGER)',
};
const OF_A_SECOND: Readonly<Record<DialectName, number>> = { POSTGRESQL: 1, MYSQL: 1_000_000, SQLITE: 1000 };

/** How long units are that are always as long. */
const LENGTHS: Readonly<Partial<Record<Unit, number>>> = { ...SECONDS, MICROSECOND: 1e-6 };

/** The order and the frame of a window whose RANGE goes so far from each row's value; undefined for any other. */
export function rangedWindow(
  { orderBy, frame }: WindowSpecification,
  t: Translator,
): Pick<WindowSpecification, 'orderBy' | 'frame'> | undefined {
  const [item, ...others] = orderBy;
  if (frame?.unit !== 'RANGE' || item === undefined || others.length > 0) return undefined;
  const distances = [frame.start, frame.end].flatMap((bound) => bound?.distance ?? []);
  if (distances.length === 0) return undefined;
  const isOfMoments = isMoment(item.expression, t) || distances.some((one) => isLength(one, t));
  const byInterval = isOfMoments && !TAKES_INTERVALS[t.target];
  const key = byInterval ? t.form(AS_NUMBER[t.target], [t.value(item.expression)], item) : undefined;
  return {
    orderBy: [onlyKey(item, frame, key, t)],
    frame: byInterval ? withDistances(frame, t) : t.node(frame),
  };
}

/** Only moments go so far by how long something takes. */
const isLength = (distance: Expression, t: Translator): boolean =>
  distance.kind === 'interval' ||
  t.typeName(distance) === 'INTERVAL' ||
  (distance.kind === 'string' && asked(distance, hasUnit));

/** `'7 days'`, `'1:00'`; not `'7'` */
const hasUnit = (content: string): boolean => /[a-z:]/i.test(content);

/** Such a frame goes by one key. Where its NULLs stand makes no difference unless a bound is open. */
function onlyKey(item: OrderItem, frame: WindowFrame, key: Expression | undefined, t: Translator): OrderItem {
  const [made, more] = orderItems([item], undefined, t) as [OrderItem, ...OrderItem[]];
  const isOpen = [frame.start, frame.end].some((bound) => bound?.bound.startsWith('UNBOUNDED') === true);
  if (more !== undefined && isOpen) t.refuse(frame, 'NULLs stand at the other end in the target.', 'Leave them out.');
  const { nulls: _nulls, using: _using, ...rest } = item;
  const plain = more === undefined ? made : { ...rest, direction: directionOf(item), expression: more.expression };
  return key === undefined ? plain : { ...plain, expression: key };
}

function withDistances(frame: WindowFrame, t: Translator): WindowFrame {
  const { start, end } = frame;
  const changed = (bound: typeof start): typeof start =>
    bound.distance === undefined ? bound : { ...bound, distance: asNumber(bound.distance, t) };
  return { ...frame, start: changed(start), ...(end !== undefined && { end: changed(end) }) };
}

/** So many of what the key counts. */
function asNumber(distance: Expression, t: Translator): Expression {
  const interval = distance.kind === 'string' ? cast(distance, dataType('interval', distance.span)) : distance;
  const seconds = readInterval(interval, t)?.reduce(
    (sum, { unit, amount }) => sum + (typeof amount === 'number' ? amount * (LENGTHS[unit] ?? NaN) : NaN),
    0,
  );
  if (seconds === undefined || Number.isNaN(seconds)) {
    return t.refuse(
      distance,
      'A frame can’t go so far in the target.',
      'Use days or smaller units, whose length is known.',
    );
  }
  return number(Math.round(seconds * OF_A_SECOND[t.target]), distance.span);
}
