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
`);
