import { afterEach, beforeEach, expect, it } from 'vitest';
import { refusal, TestPipeline, type OpenTransaction } from '../../support/test-pipeline.js';

let db: TestPipeline;
let held: OpenTransaction;

beforeEach(async () => {
  db = await TestPipeline.open();
  await db.execute('CREATE TABLE kept (id INTEGER PRIMARY KEY, note TEXT)');
  await db.execute("INSERT INTO kept VALUES (41, 'a')");
});
afterEach(async () => {
  await held.rollback();
  await db.close();
});

it('a read after a change of the schema that was undone sees the columns that are there', async () => {
  const columns = async (): Promise<readonly string[]> =>
    (await held.execute('SELECT * FROM kept')).columns.map(({ name }) => name);
  held = await db.begin();
  expect(await columns()).toEqual(['id', 'note']);
  await held.savepoint('before');
  for (const column of ['one', 'two', 'three']) {
    await held.execute(`ALTER TABLE kept ADD COLUMN ${column}`);
    expect(await columns()).toEqual(['id', 'note', column]);
    await held.rollbackTo('before');
    expect(await columns()).toEqual(['id', 'note']);
  }
  await held.execute('ALTER TABLE kept RENAME COLUMN note TO said');
  expect(await columns()).toEqual(['id', 'said']);
  const { columns: returned } = await held.execute('UPDATE kept SET id = 1 RETURNING *');
  expect(returned.map(({ name }) => name)).toEqual(['id', 'said']);
});

const COUNTS = 'SELECT last_insert_rowid() AS id, changes() AS changed, total_changes() AS total';

it('a transaction counts nothing of earlier requests, nor they of it', async () => {
  for (const readOnly of [false, true]) {
    held = await db.begin({ readOnly });
    expect((await held.execute(COUNTS)).tuples).toEqual([[0, 0, 0]]);
    await held.rollback();
  }
  const { results } = await db.transaction([{ sql: COUNTS }]);
  expect(results[0]?.result?.tuples).toEqual([[0, 0, 0]]);
  held = await db.begin();
  await held.execute("INSERT INTO kept VALUES (77, 'b')");
  expect((await held.execute('SELECT last_insert_rowid()')).tuples).toEqual([[77]]);
  await held.commit();
  expect((await db.execute(COUNTS)).tuples).toEqual([[0, 0, 0]]);
});

it('writers that look at their counts keep their turn', async () => {
  const ended: number[] = [];
  held = await db.begin();
  const writers = Array.from({ length: 8 }, async (_, place) => {
    const look = place % 2 === 0 ? 'last_insert_rowid()' : '0';
    await db.execute(`INSERT INTO kept (note) SELECT ${place} + ${look} WHERE 1`);
    ended.push(place);
  });
  await held.rollback();
  await Promise.all(writers);
  expect(ended).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

it('who waits for the writer in vain is told what holds it', async () => {
  await db.add('small', { pool: { acquireTimeoutMs: 50, maxWaiting: 1 } });
  const on = { database: 'small' };
  await db.execute('CREATE TABLE kept (id)', undefined, on);
  held = await db.begin(on);
  const insert = 'INSERT INTO kept VALUES (1)';
  const [late, refused] = await Promise.all([
    refusal(db.execute(insert, undefined, on), 'POOL_EXHAUSTED'),
    refusal(db.execute(insert, undefined, on), 'POOL_EXHAUSTED'),
  ]);
  for (const { message, details } of [late, refused, await refusal(db.begin(on), 'POOL_EXHAUSTED')]) {
    expect(message).toMatch(/SQLite has one writer, and it is busy/);
    expect(details.hint).toMatch(/A transaction holds the writer/);
    expect(details.hint).not.toContain('pool.max');
  }
  // Readers wait for nobody.
  expect(await db.value('SELECT count(*) FROM kept', undefined, on)).toBe(0);
});
