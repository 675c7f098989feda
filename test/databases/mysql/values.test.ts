import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/databases/index.js';
import { createDatabase, type TestDatabase } from '../../support/servers/index.js';
import { TestPipeline } from '../../support/test-pipeline.js';

/** A column's declaration, what is stored, the type, and the value in JSON. */
const VALUES: readonly (readonly [declared: string, stored: string, type: string, value: JsonValue])[] = [
  ['boolean', 'true', 'BOOLEAN', true],
  ['tinyint(1)', '7', 'BOOLEAN', 7],
  ['tinyint(1) unsigned', '1', 'INTEGER', 1],
  ['tinyint', '-128', 'INTEGER', -128],
  ['smallint unsigned', '65535', 'INTEGER', 65_535],
  ['mediumint', '-8388608', 'INTEGER', -8_388_608],
  ['int unsigned', '4294967295', 'INTEGER', 4_294_967_295],
  ['bigint', '-9223372036854775808', 'BIGINT', '-9223372036854775808'],
  ['bigint unsigned', '18446744073709551615', 'BIGINT', '18446744073709551615'],
  ['bigint', '9007199254740991', 'BIGINT', 9_007_199_254_740_991],
  ['year', '2024', 'INTEGER', 2024],
  ['year', '0', 'INTEGER', 0],
  ['decimal(12, 2)', '1234567890.5', 'DECIMAL', '1234567890.50'],
  ['decimal(65, 30)', '0.000000000000000000000000000001', 'DECIMAL', '0.000000000000000000000000000001'],
  ['float', '0.1', 'FLOAT', 0.1],
  ['float', '16777216', 'FLOAT', 16_777_216],
  ['double', '0.1', 'FLOAT', 0.1],
  ['char(5)', "'a'", 'TEXT', 'a'],
  ['varchar(5) CHARACTER SET latin1', "'é'", 'TEXT', 'é'],
  ['text', "'☃ 𝄞'", 'TEXT', '☃ 𝄞'],
  ['longtext', "''", 'TEXT', ''],
  ['varchar(5) COLLATE utf8mb4_bin', "'B'", 'TEXT', 'B'],
  ['binary(3)', "'a'", 'BINARY', 'YQAA'],
  ['varbinary(3)', "x'00ff'", 'BINARY', 'AP8='],
  ['blob', "x''", 'BINARY', ''],
  ['date', "'2024-02-29'", 'DATE', '2024-02-29'],
  ['date', "'0000-00-00'", 'DATE', '0000-00-00'],
  ['time', "'-838:59:59'", 'TIME', '-838:59:59'],
  ['time(6)', "'13:05:00.500000'", 'TIME', '13:05:00.5'],
  ['datetime', "'2024-02-29 13:05:00'", 'TIMESTAMP', '2024-02-29T13:05:00'],
  ['datetime(6)', "'1000-01-01 00:00:00.000001'", 'TIMESTAMP', '1000-01-01T00:00:00.000001'],
  ['datetime', "'0000-00-00 00:00:00'", 'TIMESTAMP', '0000-00-00 00:00:00'],
  ['timestamp(3) NULL', "'2024-02-29 13:05:00.250'", 'TIMESTAMPTZ', '2024-02-29T13:05:00.25Z'],
  ["enum('a', 'b c')", "'b c'", 'ENUM', 'b c'],
  ["set('x', 'y', 'z')", "'z,x'", 'TEXT', 'x,z'],
  ['bit(1)', "b'1'", 'BOOLEAN', true],
  ['bit(10)', "b'1000000001'", 'OTHER', '1000000001'],
  ['bit(64)', '1', 'OTHER', `${'0'.repeat(63)}1`],
  ['json', `'{"b": [1, null], "a": "x"}'`, 'JSON', { b: [1, null], a: 'x' }],
  ['json', `'{"n": 12345678901234567890}'`, 'JSON', '{"n": 12345678901234567890}'],
  ['point', 'ST_GeomFromText("POINT(1 2)")', 'OTHER', { x: 1, y: 2 }],
];

describe('values of MySQL', () => {
  let database: TestDatabase;
  let db: TestPipeline;

  beforeAll(async () => {
    database = await createDatabase('mysql');
    const columns = VALUES.map(([declared], index) => `c${index} ${declared}`);
    await database.run(`SET sql_mode = '';
      CREATE TABLE kept (${columns.join(', ')}) CHARACTER SET utf8mb4;
      INSERT INTO kept VALUES (${VALUES.map(([, stored]) => stored).join(', ')})`);
    db = await TestPipeline.open({ dialect: 'MYSQL', url: database.url });
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });

  it.each(VALUES.map(([declared, stored, type, value], index) => ({ declared, stored, type, value, index })))(
    '$declared with $stored is $type',
    async ({ type, value, index, declared }) => {
      const { columns, tuples } = await db.query(`SELECT c${index} FROM kept`);
      expect(tuples).toEqual([[value]]);
      expect(columns[0]?.type).toBe(type);
      expect(columns[0]?.databaseType).toContain(declared.replace(/[ (].*/, '').replace('boolean', 'tinyint'));
    },
  );

  it.each<[string, string, JsonValue]>([
    ['1 = 1', 'BOOLEAN', true],
    ["'a' <=> NULL", 'BOOLEAN', false],
    ['NOT 1', 'BOOLEAN', false],
    ["JSON_OBJECT('a', JSON_ARRAY(1, true))", 'JSON', { a: [1, true] }],
    ['1 + 1', 'INTEGER', 2],
    ['1 / 4', 'DECIMAL', '0.2500'],
    ['0.1e0', 'FLOAT', 0.1],
    ["CONCAT('a', 1)", 'TEXT', 'a1'],
    ['NULL', 'OTHER', null],
    ["CAST('2024-02-29' AS DATE)", 'DATE', '2024-02-29'],
    ["CAST('12.5' AS DECIMAL(5, 2))", 'DECIMAL', '12.50'],
    ["x'4142'", 'BINARY', 'QUI='],
  ])('the expression %s is %s', async (sql, type, value) => {
    const { columns, tuples } = await db.query(`SELECT ${sql} AS v`);
    expect([columns[0]?.type, tuples]).toEqual([type, [[value]]]);
  });
});
