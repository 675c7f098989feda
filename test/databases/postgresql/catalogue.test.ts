import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableDescription } from '../../../src/databases/index.js';
import { createDatabase, type TestDatabase } from '../../support/servers/index.js';
import { refusal, TestPipeline } from '../../support/test-pipeline.js';

let server: TestDatabase;
let db: TestPipeline;

beforeAll(async () => {
  server = await createDatabase('postgresql');
  await server.run(`
    CREATE SCHEMA "Other schema";
    CREATE SCHEMA hidden;
    CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'happy');
    CREATE DOMAIN positive AS integer NOT NULL CHECK (value > 0);
    CREATE TABLE "Other schema".parents (a integer, b integer, PRIMARY KEY (b, a));
    CREATE TABLE "Other schema".items (id integer);
    CREATE TABLE items (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      counted serial,
      name varchar(40) COLLATE "C" DEFAULT 'it''s',
      feeling mood DEFAULT 'sad',
      sure positive,
      tags text[],
      x integer,
      y integer,
      gone integer,
      upper_name text GENERATED ALWAYS AS (upper(name)) STORED,
      CONSTRAINT to_parent FOREIGN KEY (x, y) REFERENCES "Other schema".parents (a, b) ON UPDATE SET NULL
    );
    ALTER TABLE items DROP COLUMN gone;
    COMMENT ON TABLE items IS 'what there is';
    COMMENT ON COLUMN items.name IS 'what it is called';
    CREATE INDEX by_expression ON items (lower(name) DESC, x) INCLUDE (y) WHERE x > 5;
    CREATE INDEX by_tags ON items USING gin (tags);
    CREATE VIEW joined AS SELECT i.id FROM items i JOIN "Other schema".parents p ON p.a = i.x;
    CREATE MATERIALIZED VIEW kept AS SELECT id FROM joined;
    CREATE TABLE days (id integer, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
    CREATE TABLE days_2024 PARTITION OF days FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
    CREATE TABLE of_days (id integer, day date, FOREIGN KEY (id, day) REFERENCES days);
    CREATE TABLE hidden.secret (id integer);
    CREATE SEQUENCE numbers;
    CREATE TABLE "Items" (id integer);
    INSERT INTO days SELECT n, '2024-05-05' FROM generate_series(1, 300) n;
    ANALYZE;
  `);
  db = await TestPipeline.open({ dialect: 'POSTGRESQL', url: server.url });
});
afterAll(async () => {
  await db.close();
  await server.drop();
});

async function described(name: string, schema?: string): Promise<TableDescription> {
  const found = await db.catalogue().find(name, schema);
  const [description] = found === undefined ? [] : await db.catalogue().describe([found]);
  if (description === undefined) throw new Error(`There is no ${name}.`);
  return description;
}

describe('the catalogue of PostgreSQL', () => {
  it('lists every schema of users, with the kinds of what is there', async () => {
    expect(await db.catalogue().schemas()).toEqual(['Other schema', 'hidden', 'public']);
    const listed = await db.catalogue().list();
    expect(listed.map(({ schema, name, kind }) => `${schema}.${name} ${kind}`)).toEqual([
      'Other schema.items TABLE',
      'Other schema.parents TABLE',
      'hidden.secret TABLE',
      'public.Items TABLE',
      'public.days PARTITIONED_TABLE',
      'public.days_2024 PARTITION',
      'public.items TABLE',
      'public.joined VIEW',
      'public.kept MATERIALIZED_VIEW',
      'public.of_days TABLE',
    ]);
    await refusal(db.catalogue().list('pg_catalog'), 'BAD_USER_INPUT');
  });

  it('finds by the search path, by the very name before the folded one', async () => {
    expect(await db.catalogue().find('items')).toMatchObject({ schema: 'public', name: 'items' });
    expect(await db.catalogue().find('Items')).toMatchObject({ schema: 'public', name: 'Items' });
    expect(await db.catalogue().find('ITEMS')).toMatchObject({ schema: 'public', name: 'items' });
    expect(await db.catalogue().find('items', 'Other schema')).toMatchObject({ schema: 'Other schema' });
    expect(await db.catalogue().find('parents')).toBeUndefined();
    expect(await db.catalogue().find('items', 'PUBLIC')).toMatchObject({ schema: 'public' });
  });

  it('tells identity, serial, enums, domains, collations and comments', async () => {
    const { columns, comment } = await described('items');
    expect(comment).toBe('what there is');
    expect(columns.map(({ name }) => name)).not.toContain('gone');
    const byName = Object.fromEntries(columns.map((column) => [column.name, column]));
    expect(byName.id).toMatchObject({ autoIncrement: true, default: null, nullable: false });
    expect(byName.counted).toMatchObject({ autoIncrement: true, default: expect.stringContaining('nextval(') });
    expect(byName.name).toMatchObject({
      collation: 'C',
      comment: 'what it is called',
      databaseType: 'character varying(40)',
    });
    expect(byName.feeling).toMatchObject({
      type: 'ENUM',
      databaseType: 'mood',
      enumValues: ['sad', "it's ok", 'happy'],
    });
    expect(byName.sure).toMatchObject({ type: 'INTEGER', databaseType: 'positive', nullable: false });
    expect(byName.tags).toMatchObject({ type: 'ARRAY', databaseType: 'text[]', enumValues: null });
    expect(byName.upper_name).toMatchObject({ generated: true, default: null, collation: null });
  });

  it('tells indexes with expressions, conditions, kept columns and methods', async () => {
    const { indexes } = await described('items');
    expect(indexes.find(({ name }) => name === 'by_expression')).toEqual({
      name: 'by_expression',
      unique: false,
      primary: false,
      method: 'btree',
      predicate: 'x > 5',
      included: ['y'],
      parts: [
        { column: null, expression: 'lower(name::text)', descending: true, prefixLength: null },
        { column: 'x', expression: null, descending: false, prefixLength: null },
      ],
    });
    expect(indexes.find(({ name }) => name === 'by_tags')?.method).toBe('gin');
  });

  it('tells keys across schemas, and one to a partitioned table once', async () => {
    expect((await described('items')).foreignKeys).toEqual([
      {
        name: 'to_parent',
        columns: ['x', 'y'],
        referenced: { schema: 'Other schema', name: 'parents' },
        referencedColumns: ['a', 'b'],
        onDelete: 'NO_ACTION',
        onUpdate: 'SET_NULL',
      },
    ]);
    expect((await described('of_days')).foreignKeys.map(({ referenced }) => referenced.name)).toEqual(['days']);
  });

  it('counts a partitioned table by its partitions, and what views read by the server’s own record', async () => {
    expect((await described('days')).estimatedRows).toBe(300);
    expect((await described('joined')).estimatedRows).toBeNull();
    expect((await described('joined')).readsFrom).toEqual([
      { schema: 'Other schema', name: 'parents' },
      { schema: 'public', name: 'items' },
    ]);
    expect((await described('kept')).readsFrom).toEqual([{ schema: 'public', name: 'joined' }]);
  });

  it('shows a user no more than they may see', async () => {
    const role = await server.createRole('NONE');
    await server.run(`GRANT USAGE ON SCHEMA public TO ${role.name}; GRANT SELECT (id) ON items TO ${role.name}`);
    await db.add('guest', { dialect: 'POSTGRESQL', url: role.url });
    const catalogue = db.catalogue('guest');
    expect(await catalogue.schemas()).toEqual(['public']);
    expect((await catalogue.list()).map(({ name }) => name)).toEqual(['items']);
    expect(await catalogue.find('secret', 'hidden')).toBeUndefined();
    await db.registry.remove('guest');
  });

  it('waits for a table that somebody has locked until the deadline, and for no other', async () => {
    await db.add('hasty', { dialect: 'POSTGRESQL', url: server.url, timeoutMs: 1500 });
    const catalogue = db.catalogue('hasty');
    const [other, items] = [await catalogue.find('of_days'), await catalogue.find('items')];
    const holder = new pg.Client({ connectionString: server.url });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE items IN ACCESS EXCLUSIVE MODE');
    const locked = refusal(catalogue.describe([items!, other!]), 'QUERY_TIMEOUT');
    expect(await catalogue.describe([other!])).toMatchObject([{ name: 'of_days' }]);
    expect((await locked).details).toMatchObject({ database: 'hasty', hint: expect.stringContaining('locked') });
    expect(db.registry.get('hasty').adapter.pool()).toMatchObject({ waiting: 0 });
    await holder.query('ROLLBACK');
    await holder.end();
    expect(await catalogue.describe([items!])).toMatchObject([{ name: 'items' }]);
    await db.registry.remove('hasty');
  });

  it('calls no function of users’ by the name of its own', async () => {
    await server.run(`CREATE FUNCTION public.format_type(oid, smallint) RETURNS text LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'called'; END $$; CREATE TABLE later (id integer)`);
    expect((await described('later')).columns).toMatchObject([{ name: 'id' }]);
  });
});
