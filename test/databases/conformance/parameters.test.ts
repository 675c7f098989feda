import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../../support/test-pipeline.js';
import { onEveryEngine, type TestedDatabase } from './engines.js';

/** SQLite's own spellings. */
const SQLITE_ONLY: ReadonlySet<string> = new Set(['?1', '$name']);

onEveryEngine('parameters', (engine) => {
  let db: TestedDatabase;
  const { types } = engine.words;

  beforeAll(async () => {
    db = await engine.open();
    await db.execute(
      `CREATE TABLE items (id integer PRIMARY KEY, name ${types.text}, price ${types.decimal}, made ${types.timestamp}, ok ${types.boolean})`,
    );
    await db.executeMany('INSERT INTO items (id, name, price, ok) VALUES (?, ?, ?, ?)', [
      [1, 'ink', { $type: 'decimal', value: '2.50' }, true],
      [2, 'quill', { $type: 'decimal', value: '0.75' }, false],
      [3, "O'Neil ? $1 :name", null, null],
    ]);
  });
  afterAll(() => db.close());

  const styles: readonly (readonly [style: string, sql: string, params: unknown])[] = [
    ['?', 'SELECT name FROM items WHERE id = ? AND price > ?', [1, 1]],
    ['?1', 'SELECT name FROM items WHERE price > ?2 AND id = ?1', [1, 1]],
    ['$1', 'SELECT name FROM items WHERE price > $2 AND id = $1', [1, 1]],
    [':name', 'SELECT name FROM items WHERE id = :id AND price > :low', { id: 1, low: 1 }],
    ['@name', 'SELECT name FROM items WHERE id = @id AND price > @low', { id: 1, low: 1 }],
    ['$name', 'SELECT name FROM items WHERE id = $id AND price > $low', { id: 1, low: 1 }],
    ['%(name)s', 'SELECT name FROM items WHERE id = %(id)s AND price > %(low)s', { id: 1, low: 1 }],
  ];
  const spoken = styles.filter(([style]) => engine.name === 'SQLite' || !SQLITE_ONLY.has(style));
  it.each(spoken)('are written %s', async (_style, sql, params) => {
    expect(await db.rows(sql, params)).toEqual([['ink']]);
  });

  it('are used as often as they are named', async () => {
    const sql = 'SELECT id FROM items WHERE (id = :n OR id = :m OR id = :n) AND :n < 5 ORDER BY id';
    expect(await db.rows(sql, { n: 1, m: 3 })).toEqual([[1], [3]]);
  });

  it('take lists in IN (…)', async () => {
    const sql = 'SELECT id FROM items WHERE name IN (:names) ORDER BY id';
    expect(await db.rows(sql, { names: ['quill', 'ink'] })).toEqual([[1], [2]]);
    expect(await db.rows(sql, { names: [] })).toEqual([]);
    expect(await db.rows('SELECT id FROM items WHERE id IN (?) AND ok = ?', [[1, 2, 3], false])).toEqual([[2]]);
    expect(await db.rows('SELECT id FROM items WHERE id NOT IN (?)', [[1, 2]])).toEqual([[3]]);
  });

  it('are no placeholders in strings, names and comments', async () => {
    const sql = "SELECT id /* ? :x */ FROM items WHERE name = 'O''Neil ? $1 :name' -- ?\n AND id = ?";
    expect(await db.rows(sql, [3])).toEqual([[3]]);
  });

  it('stand by themselves in the SELECT list, with the type of their values', async () => {
    const { tuples, columns } = await db.query('SELECT ? AS a, ? AS b, ? AS c, ? AS d, ? AS e', [
      42,
      'text',
      1.5,
      { $type: 'bigint', value: '9007199254740993' },
      null,
    ]);
    expect(tuples).toEqual([[42, 'text', 1.5, '9007199254740993', null]]);
    expect(columns[0]?.type).toBe('INTEGER');
  });

  it('stand in expressions, functions, LIMIT and OFFSET', async () => {
    expect(await db.rows('SELECT id + ?, coalesce(?, name) FROM items WHERE id = ?', [10, null, 1])).toEqual([
      [11, 'ink'],
    ]);
    expect(await db.rows('SELECT ? + ?', [1, 2])).toEqual([[3]]);
    expect(await db.rows('SELECT id FROM items ORDER BY id LIMIT ? OFFSET ?', [1, 1])).toEqual([[2]]);
    expect(await db.rows('SELECT id FROM items WHERE name LIKE ? ORDER BY id', ['%i%'])).toEqual([[1], [2], [3]]);
    expect(
      await db.rows('SELECT CASE WHEN id = ? THEN ? ELSE ? END FROM items ORDER BY id', [1, 'one', 'other']),
    ).toEqual([['one'], ['other'], ['other']]);
  });

  it('of moments are found again, whatever their zone', async () => {
    const moment = { $type: 'timestamp', value: '2024-02-29T13:05:00.25' };
    await db.execute('UPDATE items SET made = ? WHERE id = 1', [moment]);
    expect(await db.value('SELECT made FROM items WHERE made = ?', [moment])).toBe('2024-02-29T13:05:00.25');
  });

  it('are never part of the text', async () => {
    const nasty = "'); DROP TABLE items; -- \\' \" ` \u2028 /* */ ; #";
    await db.execute('UPDATE items SET name = :nasty WHERE id = 3', { nasty });
    expect(await db.value('SELECT name FROM items WHERE name = ?', [nasty])).toBe(nasty);
    await db.execute('UPDATE items SET name = ? WHERE id = 3', ["O'Neil ? $1 :name"]);
  });

  describe('that do not fit', () => {
    it.each<[string, string, unknown]>([
      ['too few', 'SELECT ?, ?', [1]],
      ['too many', 'SELECT ?', [1, 2]],
      ['an unknown name', 'SELECT :a', { b: 1 }],
      ['none', 'SELECT ?', undefined],
      ['a list where none can stand', 'SELECT * FROM items WHERE id = ?', [[1, 2]]],
      ['an integer that JSON has rounded', 'SELECT ?', [9_007_199_254_740_994]],
      ['an object without tag', 'SELECT ?', [{ a: 1 }]],
      ['an unknown tag', 'SELECT ?', [{ $type: 'money', value: 1 }]],
      ['half a surrogate pair', 'SELECT ?', ['\ud800']],
      ['no base64', 'SELECT ?', [{ $type: 'binary', value: '*' }]],
      ['no moment', 'SELECT ?', [{ $type: 'timestamp', value: '2023-02-29' }]],
    ])('are refused: %s', async (_what, sql, params) => {
      await refusal(db.query(sql, params), 'BAD_PARAMETERS');
      expect(await db.rows('SELECT id FROM items WHERE id = ?', [1])).toEqual([[1]]);
    });
  });

  it('come by the thousand', async () => {
    const ids = Array.from({ length: 5000 }, (_, index) => index);
    expect(await db.rows('SELECT count(*) FROM items WHERE id IN (?)', [ids])).toEqual([[3]]);
  });
});
