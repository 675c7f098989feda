import { afterEach, beforeEach, expect, it } from 'vitest';
import { runSql } from '../support/servers/index.js';
import { refusal } from '../support/test-pipeline.js';
import { expectAtRest, expectHelpful, onEveryServer, openFaulty, type Faulty } from './server-under-test.js';

onEveryServer('a stream', (server) => {
  let faulty: Faulty;

  beforeEach(async () => {
    faulty = await openFaulty(server, { timeoutMs: 5000, pool: { max: 8, acquireTimeoutMs: 2000 } });
  });
  afterEach(async () => {
    await expectAtRest(faulty);
    await faulty.close();
  });

  const sql = `SELECT n, ${server.name === 'MariaDB' ? 'CONNECTION_ID()' : 'pg_backend_pid()'} AS session
    FROM ${server.numbers(3_000_000)}`;
  const begin = async () => {
    const stream = faulty.db.stream(sql, undefined, { batchSize: 10 });
    const first = (await stream.next()).value;
    return { stream, session: Number(first?.tuples[0]?.[1]) };
  };
  const readOn = async (stream: AsyncIterable<unknown>): Promise<void> => {
    for await (const _ of stream);
  };

  it.each(['the network', 'an operator', 'an operator while nobody takes rows'])(
    'that loses its connection by %s ends with an error, as its first rows were told',
    async (who) => {
      const { stream, session } = await begin();
      const reading = who.endsWith('rows') ? undefined : refusal(readOn(stream));
      if (who === 'the network') faulty.proxy.cut();
      else await runSql(server.engine, faulty.outside.url, server.endSession(session));
      const error = await (reading ?? refusal(readOn(stream)));
      expect(['DATABASE_UNAVAILABLE', 'QUERY_CANCELLED']).toContain(error.code);
      expectHelpful(error, faulty.outside.url);
      expect(await faulty.db.value('SELECT 1')).toBe(1);
    },
  );

  it('ends at its deadline on a server that says nothing more', async () => {
    const stream = faulty.db.stream(sql, undefined, { batchSize: 10, timeoutMs: 700 });
    await stream.next();
    faulty.proxy.stall();
    const error = await refusal(readOn(stream), 'QUERY_TIMEOUT');
    expectHelpful(error, faulty.outside.url);
    faulty.proxy.resume();
  });

  it('frees its session on the server when it is left', async () => {
    const before = await faulty.sessions();
    const { stream, session } = await begin();
    await stream.return();
    expect(await faulty.isRunning('AS session')).toBe(false);
    await faulty.db.value('SELECT 1');
    expect(await faulty.sessions()).toBeLessThanOrEqual(before + 1);
    expect(session).toBeGreaterThan(0);
  });
});
