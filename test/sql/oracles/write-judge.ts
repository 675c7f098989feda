import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { FIXTURES } from '../fixtures/read-fixtures.js';

/** Rows for the tables that mutants most often touch, so that a write has something to change. */
const ROWS = `
INSERT INTO customers (id, name, email) VALUES (1, 'Ada', 'ada@example.com'), (2, 'Ben', 'ben@example.com');
`;

/** Ends a statement that a mutation made endless. */
const LONGEST_MS = 250;

/**
 * A SQLite that may write, in a folder of its own: whatever a statement leaves behind there, in the file, beside it or in
 * the connection, shows.
 */
export class WriteJudge {
  readonly #folder = mkdtempSync(join(tmpdir(), 'dragoman-judge-'));
  #database: sqlite3.Database | undefined;

  async open(): Promise<void> {
    const schema = readFileSync(new URL('sqlite/schema.sql', FIXTURES), 'utf8');
    const database = new sqlite3.Database(join(this.#folder, 'judge.sqlite'));
    this.#database = database;
    await exec(database, schema);
    await exec(database, ROWS).catch(() => undefined);
  }

  /** Runs a statement and answers whether anything is different now. What SQLite refuses changes nothing. */
  async writes(sql: string): Promise<boolean> {
    const database = this.#database as sqlite3.Database;
    const before = await this.#state(database);
    const timer = setTimeout(() => database.interrupt(), LONGEST_MS);
    await exec(database, sql).catch(() => undefined);
    clearTimeout(timer);
    return (await this.#state(database)) !== before;
  }

  close(): void {
    this.#database?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #state(database: sqlite3.Database): Promise<string> {
    const hash = createHash('sha1');
    for (const file of readdirSync(this.#folder).sort())
      hash.update(file).update(readFileSync(join(this.#folder, file)));
    const [counts] = await all(database, 'SELECT total_changes() AS changes, last_insert_rowid() AS last');
    const attached = await all(database, 'PRAGMA database_list');
    const settings = await Promise.all(SETTINGS.map((name) => all(database, `PRAGMA ${name}`)));
    return hash.update(JSON.stringify([counts, attached, settings])).digest('hex');
  }
}

const SETTINGS = [
  'foreign_keys',
  'query_only',
  'journal_mode',
  'user_version',
  'recursive_triggers',
  'case_sensitive_like',
];

function exec(database: sqlite3.Database, sql: string): Promise<void> {
  return new Promise((resolve, reject) => {
    database.exec(sql, (error) => (error === null ? resolve() : reject(error)));
  });
}

function all(database: sqlite3.Database, sql: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    database.all(sql, (error, rows) => (error === null ? resolve(rows) : reject(error)));
  });
}
