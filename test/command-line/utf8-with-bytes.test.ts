import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Utf8WithBytes } from '../../src/command-line/utf8-with-bytes.js';
import { hexOfText } from '../../src/sql/translate/expressions/texts/utf8-bytes.js';

/** A text's bytes in chunks of that many. */
function decoded(bytes: Uint8Array, chunk: number): string {
  const decoder = new Utf8WithBytes();
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk) text += decoder.decode(bytes.subarray(at, at + chunk));
  return text + decoder.decode();
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();

/** Bytes, and texts among them. */
const mixed = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 5 }),
      fc.string({ unit: 'grapheme', maxLength: 5 }).map((s) => Buffer.from(s)),
    ),
  )
  .map((parts) => new Uint8Array(Buffer.concat(parts)));

it('reads texts as texts, however they are cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 7 }), (text, chunk) => {
      fc.pre(!text.startsWith('\ufeff'));
      expect(decoded(Buffer.from(text), chunk)).toBe(Buffer.from(text).toString());
    }),
  );
});

it('loses no byte of what is none, and gives the same however it is cut', () => {
  fc.assert(
    fc.property(mixed, fc.integer({ min: 1, max: 7 }), (bytes, chunk) => {
      fc.pre(hex(bytes.subarray(0, 3)) !== 'EFBBBF');
      expect(hexOfText(decoded(bytes, chunk))).toBe(hex(bytes));
      expect(decoded(bytes, chunk)).toBe(decoded(bytes, bytes.length + 1));
    }),
    { numRuns: 1000 },
  );
});

it.each([
  ['c080', 'overlong'],
  ['eda080', 'a surrogate'],
  ['f4908080', 'beyond the last character'],
  ['e282', 'cut off'],
  ['ff', 'no first byte'],
])('keeps %s, %s, byte by byte', (bytes) => {
  const text = decoded(Buffer.from(bytes, 'hex'), 9);
  expect(text).toHaveLength(bytes.length / 2);
  expect(hexOfText(text)).toBe(bytes.toUpperCase());
});

it('takes a mark of the order of bytes at the start alone', () => {
  expect(decoded(Buffer.from('\ufeffa\ufeffb'), 2)).toBe('a\ufeffb');
});
