import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mostHeld } from '../../../src/databases/index.js';
import type { RowsBatch } from '../../../src/pipeline/index.js';
import { refusal, type StreamOptions } from '../../support/test-pipeline.js';
import { until } from '../../support/service.js';
import { onEveryEngine, type TestedDatabase } from './engines.js';

type RowsBatchStream = AsyncGenerator<RowsBatch, void>;

onEveryEngine('streams', (engine) => {
  let db: TestedDatabase;
  const { types, slow } = engine.words;
  const numbers = (count: number): string => engine.words.numbers(count);
  const figures = () => db.registry.get('main').adapter.pool();
  const atRest = () => until(() => figures().open === figures().idle);
  /** What opens the same database under another name. */
  const same = () => {
    const { dialect, url } = db.registry.get('main').options;
    return { dialect, url };
  };
  const tuples = (batches: readonly RowsBatch[]) => batches.flatMap((batch) => batch.tuples);
  /** Takes the first batch, and nothing more until the test goes on. */
  const begin = async (sql: string, params?: unknown, options?: StreamOptions) => {
    const stream = db.stream(sql, params, options);
    const first = await stream.next();
    return { stream, first: first.value as RowsBatch };
  };

  beforeAll(async () => {
    db = await engine.open({ pool: { min: 1, max: 5 }, maxRows: 3 });
    const columns = Object.entries(types).map(([name, type]) => `a_${name} ${type}`);
    await db.execute(`CREATE TABLE everything (id integer PRIMARY KEY, ${columns.join(', ')})`);
    const values = [true, 7, { $type: 'bigint', value: '9007199254740993' }, { $type: 'decimal', value: '12.50' }, 0.1];
    const more = ['ünï', { $type: 'binary', value: 'AQID' }, '2024-02-29', '13:05:00', '2024-02-29 13:05:00.5'];
    const last = [
      { $type: 'timestamp', value: '2024-02-29T13:05:00Z' },
      { $type: 'json', value: { a: [1, null] } },
    ];
    const places = Object.keys(types).map(() => '?');
    await db.executeMany(`INSERT INTO everything VALUES (?, ${places.join(', ')})`, [
      [1, ...values, ...more, ...last],
      [2, ...Object.keys(types).map(() => null)],
      [3, ...values, ...more, ...last],
    ]);
  });
  afterAll(() => db.close());

  it('give the values and columns that a query gives', async () => {
    const sql = 'SELECT * FROM everything WHERE id IN (:ids) ORDER BY id';
    const params = { ids: [1, 2, 3] };
    const { columns, tuples: rows, truncated } = await db.query(sql, params);
    expect(truncated).toBe(false);
    for (const batchSize of [1, 2, 3, 500]) {
      const batches = await db.batches(sql, params, { batchSize });
      expect(tuples(batches)).toEqual(rows);
      for (const batch of batches) expect(batch.columns).toEqual(columns);
    }
    expect(tuples(await db.batches('SELECT id, a_bigint FROM everything ORDER BY id'))).toEqual([
      [1, '9007199254740993'],
      [2, null],
      [3, '9007199254740993'],
    ]);
  });

  it.each([
    [0, [0]],
    [1, [1]],
    [9, [9]],
    [10, [10]],
    [11, [10, 1]],
    [20, [10, 10]],
    [25, [10, 10, 5]],
  ])('come in batches: %i rows', async (count, sizes) => {
    const sql = `SELECT n, n AS n FROM ${numbers(30)} WHERE n <= ?`;
    const batches = await db.batches(sql, [count], { batchSize: 10 });
    expect(batches.map((batch) => batch.tuples.length)).toEqual(sizes);
    expect(batches.map(({ done }) => done)).toEqual(sizes.map((_, index) => index === sizes.length - 1));
    expect(batches.map(({ index }) => index)).toEqual(sizes.map((_, index) => index));
    expect(batches[0]?.columns.map(({ key }) => key)).toEqual(['n', 'n_2']);
    await atRest();
  });

  it('have all rows, whatever `maxRows` the database has, and no more than the request’s', async () => {
    const sql = `SELECT n FROM ${numbers(50_000)}`;
    const all = tuples(await db.batches(sql, undefined, { batchSize: 999 }));
    expect(all.length).toBe(50_000);
    expect(all.every(([n], index) => n === index + 1)).toBe(true);
    const some = await db.batches(sql, undefined, { batchSize: 10, maxRows: 25 });
    expect(some.map((batch) => [batch.tuples.length, batch.done])).toEqual([
      [10, false],
      [10, false],
      [5, true],
    ]);
    expect((await db.batches(sql, undefined, { batchSize: 10, maxRows: 20 })).map(({ done }) => done)).toEqual([
      false,
      true,
    ]);
    await atRest();
  });

  it('have smaller batches where rows are wide', async () => {
    const wide = engine.name === 'SQLite' ? "hex(zeroblob(150000)) || ''" : "repeat('x', 300000)";
    const sql = `SELECT n, ${wide} AS wide FROM ${numbers(20)}`;
    const batches = await db.batches(sql);
    expect(batches.map((batch) => batch.tuples.length)).toEqual([3, 3, 3, 3, 3, 3, 2]);
    expect(tuples(batches).map(([n]) => n)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    await atRest();
  });

  it('take every read, and nothing else', async () => {
    for (const sql of ['SELECT 1 AS one', '(SELECT 1 AS one)', 'WITH a AS (SELECT 1 AS one) SELECT one FROM a']) {
      if (engine.name === 'SQLite' && sql.startsWith('(')) continue;
      expect(tuples(await db.batches(sql))).toEqual([[1]]);
    }
    const explained = await db.batches('EXPLAIN SELECT id FROM everything', undefined, { batchSize: 1 });
    expect(tuples(explained).length).toBeGreaterThan(0);
    expect(explained.at(-1)?.done).toBe(true);
    const deletion = await refusal(db.batches('DELETE FROM everything'), 'WRITE_NOT_ALLOWED');
    expect(deletion.message).toBe('DELETE is no read; `query` and `rows` run nothing else.');
    const creation = await refusal(db.batches('CREATE TABLE more (id integer)'), 'WRITE_NOT_ALLOWED');
    expect(creation.message).toMatch(/^CREATE TABLE is no read/);
    await refusal(db.batches('SELECT 1; SELECT 2'), 'SQL_SYNTAX');
    await refusal(db.batches('SELECT ?', []), 'BAD_PARAMETERS');
    await refusal(db.batches('SELECT 1', undefined, { batchSize: 0 }), 'BAD_USER_INPUT');
    await refusal(db.batches('SELECT 1', undefined, { batchSize: 10_001 }), 'BAD_USER_INPUT');
    await refusal(db.batches('SELECT 1', undefined, { maxRows: 0 }), 'BAD_USER_INPUT');
  });

  it('begin with the error of a statement that is wrong, and tell its place', async () => {
    const error = await refusal(db.batches('SELECT id,\n  nope FROM everything'));
    expect(error.details).toMatchObject({ database: 'main', position: { line: 2, column: 3 } });
    await refusal(db.batches('SELECT id FROM nowhere'));
    await refusal(db.batches('SELEC id'), 'SQL_SYNTAX');
    await atRest();
    expect(await db.value('SELECT 1')).toBe(1);
  });

  it('end with the error that comes in mid-result', async () => {
    const fails: Record<typeof engine.name, string> = {
      PostgreSQL: '1 / (n - 5000)',
      MariaDB: '(SELECT seq FROM seq_1_to_2 WHERE seq <= 1 + (n = 5000))',
      SQLite: "CASE WHEN n = 5000 THEN json('nonsense') END",
    };
    let rows = 0;
    const reading = async (): Promise<void> => {
      const stream = db.stream(`SELECT n, ${fails[engine.name]} AS f FROM ${numbers(10_000)}`);
      for await (const batch of stream) rows += batch.tuples.length;
    };
    await refusal(reading(), 'QUERY_FAILED');
    expect(rows).toBe(4500);
    await atRest();
    expect(await db.value('SELECT 1')).toBe(1);
  });

  it('are read no faster than they are taken, and free their connection when they are left', async () => {
    const { stream, first } = await begin(`SELECT n FROM ${numbers(1_000_000)}`, undefined, { batchSize: 10 });
    expect(first.tuples).toHaveLength(10);
    expect(figures().open - figures().idle).toBe(1);
    await stream.return();
    await atRest();
    expect(await db.value('SELECT 1')).toBe(1);
  });

  it('end while the database works, when nobody waits any more', async () => {
    const gone = new AbortController();
    const running = refusal(db.batches(`SELECT ${slow}`, undefined, { signal: gone.signal }), 'QUERY_CANCELLED');
    await until(() => figures().open > figures().idle);
    gone.abort();
    await running;
    await atRest();
  });

  it('keep the deadline of the request for the whole of them', async () => {
    const error = await refusal(db.batches(`SELECT ${slow}`, undefined, { timeoutMs: 200 }), 'QUERY_TIMEOUT');
    expect(error.retryable).toBe(true);
    const { stream } = await begin(`SELECT n FROM ${numbers(1_000_000)}`, undefined, { batchSize: 1, timeoutMs: 300 });
    const reading = async (): Promise<void> => {
      for await (const _ of stream) await sleep(10);
    };
    await refusal(reading(), 'QUERY_TIMEOUT');
    await atRest();
  });

  it('let everybody else have a turn, and end in time, however fast tiny batches are taken', async () => {
    const options = { batchSize: 1, timeoutMs: 400 };
    const started = performance.now();
    let [last, longest] = [started, 0];
    const look = (): void => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    };
    const ticking = setInterval(look, 5);
    await refusal(db.batches(`SELECT n FROM ${numbers(500_000)}`, undefined, options), 'QUERY_TIMEOUT');
    clearInterval(ticking);
    look();
    // without turns it would be all of the time, and the deadline would not be heard of at all
    expect(longest).toBeLessThan(350);
    expect(performance.now() - started).toBeLessThan(1500);
    await atRest();
  });

  it('keep the deadline of the database for each batch, also where the client takes none', async () => {
    await db.add('hurried', { ...same(), timeoutMs: 300 });
    const options = { database: 'hurried', batchSize: 1 };
    await refusal(db.batches(`SELECT ${slow}`, undefined, options), 'QUERY_TIMEOUT');
    const { stream } = await begin(`SELECT n FROM ${numbers(1_000_000)}`, undefined, options);
    for (let batch = 0; batch < 8; batch++) {
      await sleep(60);
      expect((await stream.next()).done).toBe(false);
    }
    const { adapter } = db.registry.get('hurried');
    await until(() => adapter.pool().open === adapter.pool().idle);
    const error = await refusal(stream.next(), 'QUERY_TIMEOUT');
    expect(error.message).toContain('did not take');
    await db.registry.remove('hurried');
  });

  it('see one snapshot', async () => {
    await db.execute(`CREATE TABLE changing (id integer PRIMARY KEY, name ${types.text})`);
    const rows = Array.from({ length: 2000 }, (_, id) => [id, 'before']);
    await db.executeMany('INSERT INTO changing VALUES (?, ?)', rows);
    const { stream, first } = await begin('SELECT id, name FROM changing ORDER BY id', undefined, { batchSize: 100 });
    await db.execute("UPDATE changing SET name = 'after'");
    const seen = [...first.tuples];
    for await (const batch of stream) seen.push(...batch.tuples);
    expect(seen).toEqual(rows);
    expect(await db.value('SELECT count(*) FROM changing WHERE name = ?', ['after'])).toBe(2000);
  });

  it('leave connections for everybody else, and say how many there may be', async () => {
    const sql = `SELECT n FROM ${numbers(1_000_000)}`;
    const both = await Promise.all([begin(sql), begin(sql)]);
    const error = await refusal(db.batches(sql), 'POOL_EXHAUSTED');
    expect(error.details.hint).toContain('pool.max');
    expect(await db.value('SELECT 1')).toBe(1);
    await both[0].stream.return();
    expect(tuples(await db.batches('SELECT 1'))).toEqual([[1]]);
    await both[1].stream.return();
    await atRest();
  });

  it.each([3, 4, 7])('leave one connection of %i, with all the transactions that may be held', async (max) => {
    const database = `crowded-${max}`;
    await db.add(database, { ...same(), pool: { min: 0, max } });
    const options = { database, timeoutMs: 15_000 };
    const streams: RowsBatchStream[] = [];
    const sql = `SELECT n FROM ${numbers(1_000_000)}`;
    const full = async (): Promise<never> => {
      for (;;) streams.push((await begin(sql, undefined, options)).stream);
    };
    await refusal(full(), 'POOL_EXHAUSTED');
    expect(streams.length).toBeGreaterThan(0);
    const held = [];
    for (let count = 0; count < mostHeld(max); count++) {
      held.push(await db.begin({ database, readOnly: true }));
    }
    for (const { value } of held) await value('SELECT 1');
    expect(await db.value('SELECT 1', undefined, options)).toBe(1);
    for (const stream of streams) await stream.return();
    for (const { rollback } of held) await rollback();
    await db.registry.remove(database);
  });

  it('leave nothing in their sessions, a hundred times', async () => {
    for (let round = 0; round < 100; round++) {
      const { stream } = await begin(`SELECT n FROM ${numbers(5000)}`, undefined, { batchSize: 1 + (round % 7) });
      if (round % 3 > 0) await stream.next();
      await stream.return();
      expect(await db.value('SELECT count(*) FROM everything')).toBe(3);
    }
    await db.execute('UPDATE everything SET a_integer = 8 WHERE id = 3');
    await atRest();
  });

  it('end with an error when the database is removed or the service stops', async () => {
    await db.add('leaving', same());
    const sql = `SELECT n FROM ${numbers(1_000_000)}`;
    const waiting = await begin(sql, undefined, { database: 'leaving', batchSize: 1 });
    const working = refusal(db.batches(`SELECT ${slow}`, undefined, { database: 'leaving' }), 'ADAPTER_CLOSED');
    const { adapter } = db.registry.get('leaving');
    await until(() => adapter.pool().open - adapter.pool().idle === 2);
    await db.registry.remove('leaving');
    expect(adapter.state).toBe('CLOSED');
    await working;
    expect((await refusal(waiting.stream.next(), 'ADAPTER_CLOSED')).message).toContain('being closed');
  });
});
