import { expect, it } from 'vitest';
import { positionAt } from '../../../src/sql/index.js';

it.each([
  ['abc', 0, 1, 1],
  ['abc', 2, 1, 3],
  ['a\nb', 2, 2, 1],
  ['a\r\nb', 3, 2, 1],
  ['a\rb', 2, 2, 1],
  ['a\n\nb', 2, 2, 1],
  ['😀b', 2, 1, 3],
  ['abc\n', 4, 2, 1],
])('%j at %i', (sql, offset, line, column) => {
  expect(positionAt(sql, offset)).toEqual({ line, column });
});
