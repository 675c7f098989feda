import type { Catalogue, CatalogueTable, SqlType } from '../../../src/sql/index.js';
import type { TestedEngine, TypeWord } from '../../databases/conformance/engines.js';

/** A column: its name, its type, and `!` where it is never NULL; `key` is the primary key. */
type Column = readonly [name: string, type: TypeWord | 'key', never?: '!'];
type Value = string | number | boolean | null;

interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
}

/**
 * A small shop whose data is full of what translations stumble over: NULLs, ties, duplicates, letters of both cases, accents,
 * quotes, backslashes, signs of patterns, month ends, leap days, negative and huge numbers, empty texts.
 */
const TABLES: readonly Table[] = [
  {
    name: 'customers',
    columns: [
      ['id', 'key'],
      ['name', 'text', '!'],
      ['email', 'text'],
      ['city', 'text'],
      ['country', 'text', '!'],
      ['active', 'boolean', '!'],
      ['credit', 'decimal'],
      ['score', 'double'],
      ['born', 'date'],
      ['created_at', 'timestamp', '!'],
      ['referrer_id', 'integer'],
    ],
    rows: [
      [
        1,
        'Ada Lovelace',
        'ada@example.com',
        'London',
        'GB',
        true,
        1200.5,
        9.5,
        '1985-12-10',
        '2023-01-15 08:30:00',
        null,
      ],
      [2, 'Bob Stone', 'bob@example.com', 'Paris', 'FR', true, 0, 7.25, '1990-02-28', '2023-01-31 23:59:59', 1],
      [3, 'Chloë Dupont', null, 'Paris', 'FR', false, null, null, '1992-02-29', '2023-02-28 12:00:00', 1],
      [4, "Dan O'Neil", 'dan@example.org', null, 'IE', true, -50.25, 3, null, '2023-03-31 00:00:00', 2],
      [5, 'eve adams', 'EVE@EXAMPLE.COM', 'london', 'GB', true, 99.99, 9.5, '2000-01-01', '2024-02-29 10:15:30', 2],
      [6, 'Frank', '', '', 'DE', false, 10, -1.5, '1970-07-31', '2024-03-31 18:45:00', null],
      [7, 'Grace 100%', 'grace_h@example.com', 'Berlin', 'DE', true, 300, 0, '1999-12-31', '2024-12-30 06:00:00', 3],
      [8, 'Heidi\\Klum', 'heidi@example.net', 'Bonn', 'DE', true, 300, 7.25, '1988-05-15', '2024-12-31 23:00:00', 3],
    ],
  },
  {
    name: 'products',
    columns: [
      ['id', 'key'],
      ['sku', 'text', '!'],
      ['title', 'text', '!'],
      ['category', 'text'],
      ['price', 'decimal', '!'],
      ['weight', 'double'],
      ['stock', 'integer', '!'],
      ['tags', 'text'],
      ['attributes', 'json'],
      ['discontinued', 'boolean'],
    ],
    rows: [
      [
        1,
        'A-001',
        'Red Chair',
        'furniture',
        49.99,
        7.5,
        10,
        'red,wood,chair',
        '{"color":"red","size":{"w":40,"h":90},"tags":["wood","chair"],"rating":4.5,"new":true}',
        false,
      ],
      [
        2,
        'A-002',
        'Blue Table',
        'furniture',
        150,
        25,
        0,
        'blue,wood',
        '{"color":"blue","size":{"w":120,"h":75},"tags":["wood"],"rating":null,"new":false}',
        false,
      ],
      [3, 'B-010', 'green lamp', 'lighting', 19.95, 1.25, 100, '', '{"color":"green","tags":[],"rating":3}', null],
      [4, 'B-011', 'Desk Lamp', 'lighting', 35.5, null, 5, 'desk', null, true],
      [
        5,
        'C-100',
        'Pen',
        null,
        1.2,
        0.01,
        1000,
        'pen,blue,office',
        '{"color":"blue","price":"1.20","note":"it\'s \\"fine\\""}',
        false,
      ],
      [6, 'C-101', 'Paper 50%_off', 'office', 5, 2.5, 3, null, '[1,2,{"a":3}]', false],
    ],
  },
  {
    name: 'orders',
    columns: [
      ['id', 'key'],
      ['customer_id', 'integer', '!'],
      ['status', 'text', '!'],
      ['total', 'decimal'],
      ['discount', 'decimal'],
      ['placed_on', 'date', '!'],
      ['shipped_at', 'timestamp'],
      ['note', 'text'],
    ],
    rows: [
      [1, 1, 'paid', 99.98, null, '2024-01-01', '2024-01-02 09:00:00', 'first'],
      [2, 1, 'paid', 150, 10, '2024-01-31', '2024-02-01 17:30:15', null],
      [3, 2, 'open', 19.95, 0, '2024-02-29', null, 'gift'],
      [4, 2, 'cancelled', 35.5, null, '2024-02-29', null, ''],
      [5, 3, 'paid', 1.2, 0.2, '2024-03-31', '2024-04-01 00:00:00', 'Gift'],
      [6, 4, 'open', null, null, '2024-04-30', null, null],
      [7, 5, 'paid', 205.5, 5.5, '2024-05-31', '2024-06-03 12:00:00', "it's late"],
      [8, 5, 'refunded', -20, null, '2024-12-29', '2024-12-30 23:59:59', '50% off'],
      [9, 7, 'paid', 300, 30, '2024-12-31', '2025-01-01 00:00:00', 'a_b'],
      [10, 7, 'paid', 300, null, '2025-01-01', null, 'back\\slash'],
      [11, 8, 'open', 49.99, 0, '2025-01-05', null, 'LAST'],
      [12, 1, 'paid', 7, 1, '2025-03-01', '2025-03-02 08:08:08', 'x'],
    ],
  },
  {
    name: 'order_items',
    columns: [
      ['order_id', 'integer', '!'],
      ['product_id', 'integer', '!'],
      ['quantity', 'integer', '!'],
      ['unit_price', 'decimal', '!'],
    ],
    rows: [
      [1, 1, 2, 49.99],
      [2, 2, 1, 150],
      [3, 3, 1, 19.95],
      [4, 4, 1, 35.5],
      [5, 5, 1, 1.2],
      [7, 1, 3, 49.99],
      [7, 3, 2, 19.95],
      [8, 3, -1, 20],
      [9, 2, 2, 150],
      [10, 2, 2, 150],
      [11, 1, 1, 49.99],
      [12, 6, 1, 5],
      [12, 5, 2, 1],
    ],
  },
  {
    name: 'employees',
    columns: [
      ['id', 'key'],
      ['name', 'text', '!'],
      ['manager_id', 'integer'],
      ['department', 'text'],
      ['salary', 'integer', '!'],
      ['bonus', 'integer'],
      ['hired', 'date', '!'],
    ],
    rows: [
      [1, 'Root', null, null, 1000, null, '2010-01-04'],
      [2, 'Anna', 1, 'sales', 700, 70, '2012-02-29'],
      [3, 'Ben', 1, 'tech', 800, null, '2015-06-30'],
      [4, 'Cara', 2, 'sales', 500, 50, '2019-11-30'],
      [5, 'Dov', 2, 'sales', 500, 0, '2020-12-31'],
      [6, 'Elif', 3, 'tech', 650, 65, '2021-01-01'],
      [7, 'Finn', 3, 'tech', 650, null, '2021-01-03'],
      [8, 'Gus', 6, 'tech', 301, 7, '2023-10-15'],
    ],
  },
  {
    name: 'samples',
    columns: [
      ['id', 'key'],
      ['i', 'integer'],
      ['j', 'integer'],
      ['big', 'bigint'],
      ['d', 'decimal'],
      ['f', 'double'],
      ['t', 'text'],
      ['u', 'text'],
      ['b', 'boolean'],
      ['day', 'date'],
      ['at', 'timestamp'],
    ],
    rows: [
      [1, 7, 2, 9007199254740991, 10.5, 2.5, 'abc', 'ABC', true, '2024-01-31', '2024-01-31 13:05:09'],
      [2, -7, 2, -9007199254740991, -10.5, -2.5, 'Abc', 'abc', false, '2023-12-31', '2023-12-31 23:59:59'],
      [3, 0, 5, 0, 0, 0, '', ' ', true, '2024-02-29', '2024-02-29 00:00:00'],
      [4, 5, 0, 1, 2.25, 1.125, '12abc', '12', false, '2024-03-01', '2024-03-01 12:00:00'],
      [5, null, 3, null, null, null, null, null, null, null, null],
      [6, 3, null, 42, 0.01, 0.1, "it's", '%_\\', true, '2024-12-30', '2024-12-30 06:30:00'],
      [7, 100, 7, 1000000, 99.99, 3.7, 'Zoë', 'zoe', false, '2020-01-01', '2020-01-01 00:00:01'],
      [8, 3, 3, 3, 3, 3, 'a,b,c', 'b', true, '2021-01-03', '2021-01-03 18:20:30'],
    ],
  },
];

const literal = (value: Value, engine: TestedEngine): string => {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return String(value);
  const quoted = value.replaceAll("'", "''");
  return `'${engine.dialect === 'MYSQL' ? quoted.replaceAll('\\', '\\\\') : quoted}'`;
};

/** The statements that make the shop on an engine. */
export function shopOn(engine: TestedEngine): string[] {
  return TABLES.flatMap(({ name, columns, rows }) => {
    const defined = columns.map(([column, type, never]) =>
      type === 'key'
        ? `${column} integer PRIMARY KEY`
        : `${column} ${engine.words.types[type].replace('(6)', '')}${never === undefined ? '' : ' NOT NULL'}`,
    );
    const values = rows.map((row) => `(${row.map((value) => literal(value, engine)).join(', ')})`);
    return [`CREATE TABLE ${name} (${defined.join(', ')})`, `INSERT INTO ${name} VALUES ${values.join(', ')}`];
  });
}

const TYPES: Readonly<Record<TypeWord | 'key', SqlType>> = {
  key: { type: 'INTEGER' },
  boolean: { type: 'BOOLEAN' },
  integer: { type: 'INTEGER' },
  bigint: { type: 'BIGINT' },
  decimal: { type: 'DECIMAL', scale: 2 },
  double: { type: 'FLOAT' },
  text: { type: 'TEXT' },
  binary: { type: 'BINARY' },
  date: { type: 'DATE' },
  time: { type: 'TIME' },
  timestamp: { type: 'TIMESTAMP' },
  timestamptz: { type: 'TIMESTAMPTZ' },
  json: { type: 'JSON' },
};

const KNOWN: readonly CatalogueTable[] = TABLES.map(({ name, columns }) => ({
  schema: undefined,
  name,
  columns: columns.map(([column, type, never]) => ({
    name: column,
    type: TYPES[type],
    databaseType: type,
    nullable: never === undefined && type !== 'key',
  })),
  primaryKey: columns.flatMap(([column, type]) => (type === 'key' ? [column] : [])),
}));

/** What a database that has the shop says of its tables. */
export const shopCatalogue: Catalogue = {
  table: (path) => KNOWN.find(({ name }) => name === path[path.length - 1]?.toLowerCase()),
};
