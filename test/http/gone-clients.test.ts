import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createClient } from 'graphql-ws';
import type { QueryRequest } from '../../src/pipeline/index.js';
import { QueryPipeline } from '../../src/pipeline/index.js';
import { DatabaseRegistry, type DatabaseEvents } from '../../src/databases/index.js';
import { EventBus } from '../../src/events/index.js';
import { startBareServer, type BareServer } from '../support/bare-server.js';
import { databaseConfig, post, until } from '../support/service.js';
import { askSocket, openSse, wsClient } from '../support/transports.js';

const ENDLESS =
  '{ query(database: "mine", sql: "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n") { rows } }';
const INTERRUPTED_WITHIN_MS = 250;

/** The pipeline, with an eye on what runs: how many statements, and how each ended. */
class WatchedPipeline extends QueryPipeline {
  running = 0;
  readonly endings: unknown[] = [];

  override async query(request: QueryRequest): ReturnType<QueryPipeline['query']> {
    this.running++;
    try {
      return await super.query(request);
    } catch (error) {
      this.endings.push((error as { code?: string }).code);
      throw error;
    } finally {
      this.running--;
    }
  }
}

const events = new EventBus<DatabaseEvents>();
const registry = new DatabaseRegistry({ maxResultBytes: 1e6 }, events);
const pipeline = new WatchedPipeline(registry, { maxResultBytes: 1e6 });
let bare: BareServer;
beforeAll(async () => {
  await registry.register(databaseConfig('mine', ':memory:'), 'configuration');
  bare = await startBareServer({ registry, events, pipeline });
});
afterAll(async () => {
  await bare.close();
  await registry.close();
});

/** Starts an endless statement; gives back how to leave. */
const ways: [string, () => () => unknown][] = [
  [
    'an aborted HTTP request',
    () => {
      const gone = new AbortController();
      post(bare.url, { query: ENDLESS }, {}, gone.signal).catch(() => undefined);
      return () => gone.abort();
    },
  ],
  [
    'an aborted event stream',
    () => {
      const gone = new AbortController();
      openSse(bare.url, ENDLESS, { signal: gone.signal }).catch(() => undefined);
      return () => gone.abort();
    },
  ],
  [
    'a completed operation on a WebSocket',
    () =>
      wsClient(bare.url).subscribe(
        { query: ENDLESS },
        { next: () => undefined, error: () => undefined, complete: () => undefined },
      ),
  ],
  [
    'a closed WebSocket',
    () => {
      const client = wsClient(bare.url);
      askSocket(client, ENDLESS).catch(() => undefined);
      return () => client.dispose();
    },
  ],
  [
    'a WebSocket that vanishes',
    () => {
      const opened: WebSocket[] = [];
      class Kept extends WebSocket {
        constructor(...given: ConstructorParameters<typeof WebSocket>) {
          super(...given);
          opened.push(this);
        }
      }
      const client = createClient({
        url: `${bare.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: Kept,
        retryAttempts: 0,
      });
      askSocket(client, ENDLESS).catch(() => undefined);
      return () => opened[0]?.terminate();
    },
  ],
];

describe('a statement whose client is gone', () => {
  it.each(ways)('ends within 250 ms after %s', async (_way, begin) => {
    const leave = begin();
    await until(() => pipeline.running === 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(pipeline.running).toBe(1);
    await leave();
    expect(await until(() => pipeline.running === 0)).toBeLessThan(INTERRUPTED_WITHIN_MS);
    expect(pipeline.endings.splice(0)).toEqual(['QUERY_CANCELLED']);
    expect(registry.get('mine').adapter.pool().waiting).toBe(0);
  });

  it('leaves the other operations of its WebSocket alone', async () => {
    const client = wsClient(bare.url);
    const leave = client.subscribe(
      { query: ENDLESS },
      { next: () => undefined, error: () => undefined, complete: () => undefined },
    );
    const other = askSocket(client, ENDLESS.replace('FROM n)', 'FROM n WHERE i < 1000000)'));
    await until(() => pipeline.running === 2);
    leave();
    expect((await other).data.query.rows).toEqual([{ 'count(*)': 1_000_000 }]);
    await until(() => pipeline.running === 0);
    await client.dispose();
  });
});
