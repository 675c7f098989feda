import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/databases/index.js';
import type { DialectName, TextComparison } from '../../../src/sql/index.js';
import { createLoaded, type LoadedDatabase } from '../../support/loaded-database.js';
import type { TestPipeline } from '../../support/test-pipeline.js';
import { isLoud, isOrdered } from './expected-outcomes.js';
import { comparable, translatedOn, type Rows } from './runner.js';

// A schema as people write it for each engine by hand: SQLite has days, moments and documents as TEXT, truth values as INTEGER
// and prices as REAL; MySQL has an ENUM where the others have a text.

const DIALECTS: readonly DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];
const read = (file: string): string => readFileSync(new URL(`./handwritten/${file}`, import.meta.url), 'utf8');

const statementsOf = (dialect: DialectName): string[] =>
  read(`festival.${dialect.toLowerCase()}.queries.sql`)
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

const loaded = new Map<DialectName, { readonly database: LoadedDatabase; readonly pipeline: TestPipeline }>();
beforeAll(async () => {
  for (const dialect of DIALECTS) {
    const database = await createLoaded(dialect);
    await database.load(read(`festival.${dialect.toLowerCase()}.sql`));
    loaded.set(dialect, { database, pipeline: await database.open() });
  }
});
afterAll(async () => {
  for (const { database, pipeline } of loaded.values()) {
    await pipeline.close();
    await database.drop();
  }
});

const pipelineOf = (dialect: DialectName): TestPipeline => {
  const found = loaded.get(dialect);
  if (found === undefined) throw new Error(`Nothing is loaded into ${dialect}.`);
  return found.pipeline;
};

describe.each(DIALECTS)('what is asked in %s of schemas that are written by hand', (from) => {
  it.each(statementsOf(from))('%s', async (sql) => {
    const { tuples } = await pipelineOf(from).query(sql);
    const rows = plainRows(tuples, isOrdered(sql));
    for (const to of DIALECTS.filter((dialect) => dialect !== from)) {
      for (const textComparison of ['TARGET', 'SOURCE'] satisfies TextComparison[]) {
        const made = await translatedOn(pipelineOf(to), from, sql, { textComparison });
        if (made.refused && textComparison === 'SOURCE') continue;
        const told = `${sql}\n→ ${made.sql ?? ''}`;
        expect(made.error, told).toBeUndefined();
        if (textComparison === 'TARGET') expect(made.warnings.filter(isLoud), told).toEqual([]);
        if (!made.warnings.some((code) => TELLS.includes(code) || isLoud(code)))
          expect(plainRows(made.rows ?? [], isOrdered(sql)), told).toEqual(rows);
      }
    }
  });
});
