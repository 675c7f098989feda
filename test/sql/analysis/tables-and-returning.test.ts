import { describe, expect, it } from 'vitest';
import { type DialectName, dialects, returningClause, targetTable, tokenize } from '../../../src/sql/index.js';

describe('returningClause', () => {
  const found = (sql: string): unknown => {
    const clause = returningClause(tokenize(sql, dialects.POSTGRESQL));
    if (clause === null) return null;
    return [sql.slice(clause.start, clause.end), ...clause.items.map((item) => sql.slice(item.start, item.end))];
  };

  it.each<[string, unknown]>([
    ['INSERT INTO t VALUES (1)', null],
    ['INSERT INTO t VALUES (1) RETURNING', null],
    ['INSERT INTO t VALUES (1) RETURNING *', ['*', '*']],
    ['UPDATE t SET x = 1 RETURNING id, f(a, b) AS c -- end\n;', ['id, f(a, b) AS c', 'id', 'f(a, b) AS c']],
    ['DELETE FROM t WHERE t.returning = 1 RETURNING (SELECT 1)', ['(SELECT 1)', '(SELECT 1)']],
    ['WITH a AS (DELETE FROM t RETURNING x) SELECT * FROM a', null],
    ['WITH a AS (DELETE FROM t RETURNING x) INSERT INTO u SELECT * FROM a RETURNING y', ['y', 'y']],
    ['REPLACE INTO t VALUES (1) RETURNING id', ['id', 'id']],
    ['SELECT returning FROM t', null],
  ])('%s', (sql, expected) => {
    expect(found(sql)).toEqual(expected);
  });
});

describe('targetTable', () => {
  it.each<[DialectName, string, string | null]>([
    ['POSTGRESQL', 'INSERT INTO t VALUES (1)', 't'],
    ['POSTGRESQL', 'INSERT INTO "a b" . t (x) VALUES (1)', '"a b" . t'],
    ['POSTGRESQL', 'WITH a AS (SELECT 1) UPDATE ONLY s.t SET x = 1', 's.t'],
    ['POSTGRESQL', 'DELETE FROM ONLY t USING u', 't'],
    ['POSTGRESQL', 'UPDATE ignore SET x = 1, y = 2', 'ignore'],
    ['POSTGRESQL', 'INSERT t VALUES (1)', null],
    ['SQLITE', 'INSERT OR REPLACE INTO main.t VALUES (1)', 'main.t'],
    ['SQLITE', 'UPDATE OR IGNORE [a] SET x = 1', '[a]'],
    ['SQLITE', 'REPLACE INTO t VALUES (1)', 't'],
    ['MYSQL', 'INSERT LOW_PRIORITY IGNORE `a`.`t` VALUES (1)', '`a`.`t`'],
    ['MYSQL', 'DELETE QUICK FROM t WHERE x = 1', 't'],
    ['MYSQL', 'UPDATE a JOIN b ON a.x = b.x SET a.y = 1', null],
    ['MYSQL', 'UPDATE a, b SET a.y = 1', null],
    ['MYSQL', 'DELETE a FROM a JOIN b', null],
    ['MYSQL', 'DELETE FROM a, b USING a JOIN b', null],
    ['MYSQL', 'SELECT 1 FROM t', null],
    ['MYSQL', '', null],
  ])('%s: %s', (dialect, sql, expected) => {
    const range = targetTable(tokenize(sql, dialects[dialect]), dialects[dialect]);
    expect(range === null ? null : sql.slice(range.start, range.end)).toBe(expected);
  });
});
