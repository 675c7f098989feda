import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, redisUrl, refusedPort, sharedUrl, type TestDatabase } from '../support/servers/index.js';
import { refusal, TestPipeline, type DatabaseOverrides } from '../support/test-pipeline.js';
import {
  eventually,
  expectAtRest,
  expectHelpful,
  onEveryServer,
  openFaulty,
  timed,
  type Faulty,
} from './server-under-test.js';

/** How much later than its deadline an answer may come. */
const MARGIN_MS = 700;

interface Listener {
  readonly server: Server;
  readonly url: string;
}

/** A server that speaks no database's language. */
async function listen(speak: (socket: Socket) => unknown): Promise<Listener> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    speak(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `any://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

onEveryServer('a server', (server) => {
  let outside: TestDatabase;
  let db: TestPipeline;

  const open = async (url: string, overrides: DatabaseOverrides = {}): Promise<void> => {
    db = await TestPipeline.open({
      dialect: server.dialect,
      url,
      timeoutMs: 2000,
      pool: { acquireTimeoutMs: 1000 },
      ...overrides,
    });
  };
  const changed = (
    parts: Partial<Record<'hostname' | 'port' | 'pathname' | 'password' | 'username', string>>,
  ): string => Object.assign(new URL(outside.url), parts).toString();

  /** Each way in says the same, soon, and helps. */
  const refuses = async (url: string, message: RegExp, retryable: boolean): Promise<void> => {
    for (const work of [
      () => db.query('SELECT 1'),
      () => db.execute('DELETE FROM kept'),
      () => db.executeMany('DELETE FROM kept WHERE id = ?', [[1]]),
      () => db.registry.get('main').adapter.ping(1500),
    ]) {
      const [error, took] = await timed(() => refusal(work(), 'DATABASE_UNAVAILABLE'));
      expect(error.message).toMatch(message);
      expect(error.retryable).toBe(retryable);
      expectHelpful(error, url);
      expect(took).toBeLessThan(2000 + MARGIN_MS);
    }
    const { monitor, adapter } = db.registry.get('main');
    expect(monitor.present).toMatchObject({ status: 'UNREACHABLE' });
    expect(monitor.present.error).toMatch(message);
    expect(adapter.pool()).toMatchObject({ open: 0, idle: 0, waiting: 0 });
  };

  const other = { postgresql: 'mysql', mysql: 'postgresql' } as const;
  let web: Listener;
  let ssh: Listener;

  beforeAll(async () => {
    web = await listen((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    ssh = await listen((socket) => socket.write('SSH-2.0-Test\r\n'));
    outside = await createDatabase(server.engine);
    await outside.run('CREATE TABLE kept (id integer PRIMARY KEY)');
  });
  afterAll(async () => {
    await outside.drop();
    for (const { server: listening } of [web, ssh]) listening.close();
  });

  it.each([
    ['that is not there', async () => changed({ port: String(await refusedPort()) }), /refuses connections/, true],
    ['whose name leads nowhere', () => changed({ hostname: 'nowhere.invalid' }), /name leads to no address/, true],
    ['that gets a wrong password', () => changed({ password: 'not-the-password' }), /password|denied/i, false],
    ['that gets no password', () => changed({ password: '' }), /password|denied/i, false],
    ['that knows no such user', () => changed({ username: 'nobody_at_all' }), /password|denied/i, false],
    ['without that database', () => changed({ pathname: '/no_such_database' }), /no_such_database/, false],
  ] as const)('%s is told as such', async (_, urlOf, message, retryable) => {
    const url = await urlOf();
    await open(url);
    try {
      await refuses(url, message, retryable);
    } finally {
      await db.close();
    }
  });

  it.each([
    [
      'another database server',
      () => sharedUrl(other[server.engine]),
      /^(PostgreSQL|MariaDB|MySQL) answers at .*:\d+, and/,
    ],
    ['Redis', redisUrl, /^Redis answers at/],
    ['a web server', () => web.url, /^An HTTP server answers at/],
    ['an SSH server', () => ssh.url, /^An SSH server answers at/],
  ])('%s at its address is told as what it is', async (_, urlOf, message) => {
    const { hostname, port } = new URL(urlOf());
    const url = changed({ hostname, port });
    await open(url, { health: { intervalMs: 100, timeoutMs: 1500, failures: 1, successes: 1 } });
    try {
      const error = await refusal(db.query('SELECT 1', undefined, { timeoutMs: 1500 }), 'DATABASE_UNAVAILABLE');
      expect(error.message).toMatch(message);
      expect(error.message).toContain(`:${port}, and no server that speaks ${server.dialect}.`);
      expect(error.details.hint).toContain('Mend host and port');
      expectHelpful(error, url);
      await eventually(() => message.test(db.registry.get('main').monitor.present.error ?? ''));
    } finally {
      await db.close();
    }
  });

  it('refuses a user without rights, and says what is missing', async () => {
    const [none, reader] = [await outside.createRole('NONE'), await outside.createRole('READ')];
    await open(none.url);
    await db.add('reader', { dialect: server.dialect, url: reader.url });
    try {
      for (const [work, url] of [
        [() => db.query('SELECT * FROM kept'), none.url],
        [() => db.execute('INSERT INTO kept VALUES (1)'), none.url],
        [() => db.execute('INSERT INTO kept VALUES (1)', undefined, { database: 'reader' }), reader.url],
        [() => db.executeMany('INSERT INTO kept VALUES (?)', [[1]], { database: 'reader' }), reader.url],
        [() => db.execute('CREATE TABLE more (id integer)', undefined, { database: 'reader' }), reader.url],
      ] as const) {
        const error = await refusal(work(), 'QUERY_FAILED');
        expect(error.message).toMatch(/denied/i);
        expect(error.details.sqlState).toBe(server.engine === 'postgresql' ? '42501' : '42000');
        expectHelpful(error, url);
      }
      expect(await db.rows('SELECT * FROM kept', undefined, { database: 'reader' })).toEqual([]);
    } finally {
      await db.close();
    }
  });
});

onEveryServer('a server that accepts and says nothing', (server) => {
  let faulty: Faulty;

  const open = async (overrides: DatabaseOverrides = {}): Promise<void> => {
    faulty = await openFaulty(server, { timeoutMs: 10_000, pool: { acquireTimeoutMs: 1000 }, ...overrides });
  };

  describe('from the start', () => {
    it('holds nobody up for longer than a connection may take, and is used once it answers', async () => {
      await open();
      const { db, proxy, outside } = faulty;
      try {
        proxy.blackHole();
        await db.add('late', {
          dialect: server.dialect,
          url: proxy.through(outside.url),
          pool: { acquireTimeoutMs: 1000 },
          health: { intervalMs: 100, timeoutMs: 400, failures: 2, successes: 2 },
        });
        const late = db.registry.get('late');
        expect(late.monitor.present).toMatchObject({ status: 'UNREACHABLE' });
        for (const run of [db.query.bind(db), db.execute.bind(db)]) {
          const [slow, took] = await timed(() =>
            refusal(run('SELECT 1', undefined, { database: 'late' }), 'DATABASE_UNAVAILABLE'),
          );
          expect(slow.message).toMatch(/did not answer in time|could be opened within/);
          expectHelpful(slow, outside.url);
          expect(took).toBeLessThan(1000 + MARGIN_MS);
          const [, soon] = await timed(() =>
            refusal(run('SELECT 1', undefined, { database: 'late', timeoutMs: 200 }), 'DATABASE_UNAVAILABLE'),
          );
          expect(soon).toBeLessThan(200 + MARGIN_MS);
        }
        proxy.resume();
        await eventually(() => late.monitor.present.status === 'HEALTHY');
        expect(await db.value('SELECT 1', undefined, { database: 'late' })).toBe(1);
        expect(late.adapter.serverVersion).toContain(server.name);
      } finally {
        await faulty.close();
      }
    });
  });

  describe('later', () => {
    beforeAll(() => open());
    afterAll(() => faulty.close());

    it('holds nobody up, and is used again when it answers', async () => {
      const { db, proxy, outside, kept } = faulty;
      await db.execute("INSERT INTO kept VALUES (1, 'before')");
      proxy.blackHole();
      const [read, readTook] = await timed(() =>
        refusal(db.query('SELECT * FROM kept', undefined, { timeoutMs: 500 }), 'QUERY_TIMEOUT'),
      );
      expect(readTook).toBeLessThan(500 + MARGIN_MS);
      expectHelpful(read, outside.url);
      const [ping, pingTook] = await timed(() =>
        refusal(db.registry.get('main').adapter.ping(300), 'DATABASE_UNAVAILABLE'),
      );
      expect(pingTook).toBeLessThan(300 + MARGIN_MS);
      expectHelpful(ping, outside.url);
      // Idle connections take in what nobody answers; new ones are not to be had.
      const [, writeTook] = await timed(() =>
        refusal(db.execute("INSERT INTO kept VALUES (2, 'lost')", undefined, { timeoutMs: 500 })),
      );
      expect(writeTook).toBeLessThan(500 + 2500 + MARGIN_MS);
      const many = await timed(() =>
        Promise.all(Array.from({ length: 40 }, () => refusal(db.query('SELECT 1', undefined, { timeoutMs: 5000 })))),
      );
      for (const error of many[0]) {
        expect(['DATABASE_UNAVAILABLE', 'QUERY_TIMEOUT', 'POOL_EXHAUSTED']).toContain(error.code);
      }
      expect(many[1]).toBeLessThan(5000 + MARGIN_MS);
      proxy.resume();
      const [value, took] = await timed(() => db.value('SELECT note FROM kept'));
      expect(value).toBe('before');
      expect(took).toBeLessThan(1000);
      await db.execute("INSERT INTO kept VALUES (3, 'after')");
      await db.registry.get('main').adapter.ping(1000);
      expect(await kept()).toBe(2);
      await expectAtRest(faulty);
    });

    it('lets those leave who wait for a connection', async () => {
      const { db, proxy } = faulty;
      proxy.cut();
      proxy.blackHole();
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 100);
      const [, took] = await timed(() =>
        refusal(db.query('SELECT 1', undefined, { signal: controller.signal }), 'QUERY_CANCELLED'),
      );
      expect(took).toBeLessThan(100 + MARGIN_MS);
      const [, late] = await timed(() => refusal(db.query('SELECT 1', undefined, { timeoutMs: 150 }), 'QUERY_TIMEOUT'));
      expect(late).toBeLessThan(150 + MARGIN_MS);
      proxy.resume();
      expect(await db.value('SELECT 1')).toBe(1);
      await expectAtRest(faulty);
    });
  });
});

describe('a server that ends its sessions in the moment they begin', () => {
  /** One message of PostgreSQL's protocol. */
  const message = (type: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(5);
    head.write(type);
    head.writeInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
  };
  const fields = ['SFATAL', 'VFATAL', 'C57P01', 'Mterminating connection due to administrator command', '', ''];
  const hello = [message('R', Buffer.alloc(4)), message('K', Buffer.alloc(8)), message('Z', Buffer.from('I'))];
  const lastWord = message('E', Buffer.from(fields.join('\0').slice(0, -1) + '\0'));

  it('ends no more than that', async () => {
    // In one packet, so that nobody has a moment to begin to listen.
    const listener = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(Buffer.concat([...hello, lastWord])));
    });
    await new Promise<void>((resolve) => void listener.listen(0, '127.0.0.1', resolve));
    const { port } = listener.address() as AddressInfo;
    const url = `postgres://u:p@127.0.0.1:${port}/shop`;
    const db = await TestPipeline.open({ dialect: 'POSTGRESQL', url, pool: { acquireTimeoutMs: 300 } });
    try {
      for (let round = 0; round < 5; round++) {
        const error = await refusal(db.query('SELECT 1'), 'DATABASE_UNAVAILABLE');
        expect(error.retryable).toBe(true);
      }
    } finally {
      await db.close();
      listener.close();
    }
  });
});
