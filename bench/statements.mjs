// What is parsed: statements as applications send them, long ones, and such as are made to hurt.

const typical = `SELECT o.id, o.total, c.name, count(*) AS lines, sum(l.quantity * l.price) AS amount
FROM orders o JOIN customers c ON c.id = o.customer_id LEFT JOIN order_lines l ON l.order_id = o.id
WHERE o.status IN ('paid', 'shipped') AND o.placed_at >= '2024-01-01' AND c.country = 'IT' AND (c.email LIKE '%@example.com' OR c.vip)
GROUP BY o.id, o.total, c.name HAVING count(*) > 2 ORDER BY amount DESC LIMIT 20 OFFSET 40`;

/** The typical statement with other values. */
const busy = (n) =>
  typical
    .replace("'paid', 'shipped'", `'${pick(n)}', '${pick(n + 1)}'`)
    .replace('2024-01-01', day(n))
    .replace("'IT'", `'${pick(n + 4)}'`)
    .replace('example.com', pick(n + 5))
    .replace('20 OFFSET 40', `${n + 20} OFFSET ${n * 20}`);

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

const texts = ['paid', 'IT', 'open', 'shipped', 'AT', 'in transit', 'DE', 'cancelled by customer', 'FR', 'new', 'ES'];
const pick = (n) => texts[n % texts.length];
const day = (n) => `2024-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 27) + 2).padStart(2, '0')}`;

/**
 * [name, the statement with the values of the n-th call, its dialect, the dialect that it is translated to]. Such values
 * differ from call to call as an application's do; formats and signs do not.
 */
export const translated = [
  ['typical: three tables, grouped', (n) => busy(n), 'POSTGRESQL', 'MYSQL'],
  ['typical: three tables, grouped', (n) => busy(n), 'POSTGRESQL', 'SQLITE'],
  ['a row by its key', (n) => `SELECT * FROM users WHERE id = ${n * 37}`, 'MYSQL', 'POSTGRESQL'],
  [
    'a report by month',
    (
      n,
    ) => `SELECT DATE_FORMAT(o.placed_at, '%Y-%m') AS month, COUNT(*) AS n, SUM(o.total) AS s, IFNULL(AVG(o.discount), 0) AS d
FROM orders o WHERE o.placed_at >= DATE_SUB('${day(n)}', INTERVAL 6 MONTH) GROUP BY month HAVING n > ${n} ORDER BY month DESC`,
    'MYSQL',
    'POSTGRESQL',
  ],
  [
    'a report by month',
    (n) => `SELECT strftime('%Y-%m', placed_at) AS month, count(*) AS n, round(total(amount), 2) AS s FROM orders
WHERE date(placed_at) >= '${day(n)}' GROUP BY 1 ORDER BY 1`,
    'SQLITE',
    'POSTGRESQL',
  ],
  [
    'ranks and common tables',
    (n) => `WITH paid AS (SELECT customer_id, total, placed_at FROM orders WHERE status = '${pick(n)}')
SELECT c.name, p.total, row_number() OVER (PARTITION BY p.customer_id ORDER BY p.placed_at DESC) AS r
FROM paid p JOIN customers c ON c.id = p.customer_id WHERE c.name ILIKE '%${pick(n + 3)}%' ORDER BY r, c.name LIMIT ${n + 10}`,
    'POSTGRESQL',
    'MYSQL',
  ],
  [
    'texts and conditions',
    (
      n,
    ) => `SELECT CONCAT(first_name, ' ', last_name) AS name, IF(active, 'yes', 'no') AS a, GREATEST(x, y) AS g, x / y AS q
FROM people WHERE last_name LIKE 'O\\'%' ORDER BY last_name, first_name LIMIT ${n * 10 + 20}, 10`,
    'MYSQL',
    'SQLITE',
  ],
];
