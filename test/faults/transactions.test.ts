import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DragomanError } from '../../src/errors/index.js';
import { runSql } from '../support/servers/index.js';
import { refusal } from '../support/test-pipeline.js';
import { ENDLESS, eventually, expectAtRest, onEveryServer, openFaulty, type Faulty } from './server-under-test.js';

const INSERT = "INSERT INTO kept VALUES (:id, 'in a transaction')";

onEveryServer('a transaction', (server) => {
  let faulty: Faulty;

  beforeAll(async () => void (faulty = await openFaulty(server)));
  beforeEach(async () => {
    await faulty.db.execute('DELETE FROM kept');
  });
  afterEach(() => expectAtRest(faulty));
  afterAll(() => faulty.close());

  it('whose connection is cut is rolled back, and says so', async () => {
    const { db, proxy } = faulty;
    for (const busy of [false, true]) {
      const open = await db.begin();
      await open.execute(INSERT, { id: 1 });
      const running = busy ? refusal(open.execute(ENDLESS), 'DATABASE_UNAVAILABLE') : undefined;
      if (busy) await faulty.running('thousand d');
      proxy.cut();
      await running;
      if (!busy) await refusal(open.execute(INSERT, { id: 2 }), 'DATABASE_UNAVAILABLE');
      expect(open.transaction.state).toBe('ROLLED_BACK');
      expect((await refusal(open.commit(), 'TRANSACTION_FAILED')).message).toMatch(/rolled the whole transaction back/);
      await eventually(async () => (await faulty.kept()) === 0);
      await eventually(async () => !(await faulty.isRunning('thousand d')));
    }
  });

  it('has its database looked at as soon as its connection is lost, whether it runs something or not', async () => {
    const { db, proxy } = faulty;
    for (const busy of [false, true]) {
      const { monitor } = db.registry.get('main');
      await eventually(() => monitor.present.status === 'HEALTHY');
      const open = await db.begin();
      const running = busy ? refusal(open.execute(ENDLESS), 'DATABASE_UNAVAILABLE') : undefined;
      if (busy) await faulty.running('thousand d');
      const before = Date.now();
      proxy.cut();
      await eventually(() => (monitor.present.checkedAt?.getTime() ?? 0) >= before, 1000);
      await running;
      await open.rollback();
    }
  });

  it('whose session an operator ends is rolled back', async () => {
    const open = await faulty.db.begin();
    await open.execute(INSERT, { id: 1 });
    const running = refusal(open.execute(ENDLESS), 'DATABASE_UNAVAILABLE');
    const id = await faulty.running('thousand d');
    await runSql(server.engine, faulty.outside.url, server.endSession(id));
    await running;
    expect(open.transaction.state).toBe('ROLLED_BACK');
    await eventually(async () => (await faulty.kept()) === 0);
  });

  it('whose commit is never answered may have been made or not, and is not tried again', async () => {
    const { db, proxy } = faulty;
    const open = await db.begin();
    await open.execute(INSERT, { id: 1 });
    proxy.stall();
    const committing = refusal(open.commit(), 'OUTCOME_UNKNOWN');
    // It has left by then; the proxy holds it back.
    await sleep(150);
    proxy.cut();
    proxy.resume();
    await committing;
    expect(open.transaction.state).toBe('FAILED');
    await refusal(open.execute('SELECT 1'), 'OUTCOME_UNKNOWN');
    await refusal(open.commit(), 'OUTCOME_UNKNOWN');
  });

  describe('of several statements', () => {
    /** Two transactions that each hold what the other one needs next. */
    const crossing = async (retries: number): Promise<readonly boolean[]> => {
      const { db } = faulty;
      await db.execute('DELETE FROM kept');
      await db.execute("INSERT INTO kept VALUES (1, ''), (2, '')");
      const both = [
        [1, 2],
        [2, 1],
      ].map(async ([first, second]) => {
        const { committed } = await db.transaction(
          [
            { sql: "UPDATE kept SET note = concat(note, 'x') WHERE id = ?", params: [first] },
            { sql: `SELECT ${server.sleep(0.3)} AS waited` },
            { sql: "UPDATE kept SET note = concat(note, 'x') WHERE id = ?", params: [second] },
          ],
          { retries, timeoutMs: 15_000 },
        );
        return committed;
      });
      return await Promise.all(both);
    };

    it('that are a deadlock’s victims are undone, or tried again until all are done once', async () => {
      expect((await crossing(0)).filter((committed) => committed)).toHaveLength(1);
      expect(await faulty.kept("note = 'x'")).toBe(2);
      expect(await crossing(5)).toEqual([true, true]);
      expect(await faulty.kept("note = 'xx'")).toBe(2);
    });
  });

  it('that is ended from outside while its server says nothing lets go of its connection', async () => {
    const { db, proxy } = faulty;
    const open = await db.begin();
    await open.execute(INSERT, { id: 1 });
    proxy.stall();
    const started = performance.now();
    await open.transaction.abandon(new DragomanError('TRANSACTION_EXPIRED', 'It expired.'));
    expect(performance.now() - started).toBeLessThan(1500);
    expect(open.transaction.state).toBe('ROLLED_BACK');
    proxy.resume();
    await eventually(async () => (await faulty.kept()) === 0);
    expect(await db.value('SELECT 1')).toBe(1);
  });
});
