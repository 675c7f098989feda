import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/databases/index.js';
import { createDatabase, type TestDatabase } from '../../support/servers/index.js';
import { TestPipeline } from '../../support/test-pipeline.js';

let database: TestDatabase;
let db: TestPipeline;

beforeAll(async () => {
  database = await createDatabase('postgresql');
  await database.run(`
    CREATE TYPE mood AS ENUM ('sad', 'ok', 'so happy');
    CREATE TYPE pair AS (a integer, b text);
    CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
    CREATE DOMAIN tags AS text[];
    CREATE SCHEMA other;
    CREATE TYPE other.mood AS ENUM ('calm');`);
  db = await TestPipeline.open({ dialect: 'POSTGRESQL', url: database.url });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

/** An expression, the type of its column, the type in the server's words, and the value in JSON. */
const VALUES: readonly (readonly [sql: string, type: string, words: string, value: JsonValue])[] = [
  ['true', 'BOOLEAN', 'boolean', true],
  ['NULL::boolean', 'BOOLEAN', 'boolean', null],
  ['32767::smallint', 'INTEGER', 'smallint', 32_767],
  ['-2147483648', 'INTEGER', 'integer', -2_147_483_648],
  ['9007199254740991::bigint', 'BIGINT', 'bigint', 9_007_199_254_740_991],
  ['9007199254740992::bigint', 'BIGINT', 'bigint', '9007199254740992'],
  ["'-9223372036854775808'::bigint", 'BIGINT', 'bigint', '-9223372036854775808'],
  ['4294967295::oid', 'INTEGER', 'oid', 4_294_967_295],
  ['1.10', 'DECIMAL', 'numeric', '1.10'],
  ['1.1::numeric(10,3)', 'DECIMAL', 'numeric(10,3)', '1.100'],
  ['1234::numeric(3,-2)', 'DECIMAL', 'numeric(3,-2)', '1200'],
  ["'NaN'::numeric", 'DECIMAL', 'numeric', 'NaN'],
  ["repeat('9', 100)::numeric", 'DECIMAL', 'numeric', '9'.repeat(100)],
  ["'1234.5'::money", 'DECIMAL', 'money', '1234.50'],
  ["'-1234567.89'::money", 'DECIMAL', 'money', '-1234567.89'],
  ['0.1::real', 'FLOAT', 'real', 0.1],
  ['0.1::double precision', 'FLOAT', 'double precision', 0.1],
  ["'-Infinity'::float8", 'FLOAT', 'double precision', '-Infinity'],
  ["'NaN'::float4", 'FLOAT', 'real', 'NaN'],
  ["'a'::varchar(5)", 'TEXT', 'character varying(5)', 'a'],
  ["'a'::char(3)", 'TEXT', 'character(3)', 'a  '],
  [`'a'::"char"`, 'TEXT', '"char"', 'a'],
  ["'x'::name", 'TEXT', 'name', 'x'],
  ["'plain'", 'TEXT', 'text', 'plain'],
  ["'\\x00ff10'::bytea", 'BINARY', 'bytea', 'AP8Q'],
  ["''::bytea", 'BINARY', 'bytea', ''],
  ["'2024-02-29'::date", 'DATE', 'date', '2024-02-29'],
  ["'infinity'::date", 'DATE', 'date', 'infinity'],
  ["'0044-03-15 BC'::date", 'DATE', 'date', '0044-03-15 BC'],
  ["'24:00:00'::time", 'TIME', 'time without time zone', '24:00:00'],
  ["'13:05:00.123456'::time(3)", 'TIME', 'time(3) without time zone', '13:05:00.123'],
  ["'13:05:00+02'::timetz", 'TIME', 'time with time zone', '13:05:00+02'],
  ["'2024-02-29 13:05'::timestamp", 'TIMESTAMP', 'timestamp without time zone', '2024-02-29T13:05:00'],
  ["'2024-02-29 13:05:00.5'::timestamp(2)", 'TIMESTAMP', 'timestamp(2) without time zone', '2024-02-29T13:05:00.5'],
  ["'2024-02-29 13:05+02'::timestamptz", 'TIMESTAMPTZ', 'timestamp with time zone', '2024-02-29T11:05:00Z'],
  ["'infinity'::timestamptz", 'TIMESTAMPTZ', 'timestamp with time zone', 'infinity'],
  ["'12024-01-01'::timestamp", 'TIMESTAMP', 'timestamp without time zone', '12024-01-01T00:00:00'],
  ["'1 year 2 mons 3 days 04:05:06.7'::interval", 'INTERVAL', 'interval', 'P1Y2M3DT4H5M6.7S'],
  ["'-1 day -00:00:01'::interval", 'INTERVAL', 'interval', 'P-1DT-1S'],
  ["'0'::interval", 'INTERVAL', 'interval', 'PT0S'],
  [`'{"b": [1, null], "a": "x"}'::json`, 'JSON', 'json', { b: [1, null], a: 'x' }],
  ["'null'::jsonb", 'JSON', 'jsonb', null],
  [`'"text"'::jsonb`, 'JSON', 'jsonb', 'text'],
  [`'{"n": 12345678901234567890}'::jsonb`, 'JSON', 'jsonb', '{"n": 12345678901234567890}'],
  ["'7f3b5e0a-0d2c-4f0e-9d3b-6b1f2a3c4d5e'::uuid", 'UUID', 'uuid', '7f3b5e0a-0d2c-4f0e-9d3b-6b1f2a3c4d5e'],
  ["'so happy'::mood", 'ENUM', 'mood', 'so happy'],
  ["'calm'::other.mood", 'ENUM', 'other.mood', 'calm'],
  // A domain is sent as what it stands for, by itself, and as itself in an array.
  ['7::positive', 'INTEGER', 'integer', 7],
  ['ARRAY[7::positive]', 'ARRAY', 'positive[]', [7]],
  ["'{a,b}'::tags", 'ARRAY', 'text[]', ['a', 'b']],
  ["ROW(1, 'x y')::pair", 'OTHER', 'pair', '(1,"x y")'],
  ['ARRAY[1, NULL, 3]', 'ARRAY', 'integer[]', [1, null, 3]],
  [
    'ARRAY[[1, 2], [3, 4]]',
    'ARRAY',
    'integer[]',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ["'{}'::text[]", 'ARRAY', 'text[]', []],
  [`ARRAY['a', 'b "q" \\ {,}', '', 'NULL', NULL]`, 'ARRAY', 'text[]', ['a', 'b "q" \\ {,}', '', 'NULL', null]],
  ["ARRAY['2024-02-29 13:05+00'::timestamptz]", 'ARRAY', 'timestamp with time zone[]', ['2024-02-29T13:05:00Z']],
  ["ARRAY['\\x01'::bytea]", 'ARRAY', 'bytea[]', ['AQ==']],
  [`ARRAY['{"a": 1}'::jsonb]`, 'ARRAY', 'jsonb[]', [{ a: 1 }]],
  ["ARRAY['ok', 'so happy']::mood[]", 'ARRAY', 'mood[]', ['ok', 'so happy']],
  ['ARRAY[9007199254740993]', 'ARRAY', 'bigint[]', ['9007199254740993']],
  ["'[0:1]={5,6}'::int[]", 'ARRAY', 'integer[]', [5, 6]],
  ["B'0101'", 'OTHER', 'bit', '0101'],
  ["'101'::varbit(5)", 'OTHER', 'bit varying(5)', '101'],
  ["'10.0.0.0/8'::inet", 'OTHER', 'inet', '10.0.0.0/8'],
  ["'08:00:2b:01:02:03'::macaddr", 'OTHER', 'macaddr', '08:00:2b:01:02:03'],
  ["'[1,5)'::int4range", 'OTHER', 'int4range', '[1,5)'],
  ["'(1,2)'::point", 'OTHER', 'point', '(1,2)'],
  ["'<a/>'::xml", 'OTHER', 'xml', '<a/>'],
  ["'a & b'::tsquery", 'OTHER', 'tsquery', "'a' & 'b'"],
  ["'pg_class'::regclass", 'OTHER', 'regclass', 'pg_class'],
];

describe('values of PostgreSQL', () => {
  it.each(VALUES)('%s is %s, %s', async (sql, type, words, value) => {
    const { columns, tuples } = await db.query(`SELECT ${sql} AS v`);
    expect(tuples).toEqual([[value]]);
    expect(columns).toMatchObject([{ name: 'v', type, databaseType: words }]);
  });

  it('are strings throughout in arrays too, where that is asked for', async () => {
    const { tuples } = await db.query('SELECT ARRAY[1::bigint], 1::bigint', undefined, { numbers: 'STRINGS' });
    expect(tuples).toEqual([[['1'], '1']]);
  });

  it('of a type that is made anew under its name are read as the new one', async () => {
    await db.execute("CREATE TYPE brief AS ENUM ('a')");
    expect((await db.query("SELECT 'a'::brief AS v")).columns[0]?.type).toBe('ENUM');
    await db.execute('DROP TYPE brief');
    await db.execute('CREATE DOMAIN brief AS integer');
    const { columns, tuples } = await db.query("SELECT '7'::brief AS v");
    expect([columns[0]?.type, tuples]).toEqual(['INTEGER', [[7]]]);
  });
});
