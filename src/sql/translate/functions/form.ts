import type { Expression, FunctionCall } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import type { FunctionRow } from '../../functions/index.js';
import type { SqlTypeName } from '../../typing/index.js';
import type { Wanted } from '../expressions/coercion.js';
import type { NoticeCode } from '../notices.js';
import type { Translator } from '../translator.js';

/** A call of the source's that is to be written for the target. */
export interface CallPlace {
  readonly node: FunctionCall;
  readonly row: FunctionRow;
  /** Its arguments, translated as the function takes them. */
  readonly values: readonly Expression[];
  readonly t: Translator;
}

/** What writes a call where an expression with places does not say it; undefined where it can't. */
export type Compose = (place: CallPlace) => Expression | undefined;

/** Whether a case of a form is for this call. */
export type Guard = (place: CallPlace) => boolean;

/** One of several ways to write a call: the first whose guard holds. */
export interface FormCase {
  readonly when: Guard;
  readonly form: string | Compose;
  /** What may differ all the same. */
  readonly notice?: NoticeCode;
}

/**
 * How a target writes a meaning: an expression in its own SQL, with `$1`, `$2` for the arguments and `:rest` for those
 * behind; or cases; or a function that makes it.
 */
export type Form = string | Compose | readonly FormCase[];

/** How one meaning is written by the dialects whose own function is not the same. */
export interface FormRow {
  /** What the arguments are taken for, from the first; the last word holds for all behind it. Left out: whatever they are. */
  readonly takes?: string;
  readonly pg?: Form;
  readonly my?: Form;
  readonly lite?: Form;
  /** Whether the forms write what stands behind the call as well: FILTER, OVER, DISTINCT, the order of its rows. */
  readonly whole?: true;
}

/** Rows by the meanings of `sql/functions`. */
export type FormTable = Readonly<Record<string, FormRow>>;

export const FORM_OF: Readonly<Record<DialectName, 'pg' | 'my' | 'lite'>> = {
  POSTGRESQL: 'pg',
  MYSQL: 'my',
  SQLITE: 'lite',
};

/** The same form whatever the target is. */
export const everywhere = (form: Compose): FormRow => ({ pg: form, my: form, lite: form });

/** A call by its form: undefined where no case is for it, or where what makes it can't. */
export function byForm(form: Form, place: CallPlace): Expression | undefined {
  const { node, t } = place;
  if (typeof form === 'string') return t.form(form, place.values, node);
  if (typeof form === 'function') return form(place);
  const found = form.find(({ when }) => when(place));
  if (found === undefined) return undefined;
  if (found.notice !== undefined) t.notice(found.notice, node);
  return byForm(found.form, place);
}

/** What a row's arguments are taken for. */
export function takenFor(takes: string | undefined, index: number): Wanted {
  if (takes === undefined) return 'any';
  let words = TAKEN.get(takes);
  if (words === undefined) TAKEN.set(takes, (words = takes.split(' ') as Wanted[]));
  return words[Math.min(index, words.length - 1)] ?? 'any';
}

/** The words of each row's `takes`, taken apart once. */
const TAKEN = new Map<string, readonly Wanted[]>();

// guards; arguments are counted from 1, as the places of a form are

export const count =
  (least: number, most = least): Guard =>
  ({ node }) =>
    node.arguments.length >= least && node.arguments.length <= most;

export const isLiteral =
  (index: number): Guard =>
  ({ node }) => {
    const value = node.arguments[index - 1];
    return value?.kind === 'string' || value?.kind === 'number' || isNegative(value);
  };

const isNegative = (value: Expression | undefined): boolean =>
  value?.kind === 'unary' && value.operator === 'minus' && value.operand.kind === 'number';

/** The number that an argument is written as; undefined where it is no literal. */
export function literalNumber(value: Expression | undefined): number | undefined {
  if (value?.kind === 'number') return Number(value.text);
  if (value?.kind === 'unary' && value.operator === 'minus' && value.operand.kind === 'number')
    return -Number(value.operand.text);
  return undefined;
}

/** An argument that is written as this number. */
export const isNumber =
  (index: number, wanted: number): Guard =>
  ({ node }) =>
    literalNumber(node.arguments[index - 1]) === wanted;

export const isPositive =
  (index: number): Guard =>
  ({ node }) =>
    (literalNumber(node.arguments[index - 1]) ?? 0) > 0;

export const isNegativeLiteral =
  (index: number): Guard =>
  ({ node }) =>
    (literalNumber(node.arguments[index - 1]) ?? 0) < 0;

export const typeIs =
  (index: number, ...types: readonly SqlTypeName[]): Guard =>
  ({ node, t }) => {
    const value = node.arguments[index - 1];
    const type = value && t.typeName(value);
    return type !== undefined && types.includes(type);
  };

/** An argument of which nobody tells what it is. */
export const isUntold =
  (index: number): Guard =>
  ({ node, t }) => {
    const value = node.arguments[index - 1];
    return value !== undefined && t.typeName(value) === undefined;
  };

export const neverNull =
  (index: number): Guard =>
  ({ node, t }) => {
    const value = node.arguments[index - 1];
    return value !== undefined && t.typeOf(value).nullable === false;
  };

export const noneNull: Guard = ({ node, t }) => node.arguments.every((value) => t.typeOf(value).nullable === false);

export const all =
  (...guards: readonly Guard[]): Guard =>
  (place) =>
    guards.every((guard) => guard(place));

export const any =
  (...guards: readonly Guard[]): Guard =>
  (place) =>
    guards.some((guard) => guard(place));

export const always: Guard = () => true;

/** A meaning that no other dialect can say, though one may have a function of the name. */
export const absent: FormRow = { pg: () => undefined, my: () => undefined, lite: () => undefined };
