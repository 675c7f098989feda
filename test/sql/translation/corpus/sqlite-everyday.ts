import { plainCases, type Case } from './case.js';

/** Statements of applications that broke once: numbers beside texts, aliases in other cases, Julian days, ties, stars beside groups. */
export const sqliteEveryday: readonly Case[] = plainCases(`
  -- aliases and tables in another case than where they are named
  SELECT O.id, o.total FROM orders O WHERE O.id = 1
  SELECT X.n FROM (SELECT count(*) AS n FROM orders) AS x WHERE x.N > 1
  WITH T AS (SELECT id FROM orders) SELECT t.id FROM T WHERE T.id < 3 ORDER BY t.id
  -- columns of numbers beside texts
  SELECT id, i > t a, i < t b, i = u c, t <> i d, i >= substr(t, 1, 2) e, i = 'abc' f, i <> '' g, i > 'x' h, d = '10.50' k, i BETWEEN '1' AND 'z' l FROM samples ORDER BY id
  SELECT id FROM orders WHERE customer_id <> '' ORDER BY id
  SELECT a.id, b.id FROM samples a JOIN samples b ON b.i = a.u ORDER BY 1, 2
  SELECT id FROM orders WHERE customer_id = strftime('%m', placed_on) ORDER BY id
  SELECT id, stock > tags, id = sku FROM products ORDER BY id
  -- days as numbers, and bits of what is no whole number
  SELECT date(julianday('2024-01-31') + 30) a, datetime(julianday('2024-01-31 12:00') - 0.5) b, date(julianday(placed_on) + 7) c, strftime('%Y', julianday(placed_on)) d, date(round(julianday(placed_on))) e FROM orders ORDER BY id
  SELECT d & 7 a, f | 1 b, t & 3 c, '7.9' & 15 e, 7.9 & 15 g FROM samples WHERE i >= 0 ORDER BY id
  -- the first of the rows with the greatest value, stars beside groups
  SELECT customer_id, max(placed_on), total FROM orders GROUP BY customer_id ORDER BY customer_id
  SELECT *, max(salary) FROM employees GROUP BY department ORDER BY department
  SELECT e.*, min(hired) m FROM employees e GROUP BY e.department ORDER BY department
  SELECT strftime('%Y', e.hired) y, (SELECT count(*) FROM employees x WHERE strftime('%Y', x.hired) < strftime('%Y', e.hired)) n FROM employees e GROUP BY y ORDER BY y
  -- separators by the codes of their characters; defaults of another type
  SELECT group_concat(name, char(10)) FROM (SELECT name FROM employees ORDER BY id)
  SELECT id, lead(placed_on, 1, 'none') OVER (PARTITION BY customer_id ORDER BY id) nxt, lag(total, 1, 'x') OVER (ORDER BY id) l, lag(status, 1, 0) OVER (ORDER BY id) m, lag(id, 1, 0.5) OVER (ORDER BY id) n FROM orders ORDER BY id
  -- whether a text is a document; widths in bytes
  SELECT id, json_valid(tags) a, json_valid('["' || replace(title, ' ', '","') || '"]') b, json_valid(price || '') c, json_valid('{"t":' || ifnull(weight, 'x') || '}') d FROM products WHERE json_valid(title) = 0 ORDER BY id
  SELECT json_valid(x) b, length(x) FROM (SELECT '{"a":[1,{"b":"x\\"y\\u00e9"}],"c":null}' AS x UNION ALL SELECT '[]' UNION ALL SELECT ' { } ' UNION ALL SELECT '[1,]' UNION ALL SELECT '{"a"}' UNION ALL SELECT '01' UNION ALL SELECT '-1.5e+3' UNION ALL SELECT '"a' UNION ALL SELECT '' UNION ALL SELECT 'nul' UNION ALL SELECT '[true false]' UNION ALL SELECT '1 2' UNION ALL SELECT '{"a":1,"a":[[[]]]}' UNION ALL SELECT '{1:2}' UNION ALL SELECT 's' UNION ALL SELECT '"ü"' UNION ALL SELECT NULL) ORDER BY 2, 1
  SELECT printf('%10s|', t) f, printf('%-10s|', u) g, printf('%8s', i) h, printf('%-12s%s', t, u) k FROM samples ORDER BY id
`);
