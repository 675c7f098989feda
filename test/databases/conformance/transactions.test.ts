import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DialectName } from '../../../src/sql/index.js';
import { DragomanError } from '../../../src/errors/index.js';
import { refusal, type OpenTransaction } from '../../support/test-pipeline.js';
import { onEveryEngine, type TestedDatabase } from './engines.js';

const INSERT = 'INSERT INTO accounts (id, balance) VALUES (:id, :balance)';

/** What a transaction may leave in its session, and a read that would see it. */
const LEFTOVERS: Readonly<Record<DialectName, readonly [set: readonly string[], seen: string]>> = {
  POSTGRESQL: [
    ["SET statement_timeout = '77s'", 'CREATE TEMPORARY TABLE leftover (id integer)', 'SELECT pg_advisory_lock(7)'],
    "SELECT current_setting('statement_timeout'), (SELECT count(*) FROM pg_class WHERE relname = 'leftover'), (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory')",
  ],
  MYSQL: [
    ["SET @leftover = 7, SESSION sql_mode = 'ANSI_QUOTES'", "DO GET_LOCK('leftover', 1)"],
    "SELECT @leftover, @@sql_mode, IS_FREE_LOCK('leftover')",
  ],
  SQLITE: [['CREATE TEMP TABLE leftover (id)'], "SELECT count(*) FROM temp.sqlite_schema WHERE name = 'leftover'"],
};

onEveryEngine('a transaction', (engine) => {
  let db: TestedDatabase;

  beforeAll(async () => {
    db = await engine.open({ pool: { max: 6, acquireTimeoutMs: 20_000 }, timeoutMs: 8000 });
    await db.execute(`CREATE TABLE accounts (id integer PRIMARY KEY, balance ${engine.words.types.integer} NOT NULL)`);
  });
  beforeEach(async () => {
    await db.execute('DELETE FROM accounts');
    await db.executeMany(INSERT, [
      { id: 1, balance: 100 },
      { id: 2, balance: 200 },
    ]);
  });
  afterAll(() => db.close());

  const balances = async (): Promise<unknown> => await db.rows('SELECT id, balance FROM accounts ORDER BY id');
  const UNTOUCHED = [
    [1, 100],
    [2, 200],
  ];
  /** Nothing is held or waited for any more, once what was held has been made new. */
  const expectAtRest = async (): Promise<void> => {
    await expect
      .poll(() => {
        const { open, idle, waiting } = db.registry.get('main').adapter.pool();
        return [open - idle, waiting];
      })
      .toEqual([0, 0]);
  };

  describe('of statements', () => {
    it('does all of them', async () => {
      const { committed, results } = await db.transaction([
        { sql: 'UPDATE accounts SET balance = balance - 30 WHERE id = ?', params: [1] },
        { sql: 'UPDATE accounts SET balance = balance + 30 WHERE id = :id', params: { id: 2 } },
        { sql: 'SELECT sum(balance) AS total, min(balance) AS least FROM accounts' },
      ]);
      expect(committed).toBe(true);
      expect(results.map(({ index, result, error }) => [index, result?.affectedRows, error])).toEqual([
        [0, 1, null],
        [1, 1, null],
        [2, null, null],
      ]);
      expect(results[2]?.result?.tuples[0]?.[1]).toBe(70);
      expect(await balances()).toEqual([
        [1, 70],
        [2, 230],
      ]);
      await expectAtRest();
    });

    it('does none where one fails, and says which and why', async () => {
      const { committed, results } = await db.transaction([
        { sql: 'UPDATE accounts SET balance = 0' },
        { sql: INSERT, params: { id: 1, balance: 1 } },
        { sql: 'DELETE FROM accounts' },
      ]);
      expect(committed).toBe(false);
      expect(results.map(({ index, error }) => [index, error?.code])).toEqual([
        [0, undefined],
        [1, 'CONSTRAINT_VIOLATION'],
      ]);
      expect(await balances()).toEqual(UNTOUCHED);
      await expectAtRest();
    });

    it('undoes an optional one alone', async () => {
      const { committed, results } = await db.transaction([
        { sql: INSERT, params: { id: 3, balance: 1 } },
        { sql: INSERT, params: { id: 1, balance: 1 }, optional: true },
        { sql: 'SELECT missing FROM nowhere', optional: true },
        { sql: INSERT, params: { id: 4, balance: 4 }, optional: true },
        { sql: 'UPDATE accounts SET balance = balance + 1 WHERE id > 2' },
      ]);
      expect(committed).toBe(true);
      expect(results.map(({ error }) => error?.code ?? null)).toEqual([
        null,
        'CONSTRAINT_VIOLATION',
        'QUERY_FAILED',
        null,
        null,
      ]);
      expect(results[1]?.result).toBeNull();
      expect(await balances()).toEqual([...UNTOUCHED, [3, 2], [4, 5]]);
    });

    it.each([
      ['COMMIT', 'BAD_USER_INPUT'],
      ['SAVEPOINT x', 'BAD_USER_INPUT'],
      // Where the grammar can't tell, the database does.
      ['SELEC 1', 'SQL_SYNTAX'],
      ['SELECT 1 FROM WHERE', 'SQL_SYNTAX'],
      ['SELECT ?', 'BAD_PARAMETERS'],
      ['', 'SQL_SYNTAX'],
    ] as const)('runs nothing where one is %s', async (sql, code) => {
      const { message } = await refusal(db.transaction([{ sql: 'DELETE FROM accounts' }, { sql }]), code);
      expect(message).toMatch(/^Statement 2: /);
      expect(await balances()).toEqual(UNTOUCHED);
    });

    it('refuses none, too many, and bounds that are none', async () => {
      await refusal(db.transaction([]), 'BAD_USER_INPUT');
      await refusal(db.transaction(Array.from({ length: 1001 }, () => ({ sql: 'SELECT 1' }))), 'REQUEST_TOO_LARGE');
      await refusal(db.transaction([{ sql: 'SELECT 1' }], { retries: -1 }), 'BAD_USER_INPUT');
      await refusal(db.transaction([{ sql: 'SELECT 1' }], { timeoutMs: 0 }), 'BAD_USER_INPUT');
    });

    it('that only reads sees one state, and changes nothing', async () => {
      const { results } = await db.transaction(
        [{ sql: 'SELECT count(*) FROM accounts' }, { sql: 'SELECT sum(id) FROM accounts' }],
        { readOnly: true },
      );
      expect(results.map(({ result }) => Number(result?.tuples[0]?.[0]))).toEqual([2, 3]);
      await refusal(db.transaction([{ sql: 'DELETE FROM accounts' }], { readOnly: true }), 'WRITE_NOT_ALLOWED');
      expect(await balances()).toEqual(UNTOUCHED);
    });

    it('ends at its deadline and leaves nothing', async () => {
      const { committed, results } = await db.transaction(
        [{ sql: 'UPDATE accounts SET balance = 0' }, { sql: `SELECT ${engine.words.slow}` }],
        { timeoutMs: 400 },
      );
      expect([committed, results[1]?.error?.code]).toEqual([false, 'QUERY_TIMEOUT']);
      expect(await balances()).toEqual(UNTOUCHED);
      await expectAtRest();
    });

    it('keeps what all of them keep together, however many run at once', async () => {
      const transfers = Array.from({ length: 50 }, (_, place) => {
        const change = place % 2 === 0 ? 1 : -1;
        return db.transaction(
          [
            { sql: 'UPDATE accounts SET balance = balance + ? WHERE id = 1', params: [change] },
            { sql: 'UPDATE accounts SET balance = balance - ? WHERE id = 2', params: [change] },
          ],
          { timeoutMs: 20_000 },
        );
      });
      const reads = Array.from({ length: 50 }, () => db.value('SELECT sum(balance) FROM accounts'));
      const [done, sums] = await Promise.all([Promise.all(transfers), Promise.all(reads)]);
      expect(done.map(({ committed }) => committed)).toEqual(Array(50).fill(true));
      expect(new Set(sums.map(Number))).toEqual(new Set([300]));
      expect(await balances()).toEqual(UNTOUCHED);
      await expectAtRest();
    });
  });

  it('of many that read and change one counter, tried again, none is lost', async () => {
    const statements = [
      { sql: 'SELECT balance FROM accounts WHERE id = 1' },
      { sql: 'UPDATE accounts SET balance = balance + 1 WHERE id = 1' },
    ];
    const wish = { isolation: 'SERIALIZABLE', retries: 20, timeoutMs: 20_000 } as const;
    const done = await Promise.all(Array.from({ length: 50 }, () => db.transaction(statements, wish)));
    expect(done.map(({ committed }) => committed)).toEqual(Array(50).fill(true));
    expect(await balances()).toEqual([
      [1, 150],
      [2, 200],
    ]);
    await expectAtRest();
  });

  describe('step by step', () => {
    let open: OpenTransaction;
    afterEach(() => open.rollback());
    const rest = async (): Promise<void> => {
      await open.rollback();
      await expectAtRest();
    };

    it('is seen by nobody before it is committed', async () => {
      open = await db.begin();
      expect((await open.execute('UPDATE accounts SET balance = 0 WHERE id = 1')).affectedRows).toBe(1);
      expect(await open.value('SELECT balance FROM accounts WHERE id = 1')).toBe(0);
      expect(await balances()).toEqual(UNTOUCHED);
      await open.commit();
      expect(open.transaction.state).toBe('COMMITTED');
      expect(await balances()).toEqual([
        [1, 0],
        [2, 200],
      ]);
      await refusal(open.execute('SELECT 1'), 'TRANSACTION_NOT_FOUND');
      await refusal(open.commit(), 'TRANSACTION_NOT_FOUND');
      await rest();
    });

    it('leaves nothing where it is rolled back', async () => {
      open = await db.begin();
      await open.execute(INSERT, { id: 9, balance: 9 });
      await rest();
      expect(open.transaction.state).toBe('ROLLED_BACK');
      expect(await balances()).toEqual(UNTOUCHED);
      await open.rollback();
    });

    it('goes back to savepoints, whatever they are called', async () => {
      open = await db.begin();
      const names = ['one', 'two words; DROP TABLE accounts', '"`\'é', 'one'];
      for (const [place, name] of names.entries()) {
        await open.savepoint(name);
        await open.execute(INSERT, { id: 10 + place, balance: place });
      }
      expect(open.transaction.savepoints).toEqual(names);
      const ids = async (): Promise<unknown> =>
        (await open.execute('SELECT id FROM accounts ORDER BY id')).tuples.flat();
      await open.rollbackTo('one');
      expect(await ids()).toEqual([1, 2, 10, 11, 12]);
      await open.release('one');
      await open.rollbackTo('one');
      expect(await ids()).toEqual([1, 2]);
      expect(open.transaction.savepoints).toEqual(['one']);
      expect((await refusal(open.rollbackTo('two'), 'BAD_USER_INPUT')).details.hint).toContain('"one"');
      await refusal(open.savepoint(' '), 'BAD_USER_INPUT');
      await open.execute(INSERT, { id: 20, balance: 0 });
      await open.commit();
      expect(await balances()).toEqual([...UNTOUCHED, [20, 0]]);
    });

    it('fails or goes on after an error, as its engine does, and says so', async () => {
      open = await db.begin();
      await open.savepoint('before');
      await open.execute('UPDATE accounts SET balance = 1 WHERE id = 1');
      await refusal(open.execute(INSERT, { id: 1, balance: 1 }), 'CONSTRAINT_VIOLATION');
      const fails = engine.name === 'PostgreSQL';
      expect(open.transaction.state).toBe(fails ? 'FAILED' : 'ACTIVE');
      if (fails) {
        const error = await refusal(open.execute('SELECT 1'), 'TRANSACTION_FAILED');
        expect(error.details.hint).toContain('rollbackToSavepoint');
        await refusal(open.savepoint('no'), 'TRANSACTION_FAILED');
        await open.rollbackTo('before');
        expect(open.transaction.state).toBe('ACTIVE');
        expect(await open.value('SELECT balance FROM accounts WHERE id = 1')).toBe(100);
        await refusal(open.execute('SELECT 1 / (id - 1) FROM accounts'), 'QUERY_FAILED');
        const none = await engine.open();
        const failing = await none.begin();
        await refusal(failing.execute('SELECT 1 / 0'), 'QUERY_FAILED');
        expect((await refusal(failing.rollbackTo('x'), 'BAD_USER_INPUT')).details.hint).toMatch(/rollbackTransaction/);
        await failing.rollback();
        await none.close();
        await refusal(open.commit(), 'TRANSACTION_FAILED');
        expect(open.transaction.state).toBe('ROLLED_BACK');
        expect(await balances()).toEqual(UNTOUCHED);
      } else {
        expect(await open.value('SELECT balance FROM accounts WHERE id = 1')).toBe(1);
        await open.commit();
        expect(await balances()).toEqual([
          [1, 1],
          [2, 200],
        ]);
      }
      await rest();
    });

    it('tells its rows, keys and values as ever', async () => {
      open = await db.begin();
      const { columns, tuples } = await open.execute(
        'SELECT id, balance, :t AS said FROM accounts WHERE id IN (:ids)',
        {
          t: 'é',
          ids: [1],
        },
      );
      expect(columns.map(({ name }) => name)).toEqual(['id', 'balance', 'said']);
      expect(tuples).toEqual([[1, 100, 'é']]);
      const some = await open.execute('SELECT id FROM accounts ORDER BY id', undefined, { maxRows: 1 });
      expect([some.tuples, some.truncated]).toEqual([[[1]], true]);
      expect(open.transaction.state).toBe('ACTIVE');
      await rest();
    });

    it('takes steps that come at once one after the other', async () => {
      open = await db.begin();
      const steps = Array.from({ length: 20 }, (_, place) => open.execute(INSERT, { id: 100 + place, balance: place }));
      const count = open.value('SELECT count(*) FROM accounts');
      await Promise.all(steps);
      expect(Number(await count)).toBe(22);
      await rest();
    });

    it('answers a call that waits for its turn at its own deadline, and does not send it any more', async () => {
      open = await db.begin();
      const running = refusal(
        open.execute(`SELECT ${engine.words.slow}`, undefined, { timeoutMs: 900 }),
        'QUERY_TIMEOUT',
      );
      const started = performance.now();
      const params = { id: 9, balance: 9 };
      await refusal(open.execute(INSERT, params, { timeoutMs: 100 }), 'QUERY_TIMEOUT');
      expect(performance.now() - started).toBeLessThan(700);
      await running;
      if (open.transaction.state === 'ACTIVE') await open.commit();
      expect(await balances()).toEqual(UNTOUCHED);
      await rest();
    });

    it('is not committed for a client that has left', async () => {
      open = await db.begin();
      await open.execute(INSERT, { id: 9, balance: 9 });
      const bounds = { deadlineMs: Date.now() + 5000, signal: AbortSignal.abort() };
      await refusal(open.transaction.commit(bounds), 'QUERY_CANCELLED');
      await refusal(open.transaction.savepoint('a', bounds), 'QUERY_CANCELLED');
      expect([open.transaction.state, open.transaction.savepoints]).toEqual(['ACTIVE', []]);
      await rest();
      expect(await balances()).toEqual(UNTOUCHED);
    });

    it('lets go of a statement at its deadline', async () => {
      open = await db.begin();
      await open.execute('UPDATE accounts SET balance = 5 WHERE id = 1');
      await refusal(open.execute(`SELECT ${engine.words.slow}`, undefined, { timeoutMs: 200 }), 'QUERY_TIMEOUT');
      expect(open.transaction.state).toBe(engine.name === 'PostgreSQL' ? 'FAILED' : 'ACTIVE');
      if (open.transaction.state === 'ACTIVE') {
        expect(await open.value('SELECT balance FROM accounts WHERE id = 1')).toBe(5);
      }
      await rest();
      expect(await balances()).toEqual(UNTOUCHED);
    });

    it('has the isolation that was asked for, or is refused with what there is', async () => {
      for (const isolation of ['READ_UNCOMMITTED', 'READ_COMMITTED', 'REPEATABLE_READ', 'SERIALIZABLE'] as const) {
        const lacks =
          (engine.name === 'SQLite' && isolation !== 'SERIALIZABLE') ||
          (engine.name === 'PostgreSQL' && isolation === 'READ_UNCOMMITTED');
        if (lacks) {
          const error = await refusal(db.begin({ isolation }), 'ISOLATION_UNSUPPORTED');
          expect(error.details.hint).toContain('SERIALIZABLE');
          continue;
        }
        open = await db.begin({ isolation, readOnly: true });
        const count = async (): Promise<number> => Number(await open.value('SELECT count(*) FROM accounts'));
        expect(await count()).toBe(2);
        // MariaDB locks what a serializable transaction reads: nobody changes it meanwhile.
        if (engine.name === 'MariaDB' && isolation === 'SERIALIZABLE') {
          await refusal(db.execute(INSERT, { id: 50, balance: 0 }, { timeoutMs: 200 }), 'QUERY_TIMEOUT');
          await rest();
          continue;
        }
        await db.execute(INSERT, { id: 50, balance: 0 });
        const seesOthers = isolation === 'READ_COMMITTED' || isolation === 'READ_UNCOMMITTED';
        expect(await count()).toBe(seesOthers ? 3 : 2);
        await db.execute('DELETE FROM accounts WHERE id = 50');
        await rest();
      }
    });

    it('is ended from outside within a quarter of a second, whatever it does', async () => {
      const reason = new DragomanError('TRANSACTION_EXPIRED', 'It expired.');
      for (const busy of [true, false]) {
        open = await db.begin();
        await open.execute('UPDATE accounts SET balance = 5 WHERE id = 1');
        const running = busy ? refusal(open.execute(`SELECT ${engine.words.slow}`), 'TRANSACTION_EXPIRED') : undefined;
        const waiting = busy ? refusal(open.execute('SELECT 1'), 'TRANSACTION_EXPIRED') : undefined;
        await new Promise((resolve) => setTimeout(resolve, 100));
        await open.transaction.abandon(reason);
        await Promise.all([running, waiting]);
        expect(open.transaction.state).toBe('ROLLED_BACK');
        await refusal(open.execute('SELECT 1'), 'TRANSACTION_EXPIRED');
        expect(await balances()).toEqual(UNTOUCHED);
        await expectAtRest();
      }
    });

    it('leaves nothing in its session', async () => {
      const [set, seen] = LEFTOVERS[engine.dialect];
      const other = await engine.open({ pool: { max: 1 } });
      try {
        const before = await other.query(seen).then(({ tuples }) => tuples, String);
        for (const end of ['commit', 'rollback'] as const) {
          open = await other.begin();
          for (const sql of set) await open.execute(sql);
          expect((await open.execute(seen)).tuples).not.toEqual(before);
          await open[end]();
          expect(await other.query(seen).then(({ tuples }) => tuples, String)).toEqual(before);
        }
      } finally {
        await other.close();
      }
    });

    it('is rolled back when its database is closed', async () => {
      const other = await engine.open();
      await other.execute('CREATE TABLE t (id integer)');
      open = await other.begin();
      await open.execute('INSERT INTO t VALUES (1)');
      await other.registry.remove('main');
      await refusal(open.execute('SELECT 1'), 'ADAPTER_CLOSED');
      expect(open.transaction.state).toBe('ROLLED_BACK');
      await other.close();
    });
  });
});
