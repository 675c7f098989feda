import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, until, type TestService } from '../support/service.js';
import { askSocket, wsClient } from '../support/transports.js';

const FIGURES =
  'queries errors slowQueries rowsReturned meanTimeMs p50TimeMs p95TimeMs p99TimeMs transactionsCommitted transactionsRolledBack since';

let service: TestService;
beforeAll(async () => void (service = await startTestService()));
afterAll(() => service.end());
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});

const clients: ReturnType<typeof wsClient>[] = [];
function client(): ReturnType<typeof wsClient> {
  const made = wsClient(service.url);
  clients.push(made);
  return made;
}
const query = async (sql: string, options?: object) =>
  await service.graphql(
    'query ($sql: String!, $options: QueryOptions) { query(database: "small", sql: $sql, options: $options) { rowCount } }',
    { sql, options },
  );
const figures = async () =>
  (await service.graphql(`{ database(name: "small") { statistics { ${FIGURES} } } }`)).data.database.statistics;
const reset = async () => await service.graphql('mutation { resetStatistics(database: "small") }');

describe('statistics', () => {
  it('count what ran, and not what was refused before', async () => {
    expect((await reset()).data).toEqual({ resetStatistics: true });
    const { since } = await figures();
    await query('SELECT id FROM things');
    await query('SELECT nope FROM things');
    await query('DELETE FROM things');
    await query('SELEC');
    await service.graphql(
      'mutation { executeMany(database: "small", sql: "UPDATE things SET name = ? WHERE id = ?", paramSets: [["a", 1], ["b", 2]]) { affectedRows } }',
    );
    const slow = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';
    await query(slow, { timeoutMs: 250 });
    const socket = client();
    await askSocket(
      socket,
      'subscription { rows(database: "small", sql: "SELECT id FROM things", batchSize: 2) { done } }',
    );
    const counted = await figures();
    expect(counted).toMatchObject({ queries: 5, errors: 2, slowQueries: 1, rowsReturned: 6, transactionsCommitted: 0 });
    expect(counted.p99TimeMs).toBeGreaterThan(200);
    expect(counted.p50TimeMs).toBeLessThan(200);
    expect(counted.meanTimeMs).toBeGreaterThan(40);
    expect(counted.since).toBe(since);
    await reset();
    expect(await figures()).toMatchObject({ queries: 0, errors: 0, p99TimeMs: 0 });
  });

  it('are told at once and then again and again', async () => {
    await reset();
    const told = client().iterate({
      query: `subscription { statistics(database: "small", everyMs: 100) { database ${FIGURES} } }`,
    });
    expect((await told.next()).value).toMatchObject({ data: { statistics: { database: 'small', queries: 0 } } });
    await query('SELECT 1');
    for (;;) {
      const { value } = (await told.next()) as { value: { data: { statistics: { queries: number } } } };
      if (value.data.statistics.queries === 1) break;
    }
    await told.return?.();
  });

  it.each(['statistics', 'health'])('are told by one timer, however many subscribe: %s', async (field) => {
    const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const operation = { query: `subscription { ${field}(database: "small", everyMs: 60000) { database } }` };
    const one = client();
    const first = one.iterate(operation);
    await first.next();
    const before = timers();
    const more = Array.from({ length: 20 }, () => one.iterate(operation));
    await Promise.all(more.map((each) => each.next()));
    expect(timers()).toBeLessThan(before + 10);
    for (const each of [first, ...more]) await each.return?.();
    await until(() => timers() < before);
  });

  it('end with an error when their database is removed', async () => {
    const url = `sqlite:${join(service.folder, 'leaving.sqlite')}`;
    const register = `mutation { registerDatabase(input: { name: "leaving", dialect: SQLITE, url: "${url}", slowQueryThresholdMs: 0 }) { name } }`;
    expect((await service.graphql(register)).data.registerDatabase.name).toBe('leaving');
    const told = client().iterate({ query: 'subscription { statistics(database: "leaving") { queries } }' });
    await told.next();
    await service.graphql('mutation { removeDatabase(name: "leaving") }');
    expect((await told.next()).value).toMatchObject({ errors: [{ extensions: { code: 'DATABASE_NOT_FOUND' } }] });
  });

  it.each([
    ['BAD_USER_INPUT', 'subscription { statistics(everyMs: 99) { queries } }'],
    ['DATABASE_NOT_FOUND', 'subscription { statistics(database: "nope") { queries } }'],
    ['DATABASE_NOT_FOUND', 'mutation { resetStatistics(database: "nope") }'],
    [
      'BAD_USER_INPUT',
      'mutation { registerDatabase(input: { name: "bad", dialect: SQLITE, url: "sqlite::memory:", slowQueryThresholdMs: -1 }) { name } }',
    ],
  ])('refuse with %s: %s', async (code, operation) => {
    expect(await askSocket(client(), operation)).toMatchObject({ errors: [{ extensions: { code } }] });
  });
});
