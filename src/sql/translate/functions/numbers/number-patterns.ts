import type { Expression } from '../../../ast/index.js';
import { inSource } from '../../in-source.js';
import { text } from '../../made-nodes.js';
import { decoratedNumber } from './decorated-numbers.js';
import type { CallPlace, Compose } from '../form.js';
import { literalText } from '../known-values.js';

/** What a pattern of to_char says beside the digits that FM990.00 and its like have. */
interface Pattern {
  readonly fills: boolean;
  /** Written before the number, as it is. */
  readonly currency: string;
  readonly whole: string;
  readonly behind: string | undefined;
  readonly places: number;
}

function readPattern(written: string): Pattern | undefined {
  const found = /^(FM)?([$€£]?)([09,G]+)(?:([.D])([09]+))?$/.exec(written.replace(/^fm/, 'FM'));
  if (found === null) return undefined;
  const [, fills, currency = '', whole = '', , behind] = found;
  const places = whole.replace(/[,G]/g, '').length;
  return places === 0 ? undefined : { fills: fills === undefined, currency, whole, behind, places };
}

/** So many digits before the point are enough for all numbers. */
const MOST_PLACES = 18;

/** Digits before those of a pattern, in groups where it has such. */
function widening(whole: string, places: number): string {
  const more = Math.max(MOST_PLACES - places, 0);
  if (!/[,G]/.test(whole)) return '9'.repeat(more);
  const digits = '9'.repeat(more + places).replace(/\B(?=(\d{3})+$)/g, ',');
  return digits.slice(0, digits.length - whole.replaceAll('G', ',').length);
}

/** The pattern with a 0 before the point and zeros behind it, which has a form of its own. */
function plainPattern({ whole, behind, places }: Pattern): string {
  const rounded = `${widening(whole, places)}${whole.replace(/9$/, '0')}`;
  return `FM${rounded}${behind === undefined ? '' : `.${'0'.repeat(behind.length)}`}`;
}

/** to_char(number, 'FM999th'): the digits with st, nd, rd or th behind them, which a negative number has not. */
function ordinalNumber(
  value: Expression,
  [, digits, suffix]: readonly [whole: string, digits: string, suffix: 'th' | 'TH'],
  { node, t }: CallPlace,
): Expression {
  const cased = (word: string): string => (suffix === 'TH' ? word.toUpperCase() : word);
  const places = digits.replace(/[^09]/g, '').length;
  const last = (divisor: number): string => `CAST(round(CAST($1 AS numeric)) AS bigint) % ${divisor}`;
  const sql = `to_char($1, $2) || CASE WHEN $1 < 0 OR round(CAST($1 AS numeric)) >= 1${'0'.repeat(places)} THEN ''
    WHEN ${last(100)} BETWEEN 11 AND 13 THEN '${cased('th')}' WHEN ${last(10)} = 1 THEN '${cased('st')}'
    WHEN ${last(10)} = 2 THEN '${cased('nd')}' WHEN ${last(10)} = 3 THEN '${cased('rd')}' ELSE '${cased('th')}' END`;
  return inSource(sql, [value, text(digits, node.span)], node, t);
}

/**
 * to_char(number, pattern) by a plainer pattern: blanks before the number, none for a 0 before the point, no zeros at the
 * end, and # where the number has more digits than the pattern.
 */
export const patternedNumber: Compose = (place: CallPlace) => {
  const { node, t } = place;
  const [value] = node.arguments;
  const written = literalText(node.arguments[1]) ?? '';
  if (value === undefined) return undefined;
  const ordinal = /^((?:FM)?[09,G]+)(th|TH)$/i.exec(written);
  if (ordinal !== null) return ordinalNumber(value, ordinal as unknown as [string, string, 'th' | 'TH'], place);
  const pattern = readPattern(written);
  if (pattern === undefined) return decoratedNumber(place);
  const { fills, currency, whole, behind, places } = pattern;
  const plain = plainPattern(pattern);
  // what has this form already, and digits enough for all numbers, is said by the pattern itself
  if (!fills && currency === '' && places >= MOST_PLACES && plain === literalText(node.arguments[1])) return undefined;
  if (fills && currency !== '') return decoratedNumber(place);
  const digits = behind?.length ?? 0;
  const hidesZero = digits > 0 && !whole.includes('0');
  const small = `abs(round(CAST($1 AS numeric), ${digits})) < 1`;
  const shown = hidesZero
    ? `CASE WHEN ${small} THEN replace(to_char($1, $2), '0.', '.') ELSE to_char($1, $2) END`
    : 'to_char($1, $2)';
  // nines behind the last 0 show no zeros at the end
  const optional = fills ? 0 : digits - 1 - (behind ?? '').lastIndexOf('0');
  const cut = digits === 0 || optional === 0 ? shown : cutZeros(shown, optional, hidesZero, digits);
  const hidden = `${whole}${behind === undefined ? '' : `.${behind}`}`.replace(/[09]/g, '#').replace('G', ',');
  const least = `1${'0'.repeat(places)}`;
  const inRange = `CASE WHEN abs(round(CAST($1 AS numeric), ${digits})) < ${least} THEN ${cut} WHEN $1 >= 0 THEN $3 WHEN $1 < 0 THEN '-' || $3 END`;
  const width = hidden.length + 1;
  const values = [value, text(plain, node.span), text(hidden, node.span)];
  const [form, last] = fills
    ? [`right($4 || ${inRange}, ${width})`, ' '.repeat(width)]
    : [currency === '' ? inRange : `$4 || ${inRange}`, currency];
  return inSource(form, [...values, text(last, node.span)], node, t);
};

/** So many digits at the end are left out where they are 0. */
const cutZeros = (shown: string, optional: number, hidesZero: boolean, digits: number): string =>
  optional === digits
    ? ofZero(`rtrim(${shown}, '0')`, hidesZero, digits)
    : `left(${shown}, -${optional}) || rtrim(right(${shown}, ${optional}), '0')`;

/** Nothing at all keeps its 0 before the point, and has no sign. */
const ofZero = (shown: string, hidesZero: boolean, digits: number): string =>
  hidesZero ? `CASE WHEN round(CAST($1 AS numeric), ${digits}) = 0 THEN '0.' ELSE ${shown} END` : shown;
