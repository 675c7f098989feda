import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import pg from 'pg';
import { describe, expect } from 'vitest';
import type { PoolFigures } from '../../src/databases/index.js';
import type { DragomanError } from '../../src/errors/index.js';
import type { DialectName } from '../../src/sql/index.js';
import {
  createDatabase,
  runSql,
  startProxy,
  type Proxy,
  type SqlEngine,
  type TestDatabase,
} from '../support/servers/index.js';
import { TestPipeline, type DatabaseOverrides } from '../support/test-pipeline.js';

/** What the tests of faults need to be written for an engine. */
export interface ServerUnderTest {
  readonly name: 'PostgreSQL' | 'MariaDB';
  readonly engine: SqlEngine;
  readonly dialect: DialectName;
  /** An expression that waits. */
  sleep(seconds: number): string;
  /** A FROM item that gives the numbers from 1 to `count` in a column `n`. */
  numbers(count: number): string;
  /** Sessions that others have in a database: their ids, and what they run now, or null. */
  readonly sessions: (database: string) => string;
  /** A statement that ends a session, whatever it does. */
  readonly endSession: (id: number) => string;
}

export const SERVERS: readonly ServerUnderTest[] = [
  {
    name: 'PostgreSQL',
    engine: 'postgresql',
    dialect: 'POSTGRESQL',
    sleep: (seconds) => `pg_sleep(${seconds})`,
    numbers: (count) => `generate_series(1, ${count}) numbers (n)`,
    sessions: (database) =>
      `SELECT pid AS id, CASE state WHEN 'active' THEN query END AS running FROM pg_stat_activity
       WHERE datname = '${database}' AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
    endSession: (id) => `SELECT pg_terminate_backend(${id})`,
  },
  {
    name: 'MariaDB',
    engine: 'mysql',
    dialect: 'MYSQL',
    sleep: (seconds) => `SLEEP(${seconds})`,
    numbers: (count) => `(SELECT seq AS n FROM seq_1_to_${count}) numbers`,
    sessions: (database) =>
      `SELECT id, IF(command = 'Sleep', NULL, info) AS running FROM information_schema.processlist
       WHERE db = '${database}' AND id <> CONNECTION_ID()`,
    endSession: (id) => `KILL CONNECTION ${id}`,
  },
];

/** Runs the cases on each kind of server. */
export function onEveryServer(what: string, cases: (server: ServerUnderTest) => void): void {
  describe.each(SERVERS.map((server) => [server.name, server] as const))(`${what}, on %s`, (_name, server) =>
    cases(server),
  );
}

/** A statement that takes longer than any test, calls nothing, and can be cancelled at any moment. */
export const ENDLESS = 'SELECT count(*) FROM thousand a, thousand b, thousand c, thousand d';

/** A database behind a proxy, with the pipeline in front of both. */
export interface Faulty {
  readonly db: TestPipeline;
  readonly proxy: Proxy;
  readonly outside: TestDatabase;
  /** The table `kept (id, note)`, counted outside of Dragoman. */
  readonly kept: (where?: string) => Promise<number>;
  /** How many sessions the server has from Dragoman. */
  readonly sessions: () => Promise<number>;
  /** Resolves once a session runs a statement that holds this text. */
  readonly running: (text: string) => Promise<number>;
  readonly isRunning: (text: string) => Promise<boolean>;
  readonly figures: () => PoolFigures;
  readonly close: () => Promise<void>;
}

/** @param serverUrl a server with a user who has all rights; left out: the shared one */
export async function openFaulty(
  server: ServerUnderTest,
  overrides: DatabaseOverrides = {},
  serverUrl?: string,
  maxResultBytes?: number,
): Promise<Faulty> {
  const outside = await createDatabase(server.engine, serverUrl);
  await outside.run(`
    CREATE TABLE kept (id integer PRIMARY KEY, note varchar(100));
    CREATE TABLE thousand (n integer PRIMARY KEY);
    INSERT INTO thousand SELECT n FROM ${server.numbers(1000)};`);
  const proxy = await startProxy(Number(new URL(outside.url).port));
  const url = proxy.through(outside.url);
  const db = await TestPipeline.open({ dialect: server.dialect, url, ...overrides }, maxResultBytes);
  const present = async (): Promise<{ id: number; running: string | null }[]> => {
    const rows = await runSql(server.engine, outside.url, server.sessions(outside.name));
    return rows.map(({ id, running }) => ({ id: Number(id), running: running as string | null }));
  };
  const find = async (text: string): Promise<number | undefined> =>
    (await present()).find(({ running }) => running?.includes(text) === true)?.id;
  return {
    db,
    proxy,
    outside,
    kept: async (where = '1 = 1') => {
      const [row] = await outside.rows(`SELECT count(*) AS n FROM kept WHERE ${where}`);
      return Number(row?.n);
    },
    sessions: async () => (await present()).length,
    running: async (text) => await eventually(() => find(text)),
    isRunning: async (text) => (await find(text)) !== undefined,
    figures: () => db.registry.get('main').adapter.pool(),
    close: async () => {
      proxy.resume();
      await db.close();
      await proxy.end();
      await outside.drop().catch(() => undefined);
    },
  };
}

/** A connection of another program, held until the function that comes back is called. */
export async function holdConnection({ engine }: ServerUnderTest, url: string): Promise<() => Promise<void>> {
  if (engine === 'mysql') {
    const connection = await createConnection(url);
    return () => connection.end();
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return () => client.end();
}

/** What `look` finds, once it finds anything but undefined, null or false. */
export async function eventually<T>(
  look: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  withinMs = 3000,
): Promise<T> {
  const untilMs = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (Date.now() > untilMs) throw new Error(`Nothing was found within ${withinMs} ms.`);
    await sleep(20);
  }
}

/** What came of it, and how long it took. */
export async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  const result = await work();
  return [result, performance.now() - started];
}

/** An error that a user can do something about: it has a hint, and tells no secret. */
export function expectHelpful(error: DragomanError, url: string): void {
  const { password, username } = new URL(url);
  const told = JSON.stringify([error.message, error.extensions(), error.stack]);
  expect(error.details.hint, `${error.code}: ${error.message}`).toMatch(/.{15}/);
  if (password !== '') expect(told).not.toContain(password);
  expect(told).not.toContain(`${username}:`);
}

/** Nothing is held or waited for any more, and no more is open than may be. */
export async function expectAtRest({ figures, sessions }: Faulty): Promise<void> {
  await eventually(() => {
    const { open, idle, waiting } = figures();
    return open === idle && waiting === 0;
  });
  const { open, max } = figures();
  expect(open).toBeLessThanOrEqual(max);
  // The control session is one more. The server may notice a moment later that one has gone.
  await eventually(async () => (await sessions()) <= figures().open + 1);
}
