// What is parsed: statements as applications send them, long ones, and such as are made to hurt.

const typical = `SELECT o.id, o.total, c.name, count(*) AS lines, sum(l.quantity * l.price) AS amount
FROM orders o JOIN customers c ON c.id = o.customer_id LEFT JOIN order_lines l ON l.order_id = o.id
WHERE o.status IN ('paid', 'shipped') AND o.placed_at >= '2024-01-01' AND c.country = 'IT' AND (c.email LIKE '%@example.com' OR c.vip)
GROUP BY o.id, o.total, c.name HAVING count(*) > 2 ORDER BY amount DESC LIMIT 20 OFFSET 40`;

const report = Array.from({ length: 17 }, (_, index) => `q${index} AS (${typical.replaceAll('\n', ' ')})`);
const rows = (count) =>
  Array.from({ length: count }, (_, index) => `(${index}, 'name of row ${index}', ${index}.25, NULL)`);
const numbers = (count) => Array.from({ length: count }, (_, index) => index).join(', ');
const repeat = (text, count) => text.repeat(count);

/** [name, statement, how often it is run to warm up and to measure] */
export const statements = [
  ['short: a row by its key', 'SELECT * FROM users WHERE id = 42', 3000],
  ['typical: three tables, grouped', typical, 2000],
  ['10 KB: seventeen common tables', `WITH ${report.join(',\n')} SELECT * FROM q0 JOIN q1 ON q0.id = q1.id`, 60],
  [
    '1 MB: an INSERT of many rows',
    `INSERT INTO t (id, name, price, note) VALUES ${rows(21_500).join(', ')}`
      .slice(0, 999_000)
      .replace(/, \([^)]*$/, ''),
    2,
  ],
  ['an IN list of 10,000', `SELECT * FROM t WHERE id IN (${numbers(10_000)})`, 20],
  ['500 nested parentheses', `SELECT ${repeat('(', 500)}1${repeat(')', 500)}`, 60],
  [
    '200 joins',
    `SELECT * FROM t0 ${Array.from({ length: 200 }, (_, i) => `JOIN t${i + 1} ON t${i + 1}.id = t${i}.id`).join(' ')}`,
    40,
  ],
];
