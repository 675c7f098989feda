import { plainCases, type Case } from './case.js';

/** Statements of ORMs, shops and reports that broke once: names in other cases, days that there are none of, bits of texts, bytes beside texts. */
export const mysqlEveryday: readonly Case[] = plainCases(`
  -- aliases that are a table's name but for its case
  SELECT \`User\`.\`id\`, \`User\`.\`name\`, \`Orders\`.\`id\` AS \`Orders.id\`, \`Orders\`.\`total\` AS \`Orders.total\` FROM \`customers\` AS \`User\` LEFT OUTER JOIN \`orders\` AS \`Orders\` ON \`User\`.\`id\` = \`Orders\`.\`customer_id\` WHERE (\`User\`.\`active\` = true AND \`User\`.\`score\` >= 7) ORDER BY \`User\`.\`id\` ASC, \`Orders\`.\`id\` DESC
  SELECT \`P\`.\`id\` FROM \`products\` AS \`P\` INNER JOIN (SELECT DISTINCT \`product_id\` FROM \`order_items\`) AS \`Items\` ON \`Items\`.\`product_id\` = \`P\`.\`id\` ORDER BY \`P\`.\`id\`
  -- matches that see case
  SELECT id, name FROM customers WHERE name REGEXP BINARY 'ada' ORDER BY id
  SELECT id, name FROM customers WHERE name NOT REGEXP BINARY '^[A-Z]' OR name COLLATE utf8mb4_bin REGEXP 'S' ORDER BY id
  -- days that there are none of, and moments as numbers
  SELECT CAST('2024-02-30' AS DATE) a, DATE('2024-02-31') b, DATE_ADD('2023-02-29', INTERVAL 1 DAY) c, YEAR('2024-02-30') d, DAYNAME('2024-13-01') e, DATEDIFF('2024-02-30', '2024-01-01') f, LAST_DAY('2024-02-30') g
  SELECT CAST(shipped_at AS UNSIGNED) a, CAST(placed_on AS SIGNED) b, CAST(TIME(shipped_at) AS UNSIGNED) c, CAST(0xFF AS UNSIGNED) d, CAST(placed_on AS DECIMAL(10,0)) e FROM orders ORDER BY id
  SELECT id, shipped_at - placed_on b, placed_on * 1 c, MOD(placed_on, 100) d, placed_on - 20240101 e FROM orders ORDER BY id
  -- bits of what is no whole number
  SELECT '7.5' & 15, '7.5x' & 15, 7.5 & 15, 7.5e0 & 15, 6.5e0 & 15, CONCAT('7.9', '') & 15, SUM(salary) & 255 FROM employees
  SELECT id, d & 15 a, f | 1 b, t & 3 c, t << 1 e, u ^ 1 g FROM samples WHERE i >= 0 ORDER BY id
  -- bytes beside texts
  SELECT id, UNHEX(HEX(sku)) = sku same, UNHEX('412D303031') = sku f, UNHEX('6162') = 'AB' g, UNHEX('6162') IN ('ab', 'x') h FROM products ORDER BY id
  -- what rows are grouped by, in a subquery
  SELECT DATE(o.shipped_at) d, COUNT(DISTINCT o.customer_id) n, (SELECT COUNT(DISTINCT x.customer_id) FROM orders x WHERE x.shipped_at BETWEEN DATE(o.shipped_at) - INTERVAL 6 DAY AND DATE(o.shipped_at) + INTERVAL 1 DAY) w FROM orders o GROUP BY DATE(o.shipped_at) ORDER BY d
  SELECT YEAR(o.placed_on) y, SUM(o.total) t, (SELECT SUM(p.total) FROM orders p WHERE YEAR(p.placed_on) = YEAR(o.placed_on) - 1) prev FROM orders o GROUP BY YEAR(o.placed_on) ORDER BY y
  -- parts of a second; decimals cut to fewer digits; whether a text is a document
  SELECT SEC_TO_TIME(AVG(salary) * 60) a, SEC_TO_TIME(SUM(salary * 60)) b, SEC_TO_TIME(ROUND(AVG(salary))) c, SEC_TO_TIME(1.5) d, SEC_TO_TIME(2.25e0) e, SEC_TO_TIME(-0.7) f FROM employees
  SELECT SEC_TO_TIME(AVG(TIMESTAMPDIFF(SECOND, placed_on, shipped_at))) a, SEC_TO_TIME(AVG(TIME_TO_SEC(TIME(shipped_at)))) b, SEC_TO_TIME(total) c FROM orders WHERE shipped_at IS NOT NULL AND id < 3 GROUP BY total ORDER BY total
  SELECT id, CAST(total AS DECIMAL(5,1)) a, CAST(19.95 AS DECIMAL(4,1)) c, CAST(total AS DECIMAL(10,2)) d, CAST(total / 3 AS DECIMAL(10,3)) e FROM orders ORDER BY id
  SELECT id, JSON_VALID(tags) a, JSON_VALID(CONCAT('["', REPLACE(title, ' ', '","'), '"]')) b, JSON_VALID(sku) + 1 c, IF(JSON_VALID(sku), 1, 2) d FROM products WHERE JSON_VALID(attributes) OR NOT JSON_VALID(title) ORDER BY id
  -- sets of flags, and documents that have something in common
  SELECT id, MAKE_SET(stock & 7, 'read', 'write', 'exec') a, MAKE_SET(stock, 'a', NULL, 'c') b, MAKE_SET(NULL, 'a') c, MAKE_SET(1 | 4, 'x', 'y', 'z') d FROM products ORDER BY id
  SELECT id, JSON_OVERLAPS(JSON_EXTRACT(attributes, '$.tags'), '["wood","x"]') a, JSON_OVERLAPS(attributes, '{"color":"blue"}') b, JSON_OVERLAPS('[1,2]', '[2,3]') c, JSON_OVERLAPS('[1]', '1') d, JSON_OVERLAPS('{"a":1}', '[{"a":1}]') e, JSON_OVERLAPS('[1]', '[true]') f, JSON_OVERLAPS('{"a":1}', '{"b":1}') g FROM products ORDER BY id
  SELECT id FROM products WHERE JSON_OVERLAPS(JSON_EXTRACT(attributes, '$.tags'), JSON_ARRAY('chair', 'desk')) ORDER BY id
`);
