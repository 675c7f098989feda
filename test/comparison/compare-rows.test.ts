import { describe, expect, it } from 'vitest';
import { compareRows, MOST_DIFFERENCES, type ComparedRows } from '../../src/comparison/index.js';
import type { JsonValue } from '../../src/databases/index.js';

function rows(database: string, tuples: JsonValue[][], more: Partial<ComparedRows> = {}): ComparedRows {
  const columns = [
    { name: 'id', key: 'id', type: 'INTEGER', databaseType: 'int' },
    { name: 'name', key: 'name', type: 'TEXT', databaseType: 'text' },
  ] as const;
  return { database, columns, tuples, truncated: false, ...more };
}

const a = rows('a', [
  [1, 'ink'],
  [2, 'quill'],
]);
const reversed = rows('b', [
  [2, 'quill'],
  [1, 'ink'],
]);

describe('rows', () => {
  it('agree in any order, unless the order counts', () => {
    expect(compareRows([a, reversed], false)).toEqual([]);
    expect(compareRows([a, reversed], true).map(({ row, column }) => [row, column])).toEqual([
      [0, 'id'],
      [0, 'name'],
      [1, 'id'],
      [1, 'name'],
    ]);
  });

  it('that one has and the other lacks are told, each as often as it comes', () => {
    const twice = rows('b', [
      [1, 'ink'],
      [1, 'ink'],
      [3, null],
    ]);
    expect(compareRows([a, twice], false)).toEqual([
      { row: 1, column: null, values: { a: [2, 'quill'], b: null }, message: 'Row 1 of a is missing in b.' },
      { row: 1, column: null, values: { b: [1, 'ink'], a: null }, message: 'Row 1 of b is missing in a.' },
      { row: 2, column: null, values: { b: [3, null], a: null }, message: 'Row 2 of b is missing in a.' },
    ]);
  });

  it('that differ in a value are told with both', () => {
    const other = rows('b', [
      [1, 'ink'],
      [2, 'Quill'],
    ]);
    expect(compareRows([a, other], true)).toEqual([
      { row: 1, column: 'name', values: { a: 'quill', b: 'Quill' }, message: 'Row 1 differs in "name".' },
    ]);
  });

  it('are the same whatever the order of keys in their JSON, and differ by type', () => {
    const json = (value: JsonValue, database: string): ComparedRows => rows(database, [[1, value]]);
    expect(compareRows([json({ x: 1, y: [2] }, 'a'), json({ y: [2], x: 1 }, 'b')], false)).toEqual([]);
    expect(compareRows([json(1, 'a'), json('1', 'b')], false)).toHaveLength(2);
    expect(compareRows([json(null, 'a'), json('null', 'b')], true)).toHaveLength(1);
  });

  it('of more than two are each compared with the first', () => {
    const messages = compareRows([a, { ...a, database: 'b' }, rows('c', [[1, 'ink']])], false).map(
      ({ message }) => message,
    );
    expect(messages).toEqual(['Row 1 of a is missing in c.']);
  });
});

describe('results', () => {
  it('with other columns differ', () => {
    const [id, name] = a.columns;
    const renamed = rows('b', [...a.tuples.map((tuple) => [...tuple])], {
      columns: [id!, { ...name!, name: 'title', type: 'ENUM' }],
    });
    expect(compareRows([a, renamed], false).map(({ message }) => message)).toEqual([
      'The name of the column "name" differs.',
      'The type of the column "name" differs.',
    ]);
    expect(compareRows([a, rows('b', [[1]], { columns: [id!] })], false).map(({ message }) => message)).toEqual([
      'a gives 2 columns, b 1.',
    ]);
  });

  it('that were cut short never agree', () => {
    const [difference] = compareRows([a, { ...a, database: 'b', truncated: true }], false);
    expect(difference?.message).toMatch(/^b has more rows than the 2 that were read/);
  });

  it('that differ everywhere list some differences and count the others', () => {
    const many = (database: string, by: number): ComparedRows =>
      rows(
        database,
        Array.from({ length: 200 }, (_, index) => [index + by, 'x']),
      );
    const differences = compareRows([many('a', 0), many('b', 1000)], false);
    expect(differences).toHaveLength(MOST_DIFFERENCES + 1);
    expect(differences.at(-1)?.message).toBe('300 more differences are not listed.');
  });
});
