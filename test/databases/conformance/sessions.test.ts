import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DialectName } from '../../../src/sql/index.js';
import { createDatabase, type SqlEngine } from '../../support/servers/index.js';
import { OutsideConnection, TestPipeline } from '../../support/test-pipeline.js';
import { MAX_RESULT_BYTES, titleOf, type Leftover, type Trial } from './leftovers/leftover.js';
import { MARIADB } from './leftovers/mariadb.js';
import { POSTGRESQL } from './leftovers/postgresql.js';
import { SQLITE } from './leftovers/sqlite.js';

/** A database, as other programs reach it. */
interface Outside {
  readonly name: string;
  readonly url: string;
  run(sql: string): Promise<void>;
  /** The first value of what the statements give last. */
  value(sql: string): Promise<unknown>;
  drop(): Promise<void>;
}

async function onServer(engine: SqlEngine): Promise<Outside> {
  const { name, url, run, rows, drop } = await createDatabase(engine);
  return { name, url, run, drop, value: async (sql) => Object.values((await rows(sql))[0] ?? {})[0] };
}

async function onFile(): Promise<Outside> {
  const made = await TestPipeline.open();
  const connection = await OutsideConnection.open(made.file());
  return {
    name: 'main',
    url: `sqlite:${made.file()}`,
    run: (sql) => connection.run(sql),
    value: () => Promise.resolve(undefined),
    drop: async () => {
      await connection.close();
      await made.close();
    },
  };
}

const ENGINES: readonly (readonly [string, DialectName, Trial, () => Promise<Outside>])[] = [
  ['PostgreSQL', 'POSTGRESQL', POSTGRESQL, () => onServer('postgresql')],
  ['MariaDB', 'MYSQL', MARIADB, () => onServer('mysql')],
  ['SQLite', 'SQLITE', SQLITE, onFile],
];

/** What a request answered, or the words of its refusal. */
async function answerOf(work: Promise<{ readonly tuples: unknown }>): Promise<unknown> {
  return await work.then(
    ({ tuples }) => tuples,
    (error: unknown) => String(error),
  );
}

type Glance = (db: TestPipeline) => Promise<unknown>;

/** Writes to a table what an expression is, and reads it from there. */
const written =
  (table: string, expression: string): Glance =>
  async (db) => {
    const refused = await answerOf(db.execute(`INSERT INTO ${table} (value) SELECT ${expression}`));
    const rows = await db.rows(`SELECT value FROM ${table}`);
    await db.execute(`DELETE FROM ${table}`);
    return [refused, rows];
  };

/** The ways in which a request sees what an earlier one left: in its own words, or through what it calls unawares. */
function waysOf({ shown, told }: Trial): Readonly<Record<string, Readonly<Record<string, Glance>>>> {
  const each = (glance: (name: string, expression: string) => Glance): Record<string, Glance> =>
    Object.fromEntries(Object.entries(shown).map(([name, expression]) => [name, glance(name, expression)]));
  return {
    'a read': each((_name, expression) => (db) => answerOf(db.query(`SELECT ${expression} AS value`))),
    'a view': each((name) => (db) => answerOf(db.query(`SELECT value FROM view_${name}`))),
    'a change': each((name, expression) => written(`seen_${name}`, expression)),
    'a trigger': each((name) => written(`spy_${name}`, "''")),
    'a statement of its own': Object.fromEntries(told.map((sql) => [sql, (db) => answerOf(db.query(sql))])),
  };
}

describe.each(ENGINES)('what a request does to its session on %s', (_engine, dialect, trial, create) => {
  let outside: Outside;
  let db: TestPipeline;
  let ways: ReturnType<typeof waysOf> = {};
  const fresh: Record<string, unknown> = {};

  /** Each side has one session, which the next request of that side gets. */
  const open = async (): Promise<TestPipeline> =>
    await TestPipeline.open({ dialect, url: outside.url, pool: { max: 2 } }, MAX_RESULT_BYTES);

  beforeAll(async () => {
    outside = await create();
    const seeded = trial.seeded === undefined ? '' : String(await outside.value(trial.seeded));
    const filled = (sql: string): string => sql.replaceAll('DATABASE_NAME', outside.name).replaceAll('SEEDED', seeded);
    for (const sql of trial.schema) await outside.run(filled(sql));
    const shown = Object.entries(trial.shown).map(([name, expression]) => [name, filled(expression)] as const);
    for (const [name, expression] of shown) {
      await outside.run(`CREATE TABLE seen_${name} (value text)`);
      await outside.run(`CREATE TABLE spy_${name} (value text)`);
      for (const sql of trial.hidden(name, expression)) await outside.run(sql);
    }
    ways = waysOf({ ...trial, shown: Object.fromEntries(shown) });
    for (const [way, glances] of Object.entries(ways)) {
      for (const [name, glance] of Object.entries(glances)) {
        const first = await open();
        fresh[`${way}: ${name}`] = await glance(first);
        await first.close();
      }
    }
    db = await open();
  });

  afterAll(async () => {
    await db.close();
    await outside.drop();
  });

  async function send([path, leaves]: Leftover): Promise<void> {
    for (const leave of [leaves].flat()) {
      const work = typeof leave === 'string' ? db[path](leave.replaceAll('DATABASE_NAME', outside.name)) : leave(db);
      await work.catch((error: unknown) => {
        // Refused or done: both are well, as long as the next request can't tell.
        if (!(error instanceof Error) || !('code' in error)) throw error;
      });
    }
  }

  it.each(trial.leftovers.map((row) => [titleOf(row), row] as const))('%s', async (_title, row) => {
    for (const [way, glances] of Object.entries(ways)) {
      await send(row);
      const seen: Record<string, unknown> = {};
      for (const [name, glance] of Object.entries(glances)) seen[`${way}: ${name}`] = await glance(db);
      expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((key) => [key, fresh[key]])));
    }
  });
});
