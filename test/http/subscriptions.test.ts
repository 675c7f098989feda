import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { DatabaseRegistry, type DatabaseEvents } from '../../src/databases/index.js';
import { EventBus } from '../../src/events/index.js';
import { startBareServer, type BareServer } from '../support/bare-server.js';
import { databaseConfig, startTestService, until, type Answer, type TestService } from '../support/service.js';
import { askSocket, askSse, openSse, sseResults, wsClient } from '../support/transports.js';

const HEALTH =
  'subscription ($everyMs: Int) { health(everyMs: $everyMs) { database status consecutiveFailures error } }';

let service: TestService;
beforeAll(async () => void (service = await startTestService()));
afterAll(() => service.end());

const clients: { dispose: () => void | Promise<void> }[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});
function client(url = service.url): ReturnType<typeof wsClient> {
  const made = wsClient(url);
  clients.push(made);
  return made;
}

async function firstOf(results: AsyncIterable<unknown>, count: number): Promise<any[]> {
  const got: unknown[] = [];
  for await (const result of results) {
    got.push(result);
    if (got.length === count) break;
  }
  return got;
}

describe('graphql-ws', () => {
  it('answers queries and mutations, several at once', async () => {
    const socket = client();
    const [query, mutation] = await Promise.all([
      askSocket(socket, 'query ($p: JSON) { query(database: "small", sql: "SELECT ? AS n", params: $p) { rows } }', {
        p: [7],
      }),
      askSocket(
        socket,
        'mutation { execute(database: "small", sql: "INSERT INTO things (name) VALUES (\'by socket\')") { affectedRows } }',
      ),
    ]);
    expect(query.data.query.rows).toEqual([{ n: 7 }]);
    expect(mutation.data.execute.affectedRows).toBe(1);
  });

  it('refuses an unknown database and a heartbeat that is too short', async () => {
    expect(await askSocket(client(), 'subscription { health(database: "nope") { status } }')).toMatchObject({
      errors: [{ path: ['health'], extensions: { code: 'DATABASE_NOT_FOUND', hint: 'Registered are: small.' } }],
    });
    expect(await askSocket(client(), HEALTH, { everyMs: 99 })).toMatchObject({
      errors: [{ message: expect.stringContaining('99'), extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  it('tells the present health at once and again at every heartbeat', async () => {
    const started = performance.now();
    const results = await firstOf(client().iterate({ query: HEALTH, variables: { everyMs: 150 } }), 3);
    const took = performance.now() - started;
    expect(results.map(({ data }) => data.health)).toEqual(
      Array(3).fill({ database: 'small', status: 'HEALTHY', consecutiveFailures: 0, error: null }),
    );
    expect(took).toBeGreaterThan(280);
    expect(took).toBeLessThan(1500);
  });

  it.each(['socket', 'sse'] as const)(
    'tells that a database’s file is gone, and that it is back, over %s',
    async (way) => {
      const file = join(service.folder, 'small.sqlite');
      const results: Answer[] = [];
      const gone = new AbortController();
      const reading = (async () => {
        const source =
          way === 'socket'
            ? client().iterate({ query: HEALTH })
            : sseResults(await openSse(service.url, HEALTH, { signal: gone.signal }));
        for await (const result of source) results.push(result as Answer);
      })().catch(() => undefined);
      const statuses = (): string[] => results.map(({ data }) => data.health.status);
      await until(() => results.length === 1);
      await rename(file, `${file}.away`);
      await until(() => statuses().includes('UNREACHABLE'));
      expect(results.at(-1)?.data.health.error).toContain(file);
      await rename(`${file}.away`, file);
      await until(() => statuses().at(-1) === 'HEALTHY');
      expect(statuses()).toEqual(['HEALTHY', 'DEGRADED', 'UNREACHABLE', 'HEALTHY']);
      gone.abort();
      await clients.at(-1)?.dispose();
      await reading;
    },
  );

  it('closes a socket that sends no protocol, and says nothing of why it could', async () => {
    const codes = await Promise.all(
      ['nonsense', '{"type":"subscribe"}', Buffer.from([0xff, 0xfe]), 'x'.repeat(200_000)].map(
        (message) =>
          new Promise<number>((resolve) => {
            const socket = new WebSocket(`${service.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
            socket.on('open', () => socket.send(message, { binary: false }));
            socket.on('close', (code) => resolve(code));
          }),
      ),
    );
    expect(codes).toEqual([4400, 4400, 1007, 1009]);
  });
});

describe('SSE', () => {
  it('answers a query by POST and by GET, also to who takes other types too', async () => {
    expect((await askSse(service.url, '{ databases { name } }')).data.databases).toEqual([{ name: 'small' }]);
    const response = await fetch(`${service.url}/graphql?query=${encodeURIComponent('{ databases { name } }')}`, {
      headers: { accept: 'text/event-stream, application/json;q=0.5' },
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('x-request-id')).toMatch(/-/);
    expect(await response.text()).toMatch(/event: next\ndata: \{"data":.*\n\nevent: complete/);
  });

  it('streams health', async () => {
    const response = await openSse(service.url, 'subscription { health(everyMs: 100) { status } }');
    expect(await firstOf(sseResults(response), 3)).toEqual(Array(3).fill({ data: { health: { status: 'HEALTHY' } } }));
  });

  it('has the errors of a subscription as results', async () => {
    expect(await askSse(service.url, 'subscription { health(database: "nope") { status } }')).toMatchObject({
      errors: [{ extensions: { code: 'DATABASE_NOT_FOUND' } }],
    });
  });
});

describe('the end of the service', () => {
  it('closes sockets with 1001, after what runs on them, and ends streams', async () => {
    const stopping = await startTestService();
    let code: number | undefined;
    const socket = createClient({
      url: `${stopping.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      on: { closed: (event) => (code = (event as { code: number }).code) },
    });
    const running = askSocket(
      socket,
      '{ query(database: "small", sql: "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000) SELECT count(*) AS c FROM n") { rows } }',
    );
    const subscribed = askSocket(socket, HEALTH).catch((error: unknown) => error);
    const stream = await openSse(stopping.url, HEALTH);
    const streamed = firstOf(sseResults(stream), 1000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const started = performance.now();
    await stopping.stop();
    expect(performance.now() - started).toBeLessThan(4000);
    expect((await running).data.query.rows).toEqual([{ c: 2_000_000 }]);
    expect(await streamed).toHaveLength(1);
    await subscribed;
    expect(code).toBe(1001);
    await stopping.end();
  });
});

describe('subscribers that leave', () => {
  const events = new EventBus<DatabaseEvents>();
  const registry = new DatabaseRegistry({ maxResultBytes: 1e6 }, events);
  let bare: BareServer;
  beforeAll(async () => {
    await registry.register(databaseConfig('mine', join(service.folder, 'mine.sqlite')), 'configuration');
    bare = await startBareServer({ registry, events });
  });
  afterAll(async () => {
    await bare.close();
    await registry.close();
  });

  const listening = (): number => events.listenerCount('health-changed');

  it('leave no listener when they unsubscribe', async () => {
    const socket = client(bare.url);
    const results = socket.iterate({ query: HEALTH });
    await results.next();
    expect(listening()).toBe(1);
    await results.return?.();
    await until(() => listening() === 0);
  });

  it('leave none when their socket vanishes', async () => {
    const open: WebSocket[] = [];
    class Kept extends WebSocket {
      constructor(...given: ConstructorParameters<typeof WebSocket>) {
        super(...given);
        open.push(this);
      }
    }
    const socket = createClient({
      url: `${bare.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: Kept,
      retryAttempts: 0,
    });
    for (let count = 0; count < 20; count++) askSocket(socket, HEALTH).catch(() => undefined);
    await until(() => listening() === 20);
    open[0]?.terminate();
    await until(() => listening() === 0);
  });

  it('leave none when their stream is aborted, early or late', async () => {
    const leaving = Array.from({ length: 20 }, () => new AbortController());
    const streams = leaving.map(({ signal }) => openSse(bare.url, HEALTH, { signal }).catch(() => undefined));
    leaving.slice(0, 10).forEach((gone) => gone.abort());
    await Promise.all(streams);
    await until(() => listening() === 10);
    leaving.forEach((gone) => gone.abort());
    await until(() => listening() === 0);
  });
});
