import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import sqlite3 from 'sqlite3';
import { startService, type Service } from '../../src/app.js';
import type { Config } from '../../src/config/index.js';
import { createBookshop } from '../../src/demo/index.js';
import { DISCRETION } from '../../src/http/logger.js';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** What a test says of the configuration; the rest has its defaults. */
export interface Wanted {
  readonly server?: Partial<Config['server']>;
  readonly limits?: Partial<Config['limits']>;
  readonly transactions?: Partial<Config['transactions']>;
  readonly auth?: Config['auth'];
  readonly events?: Partial<Config['events']>;
  readonly audit?: Partial<Config['audit']>;
  /** Databases beside `small`. */
  readonly databases?: Config['databases'];
  /** Whether the demo bookshop is there too; it takes a second to make, once a test process. */
  readonly bookshop?: boolean;
  /** A folder of an earlier service, to start again where that ended. */
  readonly folder?: string;
  readonly readConfig?: (folder: string) => Config;
}

export interface TestService extends Service {
  readonly folder: string;
  readonly config: Config;
  /** What was logged, a line an entry, as JSON. */
  readonly log: string[];
  readonly graphql: (
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  /** Stops it and removes its folder. */
  readonly end: () => Promise<void>;
}

export interface Answer {
  readonly data?: any;
  readonly errors?: { message: string; path?: unknown[]; locations?: unknown[]; extensions: Record<string, any> }[];
}

const POOL = {
  strategy: 'ADVANCED',
  ...{ min: 1, max: 8, maxWaiting: 50 },
  ...{ acquireTimeoutMs: 2000, idleTimeoutMs: 30_000, maxLifetimeMs: 1_800_000 },
} as const;
const HEALTH = { intervalMs: 60, timeoutMs: 500, failures: 2, successes: 2 };

const LIMITS: Config['limits'] = {
  ...{ depth: 12, aliases: 15, rootFields: 10, directives: 20, tokens: 2000 },
  ...{ requestBytes: 100_000, responseBytes: 5_000_000, sqlBytes: 50_000 },
  ...{ concurrency: 200, rate: undefined, connections: 500, requestTimeoutMs: 30_000 },
  subscriptions: { perConnection: 20, perPrincipal: 200, idleTimeoutMs: 600_000, maxDurationMs: 86_400_000 },
};

export function databaseConfig(name: string, file: string): Config['databases'][number] {
  return {
    name,
    dialect: 'SQLITE',
    url: `sqlite:${file}`,
    access: 'READ_WRITE',
    demo: undefined,
    pool: POOL,
    timeoutMs: 30_000,
    maxRows: 10_000,
    slowQueryThresholdMs: 200,
    health: HEALTH,
  };
}

export function configOf(folder: string, wanted: Wanted): Config {
  const bookshop =
    wanted.bookshop === true
      ? [{ ...databaseConfig('bookshop', join(folder, 'bookshop.sqlite')), demo: 'bookshop' as const }]
      : [];
  return {
    server: {
      host: '127.0.0.1',
      port: 0,
      cors: [],
      introspection: true,
      tls: undefined,
      trustProxy: false,
      ...wanted.server,
    },
    databases: [...bookshop, databaseConfig('small', join(folder, 'small.sqlite')), ...(wanted.databases ?? [])],
    store: { url: `sqlite:${join(folder, 'store.sqlite')}` },
    transactions: { idleTimeoutMs: 30_000, maxDurationMs: 300_000, ...wanted.transactions },
    limits: { ...LIMITS, ...wanted.limits },
    auth: wanted.auth,
    events: { redis: undefined, ...wanted.events },
    audit: { store: false, log: false, retentionDays: 90, ...wanted.audit },
    log: { level: 'info', format: 'json' },
  };
}

/** A service that really listens, on a free port, with a table `things (id, name)` of three rows in `small`. */
export async function startTestService(wanted: Wanted = {}): Promise<TestService> {
  const folder = wanted.folder ?? (await mkdtemp(join(tmpdir(), 'dragoman-service-')));
  if (wanted.folder === undefined) await fill(folder, wanted.bookshop === true);
  const config = configOf(folder, wanted);
  const log: string[] = [];
  const { readConfig } = wanted;
  const reading = readConfig === undefined ? {} : { readConfig: () => readConfig(folder) };
  const service = await startService({ config, logger: capturing(log), version, ...reading }).catch(
    async (error: unknown) => {
      // Nobody gets what could remove it.
      if (wanted.folder === undefined) await rm(folder, { recursive: true, force: true });
      throw error;
    },
  );
  return {
    ...service,
    folder,
    config,
    log,
    graphql: (query, variables, headers) => ask(service.url, query, variables, headers),
    end: async () => {
      await service.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The service's own logger, writing into an array. */
export function capturing(lines: string[]): pino.Logger {
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(...chunk.toString().trimEnd().split('\n'));
      done();
    },
  });
  return pino({ level: 'debug', ...DISCRETION }, sink);
}

export async function ask(
  url: string,
  query: string,
  variables?: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await post(url, { query, variables }, headers);
  return (await response.json()) as Answer;
}

export function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
    signal: signal ?? null,
  });
}

/** Waits until a condition holds; fails after a while. */
export async function until(holds: () => boolean | Promise<boolean>, atMostMs = 3000): Promise<number> {
  const started = performance.now();
  while (!(await holds())) {
    if (performance.now() - started > atMostMs) throw new Error(`Waited ${atMostMs} ms in vain.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return performance.now() - started;
}

async function fill(folder: string, bookshop: boolean): Promise<void> {
  if (bookshop) await copyFile(await madeBookshop(), join(folder, 'bookshop.sqlite'));
  await sql(
    join(folder, 'small.sqlite'),
    "CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE); INSERT INTO things VALUES (1, 'ink'), (2, 'quill'), (3, 'vellum')",
  );
}

/** Made once a test process, in the folder of the run, which goes with it. */
async function madeBookshop(): Promise<string> {
  const file = join(tmpdir(), `bookshop-${process.pid}`, 'bookshop.sqlite');
  if (!existsSync(file)) await createBookshop(file);
  return file;
}

function sql(file: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const database = new sqlite3.Database(file, (failed) => {
      if (failed !== null) {
        reject(failed);
        return;
      }
      database.exec(text, (error) => {
        database.close(() => (error === null ? resolve() : reject(error)));
      });
    });
  });
}
