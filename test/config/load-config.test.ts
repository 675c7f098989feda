import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { configJsonSchema, loadConfig, type Config } from '../../src/config/index.js';
import { loadText, temporaryFolder } from './temporary-config.js';

const folder = temporaryFolder();

const DEFAULTS = {
  server: { host: '127.0.0.1', port: 4000, cors: [], introspection: true, tls: undefined, trustProxy: false },
  databases: [],
  store: { url: `sqlite:${join(folder, 'data/dragoman.sqlite')}` },
  transactions: { idleTimeoutMs: 30_000, maxDurationMs: 300_000 },
  limits: {
    ...{ depth: 12, aliases: 15, rootFields: 10, directives: 20, tokens: 2000 },
    ...{ requestBytes: 1_048_576, responseBytes: 67_108_864, sqlBytes: 262_144 },
    ...{ concurrency: 200, rate: undefined, connections: 2000, requestTimeoutMs: 30_000 },
    subscriptions: { perConnection: 20, perPrincipal: 200, idleTimeoutMs: 600_000, maxDurationMs: 86_400_000 },
  },
  auth: undefined,
  events: { redis: undefined },
  audit: { store: false, log: false, retentionDays: 90 },
  log: { level: 'info', format: 'pretty' },
} satisfies Config;

const DATABASE_DEFAULTS = {
  dialect: 'SQLITE',
  access: 'READ_WRITE',
  demo: undefined,
  pool: {
    strategy: 'ADVANCED',
    ...{ min: 1, max: 16, maxWaiting: 200 },
    ...{ acquireTimeoutMs: 5000, idleTimeoutMs: 30_000, maxLifetimeMs: 1_800_000 },
  },
  timeoutMs: 30_000,
  maxRows: 10_000,
  slowQueryThresholdMs: 200,
  health: { intervalMs: 500, timeoutMs: 400, failures: 2, successes: 2 },
} satisfies Omit<Config['databases'][number], 'name' | 'url'>;

describe('loadConfig', () => {
  it.each(['', '# nothing\n', '---\n', '{}', '~'])('gives every default for %j', (text) => {
    expect(loadText(folder, text)).toEqual(DEFAULTS);
  });

  it('completes a database', () => {
    const config = loadText(folder, 'databases:\n  - { name: a, dialect: sqlite, url: "sqlite::memory:" }\n');
    expect(config.databases).toEqual([{ name: 'a', url: 'sqlite::memory:', ...DATABASE_DEFAULTS }]);
  });

  it('reads every key', () => {
    writeFileSync(join(folder, 'door.pem'), '');
    const text = `
server: { host: "::1", port: 0, cors: ["HTTPS://App.Example.com:443/", "https://app.example.com", "http://localhost:5173"], introspection: false, tls: { cert: door.pem, key: /dev/null }, trustProxy: [10.0.0.0/8, "fd00::/8", loopback] }
databases:
  - name: shop
    dialect: sqlite
    url: sqlite:/srv/shop.sqlite
    access: read-only
    demo: bookshop
    pool: { strategy: advanced, min: 0, max: 2, acquireTimeout: 1s, idleTimeout: 1m, maxLifetime: 1h, maxWaiting: 0 }
    timeout: 1h
    maxRows: 5
    slowQueryThreshold: 2s
    health: { interval: 1s, timeout: 10ms, failures: 3, successes: 1 }
store: "sqlite::memory:"
transactions: { idleTimeout: 20s, maxDuration: 2m }
limits:
  depth: 3
  aliases: 0
  rootFields: 1
  directives: 0
  tokens: 100
  requestBytes: 64KB
  responseBytes: 1GB
  sqlBytes: 1KB
  concurrency: 2
  rate: { max: 7, per: 2s }
  connections: 9
  requestTimeout: 4s
  subscriptions: { perConnection: 1, perPrincipal: 2, idleTimeout: 3s, maxDuration: 4s }
auth: none
events: { redis: "redis://127.0.0.1:6379" }
audit: { store: true, retentionDays: 7 }
log: { level: silent, format: json }
`;
    expect(loadText(folder, text)).toEqual({
      server: {
        host: '::1',
        port: 0,
        cors: ['https://app.example.com', 'http://localhost:5173'],
        introspection: false,
        tls: { cert: join(folder, 'door.pem'), key: '/dev/null' },
        trustProxy: ['10.0.0.0/8', 'fd00::/8', 'loopback'],
      },
      databases: [
        {
          name: 'shop',
          dialect: 'SQLITE',
          url: 'sqlite:/srv/shop.sqlite',
          access: 'READ_ONLY',
          demo: 'bookshop',
          pool: {
            strategy: 'ADVANCED',
            ...{ min: 0, max: 2, maxWaiting: 0 },
            ...{ acquireTimeoutMs: 1000, idleTimeoutMs: 60_000, maxLifetimeMs: 3_600_000 },
          },
          timeoutMs: 3_600_000,
          maxRows: 5,
          slowQueryThresholdMs: 2000,
          health: { intervalMs: 1000, timeoutMs: 10, failures: 3, successes: 1 },
        },
      ],
      store: { url: 'sqlite::memory:' },
      transactions: { idleTimeoutMs: 20_000, maxDurationMs: 120_000 },
      limits: {
        ...{ depth: 3, aliases: 0, rootFields: 1, directives: 0, tokens: 100 },
        ...{ requestBytes: 65_536, responseBytes: 1_073_741_824, sqlBytes: 1024 },
        ...{ concurrency: 2, rate: { max: 7, perMs: 2000 }, connections: 9, requestTimeoutMs: 4000 },
        subscriptions: { perConnection: 1, perPrincipal: 2, idleTimeoutMs: 3000, maxDurationMs: 4000 },
      },
      auth: 'none',
      events: { redis: 'redis://127.0.0.1:6379' },
      audit: { store: true, log: false, retentionDays: 7 },
      log: { level: 'silent', format: 'json' },
    } satisfies Config);
  });

  it('reads JSON, indented by tabs as well', () => {
    const text =
      '{\n\t"server": {\n\t\t"port": "${P}"\n\t},\n\t"databases": [\n\t\t{ "name": "a", "dialect": "sqlite", "url": "sqlite:.\\/a.db" }\n\t]\n}\n';
    const config = loadText(folder, text, { name: 'dragoman.json', env: { P: '81' } });
    expect(config.server.port).toBe(81);
    expect(config.databases[0]?.url).toBe(`sqlite:${join(folder, 'a.db')}`);
  });

  it('resolves relative paths from the base folder', () => {
    loadText(folder, 'store: sqlite:./x.db');
    const config = loadConfig({ path: join(folder, 'dragoman.yaml'), baseFolder: '/elsewhere', env: {} });
    expect(config.store.url).toBe('sqlite:/elsewhere/x.db');
  });

  it('is frozen through and through', () => {
    const config = loadText(folder, 'databases: [{ name: a, dialect: sqlite, url: "sqlite:a" }]');
    const parts = [config, config.server, config.server.cors, config.databases, config.databases[0]?.pool, config.log];
    expect(parts.every((part) => Object.isFrozen(part))).toBe(true);
  });

  it('follows anchors', () => {
    const text =
      'databases:\n  - { name: a, dialect: sqlite, url: "sqlite:a", pool: &p { max: 3 } }\n  - { name: b, dialect: sqlite, url: "sqlite:b", pool: *p }\n';
    expect(loadText(folder, text).databases.map(({ pool }) => pool.max)).toEqual([3, 3]);
  });
});

describe('the environment', () => {
  it.each([
    { env: { HOST: '0.0.0.0', PORT: '0' }, host: '0.0.0.0', port: 0 },
    { env: { HOST: '', PORT: '' }, host: 'localhost', port: 81 },
    { env: { PORT: '65535' }, host: 'localhost', port: 65_535 },
  ])('$env gives $host and $port', ({ env, host, port }) => {
    expect(
      loadText(folder, 'server: { host: localhost, port: 81 }', { env: { ...env } as Record<string, string> }).server,
    ).toMatchObject({ host, port });
  });

  it.each([
    ['sqlite:${A}', { A: '/x' }, 'sqlite:/x'],
    ['sqlite:${A:-/y}', {}, 'sqlite:/y'],
    ['sqlite:${A:-/y}', { A: '' }, 'sqlite:/y'],
    ['sqlite:/${A:-}${B}', { B: 'b' }, 'sqlite:/b'],
    ['"sqlite:/$${A}"', {}, 'sqlite:/${A}'],
    ['sqlite:/$A', { A: 'x' }, 'sqlite:/$A'],
    ['sqlite:/${A}', { A: '${B}' }, 'sqlite:/${B}'],
  ])('fills %s', (text, env, url) => {
    expect(loadText(folder, `store: ${text}`, { env }).store.url).toBe(url);
  });

  it('gives numbers and booleans where a text is one', () => {
    const text = 'server:\n  port: ${P}\n  introspection: "${I:-false}"\n';
    expect(loadText(folder, text, { env: { P: '81' } }).server).toMatchObject({ port: 81, introspection: false });
  });
});

describe('the committed files', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));

  it('load: the default dragoman.yaml', () => {
    const config = loadConfig({ path: join(root, 'dragoman.yaml'), baseFolder: folder, env: {} });
    const url = `sqlite:${join(folder, 'data/bookshop.sqlite')}`;
    expect(config).toEqual({
      ...DEFAULTS,
      databases: [{ name: 'bookshop', url, ...DATABASE_DEFAULTS, demo: 'bookshop' }],
    });
  });

  it('are made of the code: schema/dragoman.schema.json', async () => {
    const text = `${JSON.stringify(configJsonSchema(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(join(root, 'schema/dragoman.schema.json'));
  });

  it('describe every key to editors', () => {
    const undescribed: string[] = [];
    const walk = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      if ('anyOf' in schema) (schema.anyOf as object[]).forEach((form) => walk(form, path));
      if ('properties' in schema) {
        expect(schema).toMatchObject({ additionalProperties: false });
        for (const [key, value] of Object.entries(schema.properties as Record<string, object>)) {
          if (!('description' in value)) undescribed.push(`${path}.${key}`);
          walk(value, `${path}.${key}`);
        }
      }
      if ('items' in schema) walk(schema.items, `${path}[]`);
    };
    walk(configJsonSchema(), '');
    expect(undescribed).toEqual([]);
  });
});
