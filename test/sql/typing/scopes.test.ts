import { describe, expect, it } from 'vitest';
import type { Query, Select } from '../../../src/sql/ast/index.js';
import { dialects, parseStatement } from '../../../src/sql/index.js';
import {
  outputColumns,
  rootScope,
  scopeOfQuery,
  scopeOfSelect,
  typeOfExpression,
  uniqueKeys,
} from '../../../src/sql/typing/index.js';
import { catalogue } from './told.js';

const dialect = dialects.POSTGRESQL;
const parse = (sql: string): Query => parseStatement(sql, dialect) as Query;

describe('an expression by itself', () => {
  it('has the types of the scope that it stands in', () => {
    const query = parse(
      'WITH o AS (SELECT total FROM orders) SELECT 1 FROM users u, o WHERE u.born + 1 > now() AND o.total IS NULL',
    );
    const select = query.body as Select;
    const scope = scopeOfSelect(select, scopeOfQuery(query, rootScope(dialect, { catalogue })));
    const [comparison, test] = select.where?.kind === 'logical' ? select.where.operands : [];
    const sum = comparison?.kind === 'binary' ? comparison.left : undefined;
    const total = test?.kind === 'is' ? test.operand : undefined;
    expect(typeOfExpression(sum!, scope)).toEqual({ type: { type: 'DATE' }, nullable: true });
    expect(typeOfExpression(total!, scope)).toEqual({ type: { type: 'DECIMAL' }, nullable: true });
  });

  it('is read once', () => {
    const select = parse('SELECT id + 1 FROM users').body as Select;
    const scope = scopeOfSelect(select, rootScope(dialect, { catalogue }));
    const expression = select.columns[0]!.expression;
    expect(typeOfExpression(expression, scope)).toBe(typeOfExpression(expression, scope));
    expect(scopeOfSelect(select, rootScope(dialect))).not.toBe(scope);
  });
});

describe('large statements', () => {
  const list = (count: number, item: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => item(index)).join(', ');

  it.each([
    ['columns', `SELECT ${list(10_000, () => 'id')} FROM users`, 10_000],
    ['rows', `VALUES ${list(10_000, () => "(1, 'a')")}`, 2],
    ['tables', `SELECT * FROM ${list(3_000, (index) => `v t${index}`)}`, 9_000],
    [
      'common tables',
      `WITH ${list(3_000, (index) => `q${index} AS (SELECT ${index === 0 ? '1 AS a' : `a FROM q${index - 1}`})`)} SELECT * FROM q2999`,
      1,
    ],
    [
      'common tables ahead',
      `WITH RECURSIVE ${list(3_000, (index) => `q${index} AS (SELECT ${index === 2999 ? '1 AS a' : `a FROM q${index + 1}`})`)} SELECT * FROM q0`,
      1,
    ],
    ['a sum', `SELECT id${' + id'.repeat(500)} FROM users`, 1],
    ['a union', `SELECT id FROM users${' UNION SELECT id FROM v'.repeat(500)}`, 1],
    ['joins', `SELECT * FROM v${' JOIN v USING (id)'.repeat(400)}`, 803],
    ['derived tables', `${'SELECT * FROM ('.repeat(200)}SELECT id FROM v${') x'.repeat(200)}`, 1],
    ['subqueries', `${'SELECT ('.repeat(200)}SELECT id FROM v${')'.repeat(200)}`, 1],
  ])('%s', (_, sql, count) => {
    const start = performance.now();
    expect(outputColumns(parse(sql), dialect, { catalogue })).toHaveLength(count);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('keys', () => {
  it.each([
    [
      ['id', 'id'],
      ['id', 'id_2'],
    ],
    [
      ['id', 'id', 'id_2', 'id'],
      ['id', 'id_3', 'id_2', 'id_4'],
    ],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
  ])('%j', (names, keys) => {
    expect(uniqueKeys(names)).toEqual(keys);
  });
});
