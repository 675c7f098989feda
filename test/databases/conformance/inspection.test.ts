import { afterAll, beforeAll, expect, it } from 'vitest';
import { LOCAL_ADMINISTRATOR } from '../../../src/auth/index.js';
import { onEveryEngine, type TestedDatabase } from './engines.js';

onEveryEngine('what a database says of a statement', (engine) => {
  let db: TestedDatabase;

  beforeAll(async () => {
    db = await engine.open();
    await db.execute(`CREATE TABLE items (id integer PRIMARY KEY, name ${engine.words.types.text})`);
    await db.execute("INSERT INTO items VALUES (1, 'ink')");
  });
  afterAll(() => db.close());

  const inspect = (sql: string) =>
    db.pipeline.inspect({
      principal: LOCAL_ADMINISTRATOR,
      sql,
      database: 'main',
      signal: new AbortController().signal,
    });

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

  it('tells columns by what its tables are: of *, of joins and of expressions', async () => {
    await db.execute(`CREATE TABLE priced (item_id integer NOT NULL, price ${engine.words.types.decimal}, day date)`);
    const told = async (sql: string) =>
      (await inspect(sql)).columns?.map(({ name, type, nullable, table }) => [name, type?.type, nullable, table?.name]);
    expect(await told('SELECT * FROM priced')).toEqual([
      ['item_id', 'INTEGER', false, 'priced'],
      ['price', 'DECIMAL', true, 'priced'],
      ['day', 'DATE', true, 'priced'],
    ]);
    expect(await told('SELECT i.*, p.price FROM items i LEFT JOIN priced p ON p.item_id = i.id')).toEqual([
      ['id', 'INTEGER', false, 'items'],
      ['name', 'TEXT', true, 'items'],
      ['price', 'DECIMAL', true, 'priced'],
    ]);
    expect(await told('WITH priced AS (SELECT 1 AS one) SELECT * FROM priced')).toEqual([
      ['one', 'INTEGER', false, undefined],
    ]);
    expect((await told('SELECT max(day) AS latest, 1 FROM priced'))?.[0]?.slice(0, 2)).toEqual(['latest', 'DATE']);
    expect(await told('SELECT * FROM nowhere')).toBeUndefined();
    await db.execute('ALTER TABLE priced ADD COLUMN more integer');
    expect((await told('SELECT * FROM priced'))?.map(([name]) => name)).toEqual(['item_id', 'price', 'day', 'more']);
    await db.execute('DROP TABLE priced');
  });

  it('is nothing where it could be told by running it alone', async () => {
    expect(await inspect('CREATE TABLE other (id integer)')).toMatchObject({ accepted: null, rejection: null });
    expect(await inspect('DROP TABLE items')).toMatchObject({ accepted: null, rejection: null });
  });
});
