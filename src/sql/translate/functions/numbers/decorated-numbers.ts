import type { Expression } from '../../../ast/index.js';
import { inSource } from '../../in-source.js';
import { text } from '../../made-nodes.js';
import type { Compose } from '../form.js';
import { literalText } from '../known-values.js';

/** A pattern of to_char with more about the number than its digits: a sign at another place, or words around it. */
interface Decorated {
  readonly fills: boolean;
  readonly before: string;
  /** Where the sign stands: S at the digits, MI and SG in a place of its own, PR as brackets; undefined as it always does. */
  readonly sign: 'S' | 'MI' | 'SG' | 'PR' | undefined;
  readonly isSignFirst: boolean;
  /** The pattern of the digits alone. */
  readonly digits: string;
  readonly places: number;
  readonly fraction: number;
  readonly behind: string;
}

const PATTERN =
  /^(FM)?((?:[$€£ ]|"[^"]*")*)(SG|S|MI)?([$€£]?)([09,G]+)(?:[.D](0+|9+))?(SG|S|MI|PR)?((?:[% /()!;-]|"[^"]*")*)$/;

const unquoted = (words: string): string => words.replaceAll('"', '');

function read(written: string): Decorated | undefined {
  const found = PATTERN.exec(written);
  if (found === null) return undefined;
  const [, fills, before = '', first, currency = '', whole = '', fraction, last, behind = ''] = found;
  if (first !== undefined && last !== undefined) return undefined;
  if (first === undefined && last === undefined && before === '' && behind === '') return undefined;
  const point = fraction === undefined ? '' : `.${fraction}`;
  return {
    fills: fills === undefined,
    before: unquoted(before + currency),
    sign: (first ?? last) as Decorated['sign'],
    isSignFirst: first !== undefined,
    digits: `${whole}${point}`,
    places: whole.length + point.length,
    fraction: fraction?.length ?? 0,
    behind: unquoted(behind),
  };
}

const when = (isNegative: string, sign: string, otherwise: string): string =>
  `CASE WHEN ${isNegative} THEN '${sign}' ELSE '${otherwise}' END`;

/** The number by the pattern of its digits, `$2`, with its sign where the pattern has it. */
function signed({ sign, isSignFirst, fills, fraction, places }: Decorated): string {
  if (sign === undefined) return 'to_char($1, $2)';
  const isNegative = `round(CAST($1 AS numeric), ${fraction}) < 0`;
  const plain = 'to_char(abs($1), $2)';
  // a place is kept for a sign that stands there no more
  const digits = fills ? `substr(${plain}, 2)` : plain;
  const word = when(isNegative, '-', sign === 'MI' ? (fills ? ' ' : '') : '+');
  if (sign === 'S' && isSignFirst && fills) return `lpad(${word} || ltrim(${plain}), ${places + 1})`;
  if (sign !== 'PR') return isSignFirst ? `${word} || ${digits}` : `${digits} || ${word}`;
  const inBrackets = fills ? `lpad('<' || ltrim(${plain}) || '>', ${places + 2})` : `'<' || ${plain} || '>'`;
  return `CASE WHEN ${isNegative} THEN ${inBrackets} ELSE ${fills ? `${plain} || ' '` : plain} END`;
}

/** to_char(number, pattern) by the pattern of its digits alone. */
export const decoratedNumber: Compose = ({ node, t }) => {
  const [value] = node.arguments;
  const pattern = read(literalText(node.arguments[1]) ?? '');
  if (value === undefined || pattern === undefined) return undefined;
  const { before, behind, fills, digits } = pattern;
  const { span } = node;
  const words = (written: string, at: string): string => (written === '' ? '' : at);
  const sql = `${words(before, '$3 || ')}${signed(pattern)}${words(behind, ' || $4')}`;
  const values: Expression[] = [value, text(`${fills ? '' : 'FM'}${digits}`, span)];
  return inSource(sql, [...values, text(before, span), text(behind, span)], node, t);
};
