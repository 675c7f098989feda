/** to_char(n, 'RN'): https://www.postgresql.org/docs/current/functions-formatting.html */
import { WHOLE_TYPES } from '../../expressions/numbers/number-types.js';
import { inSource } from '../../in-source.js';
import type { Compose } from '../form.js';
import { literalText } from '../known-values.js';

/** A digit at each place, from the ones on, with its letters for one, five and ten. */
const PLACES = ['IVX', 'XLC', 'CDM', 'M  '];

/** The words of the digits 0 to 9 at a place. */
const wordsOf = ([one, five, ten]: readonly string[]): string[] =>
  ['', 'a', 'aa', 'aaa', 'ab', 'b', 'ba', 'baa', 'baaa', 'ac'].map((word) =>
    word
      .replaceAll('a', one as string)
      .replaceAll('b', five as string)
      .replaceAll('c', ten as string),
  );

const words = PLACES.map((letters, place) => {
  const all = wordsOf(letters.split(''))
    .slice(0, place === 3 ? 4 : 10)
    .map((word) => `'${word}'`);
  return `(ARRAY[${all.join(', ')}])[$1 / ${10 ** place} % 10 + 1]`;
}).toReversed();

const ROMAN = words.join(' || ');
const [LEAST, MOST, WIDTH] = [1, 3999, 15];

/** A whole number in Roman letters; other than from 1 to 3999 it is fifteen times `#`. */
export const romanNumber: Compose = ({ node, t }) => {
  const [value] = node.arguments;
  const pattern = (literalText(node.arguments[1]) ?? '').toUpperCase();
  if (value === undefined || !/^(?:FM)?RN$/.test(pattern) || !WHOLE_TYPES.has(t.typeName(value))) return undefined;
  const shown = pattern === 'RN' ? `lpad(${ROMAN}, ${WIDTH})` : ROMAN;
  const sql = `CASE WHEN $1 BETWEEN ${LEAST} AND ${MOST} THEN ${shown} WHEN $1 IS NOT NULL THEN '${'#'.repeat(WIDTH)}' END`;
  return inSource(sql, [value], node, t);
};
