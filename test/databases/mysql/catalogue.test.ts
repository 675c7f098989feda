import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableDescription } from '../../../src/databases/index.js';
import { createDatabase, type TestDatabase } from '../../support/servers/index.js';
import { TestPipeline } from '../../support/test-pipeline.js';

let server: TestDatabase;
let other: TestDatabase;
let db: TestPipeline;

/** Types as they are declared, and the type of their column in a result. */
const TYPES = [
  ...['boolean', 'tinyint', 'tinyint unsigned', 'smallint', 'mediumint unsigned', 'int(5) zerofill', 'bigint unsigned'],
  ...[
    'decimal(10,2) unsigned',
    'float',
    'double',
    'year',
    'bit(1)',
    'bit(9)',
    'date',
    'time(3)',
    'datetime',
    'timestamp(6)',
  ],
  ...[
    'char(5)',
    'varchar(20)',
    'tinytext',
    'text',
    'longtext',
    'binary(5)',
    'varbinary(9)',
    'blob',
    'longblob',
    'json',
  ],
  ...["enum('a','it''s','x,y')", "set('a','b')", 'uuid', 'inet6', 'inet4', 'point', 'geometry', 'polygon'],
];

beforeAll(async () => {
  server = await createDatabase('mysql');
  other = await createDatabase('mysql');
  await other.run('CREATE TABLE parents (a int, b int, PRIMARY KEY (b, a))');
  await server.run(`
    CREATE TABLE typed (${TYPES.map((type, index) => `c${index} ${type} NULL`).join(', ')});
    CREATE TABLE items (
      id int unsigned AUTO_INCREMENT PRIMARY KEY,
      name varchar(40) COLLATE utf8mb4_bin DEFAULT 'it''s' COMMENT 'what it''s called',
      doc json,
      body text,
      seen timestamp DEFAULT current_timestamp ON UPDATE current_timestamp,
      nothing int DEFAULT NULL,
      hidden int INVISIBLE DEFAULT 3,
      twice int AS (id + id) VIRTUAL,
      x int, y int,
      KEY by_prefix (name(10)), FULLTEXT KEY by_words (body), UNIQUE KEY by_both (x, y),
      CONSTRAINT is_small CHECK (x < 100),
      CONSTRAINT to_parent FOREIGN KEY (x, y) REFERENCES ${other.name}.parents (b, a)
    ) COMMENT 'what there is';
    CREATE VIEW joined AS WITH t AS (SELECT 1 AS one) SELECT i.id FROM items i JOIN ${other.name}.parents p ON p.a = i.x, t;
    CREATE SEQUENCE numbers;
  `);
  db = await TestPipeline.open({ dialect: 'MYSQL', url: server.url });
});
afterAll(async () => {
  await db.close();
  await server.drop();
  await other.drop();
});

async function described(name: string, schema?: string): Promise<TableDescription> {
  const found = await db.catalogue().find(name, schema);
  const [description] = found === undefined ? [] : await db.catalogue().describe([found]);
  if (description === undefined) throw new Error(`There is no ${name}.`);
  return description;
}

describe('the catalogue of MariaDB', () => {
  it('lists the url’s database, and another where it is named', async () => {
    expect(await db.catalogue().schemas()).toEqual(expect.arrayContaining([server.name, other.name]));
    expect(await db.catalogue().schemas()).not.toContain('mysql');
    expect((await db.catalogue().list()).map(({ name }) => name)).toEqual(['items', 'joined', 'typed']);
    expect(await db.catalogue().list(other.name)).toEqual([{ schema: other.name, name: 'parents', kind: 'TABLE' }]);
    expect(await db.catalogue().find('parents')).toBeUndefined();
    expect((await described('parents', other.name)).primaryKey).toEqual(['b', 'a']);
  });

  it('gives every type of column the type that results have', async () => {
    const { columns } = await described('typed');
    const result = await db.query('SELECT * FROM typed');
    const told = columns.map(({ type }, index) => `${TYPES[index]}: ${type}`);
    expect(told).toEqual(result.columns.map(({ type }, index) => `${TYPES[index]}: ${type}`));
    expect(columns[TYPES.indexOf('json')]?.databaseType).toBe('json');
    expect(columns[TYPES.indexOf("enum('a','it''s','x,y')")]?.enumValues).toEqual(['a', "it's", 'x,y']);
    expect(columns[TYPES.indexOf("set('a','b')")]?.enumValues).toBeNull();
  });

  it('tells columns: defaults, comments, collations, invisible and computed ones', async () => {
    const { columns, comment, checks } = await described('items');
    expect(comment).toBe('what there is');
    const byName = Object.fromEntries(columns.map((column) => [column.name, column]));
    expect(byName.id).toMatchObject({ autoIncrement: true, databaseType: 'int(10) unsigned', default: null });
    expect(byName.name).toMatchObject({ default: "'it''s'", comment: "what it's called", collation: 'utf8mb4_bin' });
    expect(byName.seen?.default).toMatch(/^current_timestamp/i);
    expect(byName.nothing).toMatchObject({ default: null, nullable: true });
    expect(byName.hidden).toMatchObject({ invisible: true, default: '3' });
    expect(byName.twice).toMatchObject({ generated: true, generationExpression: '`id` + `id`', default: null });
    // that a JSON column holds JSON is no check of a user's
    expect(checks).toEqual([{ name: 'is_small', expression: '`x` < 100' }]);
  });

  it('tells indexes with prefixes and methods, and keys into another database', async () => {
    const { indexes, foreignKeys } = await described('items');
    expect(indexes.map(({ name, method, unique }) => [name, method, unique])).toEqual([
      ['PRIMARY', 'btree', true],
      ['by_both', 'btree', true],
      ['by_prefix', 'btree', false],
      ['by_words', 'fulltext', false],
    ]);
    expect(indexes[2]?.parts).toEqual([{ column: 'name', expression: null, descending: false, prefixLength: 10 }]);
    expect(foreignKeys).toMatchObject([
      { columns: ['x', 'y'], referenced: { schema: other.name, name: 'parents' }, referencedColumns: ['b', 'a'] },
    ]);
  });

  it('tells what a view reads, also from another database, and not its common tables', async () => {
    expect((await described('joined')).readsFrom).toEqual([
      { schema: server.name, name: 'items' },
      { schema: other.name, name: 'parents' },
    ]);
  });

  it('describes a view whose tables are gone', async () => {
    await server.run('CREATE TABLE base (id int); CREATE VIEW broken AS SELECT id FROM base; DROP TABLE base');
    expect(await described('broken')).toMatchObject({ kind: 'VIEW', columns: [] });
    expect((await described('items')).columns).not.toEqual([]);
  });

  it('shows a user no more than they may see', async () => {
    const role = await other.createRole('NONE');
    await server.run(`GRANT SELECT (id) ON items TO ${role.name}`);
    await db.add('guest', { dialect: 'MYSQL', url: role.url.replace(other.name, server.name) });
    const catalogue = db.catalogue('guest');
    expect((await catalogue.schemas()).toSorted()).toEqual([server.name, other.name].toSorted());
    const listed = await catalogue.list();
    expect(listed.map(({ name }) => name)).toEqual(['items']);
    expect((await catalogue.describe(listed))[0]?.columns.map(({ name }) => name)).toEqual(['id']);
    await db.registry.remove('guest');
  });
});
