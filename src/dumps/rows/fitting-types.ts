import type { Dialect, SqlTypeName } from '../../sql/index.js';
import type { Form } from './forms-of-values.js';

/** What the rows of a script hold in one column. */
export interface HeldValues {
  /** Whether it has a value of its own for rows that give none. */
  readonly hasDefault: boolean;
  readonly forms: ReadonlySet<Form>;
  /** Of texts, in characters. */
  readonly longest: number;
  /** Of numbers, before the point. */
  readonly mostDigits: number;
}

/** The type of a column, in SQLite's words, that keeps all that its rows hold. */
export interface FittingType {
  readonly name: string;
  readonly arguments: readonly number[];
}

const WHOLE: readonly Form[] = ['truth', 'whole', 'milliseconds'];
const NUMBERS: readonly Form[] = [...WHOLE, 'huge', 'fraction'];

/** The forms that a column of a type keeps as they are; a text keeps all but bytes. */
const KEPT: Readonly<Partial<Record<SqlTypeName, readonly Form[]>>> = {
  INTEGER: WHOLE,
  BIGINT: WHOLE,
  FLOAT: NUMBERS,
  DECIMAL: NUMBERS,
  BOOLEAN: ['truth'],
  // a day is the moment at which it begins
  TIMESTAMP: ['moment', 'day', 'milliseconds'],
  TIMESTAMPTZ: ['moment', 'day', 'milliseconds'],
  DATE: ['day'],
  TIME: ['time'],
  UUID: ['uuid'],
  JSON: ['document'],
};

/** Types that values may have which their column's own does not keep, the most telling first. */
const OTHERS: readonly (readonly [name: string, kept: readonly Form[]])[] = [
  ['bigint', WHOLE],
  ['real', NUMBERS],
  ['date', ['day']],
  ['datetime', ['moment']],
  ['blob', ['bytes']],
];

const ENDLESS: readonly Form[] = [...NUMBERS, 'endless'];

/**
 * The type that a column must have in an engine that keeps none but values of it, where the rows hold others.
 *
 * @param type what the declaration means; undefined where it says nothing
 * @param given its length, or its digits
 * @returns undefined where the declared one does
 */
export function fittingType(
  type: SqlTypeName | undefined,
  given: readonly number[],
  held: HeldValues,
  to: Dialect,
): FittingType | undefined {
  const { forms, longest, mostDigits, hasDefault } = held;
  if (forms.size === 0 || type === 'OTHER') return undefined;
  const within = (kept: readonly Form[]): boolean => [...forms].every((form) => kept.includes(form));
  const keepsEndless = to.name === 'POSTGRESQL';
  if (type === 'TEXT' && !forms.has('bytes')) {
    const [length] = given;
    return length !== undefined && longest > length ? { name: 'varchar', arguments: [longest] } : undefined;
  }
  if (type === 'BINARY' && forms.has('bytes')) return undefined;
  if (type === 'DECIMAL' && within(NUMBERS)) {
    const [precision, scale = 0] = given;
    if (precision === undefined || mostDigits <= precision - scale) return undefined;
    return { name: 'decimal', arguments: [mostDigits + scale, scale] };
  }
  // rows that come later may have times, where nothing but days was given
  if (type === 'TIMESTAMP' && !hasDefault && within(['day'])) return { name: 'date', arguments: [] };
  const kept = (type && KEPT[type]) ?? [];
  if (within(kept) || (type === 'FLOAT' && keepsEndless && within(ENDLESS))) return undefined;
  const other = OTHERS.find(([name, itsForms]) => within(name === 'real' && keepsEndless ? ENDLESS : itsForms));
  // texts beside bytes are bytes too
  return { name: other?.[0] ?? (forms.has('bytes') ? 'blob' : 'text'), arguments: [] };
}
