import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableDescription } from '../../../src/databases/index.js';
import { OutsideConnection, TestPipeline } from '../../support/test-pipeline.js';

let db: TestPipeline;
let outside: OutsideConnection;

beforeAll(async () => {
  db = await TestPipeline.open();
  outside = await OutsideConnection.open(db.file());
  await outside.run(`
    CREATE TABLE parents (a INT, b INT, PRIMARY KEY (b, a)) WITHOUT ROWID;
    CREATE TABLE Items (
      id INTEGER PRIMARY KEY,
      name TEXT COLLATE NOCASE DEFAULT 'it''s',
      picture BLOB,
      untyped,
      twice INT AS (id * 2) CHECK (twice < 1000),
      stored INT GENERATED ALWAYS AS (id + 1) STORED,
      x INT, y INT, parent_id INT REFERENCES items,
      moment TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
      sum DEFAULT (1 + 2),
      "Odd ""name""" INT REFERENCES nowhere (id),
      FOREIGN KEY (x, y) REFERENCES Parents ON DELETE SET DEFAULT,
      CONSTRAINT named FOREIGN KEY (y) REFERENCES items (id),
      CONSTRAINT small CHECK (x < 100 AND name <> ')')
    );
    CREATE UNIQUE INDEX by_expression ON items (lower(name) DESC, x) WHERE x > 5;
    CREATE TABLE strict_one (a INT PRIMARY KEY, b ANY) STRICT;
    CREATE TABLE descending (id INTEGER PRIMARY KEY DESC);
    CREATE VIEW seen AS SELECT i.ID, 1 + 1 AS two FROM ITEMS i JOIN "parents" p ON p.a = i.x, json_each('[]') j;
    CREATE VIEW broken AS SELECT * FROM nowhere;
    CREATE VIRTUAL TABLE docs USING fts5(title, body);
  `);
});
afterAll(async () => {
  await outside.close();
  await db.close();
});

async function described(name: string): Promise<TableDescription> {
  const found = await db.catalogue().find(name);
  const [description] = found === undefined ? [] : await db.catalogue().describe([found]);
  if (description === undefined) throw new Error(`There is no ${name}.`);
  return description;
}

describe('the catalogue of SQLite', () => {
  it('lists tables, views, virtual tables and what is behind those', async () => {
    const listed = await db.catalogue().list();
    expect(listed.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      ...['Items TABLE', 'broken VIEW', 'descending TABLE', 'docs VIRTUAL_TABLE', 'docs_config SHADOW_TABLE'],
      ...['docs_content SHADOW_TABLE', 'docs_data SHADOW_TABLE', 'docs_docsize SHADOW_TABLE', 'docs_idx SHADOW_TABLE'],
      ...['parents TABLE', 'seen VIEW', 'strict_one TABLE'],
    ]);
    expect(await db.catalogue().schemas()).toEqual(['main']);
    expect((await db.catalogue().find('iTEMS', 'MAIN'))?.name).toBe('Items');
    expect(await db.catalogue().find('sqlite_schema')).toBeUndefined();
  });

  it('tells columns by their declarations', async () => {
    const byName = Object.fromEntries((await described('items')).columns.map((column) => [column.name, column]));
    expect(byName.id).toMatchObject({ type: 'INTEGER', nullable: false, autoIncrement: true });
    expect(byName.name).toMatchObject({ collation: 'NOCASE', default: "'it''s'", databaseType: 'TEXT' });
    expect(byName.picture).toMatchObject({ type: 'BINARY', databaseType: 'BLOB' });
    expect(byName.untyped).toMatchObject({ type: 'OTHER', databaseType: '', default: null });
    expect(byName.twice).toMatchObject({ generated: true, generationExpression: 'id * 2', default: null });
    expect(byName.stored).toMatchObject({ generated: true, generationExpression: 'id + 1' });
    expect(byName.moment).toMatchObject({ type: 'TIMESTAMP', default: 'CURRENT_TIMESTAMP' });
    expect(byName.sum?.default).toBe('1 + 2');
    expect(byName['Odd "name"']).toMatchObject({ type: 'INTEGER' });
  });

  it('tells a row’s number from a key like it, and keys that can’t be NULL', async () => {
    expect((await described('descending')).columns).toMatchObject([{ autoIncrement: false, nullable: true }]);
    expect((await described('strict_one')).columns).toMatchObject([{ autoIncrement: false, nullable: false }, {}]);
    const parents = await described('parents');
    expect(parents.primaryKey).toEqual(['b', 'a']);
    expect(parents.columns.every(({ nullable }) => !nullable)).toBe(true);
    expect(parents.indexes).toMatchObject([{ primary: true, unique: true }]);
  });

  it('names nameless keys, and gives them the columns that they mean', async () => {
    const keys = (await described('items')).foreignKeys;
    expect(
      keys.map(({ name, columns, referenced, referencedColumns, onDelete }) => {
        return { name, columns, to: `${referenced.name} ${referencedColumns.join()}`, onDelete };
      }),
    ).toEqual([
      { name: 'parent_id', columns: ['parent_id'], to: 'Items id', onDelete: 'NO_ACTION' },
      { name: 'Odd "name"', columns: ['Odd "name"'], to: 'nowhere id', onDelete: 'NO_ACTION' },
      { name: 'x_y', columns: ['x', 'y'], to: 'parents b,a', onDelete: 'SET_DEFAULT' },
      { name: 'named', columns: ['y'], to: 'Items id', onDelete: 'NO_ACTION' },
    ]);
  });

  it('tells checks, and indexes with expressions and conditions', async () => {
    const { checks, indexes } = await described('items');
    expect(checks).toEqual([
      { name: null, expression: 'twice < 1000' },
      { name: 'small', expression: "x < 100 AND name <> ')'" },
    ]);
    expect(indexes).toMatchObject([
      {
        name: 'by_expression',
        unique: true,
        predicate: 'x > 5',
        parts: [
          { column: null, expression: 'lower(name)', descending: true },
          { column: 'x', expression: null, descending: false },
        ],
      },
    ]);
  });

  it('tells what views read, by the names that tables have; one that is broken disturbs nobody', async () => {
    expect(await described('seen')).toMatchObject({
      columns: [{ name: 'id', type: 'INTEGER' }, { name: 'two' }],
      readsFrom: [{ name: 'Items' }, { name: 'parents' }],
    });
    const all = await db.catalogue().describe(await db.catalogue().list());
    expect(all.find((table) => table?.name === 'broken')).toMatchObject({ columns: [], readsFrom: [] });
    expect(all.filter((table) => table?.columns.length === 0)).toHaveLength(1);
  });

  it('tells hidden columns of virtual tables, and rows once ANALYZE counted them', async () => {
    const docs = await described('docs');
    expect(docs.columns.map(({ name, invisible }) => [name, invisible])).toEqual([
      ...[
        ['title', false],
        ['body', false],
        ['docs', true],
        ['rank', true],
      ],
    ]);
    expect((await described('items')).estimatedRows).toBeNull();
    await outside.run(`INSERT INTO items (id, name) VALUES (1, 'a'), (2, 'b'), (3, 'c');
      INSERT INTO parents VALUES (1, 1), (2, 1)`);
    await db.execute('ANALYZE');
    expect((await described('parents')).estimatedRows).toBe(2);
  });

  it('takes names for one by ASCII’s case alone', async () => {
    await outside.run(
      'CREATE TABLE "É" (id INTEGER); CREATE TABLE "é" ("Ä" INT DEFAULT 1, "ä" INT REFERENCES "É" (id))',
    );
    expect((await described('É')).columns.map(({ name }) => name)).toEqual(['id']);
    const { columns, foreignKeys } = await described('é');
    expect(columns.map(({ name }) => name)).toEqual(['Ä', 'ä']);
    expect(foreignKeys).toMatchObject([{ columns: ['ä'], referenced: { name: 'É' } }]);
  });

  it('tells no checks where it can’t read the definition', async () => {
    await outside.run(`CREATE TABLE uncommon (id INTEGER, CHECK (id <> ${'('.repeat(700)}1${')'.repeat(700)}))`);
    expect(await described('uncommon')).toMatchObject({ checks: null, columns: [{ name: 'id' }] });
  });
});
