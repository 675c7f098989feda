import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal, TestPipeline } from '../support/test-pipeline.js';

let db: TestPipeline;

beforeAll(async () => {
  db = await TestPipeline.open();
  await db.execute('CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)');
  await db.executeMany('INSERT INTO t VALUES (?, ?)', [
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
  ]);
});

afterAll(async () => await db.close());

describe('styles', () => {
  it.each([
    ['?', 'SELECT ?, ?', ['a', 2], ['a', 2]],
    ['?1', 'SELECT ?2, ?1, ?2', ['a', 2], [2, 'a', 2]],
    ['$1', 'SELECT $2, $1', ['a', 2], [2, 'a']],
    [':name', 'SELECT :x, :y, :x', { x: 'a', y: 2 }, ['a', 2, 'a']],
    ['@name', 'SELECT @x, @y', { x: 'a', y: 2 }, ['a', 2]],
    ['$name', 'SELECT $x, $y', { x: 'a', y: 2 }, ['a', 2]],
    ['%(name)s', 'SELECT %(x)s, %(y)s', { x: 'a', y: 2 }, ['a', 2]],
  ])('binds %s', async (_, sql, params, expected) => {
    expect(await db.rows(sql, params)).toEqual([expected]);
  });

  it('leaves strings, comments and quoted names alone', async () => {
    expect(await db.rows(`SELECT '?', ':x', "name" /* ? :x */ FROM t WHERE id = :id -- ?`, { id: 1 })).toEqual([
      ['?', ':x', 'a'],
    ]);
  });

  it('expands lists in IN', async () => {
    expect(
      await db.rows('SELECT id FROM t WHERE id IN (:list) AND name <> :n ORDER BY 1', { list: [1, 3, 9], n: 'c' }),
    ).toEqual([[1]]);
    expect(await db.rows('SELECT id FROM t WHERE id IN (?)', [[2]])).toEqual([[2]]);
    expect(await db.rows('SELECT id FROM t WHERE id IN (:list)', { list: [] })).toEqual([]);
    expect(await db.rows('SELECT count(*) FROM t WHERE id NOT IN (:list)', { list: [] })).toEqual([[3]]);
    expect((await db.execute('DELETE FROM t WHERE id IN (:list)', { list: [] })).affectedRows).toBe(0);
  });

  it('binds hostile text as text', async () => {
    const text = "'; DROP TABLE t; --";
    expect(await db.rows('SELECT :x, count(*) FROM t', { x: text })).toEqual([[text, 3]]);
  });
});

describe('values', () => {
  it.each([
    [null, null, 'null'],
    [true, 1, 'integer'],
    [1.5, 1.5, 'real'],
    [-3, -3, 'integer'],
    [1e300, 1e300, 'real'],
    ['ä', 'ä', 'text'],
    [{ $type: 'bigint', value: '9223372036854775807' }, '9223372036854775807', 'integer'],
    [{ $type: 'bigint', value: 5 }, 5, 'integer'],
    [{ $type: 'decimal', value: '12.50' }, 12.5, 'real'],
    [{ $type: 'decimal', value: '123456789012345' }, 123456789012345, 'integer'],
    [{ $type: 'binary', value: 'AAEC' }, 'AAEC', 'blob'],
    [{ $type: 'timestamp', value: '2024-02-29T13:05' }, '2024-02-29 13:05:00', 'text'],
    [{ $type: 'timestamp', value: '2024-02-29T00:30:00.125+02:00' }, '2024-02-28 22:30:00.125Z', 'text'],
    [{ $type: 'json', value: { a: [1] } }, '{"a":[1]}', 'text'],
  ])('binds %j', async (value, expected, type) => {
    expect(await db.rows('SELECT :v, typeof(:v)', { v: value })).toEqual([[expected, type]]);
  });
});

describe('refusals', () => {
  it.each([
    ['SELECT ?, ?', [1], 'takes 2 values, and 1 was given', { line: 1, column: 11 }],
    ['SELECT ?', [1, 2], 'takes 1 value, and 2 were given', undefined],
    ['SELECT 1', [1], 'takes 0 values, and 1 was given', undefined],
    ['SELECT\n  :a, :b', { a: 1 }, 'No value is given for b', { line: 2, column: 7 }],
    ['SELECT :a', { a: 1, c: 2 }, 'no placeholder for c', undefined],
    ['SELECT :a', [1], 'named placeholders', { line: 1, column: 8 }],
    ['SELECT ?', { a: 1 }, 'go by position', { line: 1, column: 8 }],
    ['SELECT ?, :a', [1], 'mixes placeholders of two styles', { line: 1, column: 11 }],
    ['SELECT :a', 'text', 'The parameters are a string', undefined],
    ['SELECT :a', { a: [1] }, 'is a list', { line: 1, column: 8 }],
    ['SELECT 1 WHERE 1 IN (:a)', { a: [[1]] }, 'holds another list', { line: 1, column: 22 }],
    ['SELECT :a', { a: { b: 1 } }, 'object without "$type"', undefined],
    ['SELECT :a', { a: { $type: 'money', value: 1 } }, 'unknown "$type" "money"', undefined],
    ['SELECT :a', { a: { $type: 'constructor', value: 1 } }, 'unknown "$type"', undefined],
    ['SELECT :a', { a: { $type: 'bigint' } }, 'has no "value"', undefined],
    ['SELECT :a', { a: { $type: 'bigint', value: '1.5' } }, 'is no integer', undefined],
    ['SELECT :a', { a: { $type: 'bigint', value: '9223372036854775808' } }, 'out of range', undefined],
    ['SELECT :a', { a: { $type: 'decimal', value: '1,5' } }, 'no decimal number', undefined],
    ['SELECT :a', { a: { $type: 'binary', value: '*' } }, 'no base64', undefined],
    ['SELECT :a', { a: { $type: 'timestamp', value: '2024-02-30T00:00:00Z' } }, 'tagged as timestamp', undefined],
    ['SELECT :a', { a: { $type: 'array', value: [1] } }, 'no array type', undefined],
    ['SELECT :a', { a: 9007199254740992 }, 'past ±2^53', undefined],
    ['SELECT :a', { a: '\ud800' }, 'surrogate', undefined],
  ])('%s with %j', async (sql, params, message, position) => {
    const error = await refusal(db.query(sql, params), 'BAD_PARAMETERS');
    expect(error.message).toContain(message);
    expect(error.details.position).toEqual(position);
    expect(error.details.database).toBe('main');
  });

  it('refuses a decimal of more digits than SQLite keeps', async () => {
    await refusal(db.query('SELECT ?', [{ $type: 'decimal', value: '1234567890.1234567' }]), 'PRECISION_LOST');
    expect(await db.value('SELECT ?', [{ $type: 'decimal', value: '000.123456789012345' }])).toBe(0.123456789012345);
  });

  it('says which set of executeMany is wrong, before anything is changed', async () => {
    const error = await refusal(db.executeMany('INSERT INTO t VALUES (?, ?)', [[10, 'x'], [11]]), 'BAD_PARAMETERS');
    expect(error.message).toMatch(/^Parameter set 2: /);
    await refusal(
      db.executeMany('INSERT INTO t VALUES (?, ?)', [
        [10, 'x'],
        [{ $type: 'no' }, 'x'],
      ]),
      'BAD_PARAMETERS',
    );
    await refusal(db.executeMany('INSERT INTO t VALUES (1, 1)', []), 'BAD_PARAMETERS');
    expect(await db.value('SELECT count(*) FROM t')).toBe(3);
  });

  it.each(['timeoutMs', 'maxRows'] as const)('refuses %s below 1', async (option) => {
    await refusal(db.query('SELECT 1', undefined, { [option]: 0 }), 'BAD_USER_INPUT');
  });
});
