import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../../src/databases/index.js';
import type { DialectName } from '../../../../src/sql/index.js';
import { createLoaded, type LoadedDatabase } from '../../../support/loaded-database.js';
import type { TestPipeline } from '../../../support/test-pipeline.js';
import { isLoud } from '../expected-outcomes.js';
import { comparable, translatedOn, type Rows } from '../runner.js';

// Tables of a market as people write them by hand for each engine: SQLite has days, moments and documents as TEXT, truth values as
// INTEGER and prices as REAL. What changes them is translated with and without what the target's tables tell.
const DIALECTS: readonly DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];
const KEYS = {
  accounts: 'id',
  items: 'id',
  purchases: 'id',
  stats: 'account_id, day',
  settings: 'name',
  queue: 'id',
} as const;
const TABLES = Object.keys(KEYS) as (keyof typeof KEYS)[];
/** The last number given of the keys that the engine counts. */
const LAST_GIVEN: Readonly<Record<string, number>> = { accounts: 4, items: 4, purchases: 6 };

const read = (file: string): string => readFileSync(new URL(`./handwritten/market.${file}`, import.meta.url), 'utf8');
const changesOf = (dialect: DialectName): string[] =>
  read(`${dialect.toLowerCase()}.changes.sql`)
    .split(/;\n/)
    .map((sql) => sql.trim())
    .filter((sql) => sql !== '');

/** What sets the numbers back that the engine counts. SQLite goes on behind the highest by itself. */
const RESTARTS: Readonly<Record<DialectName, (table: string) => readonly string[]>> = {
  POSTGRESQL: (table) => [`SELECT setval(pg_get_serial_sequence('${table}', 'id'), ${LAST_GIVEN[table] ?? 0})`],
  MYSQL: (table) => [`ALTER TABLE ${table} AUTO_INCREMENT = 1`],
  SQLITE: () => [],
};

/** The market on one engine. */
class Market {
  private constructor(
    readonly dialect: DialectName,
    private readonly loaded: LoadedDatabase,
    readonly pipeline: TestPipeline,
  ) {}

  static async open(dialect: DialectName): Promise<Market> {
    const loaded = await createLoaded(dialect);
    await loaded.load(read(`${dialect.toLowerCase()}.sql`) + read('rows.sql'));
    const pipeline = await loaded.open();
    for (const table of TABLES) await pipeline.execute(`CREATE TABLE first_${table} AS SELECT * FROM ${table}`);
    return new Market(dialect, loaded, pipeline);
  }

  /** As it was at the start. */
  async reset(): Promise<void> {
    for (const table of TABLES) {
      await this.pipeline.execute(`DELETE FROM ${table}`);
      await this.pipeline.execute(`INSERT INTO ${table} SELECT * FROM first_${table}`);
    }
    const restarts = Object.keys(LAST_GIVEN).flatMap((table) => RESTARTS[this.dialect](table));
    for (const sql of restarts) await this.pipeline.execute(sql);
  }

  /** The rows of all tables; keys that the engine counted by their order, as a conflict uses one up to some. */
  async state(): Promise<Record<string, string[]>> {
    const found: [string, string[]][] = [];
    for (const table of TABLES) {
      const { tuples } = await this.pipeline.query(`SELECT * FROM ${table} ORDER BY ${KEYS[table]}`);
      found.push([table, withDocuments(renumbered(tuples, LAST_GIVEN[table]))]);
    }
    return Object.fromEntries(found);
  }

  async close(): Promise<void> {
    await this.pipeline.close();
    await this.loaded.drop();
  }
}

const renumbered = (rows: Rows, last = Infinity): Rows =>
  rows.map(([key = null, ...values], at) => [Number(key) > last ? `new ${at}` : key, ...values]);

/** A document is the same as its text. */
const asDocument = (value: JsonValue): JsonValue =>
  typeof value === 'string' && /^[[{]/.test(value) ? (JSON.parse(value) as JsonValue) : value;

const withDocuments = (rows: Rows, ordered = true): string[] =>
  comparable(
    rows.map((row) => row.map(asDocument)),
    ordered,
  );

describe('of tables written by hand', () => {
  const markets = new Map<DialectName, Market>();
  beforeAll(async () => {
    for (const dialect of DIALECTS) markets.set(dialect, await Market.open(dialect));
  });
  afterAll(async () => {
    for (const market of markets.values()) await market.close();
  });

  describe.each(DIALECTS)('what is changed in %s', (from) => {
    it.each(changesOf(from))('%s', async (sql) => {
      const home = markets.get(from) as Market;
      await home.reset();
      const { tuples } = await home.pipeline.execute(sql);
      const state = await home.state();
      for (const to of DIALECTS.filter((dialect) => dialect !== from)) {
        for (const blind of [false, true]) {
          const market = markets.get(to) as Market;
          await market.reset();
          const made = await translatedOn(market.pipeline, from, sql, { blind }, (one) => market.pipeline.execute(one));
          const told = `${sql}\n→ ${made.sql ?? ''}`;
          expect(made.error, told).toBeUndefined();
          if (!blind) expect(made.warnings.filter(isLoud), told).toEqual([]);
          expect(await market.state(), told).toEqual(state);
          expect(withDocuments(made.rows ?? [], false), told).toEqual(withDocuments(tuples, false));
        }
      }
    });
  });
});
