import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/databases/index.js';
import type { DialectName, TextComparison } from '../../../src/sql/index.js';
import { createLoaded, type LoadedDatabase } from '../../support/loaded-database.js';
import type { TestPipeline } from '../../support/test-pipeline.js';
import { isLoud, isOrdered } from './expected-outcomes.js';
import { comparable, translatedOn, type Rows } from './runner.js';

// Schemas as people write them for each engine by hand. In one SQLite has days, moments and documents as TEXT, truth values as
// INTEGER and prices as REAL, and MySQL has an ENUM where the others have a text; in the other each has the types of its own.
const SCHEMAS = ['festival', 'corp', 'depot'] as const;
/** Those whose statements are translated without what the tables say as well. */
const WITHOUT_CATALOGUE: readonly string[] = ['depot'];

const DIALECTS: readonly DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];
const read = (file: string): string => readFileSync(new URL(`./handwritten/${file}`, import.meta.url), 'utf8');

const statementsOf = (name: string, dialect: DialectName): string[] =>
  read(`${name}.${dialect.toLowerCase()}.queries.sql`)
    .split(/;\n/)
    .filter((sql) => sql.trim() !== '');

/** Notices of what a schema alone decides, so that the rows may differ. */
const TELLS = ['TEXT_COMPARISON', 'STORED_WHOLE'];

/** A document is the same as its text. */
const asDocument = (value: JsonValue): JsonValue =>
  typeof value === 'string' && /^[[{]/.test(value) ? (JSON.parse(value) as JsonValue) : value;

const plainRows = (rows: Rows, ordered: boolean): string[] =>
  comparable(
    rows.map((row) => row.map(asDocument)),
    ordered,
  );

interface Place {
  readonly database: LoadedDatabase;
  readonly pipeline: TestPipeline;
}

async function placeOf(name: string, dialect: DialectName): Promise<Place> {
  const database = await createLoaded(dialect);
  await database.load(read(`${name}.${dialect.toLowerCase()}.sql`) + read(`${name}.rows.sql`));
  return { database, pipeline: await database.open() };
}

describe.each(SCHEMAS)('of the tables of %s, written by hand', (name) => {
  const places = new Map<DialectName, Place>();
  beforeAll(async () => {
    for (const dialect of DIALECTS) places.set(dialect, await placeOf(name, dialect));
  });
  afterAll(async () => {
    for (const { database, pipeline } of places.values()) {
      await pipeline.close();
      await database.drop();
    }
  });

  const pipelineOf = (dialect: DialectName): TestPipeline => (places.get(dialect) as Place).pipeline;

  const check = async (
    sql: string,
    rows: string[],
    from: DialectName,
    to: DialectName,
    rules: TextComparison,
    blind = false,
  ) => {
    const made = await translatedOn(pipelineOf(to), from, sql, { textComparison: rules, blind });
    if (made.refused && rules === 'SOURCE') return;
    const told = `${sql}\n→ ${made.sql ?? ''}`;
    expect(made.error, told).toBeUndefined();
    if (rules === 'TARGET') expect(made.warnings.filter(isLoud), told).toEqual([]);
    if (!made.warnings.some((code) => TELLS.includes(code) || isLoud(code)))
      expect(plainRows(made.rows ?? [], isOrdered(sql)), told).toEqual(rows);
  };

  describe.each(DIALECTS)('what is asked in %s', (from) => {
    it.each(statementsOf(name, from))('%s', async (sql) => {
      const { tuples } = await pipelineOf(from).query(sql);
      const rows = plainRows(tuples, isOrdered(sql));
      for (const to of DIALECTS.filter((dialect) => dialect !== from)) {
        await check(sql, rows, from, to, 'TARGET');
        await check(sql, rows, from, to, 'SOURCE');
        if (WITHOUT_CATALOGUE.includes(name)) await check(sql, rows, from, to, 'TARGET', true);
      }
    });
  });
});
