/** Letters with accents, which MySQL takes for those without. */
const ACCENTED = Array.from({ length: 0x17f - 0xc0 }, (_, index) => String.fromCodePoint(0xc0 + index)).filter(
  (letter) => withoutCase(letter) !== letter,
);
export const ACCENTS = ACCENTED.join('');
/** What stands for each of them. */
export const PLAIN = ACCENTED.map(withoutCase).join('');

/** A text as MySQL compares it: https://dev.mysql.com/doc/refman/8.4/en/charset-unicode-sets.html */
export function withoutCase(value: string): string {
  return value.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 's').toUpperCase();
}
