import { plainCases, type Case } from './case.js';

/** Patterns of to_char and to_number beyond the commonest. */
export const postgresqlNumberAndDatePatterns: readonly Case[] = [
  ...plainCases(String.raw`
SELECT to_char(at, 'FMHH12:MIam') FROM samples ORDER BY id
SELECT to_char(at, 'HH:MI p.m.'), to_char(at, 'HH:MI A.M.') FROM samples ORDER BY id
SELECT to_char(total, '990D0') FROM orders ORDER BY id
SELECT to_char(total, 'FM99990.099') FROM orders ORDER BY id
SELECT to_char(total, 'FM990.90') FROM orders ORDER BY id
SELECT to_char(salary, 'fm9,990.00') FROM employees ORDER BY id
SELECT to_char(salary, '0000000') FROM employees ORDER BY id
SELECT to_char(-salary, '00000') FROM employees ORDER BY id
SELECT to_char(1234567.891, 'FM999,999,999.0')
SELECT to_char(-1, '9')
SELECT to_char(total, 'FM$9,999.00') FROM orders ORDER BY id
SELECT to_char(total, '$999.99') FROM orders ORDER BY id
SELECT to_char(id, '99th') FROM orders ORDER BY id
SELECT to_char(id, 'FM99th') FROM orders ORDER BY id
SELECT to_char(id, 'FM9999TH') FROM orders ORDER BY id
SELECT to_char(id - 3, 'FM9999TH'), to_char(id * 37, 'FM9th'), to_char(id + 100, '999th') FROM orders ORDER BY id
SELECT to_char(at, 'SSSS') FROM samples ORDER BY id
SELECT to_char(day, 'W') FROM samples ORDER BY id
SELECT to_char(at, 'TZ|tz|OF') FROM samples ORDER BY id
SELECT to_char(at::timestamptz, 'TZ|tz|OF|TZH:TZM') FROM samples ORDER BY id
SELECT to_char(at, 'AD|bc|A.D.') FROM samples ORDER BY id
SELECT to_char(day, 'DDth'), to_char(day, 'DDTH'), to_char(day, 'FMDDTH'), to_char(day, 'MMth'), to_char(day, 'FMDDDth') FROM samples ORDER BY id
SELECT to_char(at, 'SSSS'), to_char(at, 'SSSSS') FROM samples ORDER BY id
SELECT to_char(score, '990.9%'), to_char(score, 'FM990.0"%"'), to_char(score * 10, '99.9') FROM customers ORDER BY id
SELECT to_number('1,234.56', '9,999.99'), to_number('-12', 'S99'), to_number('$1,234.50', 'L9,999.99'), to_number('00042', '99999'), to_number('12.5%', '99.9')
SELECT to_char(shipped_at, 'FMDDth "of" FMMonth'), to_char(shipped_at, 'HH12:MI P.M.') FROM orders ORDER BY id
`),
  ...[
    "SELECT to_number(t, '999999') FROM (VALUES ('12'), ('345'), (NULL)) v(t)",
    "SELECT to_number(note, '999G999D99') FROM (VALUES ('1,234.5'), ('12.25')) v(note)",
  ].map((sql) => ({ sql, warns: { MYSQL: ['NUMBER_PATTERN'], SQLITE: ['NUMBER_PATTERN'] } })),
  // the sign of a currency, and the names of months, are the server's
  { sql: "SELECT to_char(total, 'L9,999.99') FROM orders", refuses: ['MYSQL', 'SQLITE'] },
  { sql: "SELECT to_char(day, 'TMMonth') FROM samples" },
];
