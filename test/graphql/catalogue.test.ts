import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../support/service.js';

let service: TestService;
beforeAll(async () => void (service = await startTestService({ bookshop: true })));
afterAll(() => service.end());

const DEFINED = `CREATE TABLE notes (
  id INTEGER PRIMARY KEY, thing_id INT NOT NULL REFERENCES things (id) ON DELETE CASCADE, text TEXT DEFAULT 'none',
  length INT AS (length(text)), CONSTRAINT not_long CHECK (length(text) < 100))`;

async function execute(sql: string): Promise<void> {
  const { errors } = await service.graphql(
    'mutation ($sql: String!) { execute(database: "small", sql: $sql) { rowCount } }',
    { sql },
  );
  expect(errors).toBeUndefined();
}

describe('tables', () => {
  it('tells everything of every table', async () => {
    await execute(DEFINED);
    await execute('CREATE INDEX by_length ON notes (length(text) DESC, thing_id) WHERE text IS NOT NULL');
    await execute('CREATE VIEW named AS SELECT t.name, n.text FROM things t JOIN notes n ON n.thing_id = t.id');
    const { data, errors } = await service.graphql(`{ database(name: "small") { schemas tables {
      database schema name kind isView primaryKey estimatedRows comment definition
      readsFrom { schema name } checks { name expression }
      columns { name type databaseType nullable default generated generationExpression autoIncrement invisible collation
        enumValues comment }
      indexes { name columns unique primary predicate method included parts { column expression descending prefixLength } }
      foreignKeys { name columns referencedDatabase referencedSchema referencedTable referencedColumns onDelete onUpdate }
    } } }`);
    expect(errors).toBeUndefined();
    const { schemas, tables } = data.database;
    expect(schemas).toEqual(['main']);
    expect(tables.map(({ name, isView }: { name: string; isView: boolean }) => [name, isView])).toEqual([
      ['named', true],
      ['notes', false],
      ['things', false],
    ]);
    expect(tables[0]).toMatchObject({
      ...{ kind: 'VIEW', definition: 'SELECT t.name, n.text FROM things t JOIN notes n ON n.thing_id = t.id' },
      readsFrom: [
        { schema: 'main', name: 'things' },
        { schema: 'main', name: 'notes' },
      ],
    });
    expect(tables[1]).toMatchObject({
      ...{ database: 'small', schema: 'main', kind: 'TABLE', primaryKey: ['id'], definition: null, readsFrom: null },
      checks: [{ name: 'not_long', expression: 'length(text) < 100' }],
      columns: [
        { name: 'id', type: 'INTEGER', nullable: false, autoIncrement: true },
        { name: 'thing_id', type: 'INTEGER', databaseType: 'INT', nullable: false, default: null },
        { name: 'text', type: 'TEXT', nullable: true, default: "'none'" },
        { name: 'length', generated: true, generationExpression: 'length(text)' },
      ],
      indexes: [
        {
          ...{ name: 'by_length', columns: ['thing_id'], unique: false, primary: false, method: 'btree' },
          predicate: 'text IS NOT NULL',
          parts: [
            { column: null, expression: 'length(text)', descending: true },
            { column: 'thing_id', expression: null, descending: false },
          ],
        },
      ],
      foreignKeys: [
        {
          ...{ name: 'thing_id', columns: ['thing_id'], referencedDatabase: null, referencedSchema: 'main' },
          ...{ referencedTable: 'things', referencedColumns: ['id'], onDelete: 'CASCADE', onUpdate: 'NO_ACTION' },
        },
      ],
    });
  });

  it('are listed for several databases in one request, also by fragments', async () => {
    const { data, errors } = await service.graphql(`
      query ($deep: Boolean = false) { databases { name tables(schema: "main") { name ...Deep @include(if: $deep) } } }
      fragment Deep on Table { columns { name } }`);
    expect(errors).toBeUndefined();
    const bookshop = data.databases.find(({ name }: { name: string }) => name === 'bookshop');
    expect(bookshop.tables.map(({ name }: { name: string }) => name)).toContain('books');
    const deep = await service.graphql(`{ database(name: "bookshop") { tables { ...A } } }
      fragment A on Table { name ... on Table { ...B } } fragment B on Table { columns { name type } }`);
    expect(deep.errors).toBeUndefined();
    expect(deep.data.database.tables.every(({ columns }: { columns: unknown[] }) => columns.length > 0)).toBe(true);
  });

  it('of a schema that is not there are an error with the known ones', async () => {
    const { data, errors } = await service.graphql(
      '{ database(name: "small") { name tables(schema: "nope") { name } } }',
    );
    expect(data.database).toEqual({ name: 'small', tables: null });
    expect(errors).toMatchObject([
      {
        path: ['database', 'tables'],
        extensions: { code: 'BAD_USER_INPUT', database: 'small', hint: expect.stringContaining('main') },
      },
    ]);
  });
});

describe('table', () => {
  it('finds one by name, and has null for none', async () => {
    const { data, errors } = await service.graphql(`{ database(name: "small") {
      a: table(name: "things") { name columns { name } } b: table(name: "THINGS", schema: "main") { name }
      c: table(name: "nope") { name } d: table(name: "things", schema: "nope") { name } e: table(name: "") { name }
    } }`);
    expect(errors).toBeUndefined();
    expect(data.database).toEqual({
      a: { name: 'things', columns: [{ name: 'id' }, { name: 'name' }] },
      b: { name: 'things' },
      ...{ c: null, d: null, e: null },
    });
  });

  it('shows a change that an earlier field of the request made', async () => {
    await execute('CREATE TABLE short (id INTEGER)');
    const asked = '{ database(name: "small") { table(name: "short") { columns { name } } } }';
    await service.graphql(asked);
    await execute('ALTER TABLE short ADD COLUMN more TEXT');
    expect((await service.graphql(asked)).data.database.table.columns).toEqual([{ name: 'id' }, { name: 'more' }]);
    await execute('DROP TABLE short');
    expect((await service.graphql(asked)).data.database.table).toBeNull();
  });

  it('is an entity of the federation', async () => {
    const key = { __typename: 'Table', database: 'small', schema: 'main', name: 'things' };
    const { data, errors } = await service.graphql(
      'query ($r: [_Any!]!) { _service { sdl } _entities(representations: $r) { ... on Table { name isView primaryKey } } }',
      {
        r: [key, { ...key, name: 'nope' }, { ...key, schema: 'nope' }, { ...key, database: 'nope' }],
      },
    );
    expect(errors).toBeUndefined();
    const none = [null, null, null];
    expect(data._entities).toEqual([{ name: 'things', isView: false, primaryKey: ['id'] }, ...none]);
    expect(data._service.sdl).toContain('@key(fields: "database schema name")');
  });

  it('says why it can’t be told where the database is down', async () => {
    const input = { name: 'down', dialect: 'SQLITE', url: 'sqlite:/nowhere/at/all.sqlite', access: 'READ_ONLY' };
    await service.graphql('mutation ($input: DatabaseInput!) { registerDatabase(input: $input) { name } }', { input });
    const { data, errors } = await service.graphql(
      '{ a: database(name: "down") { tables { name } table(name: "x") { name } } b: database(name: "small") { table(name: "things") { name } } }',
    );
    expect(data).toEqual({ a: { tables: null, table: null }, b: { table: { name: 'things' } } });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['DATABASE_UNAVAILABLE', 'DATABASE_UNAVAILABLE']);
  });
});
