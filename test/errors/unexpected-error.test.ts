import { expect, it } from 'vitest';
import { toldError } from '../../src/errors/index.js';

const wrong = (message: string, properties: object = {}): Error =>
  Object.assign(new Error(message), {
    sql: "SELECT 'planted'",
    parameters: ['planted'],
    detail: 'planted',
    ...properties,
  });

it.each([
  ["Duplicate entry 'planted' for key 'things.name'", "Duplicate entry '…' for key '…'"],
  ['duplicate key value violates "planted"', 'duplicate key value violates "…"'],
  [`Unexpected token 'p', "planted\nplanted" is not valid JSON`, `Unexpected token '…', "…" is not valid JSON`],
  ['No answer from postgres://app:planted@db:5432/shop', 'No answer from postgres://…@db:5432/shop'],
  ["Cannot read properties of undefined (reading 'rows')", "Cannot read properties of undefined (reading 'rows')"],
])('tells of %s no value', (message, told) => {
  expect(toldError(wrong(message)).message).toBe(told);
});

it('tells where it was thrown, its kind and code, and what it was caused by', () => {
  const cause = wrong("at 'planted'", { code: 'ER_PARSE_ERROR', errno: 1064 });
  const told = toldError(new TypeError('Broken.', { cause }));
  expect(told).toEqual({
    type: 'TypeError',
    message: 'Broken.',
    stack: expect.stringMatching(/^ +at .*unexpected-error\.test\.ts/) as string,
    cause: {
      type: 'Error',
      message: "at '…'",
      code: 'ER_PARSE_ERROR',
      stack: expect.stringContaining(' at ') as string,
    },
  });
  expect(JSON.stringify(told)).not.toContain('planted');
});

it('ends with a cause that leads back to itself', () => {
  const error = wrong('round');
  error.cause = error;
  expect(JSON.stringify(toldError(error)).match(/round/g)).toHaveLength(5);
});

it.each([
  ['a text', 'string'],
  [undefined, 'undefined'],
  [{ planted: 1 }, 'object'],
])('takes whatever is thrown: %o', (thrown, type) => {
  expect(toldError(thrown).type).toBe(type);
  expect(JSON.stringify(toldError(thrown))).not.toContain('planted');
});
