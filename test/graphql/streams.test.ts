import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startBareServer, type BareServer } from '../support/bare-server.js';
import { createDatabase, type TestDatabase } from '../support/servers/index.js';
import { startTestService, until, type Answer } from '../support/service.js';
import { TestPipeline } from '../support/test-pipeline.js';
import { askSocket, openSse, sseResults, wsClient } from '../support/transports.js';

const ROWS = `subscription ($database: ID = "main", $sql: String!, $params: JSON, $batchSize: Int, $options: QueryOptions) {
  rows(database: $database, sql: $sql, params: $params, batchSize: $batchSize, options: $options) {
    columns { name key type nullable } rows index done
  }
}`;
/** Each row takes a lock and so tells another session that it was read. */
const MARKED = "SELECT mark(n) AS n, repeat('x', 10000) AS wide FROM generate_series(1, 100000) s (n)";

let database: TestDatabase;
let db: TestPipeline;
let server: BareServer;
beforeAll(async () => {
  database = await createDatabase('postgresql');
  await database.run(`CREATE FUNCTION mark (n integer) RETURNS integer LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(n); RETURN n; END $$`);
  db = await TestPipeline.open({ dialect: 'POSTGRESQL', url: database.url, pool: { min: 1, max: 6 } });
  server = await startBareServer({ registry: db.registry, events: db.events, pipeline: db.pipeline });
});
afterAll(async () => {
  await server.close();
  await db.close();
  await database.drop();
});

const left: (() => unknown)[] = [];
afterEach(async () => {
  for (const leave of left.splice(0)) await leave();
  await atRest();
});
const figures = () => db.registry.get('main').adapter.pool();
const atRest = () => until(() => figures().open === figures().idle);
/** How many rows the server has read for streams that are open. */
const rowsRead = async (): Promise<number> =>
  Number(
    await db.value(
      "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
    ),
  );

function client(url = server.url): ReturnType<typeof wsClient> {
  const made = wsClient(url);
  left.push(() => made.dispose());
  return made;
}

/** The results of one subscription, by either transport. */
async function results(way: 'socket' | 'sse', variables: Record<string, unknown>, url = server.url): Promise<Answer[]> {
  const source =
    way === 'socket'
      ? client(url).iterate({ query: ROWS, variables })
      : sseResults(await openSse(url, ROWS, { variables }));
  const all: Answer[] = [];
  for await (const result of source) all.push(result as Answer);
  return all;
}

describe.each(['socket', 'sse'] as const)('rows, by %s', (way) => {
  it('come in batches with their columns', async () => {
    const sql = 'SELECT n AS id, n::bigint * 9007199254740993 AS big FROM generate_series(1, $1::int) s (n)';
    const got = await results(way, { sql, params: [5], batchSize: 2 });
    expect(got.map(({ data }) => data.rows)).toEqual([
      { columns: expect.any(Array), rows: [big(1), big(2)], index: 0, done: false },
      { columns: expect.any(Array), rows: [big(3), big(4)], index: 1, done: false },
      { columns: expect.any(Array), rows: [big(5)], index: 2, done: true },
    ]);
    expect(got[0]?.data.rows.columns).toMatchObject([
      { name: 'id', key: 'id', type: 'INTEGER' },
      { name: 'big', key: 'big', type: 'BIGINT' },
    ]);
  });

  it('are one empty batch where there are none', async () => {
    expect(await results(way, { sql: 'SELECT 1 AS one WHERE false' })).toMatchObject([
      { data: { rows: { columns: [{ name: 'one' }], rows: [], index: 0, done: true } } },
    ]);
  });

  it.each([
    ['DATABASE_NOT_FOUND', { database: 'nope', sql: 'SELECT 1' }],
    ['WRITE_NOT_ALLOWED', { sql: 'CREATE TABLE t (a int)' }],
    ['BAD_USER_INPUT', { sql: 'SELECT 1', batchSize: 0 }],
    ['BAD_USER_INPUT', { sql: 'SELECT 1', options: { timeoutMs: 0 } }],
    ['QUERY_FAILED', { sql: 'SELECT nope' }],
  ])('end with %s', async (code, variables) => {
    const answers = way === 'socket' ? [await askSocket(client(), ROWS, variables)] : await results(way, variables);
    expect(answers).toMatchObject([{ errors: [{ extensions: { code } }] }]);
  });

  it('end with an error in mid-result', async () => {
    const sql = 'SELECT 1 / (n - 5000) AS f FROM generate_series(1, 10000) s (n)';
    const got = await results(way, { sql });
    expect(got).toHaveLength(10);
    expect(got.at(-1)).toMatchObject({ errors: [{ extensions: { code: 'QUERY_FAILED', database: 'main' } }] });
    expect(got.at(-2)?.data.rows.index).toBe(8);
  });

  it('are not read for a client that does not take them, and its leaving frees the connection', async () => {
    const stalled = way === 'socket' ? await stalledSocket() : await stalledStream();
    left.push(() => stalled.destroy());
    let read = await rowsRead();
    // The buffers between are filled; then nothing moves.
    for (let still = 0; still < 10;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const now = await rowsRead();
      still = now === read ? still + 1 : 0;
      read = now;
    }
    expect(read).toBeGreaterThan(100);
    expect(read).toBeLessThan(5000);
    const state = "SELECT state FROM pg_stat_activity WHERE query LIKE '%mark(n)%' AND pid <> pg_backend_pid()";
    expect(await db.rows(state)).toEqual([['idle in transaction']]);
    stalled.destroy();
    await atRest();
    await until(async () => (await rowsRead()) === 0);
  });

  it('free the connection when the client unsubscribes, while rows are read and while none are', async () => {
    for (const sql of [MARKED, 'SELECT count(*) FROM generate_series(1, 100000000000)']) {
      const gone = new AbortController();
      const socket = client();
      const source =
        way === 'socket'
          ? socket.iterate({ query: ROWS, variables: { sql } })
          : sseResults(await openSse(server.url, ROWS, { variables: { sql }, signal: gone.signal }));
      const first = source.next().catch(() => undefined);
      if (sql === MARKED) await first;
      await until(() => figures().open > figures().idle);
      gone.abort();
      await socket.dispose();
      await atRest();
      await until(async () => (await db.rows(RUNNING)).length === 0);
    }
  });
});

it('end with an error that says so when the service stops', async () => {
  const stopping = await startTestService();
  const sql = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n';
  const socket = wsClient(stopping.url);
  const gone = { database: 'small', sql };
  const seen: Record<string, Answer[]> = { socket: [], sse: [] };
  const reading = [
    (async () => {
      for await (const result of socket.iterate({ query: ROWS, variables: gone })) seen.socket?.push(result as Answer);
    })(),
    (async () => {
      for await (const result of sseResults(await openSse(stopping.url, ROWS, { variables: gone })))
        seen.sse?.push(result);
    })(),
  ];
  await until(() => Object.values(seen).every((answers) => answers.length > 0));
  await stopping.stop();
  await Promise.allSettled(reading);
  for (const answers of Object.values(seen)) {
    expect(answers.at(-1)).toMatchObject({
      errors: [{ message: expect.stringContaining('stopping'), extensions: { code: 'ADAPTER_CLOSED' } }],
    });
  }
  await stopping.end();
});

const RUNNING =
  "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'";

function big(n: number): object {
  return { id: n, big: String(BigInt(n) * 9007199254740993n) };
}

/** A socket that reads its first batch and then nothing more. */
async function stalledSocket(): Promise<{ destroy: () => void }> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const say = (message: object): void => socket.send(JSON.stringify(message));
  socket.on('open', () => say({ type: 'connection_init' }));
  await new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const { type } = JSON.parse(data.toString()) as { type: string };
      if (type === 'connection_ack') {
        say({ id: '1', type: 'subscribe', payload: { query: ROWS, variables: { sql: MARKED, batchSize: 10 } } });
      }
      if (type !== 'next') return;
      socket.pause();
      resolve();
    });
  });
  return { destroy: () => socket.terminate() };
}

async function stalledStream(): Promise<Socket> {
  const { hostname, port } = new URL(server.url);
  const body = JSON.stringify({ query: ROWS, variables: { sql: MARKED, batchSize: 10 } });
  const head = ['POST /graphql HTTP/1.1', `Host: ${hostname}:${port}`, 'Content-Type: application/json'];
  head.push('Accept: text/event-stream', `Content-Length: ${body.length}`, '', body);
  const socket = connect(Number(port), hostname, () => socket.write(head.join('\r\n')));
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    socket.once('data', () => {
      socket.pause();
      resolve();
    });
  });
  return socket;
}
