import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startTestService, until, type TestService, type Wanted } from '../support/service.js';
import { openSse, sseResults, wsClient } from '../support/transports.js';

const HEALTH = 'subscription { health(everyMs: 100) { status } }';
const BOUNDS = { perConnection: 3, perPrincipal: 5, idleTimeoutMs: 600_000, maxDurationMs: 86_400_000 };

const endings: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function start(bounds: Partial<typeof BOUNDS>, wanted: Wanted = {}): Promise<TestService> {
  const service = await startTestService({ ...wanted, limits: { subscriptions: { ...BOUNDS, ...bounds } } });
  endings.push(service.end);
  return service;
}

/** Subscribes; resolves with the first that comes. */
function first(client: ReturnType<typeof wsClient>): Promise<{ told: any; end: () => void }> {
  return new Promise((resolve) => {
    const end = client.subscribe(
      { query: HEALTH },
      {
        next: (told) => resolve({ told, end }),
        error: (errors) => resolve({ told: { errors }, end: () => undefined }),
        complete: () => undefined,
      },
    );
  });
}

function clientOf(service: TestService): ReturnType<typeof wsClient> {
  const client = wsClient(service.url);
  endings.push(() => client.dispose());
  return client;
}

function openSocket(service: TestService): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${service.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    endings.push(() => socket.terminate());
    socket.on('error', reject);
    socket.on('open', () => resolve(socket));
  });
}

const closing = (socket: WebSocket): Promise<[number, string]> =>
  new Promise((resolve) => socket.once('close', (code, reason) => resolve([code, reason.toString()])));

const refused = (key: string, max: number) => ({
  errors: [
    {
      extensions: {
        code: 'OVERLOADED',
        retryable: true,
        limit: { name: `subscriptions.${key}`, max },
        hint: expect.stringContaining(`limits.subscriptions.${key}`),
      },
    },
  ],
});

describe('subscriptions', () => {
  it('are bounded over one connection, and one that ends makes room', async () => {
    const client = clientOf(await start({}));
    const running = await Promise.all([first(client), first(client), first(client)]);
    for (const { told } of running) expect(told).toHaveProperty('data');
    expect((await first(client)).told).toMatchObject(refused('perConnection', 3));
    running[0].end();
    await until(async () => {
      const { told, end } = await first(client);
      end();
      return told.errors === undefined;
    });
  });

  it('are bounded for one principal, whatever they come over', async () => {
    const service = await start({});
    const streams = await Promise.all([1, 2].map(() => openSse(service.url, HEALTH)));
    const [one, other] = [clientOf(service), clientOf(service)];
    const running = await Promise.all([first(one), first(one), first(other)]);
    for (const { told } of running) expect(told).toHaveProperty('data');
    expect((await first(other)).told).toMatchObject(refused('perPrincipal', 5));
    const refusal = await openSse(service.url, HEALTH);
    expect((await sseResults(refusal).next()).value).toMatchObject(refused('perPrincipal', 5));
    // A client that is gone leaves its place.
    await streams[0]!.body!.cancel();
    await until(async () => (await first(other)).told.errors === undefined);
  });

  it('leave no place taken where they fail', async () => {
    const client = clientOf(await start({ perPrincipal: 1 }));
    for (let n = 0; n < 3; n++) {
      const told = await new Promise((resolve) =>
        client.subscribe(
          { query: 'subscription { health(database: "nope") { status } }' },
          { next: resolve, error: resolve, complete: () => undefined },
        ),
      );
      expect(JSON.stringify(told)).toContain('DATABASE_NOT_FOUND');
    }
    expect((await first(client)).told).toHaveProperty('data');
  });

  it('end with their connection’s time', async () => {
    const service = await start({ maxDurationMs: 400 });
    const socket = await openSocket(service);
    expect(await closing(socket)).toEqual([1001, expect.stringContaining('as long as one may')]);
    let events = 0;
    for await (const { data } of sseResults(await openSse(service.url, HEALTH))) if (data !== undefined) events++;
    expect(events).toBeGreaterThan(0);
  });
});

describe('a WebSocket', () => {
  it('on which nothing runs is closed, and one on which something does is not', async () => {
    const service = await start({ idleTimeoutMs: 300 });
    const busy = clientOf(service);
    let closed = false;
    busy.on('closed', () => (closed = true));
    expect((await first(busy)).told).toHaveProperty('data');
    const idle = await openSocket(service);
    idle.send('{"type":"connection_init"}');
    expect(await closing(idle)).toEqual([1001, expect.stringContaining('Nothing ran')]);
    expect(closed).toBe(false);
  });

  it('that does not begin the protocol is closed', async () => {
    const socket = await openSocket(await start({}));
    const [code] = await closing(socket);
    expect(code).toBe(4408);
  });

  it('is closed at a message that is too large', async () => {
    const socket = await openSocket(await start({}));
    socket.send('x'.repeat(200_000));
    const [code] = await closing(socket);
    expect(code).toBe(1009);
  });

  it('is not listened to while it does not read the answers', async () => {
    const service = await start({});
    const socket = await openSocket(service);
    socket.send('{"type":"connection_init"}');
    await new Promise((resolve) => socket.once('message', resolve));
    socket.pause();
    const ping = JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(50_000) } });
    // Far more than the sockets' own buffers take.
    for (let n = 0; n < 2000; n++) socket.send(ping);
    let stillBefore = -1;
    await until(async () => {
      const still = socket.bufferedAmount;
      await new Promise((resolve) => setTimeout(resolve, 300));
      const isStuck = still === socket.bufferedAmount;
      stillBefore = still;
      return isStuck;
    }, 20_000);
    expect(stillBefore).toBeGreaterThan(50_000_000);
    // Others are served meanwhile, and this one again as soon as it reads.
    expect(await service.graphql('{ databases { name } }')).toHaveProperty('data');
    socket.resume();
    await until(() => socket.bufferedAmount === 0, 20_000);
  });

  it('that takes nothing of what it is told is ended, though something runs on it', async () => {
    const service = await start({ idleTimeoutMs: 700 });
    const socket = await openSocket(service);
    socket.on('error', () => undefined);
    socket.send('{"type":"connection_init"}');
    await new Promise((resolve) => socket.once('message', resolve));
    socket.send(JSON.stringify({ id: 'a', type: 'subscribe', payload: { query: HEALTH } }));
    await new Promise((resolve) => socket.once('message', resolve));
    socket.pause();
    const ping = JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(50_000) } });
    for (let n = 0; n < 2000; n++) socket.send(ping);
    // It hears of that from its own writing, as it reads nothing.
    const [code] = await closing(socket);
    expect(code).toBe(1006);
  }, 30_000);
});
