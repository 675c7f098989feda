import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableDescription } from '../../../src/databases/index.js';
import { expected, onEveryEngine, type TestedDatabase, type TestedEngine, type TypeWord } from './engines.js';
import { refusal } from '../../support/test-pipeline.js';

/** A name as each engine's SQL quotes it. */
const quoted = ({ dialect }: TestedEngine, name: string): string =>
  dialect === 'MYSQL' ? `\`${name.replace(/`/g, '``')}\`` : `"${name.replace(/"/g, '""')}"`;

async function described(db: TestedDatabase, name: string, schema?: string): Promise<TableDescription> {
  const found = await db.catalogue().find(name, schema);
  const [description] = found === undefined ? [] : await db.catalogue().describe([found]);
  if (description === undefined) throw new Error(`There is no ${name}.`);
  return description;
}

onEveryEngine('what is in a database', (engine) => {
  const { types, key } = engine.words;
  let db: TestedDatabase;

  beforeAll(async () => {
    db = await engine.open();
    await db.execute('CREATE TABLE parents (a integer, b integer, note varchar(20), PRIMARY KEY (b, a))');
    await db.execute(`CREATE TABLE items (
      id ${key},
      name varchar(40) DEFAULT 'it''s' NOT NULL,
      price ${types.decimal},
      amount integer DEFAULT 7,
      doubled integer GENERATED ALWAYS AS (amount * 2) STORED,
      x integer,
      y integer,
      parent_id integer,
      CONSTRAINT positive CHECK (amount > 0),
      CONSTRAINT one_name UNIQUE (name, amount),
      CONSTRAINT to_itself FOREIGN KEY (parent_id) REFERENCES items (id) ON DELETE CASCADE,
      CONSTRAINT to_parent FOREIGN KEY (x, y) REFERENCES parents (b, a) ON DELETE SET NULL ON UPDATE CASCADE
    )`);
    await db.execute('CREATE INDEX by_price ON items (price, amount DESC)');
    await db.execute(
      'CREATE VIEW dear AS SELECT i.id, p.note FROM items i JOIN parents p ON p.b = i.x WHERE price > 100',
    );
    await db.execute('CREATE VIEW dearest AS SELECT id FROM dear WHERE id IN (SELECT parent_id FROM items)');
  });
  afterAll(() => db.close());

  it('lists tables and views by name', async () => {
    const listed = await db.catalogue().list();
    expect(listed.map(({ name, kind }) => [name, kind])).toEqual([
      ['dear', 'VIEW'],
      ['dearest', 'VIEW'],
      ['items', 'TABLE'],
      ['parents', 'TABLE'],
    ]);
    const schemas = new Set(listed.map(({ schema }) => schema));
    expect(schemas.size).toBe(1);
    expect(await db.catalogue().list([...schemas][0])).toEqual(listed);
    expect(await db.catalogue().schemas()).toContain([...schemas][0]);
  });

  it('tells columns: types, NULL, defaults, generation, counting', async () => {
    const { columns } = await described(db, 'items');
    const told = columns.map(({ name, type, nullable, generated, autoIncrement }) => {
      return { name, type, nullable, generated, autoIncrement };
    });
    const usual = { nullable: true, generated: false, autoIncrement: false };
    expect(told).toEqual([
      { ...usual, name: 'id', type: 'INTEGER', nullable: false, autoIncrement: true },
      { ...usual, name: 'name', type: 'TEXT', nullable: false },
      { ...usual, name: 'price', type: 'DECIMAL' },
      { ...usual, name: 'amount', type: 'INTEGER' },
      { ...usual, name: 'doubled', type: 'INTEGER', generated: true },
      { ...usual, name: 'x', type: 'INTEGER' },
      { ...usual, name: 'y', type: 'INTEGER' },
      { ...usual, name: 'parent_id', type: 'INTEGER' },
    ]);
    expect(columns[1]?.default).toMatch(/^'it''s'(::character varying)?$/);
    expect(columns[3]?.default).toBe('7');
    expect(columns.filter(({ default: value }) => value !== null)).toHaveLength(2);
    expect(columns[4]?.generationExpression).toMatch(/amount.* \* 2/);
    expect(columns[1]?.databaseType).toMatch(/^(varchar|character varying)\(40\)$/);
  });

  it('tells keys, composite and to itself', async () => {
    expect((await described(db, 'parents')).primaryKey).toEqual(['b', 'a']);
    const { primaryKey, foreignKeys, schema } = await described(db, 'items');
    expect(primaryKey).toEqual(['id']);
    expect([...foreignKeys].sort((one, other) => one.name.localeCompare(other.name))).toEqual([
      {
        name: 'to_itself',
        columns: ['parent_id'],
        referenced: { schema, name: 'items' },
        referencedColumns: ['id'],
        onDelete: 'CASCADE',
        onUpdate: expected('action of a foreign key that names none', engine, 'NO_ACTION'),
      },
      {
        name: 'to_parent',
        columns: ['x', 'y'],
        referenced: { schema, name: 'parents' },
        referencedColumns: ['b', 'a'],
        onDelete: 'SET_NULL',
        onUpdate: 'CASCADE',
      },
    ]);
  });

  it('tells indexes and checks', async () => {
    const { indexes, checks } = await described(db, 'items');
    const byPrice = indexes.find(({ name }) => name === 'by_price');
    expect(byPrice).toMatchObject({ unique: false, primary: false, method: 'btree', predicate: null });
    expect(byPrice?.parts.map(({ column }) => column)).toEqual(['price', 'amount']);
    const unique = indexes.filter(({ unique, primary }) => unique && !primary);
    expect(unique.map(({ parts }) => parts.map(({ column }) => column))).toEqual([['name', 'amount']]);
    expect(checks).toEqual([{ name: 'positive', expression: expect.stringMatching(/^`?amount`? > 0$/) }]);
  });

  it('tells what a view reads, and its query', async () => {
    const { kind, readsFrom, definition, schema, columns, primaryKey, indexes } = await described(db, 'dearest');
    expect({ kind, primaryKey, indexes }).toEqual({ kind: 'VIEW', primaryKey: [], indexes: [] });
    expect(readsFrom).toHaveLength(2);
    expect(readsFrom).toEqual(
      expect.arrayContaining([
        { schema, name: 'dear' },
        { schema, name: 'items' },
      ]),
    );
    expect(definition).toMatch(/^select /i);
    expect(columns).toMatchObject([
      { name: 'id', type: 'INTEGER', default: expected('default of a view’s column', engine, null) },
    ]);
    expect((await described(db, 'items')).readsFrom).toBeNull();
  });

  it('gives a column the type that results have', async () => {
    const words = Object.entries(types) as [TypeWord, string][];
    await db.execute(`CREATE TABLE typed (${words.map(([name, type]) => `c_${name} ${type}`).join(', ')})`);
    const { columns } = await described(db, 'typed');
    const result = await db.query('SELECT * FROM typed');
    expect(columns.map(({ name, type }) => [name, type])).toEqual(result.columns.map(({ name, type }) => [name, type]));
    if (engine.dialect !== 'MYSQL') {
      expect(columns.map(({ databaseType }) => databaseType)).toEqual(
        result.columns.map(({ databaseType }) => databaseType),
      );
    }
    await db.execute('DROP TABLE typed');
  });

  describe('names', () => {
    const nothing = [undefined, undefined, undefined];

    it('are found as they are, and else as SQL takes a name without quotes', async () => {
      const found = async (name: string) => (await db.catalogue().find(name))?.name;
      expect(await found('items')).toBe('items');
      expect(await found('ITEMS')).toBe(expected('table that a name in capitals finds', engine, 'items'));
      expect([await found('nowhere'), await found(''), await found('item_')]).toEqual(nothing);
      expect(await db.catalogue().find('items', 'nowhere')).toBeUndefined();
    });

    it('of an unknown schema are an error that tells the known ones', async () => {
      const { schema } = await described(db, 'items');
      const { details } = await refusal(db.catalogue().list('nowhere'), 'BAD_USER_INPUT');
      expect(details).toMatchObject({ database: 'main', hint: expect.stringContaining(schema) });
    });

    it.each([
      'two words',
      'a"b',
      'a`b',
      "it's",
      'select',
      'ÄÖ ñ 表',
      '100%',
      '_',
      'back\\slash',
      'dot.dot',
      '$1 :a ?',
      ';--',
    ])('are taken as they are: %s', async (name) => {
      const table = quoted(engine, name);
      await db.execute(
        `CREATE TABLE ${table} (${table} integer PRIMARY KEY, other integer REFERENCES ${table} (${table}))`,
      );
      await db.execute(`CREATE INDEX ${quoted(engine, `${name} index`)} ON ${table} (other)`);
      expect((await db.catalogue().find(name))?.name).toBe(name);
      const { columns, primaryKey, foreignKeys, indexes } = await described(db, name);
      expect(columns.map((column) => column.name)).toEqual([name, 'other']);
      expect(primaryKey).toEqual([name]);
      expect(foreignKeys).toMatchObject([{ referenced: { name }, referencedColumns: [name] }]);
      expect(indexes.map((index) => index.name)).toContain(`${name} index`);
      await db.execute(`DROP TABLE ${table}`);
      expect(await db.catalogue().find(name)).toBeUndefined();
    });

    it('of any kind come back as they were given', async () => {
      const letters = fc.constantFrom(...Array.from('aZ9 _-.,;:\'"`´%\\/()[]{}<>?!@#$&*+=|~^äßЖ表é'));
      const names = fc
        .uniqueArray(fc.string({ unit: letters, minLength: 1, maxLength: 12 }), {
          minLength: 2,
          maxLength: 6,
          selector: (name) => name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
        })
        // MySQL takes no name that begins or ends with a space.
        .map((each) => each.map((name) => `n${name}e`));
      await fc.assert(
        fc.asyncProperty(names, async ([table = '', ...columns]) => {
          const list = columns.map((column) => `${quoted(engine, column)} integer`).join(', ');
          await db.execute(`CREATE TABLE ${quoted(engine, table)} (${list})`);
          expect((await described(db, table)).columns.map(({ name }) => name)).toEqual(columns);
          await db.execute(`DROP TABLE ${quoted(engine, table)}`);
        }),
        { numRuns: 25 },
      );
    });
  });
});
