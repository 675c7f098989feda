import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DialectName } from '../../../src/sql/index.js';
import {
  createDatabase,
  startProxy,
  type Proxy,
  type Traffic,
  type SqlEngine,
  type TestDatabase,
} from '../../support/servers/index.js';
import { TestPipeline } from '../../support/test-pipeline.js';

const ENGINES: readonly (readonly [string, SqlEngine, DialectName])[] = [
  ['PostgreSQL', 'postgresql', 'POSTGRESQL'],
  ['MariaDB', 'mysql', 'MYSQL'],
];

type Path = 'query' | 'execute';
type Case = readonly [path: Path, sql: string, params?: unknown];

/** What applications send nearly always: plain tables, functions that are known to be pure, no rows back from changes. */
const COMMON: readonly Case[] = [
  ['query', 'SELECT id, name FROM shop WHERE id = :id', { id: 1 }],
  ['query', 'SELECT s.id, s.name FROM shop s WHERE s.id = :id', { id: 2 }],
  ['query', 'SELECT 1'],
  ['query', 'SELECT upper(name), length(name), coalesce(name, :none), abs(id) FROM shop ORDER BY id', { none: '-' }],
  ['query', 'SELECT count(*), max(o.id) FROM shop s JOIN orders o ON o.shop_id = s.id GROUP BY s.name'],
  ['query', 'WITH s AS (SELECT id FROM shop) SELECT * FROM s WHERE id IN (:ids)', { ids: [1, 2, 3] }],
  ['query', 'SELECT id FROM shop WHERE name LIKE :name AND id BETWEEN 1 AND 9 ORDER BY id LIMIT 2', { name: 'o%' }],
  ['query', 'SELECT current_timestamp, id FROM shop'],
  ['execute', 'SELECT name FROM shop WHERE id = :id', { id: 1 }],
  ['execute', 'INSERT INTO orders (shop_id, note) VALUES (:shop, :note)', { shop: 1, note: 'x' }],
  ['execute', 'UPDATE shop SET name = lower(name) WHERE id = :id', { id: 1 }],
  ['execute', 'UPDATE orders SET note = :note WHERE shop_id = 1', { note: 'y' }],
  ['execute', 'DELETE FROM orders WHERE note = :note', { note: 'none' }],
];

/**
 * What is fenced, by the round trips before its answer. The session is made new behind the answer, where nobody waits;
 * MariaDB forgets what was prepared in it.
 */
const FENCED: readonly (readonly [trips: Readonly<Record<SqlEngine, number>>, ...Case])[] = [
  [{ postgresql: 2, mysql: 3 }, 'query', 'SELECT id FROM shown'],
  [{ postgresql: 1, mysql: 2 }, 'execute', 'INSERT INTO watched VALUES (1)'],
  [
    { postgresql: 3, mysql: 3 },
    ...(['execute', 'INSERT INTO orders (shop_id, note) VALUES (1, :note) RETURNING id', { note: 'z' }] as const),
  ],
];

const SCHEMA: Readonly<Record<SqlEngine, readonly string[]>> = {
  postgresql: [
    'CREATE TABLE orders (id serial PRIMARY KEY, shop_id integer REFERENCES shop, note text)',
    'CREATE FUNCTION watches() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$',
    'CREATE TRIGGER watches BEFORE INSERT ON watched FOR EACH ROW EXECUTE FUNCTION watches()',
  ],
  mysql: [
    'CREATE TABLE orders (id int AUTO_INCREMENT PRIMARY KEY, shop_id int, note text, FOREIGN KEY (shop_id) REFERENCES shop (id))',
    'CREATE TRIGGER watches BEFORE INSERT ON watched FOR EACH ROW SET NEW.id = NEW.id + 1',
    // Also where users have functions of their own, as long as they are not called.
    'CREATE FUNCTION slug(t text) RETURNS text RETURN LOWER(t)',
  ],
};

describe.each(ENGINES)('round trips to %s', (_name, engine, dialect) => {
  let database: TestDatabase;
  let proxy: Proxy;
  let db: TestPipeline;

  beforeAll(async () => {
    database = await createDatabase(engine);
    await database.run('CREATE TABLE shop (id integer PRIMARY KEY, name varchar(20))');
    await database.run("INSERT INTO shop VALUES (1, 'one'), (2, 'two')");
    await database.run('CREATE TABLE watched (id integer)');
    for (const sql of SCHEMA[engine]) await database.run(sql);
    await database.run('CREATE VIEW shown AS SELECT id FROM shop');
    proxy = await startProxy(Number(new URL(database.url).port));
    db = await TestPipeline.open({ dialect, url: proxy.through(database.url), pool: { max: 2 } });
  });

  afterAll(async () => {
    await db.close();
    await proxy.end();
    await database.drop();
  });

  async function trips([path, sql, params]: Case): Promise<number> {
    proxy.reset();
    await db[path](sql, params);
    return proxy.traffic().roundTrips;
  }

  it.each(COMMON.map((each) => [`${each[0]}: ${each[1]}`, each] as const))('one for %s', async (_title, each) => {
    // The first time the server is asked what the tables are; MariaDB prepares the statement once a connection.
    await trips(each);
    for (let time = 0; time < 3; time++) expect(await trips(each)).toBe(1);
    expect(proxy.traffic().connections).toBe(0);
  });

  it('one each for many requests at once', async () => {
    const round = async (): Promise<Traffic> => {
      // A connection that was begun for one who was served by another may still be on its way.
      await rested();
      proxy.reset();
      const reading = (): Promise<unknown> => db.query('SELECT id, name FROM shop WHERE id = :id', { id: 1 });
      await Promise.all(Array.from({ length: 50 }, reading));
      return proxy.traffic();
    };
    let traffic = await round();
    // Each connection prepares the statement when it first runs it, be it in a later round.
    for (let more = 0; more < 10 && traffic.roundTrips > 50; more++) traffic = await round();
    expect(traffic).toMatchObject({ roundTrips: 50, connections: 0 });
  });

  it.each(FENCED.map(([count, ...each]) => [count[engine], each[1], each] as const))(
    '%i before the answer of %s',
    async (count, _sql, each) => {
      await trips(each);
      await rested();
      expect(await trips(each)).toBe(count);
      await rested();
    },
  );

  /** Until nothing goes through any more: a session may be made new behind its answer. */
  async function rested(): Promise<void> {
    for (let last = -1; last !== proxy.traffic().toServer.packets;) {
      last = proxy.traffic().toServer.packets;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  it('asks again what a table is once it may have changed', async () => {
    const read: Case = ['query', 'SELECT id FROM shop WHERE id = 1'];
    await trips(read);
    await db.execute('CREATE TABLE another (id integer)');
    await rested();
    expect(await trips(read)).toBeGreaterThan(1);
    await rested();
    expect(await trips(read)).toBe(1);
  });
});
