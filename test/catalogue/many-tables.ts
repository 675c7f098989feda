import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { LOCAL_ADMINISTRATOR } from '../../src/auth/index.js';
import { MysqlConnection } from '../../src/databases/mysql/mysql-connection.js';
import { MysqlSchemaReader } from '../../src/databases/mysql/mysql-schema-reader.js';
import { PostgresqlConnection } from '../../src/databases/postgresql/postgresql-connection.js';
import { PostgresqlSchemaReader } from '../../src/databases/postgresql/postgresql-schema-reader.js';
import { SqliteConnection } from '../../src/databases/sqlite/sqlite-connection.js';
import { SqliteSchemaReader } from '../../src/databases/sqlite/sqlite-schema-reader.js';
import { TableLoaders } from '../../src/graphql/table-loaders.js';
import type { DialectName } from '../../src/sql/index.js';
import type { TestedDatabase, TestedEngine } from '../databases/conformance/engines.js';
import { OutsideConnection } from '../support/test-pipeline.js';

const TABLES = 5000;
/** Tables that are made by one text: a server holds a lock for each of them until its end. */
const IN_TEXT = 500;
/** Statements that may tell of all of them: some for each few hundred, and none for each. */
const MOST_STATEMENTS = 60;

/** Where each engine's tables are described. */
const DESCRIBED = [PostgresqlSchemaReader.prototype, MysqlSchemaReader.prototype, SqliteSchemaReader.prototype];

const nameOf = (number: number): string => `t_${String(number).padStart(4, '0')}`;

function texts(dialect: DialectName): string[] {
  // The server makes tables in memory in a third of the time.
  const [before, after] = { POSTGRESQL: ['', ''], MYSQL: ['', ' ENGINE = MEMORY'], SQLITE: ['BEGIN;', ''] }[dialect];
  return Array.from({ length: TABLES / IN_TEXT }, (_, text) => {
    const numbers = Array.from({ length: IN_TEXT }, (_number, index) => text * IN_TEXT + index);
    const made = numbers.map((number) => `CREATE TABLE ${nameOf(number)} (id int PRIMARY KEY, other int)${after}`);
    return `${before ?? ''}${made.join(';')}${before === '' ? '' : ';COMMIT'}`;
  });
}

/** Counts the statements that go to databases. */
function countStatements(): () => number {
  const spies = [
    vi.spyOn(PostgresqlConnection.prototype, 'run'),
    vi.spyOn(MysqlConnection.prototype, 'run'),
    vi.spyOn(SqliteConnection.prototype, 'each'),
  ];
  return () => spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
}

/** A database of 5,000 tables costs nobody more than they ask for. */
export function manyTablesOn(engine: TestedEngine): void {
  describe(`5,000 tables, on ${engine.name}`, () => cases(engine));
}

function cases(engine: TestedEngine): void {
  let db: TestedDatabase;
  let loaders: TableLoaders;

  beforeAll(async () => {
    db = await engine.open();
    const other = db.outside === undefined ? await OutsideConnection.open(db.file()) : undefined;
    for (const text of texts(engine.dialect)) await (other?.run(text) ?? db.outside?.(text));
    await other?.close();
    loaders = new TableLoaders(db.registry, db.catalogues, LOCAL_ADMINISTRATOR);
  }, 120_000);
  afterEach(() => void vi.restoreAllMocks());
  afterAll(() => db.close(), 120_000);

  it('cost the first request for one of them a few statements', async () => {
    const statements = countStatements();
    const table = await loaders.find({ name: 'main' }, nameOf(4321));
    expect(table?.columns.map(({ name }) => name)).toEqual(['id', 'other']);
    expect(statements()).toBeLessThan(15);
  });

  it('are told apart by the hundred in one reading, and again in none', async () => {
    await loaders.find({ name: 'main' }, nameOf(0));
    const statements = countStatements();
    const asked = Array.from({ length: 100 }, (_, number) => nameOf(number * 7));
    const ask = async () => await Promise.all(asked.map((name) => loaders.find({ name: 'main' }, name)));
    expect((await ask()).map((table) => table?.name)).toEqual(asked);
    expect(statements()).toBeLessThan(20);
    const described = DESCRIBED.map((reader) => vi.spyOn(reader, 'describe'));
    await ask();
    // Looks at the version, where the last one is some time ago, are no reading.
    for (const spy of described) expect(spy).not.toHaveBeenCalled();
  });

  it('are told all together by a bounded number of statements, while others go on', async () => {
    const statements = countStatements();
    const order: string[] = [];
    const all = loaders
      .list({ name: 'main' })
      .then((listed) => loaders.describeAll({ name: 'main' }, listed))
      .finally(() => order.push('all'));
    for (let times = 0; times < 3; times++) await db.query('SELECT 1').then(() => order.push('other'));
    const described = await all;
    expect(described).toHaveLength(TABLES);
    expect(described.every((table) => table?.primaryKey[0] === 'id' && table.columns.length === 2)).toBe(true);
    expect(statements()).toBeLessThan(MOST_STATEMENTS);
    expect(order).toEqual(['other', 'other', 'other', 'all']);
    expect(db.registry.get('main').adapter.pool()).toMatchObject({ waiting: 0 });
  });
}
