import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine, type TestedDatabase } from './engines.js';

onEveryEngine('what a database says of a statement', (engine) => {
  let db: TestedDatabase;

  beforeAll(async () => {
    db = await engine.open();
    await db.execute(`CREATE TABLE items (id integer PRIMARY KEY, name ${engine.words.types.text})`);
    await db.execute("INSERT INTO items VALUES (1, 'ink')");
  });
  afterAll(() => db.close());

  const inspect = (sql: string) => db.pipeline.inspect({ sql, database: 'main', signal: new AbortController().signal });

  it.each([
    'SELECT name FROM items WHERE id = ?',
    'SELECT name FROM items WHERE id = :id AND name = :name',
    'INSERT INTO items (id, name) VALUES (?, ?)',
    "UPDATE items SET name = 'x' WHERE id = 1",
    'DELETE FROM items',
  ])('accepts, and does not run: %s', async (sql) => {
    expect(await inspect(sql)).toMatchObject({ accepted: true, rejection: null });
    expect(await db.rows('SELECT id, name FROM items')).toEqual([[1, 'ink']]);
  });

  it.each([
    ['SELECT nope FROM items', /nope/],
    ['INSERT INTO nowhere VALUES (1)', /nowhere/],
    ['UPDATE items SET colour = 1', /colour/],
  ])('rejects: %s', async (sql, rejection) => {
    expect(await inspect(sql)).toMatchObject({ accepted: false, rejection: expect.stringMatching(rejection) });
  });

  it('is nothing where it could be told by running it alone', async () => {
    expect(await inspect('CREATE TABLE other (id integer)')).toMatchObject({ accepted: null, rejection: null });
    expect(await inspect('DROP TABLE items')).toMatchObject({ accepted: null, rejection: null });
  });
});
