import { describe, expect, it } from 'vitest';
import {
  analyse,
  dialects,
  parseStatement,
  rewrite,
  walk,
  type DialectName,
  type Node,
} from '../../../src/sql/index.js';

/** Statements with an expression at every place that a grammar has one. */
const STATEMENTS: readonly (readonly [DialectName, string])[] = [
  [
    'POSTGRESQL',
    'SELECT DISTINCT ON (1) a AS x, CASE 1 WHEN 2 THEN 3 ELSE 4 END FROM t WHERE 5 = 6 GROUP BY GROUPING SETS ((7), (8)) HAVING 9 > 1 ORDER BY 2 LIMIT 3 OFFSET 4',
  ],
  [
    'POSTGRESQL',
    'SELECT sum(1) FILTER (WHERE 2 > 1) OVER (PARTITION BY 3 ORDER BY 4 ROWS BETWEEN 5 PRECEDING AND 6 FOLLOWING) FROM t WINDOW w AS (ORDER BY 7)',
  ],
  [
    'POSTGRESQL',
    'SELECT percentile_cont(1) WITHIN GROUP (ORDER BY 2), ARRAY[3], (a)[4], (a)[5:6], ROW(7), 8::int, 9 BETWEEN 1 AND 2, 3 IN (4), 5 IS NULL, 6 LIKE 7 ESCAPE 8 FROM t',
  ],
  [
    'POSTGRESQL',
    'SELECT * FROM generate_series(1, 2) g, ROWS FROM (f(3)) r, LATERAL (SELECT 4) x JOIN u ON 5 = 6, v TABLESAMPLE system (7) REPEATABLE (8)',
  ],
  [
    'POSTGRESQL',
    'WITH c AS (SELECT 1) INSERT INTO t (a) VALUES (2) ON CONFLICT (a) WHERE 3 > 2 DO UPDATE SET a = 4 WHERE 5 = 6 RETURNING 7',
  ],
  ['POSTGRESQL', 'UPDATE t SET a = 1, (b, c) = (2, 3) FROM (SELECT 4) x WHERE 5 = 6 RETURNING 7'],
  ['POSTGRESQL', 'DELETE FROM t USING (SELECT 1) x WHERE 2 = 3 RETURNING 4'],
  [
    'POSTGRESQL',
    'MERGE INTO t USING (SELECT 1) x ON 2 = 3 WHEN MATCHED AND 4 = 5 THEN UPDATE SET a = 6 WHEN NOT MATCHED THEN INSERT (a) VALUES (7)',
  ],
  ['POSTGRESQL', 'VALUES (1, 2) ORDER BY 3 LIMIT 4'],
  [
    'MYSQL',
    'SELECT GROUP_CONCAT(1 ORDER BY 2), INTERVAL(3, 4), IF(5, 6, 7), @x := 8 FROM t WHERE 9 <=> 1 GROUP BY 2 WITH ROLLUP HAVING 3 ORDER BY 4',
  ],
  ['MYSQL', 'INSERT INTO t SET a = 1 ON DUPLICATE KEY UPDATE b = 2'],
  ['MYSQL', 'REPLACE INTO t VALUES (1, 2)'],
  ['MYSQL', 'UPDATE t, u SET t.a = 1, u.b = 2 WHERE 3 = 4'],
  ['MYSQL', 'DELETE t FROM t JOIN u ON 1 = 2 WHERE 3 = 4'],
  ['MYSQL', "SELECT * FROM JSON_TABLE('[]', '$' COLUMNS (a int PATH '$')) j, t WHERE MATCH (a) AGAINST ('x')"],
  ['SQLITE', 'INSERT INTO t VALUES (1) ON CONFLICT (a) DO UPDATE SET a = 2 WHERE 3 = 4 RETURNING 5'],
  ['SQLITE', 'UPDATE t SET (a, b) = (1, 2) FROM u WHERE 3 = 4 ORDER BY 5 LIMIT 6'],
  [
    'SQLITE',
    'SELECT a COLLATE nocase, CAST(1 AS text), 2 IN (3), EXISTS (SELECT 4) FROM json_each(5) WHERE 6 = 7 ORDER BY 8 LIMIT 9 OFFSET 1',
  ],
];

describe('a table in a subquery', () => {
  it.each(STATEMENTS)('is found wherever one may stand: %s, %s', (name, sql) => {
    const dialect = dialects[name];
    const hidden = parseStatement('SELECT (SELECT secret FROM tokens)', dialect);
    const found: Node[] = [];
    walk(hidden, (node) => {
      if (node.kind === 'subquery') found.push(node);
      return true;
    });
    const [subquery] = found;
    const tree = parseStatement(sql, dialect);
    const places: Node[] = [];
    walk(tree, (node) => {
      if (node.kind === 'number' || node.kind === 'string') places.push(node);
      return true;
    });
    expect(places.length).toBeGreaterThan(0);
    for (const place of places) {
      const changed = rewrite(tree, (node) => (node === place ? (subquery ?? node) : node));
      expect(analyse(changed, dialect).tables.read, `at ${place.span.start}`).toContain('tokens');
    }
  });
});
