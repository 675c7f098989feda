import { readFileSync } from 'node:fs';
import sqlite3 from 'sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialects, generate, parseStatement, splitStatements } from '../../../src/sql/index.js';
import { familiesOf, FIXTURES, fixturesOf } from '../fixtures/read-fixtures.js';
import { withPlainPlaceholders } from './plain-placeholders.js';

/** Families whose statements need those before them: they are run in order, on a database of their own. */
const RUN_IN_ORDER: ReadonlySet<string> = new Set(['dump', 'migrations']);

const schema = readFileSync(new URL('sqlite/schema.sql', FIXTURES), 'utf8');

function open(): Promise<sqlite3.Database> {
  return new Promise((resolve, reject) => {
    const database = new sqlite3.Database(':memory:', (error) => (error === null ? resolve(database) : reject(error)));
  });
}

function exec(database: sqlite3.Database, sql: string): Promise<void> {
  return new Promise((resolve, reject) => {
    database.exec(sql, (error) => (error === null ? resolve() : reject(error)));
  });
}

/** Rejects with what SQLite says of a statement that it does not compile. */
function prepare(database: sqlite3.Database, sql: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const statement = database.prepare(sql, (error: Error | null) => {
      statement.finalize();
      if (error === null) resolve();
      else reject(error);
    });
  });
}

function printed(sql: string): string {
  const text = generate(parseStatement(sql, dialects.SQLITE), dialects.SQLITE);
  return withPlainPlaceholders(text, 'SQLITE', '?');
}

describe('what is printed for SQLite', () => {
  let database: sqlite3.Database;

  beforeAll(async () => {
    database = await open();
    await exec(database, schema);
  });
  afterAll(() => new Promise<void>((resolve) => database.close(() => resolve())));

  const families = familiesOf('SQLITE');

  it.each(families.filter((family) => !RUN_IN_ORDER.has(family)))('%s is compiled by it', async (family) => {
    for (const { sql } of fixturesOf('SQLITE', family)) {
      const text = printed(sql);
      await expect(prepare(database, text), `${sql}\n\nis printed as\n\n${text}`).resolves.toBeUndefined();
    }
  });

  it.each(families.filter((family) => RUN_IN_ORDER.has(family)))('%s is run by it', async (family) => {
    const own = await open();
    await exec(own, schema);
    for (const { sql } of fixturesOf('SQLITE', family)) {
      const text = printed(sql);
      await expect(exec(own, text), text).resolves.toBeUndefined();
    }
    own.close();
  });

  it('the schema, printed, is the schema', async () => {
    const own = await open();
    for (const { tokens, text } of splitStatements(schema, dialects.SQLITE)) {
      expect(tokens.length).toBeGreaterThan(0);
      await exec(own, printed(text));
    }
    own.close();
  });
});
