import { plainCases } from './case.js';

export const postgresqlBasics = plainCases(`
  SELECT id, name FROM customers ORDER BY id
  SELECT * FROM public.employees WHERE manager_id IS NOT NULL ORDER BY id
  SELECT i / j FROM samples WHERE j <> 0
  SELECT i % j FROM samples WHERE j <> 0
  SELECT d / 4, f / 4, i / 4.0 FROM samples
  SELECT id, bonus FROM employees ORDER BY bonus, id
  SELECT id, bonus FROM employees ORDER BY bonus DESC, id
  SELECT id, bonus FROM employees ORDER BY 2 DESC NULLS LAST, 1
  SELECT id FROM customers WHERE active ORDER BY id
  SELECT id FROM customers WHERE NOT active OR credit IS NULL ORDER BY id
  SELECT id FROM customers WHERE active = 't' ORDER BY id
  SELECT active, count(*) AS n FROM customers GROUP BY active ORDER BY active
  SELECT 'a' || id || 'b' FROM customers ORDER BY id
  SELECT 'is ' || active FROM customers ORDER BY id
  SELECT GREATEST(i, j, 4), LEAST(i, j) FROM samples ORDER BY id
  SELECT COALESCE(credit, 0) + 1 FROM customers ORDER BY id
  SELECT id FROM customers WHERE name LIKE 'A%'
  SELECT id FROM customers WHERE name LIKE '%a%'
  SELECT id FROM customers WHERE name ILIKE '%a%'
  SELECT id FROM customers WHERE name LIKE '%100\\%'
  SELECT id FROM customers WHERE name NOT LIKE '%\\\\%'
  SELECT id FROM orders WHERE note LIKE '%!_%' ESCAPE '!'
  SELECT id FROM customers WHERE id = ANY (ARRAY[1, 3, 99])
  SELECT id FROM customers WHERE id IN (SELECT customer_id FROM orders WHERE total > 100) ORDER BY id
  SELECT id FROM customers WHERE credit > ALL (SELECT credit FROM customers WHERE country = 'DE') ORDER BY id
  SELECT (CASE WHEN active THEN 'yes' ELSE 'no' END) AS word FROM customers ORDER BY id
  SELECT c.name, o.id FROM customers c LEFT JOIN orders o ON o.customer_id = c.id AND o.status = 'paid' ORDER BY c.id, o.id
  WITH RECURSIVE chain AS (SELECT id, name, 1 AS level FROM employees WHERE manager_id IS NULL UNION ALL SELECT e.id, e.name, c.level + 1 FROM employees e JOIN chain c ON e.manager_id = c.id) SELECT * FROM chain ORDER BY id
  SELECT department, sum(salary) FILTER (WHERE bonus IS NOT NULL) AS paid, count(*) FILTER (WHERE bonus > 0) AS n FROM employees GROUP BY department ORDER BY n, paid
  SELECT id, rank() OVER (PARTITION BY department ORDER BY salary DESC) AS r FROM employees ORDER BY id
  SELECT id, sum(salary) OVER (ORDER BY hired ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS s FROM employees ORDER BY id
  SELECT avg(salary), avg(bonus) FROM employees
  SELECT CAST(f AS int), CAST(d AS integer), d::int FROM samples ORDER BY id
  SELECT CAST(b AS text), b::int FROM samples ORDER BY id
  SELECT '42'::int + 1, 3::text || 'x'
  VALUES (1, 'a'), (2, 'b')
  SELECT count(*), count(bonus), count(DISTINCT salary) FROM employees
  SELECT i FROM samples INTERSECT SELECT j FROM samples
  SELECT i FROM samples EXCEPT SELECT j FROM samples
  SELECT id FROM samples WHERE i IS DISTINCT FROM j ORDER BY id
  SELECT id FROM samples WHERE i BETWEEN SYMMETRIC 5 AND 1 ORDER BY id
  SELECT i & 3, i | 8, i # 1, ~i, i << 2 FROM samples ORDER BY id
  SELECT 2 ^ 3, |/ 16.0
  SELECT id FROM samples ORDER BY id LIMIT 3 OFFSET 2
  SELECT id FROM samples ORDER BY id FETCH FIRST 2 ROWS ONLY
  SELECT bool_and(active), bool_or(active) FROM customers
  SELECT (i, j) = (7, 2) FROM samples ORDER BY id
`);
