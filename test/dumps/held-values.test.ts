import { expect, it } from 'vitest';
import type { DialectName } from '../../src/sql/index.js';
import { createLoaded } from '../support/loaded-database.js';
import { sqlOf, translatedScript } from './translated-script.js';

const TARGETS: readonly DialectName[] = ['POSTGRESQL', 'MYSQL'];

/** A column as SQLite's script declares it, the values that its rows hold, and what they are in a column made for them. */
const COLUMNS: readonly (readonly [declared: string, values: readonly string[], kept: readonly unknown[]])[] = [
  ['datetime', ['1704103200', 'NULL'], ['1704103200', null]],
  ['datetime', ["'2024-01-01'", "'2024-02-29'"], ['2024-01-01', '2024-02-29']],
  ['date', ["'2024-01-01 10:00:00'", 'NULL'], ['2024-01-01T10:00:00', null]],
  ['datetime', ["'1958/12/8'", "''"], ['1958/12/8', '']],
  ['time', ["'25:00'", "'10:00'"], ['25:00', '10:00']],
  ['int', ['1.5', '-2'], [1.5, -2]],
  ['integer', ["'n/a'", "'12'"], ['n/a', '12']],
  ['varchar(3)', ["'longer'", "'é'"], ['longer', 'é']],
  ['decimal(5,2)', ['123456.25', "'1'"], ['123456.25', '1.00']],
  ['boolean', ["'t'", "'f'"], ['t', 'f']],
  ['boolean', ["'1'", '0'], [true, false]],
  ['boolean', ['2', '1'], ['2', '1']],
  ['json', [String.raw`replace('{"a":"x\ny"}','\n',char(10))`, 'NULL'], ['{"a":"x\ny"}', null]],
  ['blob', ["'plain'", 'NULL'], ['plain', null]],
  ['text', ["X'00FF'", 'NULL'], ['AP8=', null]],
  ['', ['7', '-8'], ['7', '-8']],
  ['', ["'x'", String.raw`unistr('a\u000ab')`], ['x', 'a\nb']],
  ['any', ["X'01'", '2'], ['AQ==', 'Mg==']],
];

const script = [
  `CREATE TABLE held (id INTEGER PRIMARY KEY, ${COLUMNS.map(([type], at) => `c${at} ${type}`).join(', ')});`,
  ...[0, 1].map(
    (row) => `INSERT INTO held VALUES(${[row + 1, ...COLUMNS.map(([, values]) => values[row] ?? 'NULL')].join(',')});`,
  ),
].join('\n');

it.each(TARGETS)('makes columns for the values that rows of SQLite hold in %s', async (to) => {
  const target = await createLoaded(to);
  try {
    const outcomes = translatedScript(script, 'SQLITE', to);
    expect(outcomes.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal.message]))).toEqual([]);
    await target.load(sqlOf(outcomes, to));
    const rows = (await target.contents()).get('held')?.rows ?? [];
    for (const [at, [declared, values, kept]] of COLUMNS.entries())
      expect(
        rows
          .map((row) => row[at + 1])
          .map((value) => (typeof kept[0] === 'string' && typeof value === 'number' ? String(value) : value)),
        `${declared}: ${values.join(', ')}`,
      ).toEqual(kept);
  } finally {
    await target.drop();
  }
});

const told = (sql: string, to: DialectName): string[] =>
  translatedScript(sql, 'SQLITE', to).flatMap(({ notices }) =>
    notices.flatMap(({ code, severity, message }) => (severity === 'INFO' ? [] : [`${code} ${message}`])),
  );

it('tells of columns that become others, and not of those that keep what they declare', () => {
  const kept =
    "CREATE TABLE t (a datetime, b int, c blob, d text); INSERT INTO t VALUES('2024-01-01 10:00:00',1,X'00','x');";
  expect(told(kept, 'POSTGRESQL')).toEqual([]);
  expect(told("CREATE TABLE t (a datetime); INSERT INTO t VALUES(12),('soon');", 'MYSQL')).toEqual([
    expect.stringMatching(/^TYPE_CHANGED `a` declares `datetime`, and rows hold other values: it becomes `text`/),
  ]);
  expect(
    told("CREATE TABLE t (a datetime); INSERT INTO t VALUES('2024-01-01'),('2024-01-01 10:00');", 'MYSQL'),
  ).toEqual([expect.stringMatching(/^TYPE_CHANGED Rows hold days without times in `a`/)]);
});

it('leaves columns to what later statements make of a table', () => {
  const sql = `CREATE TABLE t (a int, b text); ALTER TABLE t DROP COLUMN a; ALTER TABLE t ADD COLUMN c date; INSERT INTO t VALUES('x','2024-01-01');`;
  expect(told(sql, 'POSTGRESQL')).toEqual([]);
});

it('writes infinity as PostgreSQL does, and refuses the row for MySQL', () => {
  const sql =
    'CREATE TABLE t (a real); INSERT INTO t VALUES(9.0e+999); INSERT INTO t VALUES(-9.0e+999); INSERT INTO t VALUES(1.5);';
  expect(sqlOf(translatedScript(sql, 'SQLITE', 'POSTGRESQL'), 'POSTGRESQL')).toContain(
    "(-CAST('Infinity' AS DOUBLE PRECISION))",
  );
  const made = translatedScript(sql, 'SQLITE', 'MYSQL');
  expect(made.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal.message]))).toHaveLength(2);
});
