import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { refusal } from '../../support/test-pipeline.js';
import { onEveryEngine, type TestedDatabase } from './engines.js';

onEveryEngine('executeMany', (engine) => {
  let db: TestedDatabase;
  const insert = 'INSERT INTO items (id, name) VALUES (?, ?)';
  const names = async () => (await db.rows('SELECT name FROM items ORDER BY id')).flat();

  beforeAll(async () => {
    db = await engine.open();
    await db.execute(`CREATE TABLE items (id integer PRIMARY KEY, name ${engine.words.types.text} NOT NULL)`);
  });
  beforeEach(() => db.execute('DELETE FROM items'));
  afterAll(() => db.close());

  it('runs every set, and counts the rows of all', async () => {
    expect(
      await db.executeMany(insert, [
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
      ]),
    ).toMatchObject({ affectedRows: 3 });
    expect(await names()).toEqual(['a', 'b', 'c']);
    const update = 'UPDATE items SET name = :name WHERE id >= :from';
    expect(
      await db.executeMany(update, [
        { name: 'x', from: 2 },
        { name: 'y', from: 3 },
      ]),
    ).toMatchObject({ affectedRows: 3 });
    expect(await names()).toEqual(['a', 'x', 'y']);
  });

  it('counts what RETURNING gives, too', async () => {
    expect(
      await db.executeMany(`${insert} RETURNING id`, [
        [1, 'a'],
        [2, 'b'],
      ]),
    ).toMatchObject({ affectedRows: 2 });
  });

  it.each([
    ['breaks a constraint', [3, null], 'CONSTRAINT_VIOLATION'],
    ['holds a value of no type', [3, { a: 1 }], 'BAD_PARAMETERS'],
    ['is too short', [3], 'BAD_PARAMETERS'],
  ] as const)('undoes all where one set %s', async (_what, bad, code) => {
    const error = await refusal(db.executeMany(insert, [[1, 'a'], [2, 'b'], bad]), code);
    expect(error.message).toMatch(/^Parameter set 3: /);
    expect(await names()).toEqual([]);
    expect(await db.executeMany(insert, [[1, 'a']])).toMatchObject({ affectedRows: 1 });
  });

  it('undoes all where its deadline passes', async () => {
    const sets = Array.from({ length: 30_000 }, (_, index) => [index, 'x']);
    await refusal(db.executeMany(insert, sets, { timeoutMs: 150 }), 'QUERY_TIMEOUT');
    expect(await names()).toEqual([]);
    await db.execute("INSERT INTO items (id, name) VALUES (1, 'after')");
    expect(await names()).toEqual(['after']);
  });

  it('refuses what is no change', async () => {
    await refusal(db.executeMany('SELECT ?', [[1]]), 'BAD_USER_INPUT');
    await refusal(db.executeMany(insert, []), 'BAD_PARAMETERS');
  });
});
