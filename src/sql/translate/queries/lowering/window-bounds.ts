import type { Expression, FrameBound, OrderItem, WindowFrame, WindowSpecification } from '../../../ast/index.js';
import { isMoment } from '../../expressions/moments/moments.js';
import { allOf, anyOf, binary, cast, dataType, isNull } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { directionOf } from '../null-order.js';

/** A value of each row of a window: that of the row that stands there, and that of another one. */
export interface RowValue {
  readonly here: Expression;
  readonly there: Expression;
}

/** What tells where a row stands in its window; each is made where it is asked for. */
export interface Places {
  /** By the number of the row, or by that of its peers: the same for those that the order does not tell apart. */
  readonly place: (rank: 'row_number' | 'rank' | 'dense_rank') => RowValue;
  readonly key: (item: OrderItem) => RowValue;
}

/** Which rows are in the frame of a row, beside those of its part; undefined where that can't be said. */
export function inFrame(over: WindowSpecification, places: Places, t: Translator): Expression[] | undefined {
  const { frame, orderBy } = over;
  if (frame === undefined) return orderBy.length === 0 ? [] : [upTo(places.place('rank'))];
  const bounds = boundsOf(frame, orderBy, places, t);
  return bounds && [...bounds, ...excluded(frame, places)];
}

const upTo = ({ here, there }: RowValue): Expression => binary('less-or-equal', there, here);

/** What EXCLUDE leaves out. */
function excluded({ exclude }: WindowFrame, { place }: Places): Expression[] {
  if (exclude === undefined || exclude === 'NO OTHERS') return [];
  const isOther = (rank: 'row_number' | 'rank'): Expression => {
    const { here, there } = place(rank);
    return binary('not-equal', there, here);
  };
  if (exclude === 'CURRENT ROW') return [isOther('row_number')];
  if (exclude === 'GROUP') return [isOther('rank')];
  const row = place('row_number');
  return [anyOf([isOther('rank'), binary('equal', row.there, row.here)])];
}

const RANKS = { ROWS: 'row_number', GROUPS: 'dense_rank', RANGE: 'rank' } as const;
const CURRENT_ROW = 'CURRENT ROW';

function boundsOf(
  frame: WindowFrame,
  orderBy: readonly OrderItem[],
  places: Places,
  t: Translator,
): Expression[] | undefined {
  const { start, unit } = frame;
  const end: FrameBound = frame.end ?? { kind: 'frame-bound', bound: CURRENT_ROW, span: frame.span };
  const byValue = unit === 'RANGE' && [start, end].some(({ distance }) => distance !== undefined);
  if (byValue) return ofValues(start, end, orderBy, places, t);
  return [
    ...boundOf(start, 'greater-or-equal', () => places.place(RANKS[unit])),
    ...boundOf(end, 'less-or-equal', () => places.place(RANKS[unit])),
  ];
}

function boundOf(
  { bound, distance }: FrameBound,
  operator: 'greater-or-equal' | 'less-or-equal',
  value: () => RowValue,
): Expression[] {
  if (bound.startsWith('UNBOUNDED')) return [];
  const { here, there } = value();
  if (distance === undefined) return [binary(operator, there, here)];
  return [binary(operator, there, binary(bound === 'PRECEDING' ? 'subtract' : 'add', here, distance))];
}

/** So far from the value of the row: one key, on whichever side the order has lower ones. */
function ofValues(
  start: FrameBound,
  end: FrameBound,
  orderBy: readonly OrderItem[],
  { key }: Places,
  t: Translator,
): Expression[] | undefined {
  const [item, more] = orderBy;
  if (item === undefined || more !== undefined) return undefined;
  const isUnbounded = [start, end].some(({ bound }) => bound.startsWith('UNBOUNDED'));
  const mayBeNull = t.typeOf(item.expression).nullable !== false;
  if (isUnbounded && mayBeNull) return undefined;
  const value = key(item);
  const isMomentKey = isMoment(item.expression, t);
  const typed = (bound: FrameBound): FrameBound => withInterval(bound, isMomentKey);
  const isDescending = directionOf(item) === 'desc';
  const [least, most] = isDescending ? [mirrored(end), mirrored(start)] : [start, end];
  const within = allOf([
    ...boundOf(typed(least), 'greater-or-equal', () => value),
    ...boundOf(typed(most), 'less-or-equal', () => value),
  ]);
  // rows without a value are one another's peers
  return [mayBeNull ? anyOf([within, allOf([isNull(value.here), isNull(value.there)])]) : within];
}

/** A distance that is written as a text is one of the type that the key asks for. */
const withInterval = (bound: FrameBound, isMomentKey: boolean): FrameBound =>
  isMomentKey && bound.distance?.kind === 'string'
    ? { ...bound, distance: cast(bound.distance, dataType('interval', bound.span)) }
    : bound;

const MIRRORED = {
  'UNBOUNDED PRECEDING': 'UNBOUNDED FOLLOWING',
  PRECEDING: 'FOLLOWING',
  'CURRENT ROW': 'CURRENT ROW',
  FOLLOWING: 'PRECEDING',
  'UNBOUNDED FOLLOWING': 'UNBOUNDED PRECEDING',
} as const;

const mirrored = (bound: FrameBound): FrameBound => ({ ...bound, bound: MIRRORED[bound.bound] });
