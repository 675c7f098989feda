import { plainCases, type Case } from './case.js';

/** Functions that are seldom met, composed of what the targets have. */
export const mysqlSeldom: readonly Case[] = [
  ...plainCases(`
  SELECT LEAST(_utf8mb4'b', 'A', 'c') a, GREATEST('b', _utf8mb4'C', 'a') b
  SELECT id, SOUNDEX(name), SOUNDEX(email), SOUNDEX(city) FROM customers ORDER BY id
  SELECT SOUNDEX('Tymczak'), SOUNDEX('3 O''Brien'), SOUNDEX(''), SOUNDEX(NULL), SOUNDEX('Élan vital')
  SELECT id FROM customers WHERE name SOUNDS LIKE 'Bobb Stown' ORDER BY id
  SELECT id FROM customers WHERE NOT name SOUNDS LIKE 'frank' ORDER BY id
  SELECT id, EXPORT_SET(stock, 'Y', 'n', '', 10), EXPORT_SET(id, '1', '0', '|', 4) FROM products ORDER BY id
  SELECT EXPORT_SET(5, 'on', 'off'), EXPORT_SET(NULL, 'a', 'b'), EXPORT_SET(6, 'x', '-', ',', 3)
  SELECT id, JSON_DEPTH(attributes), JSON_DEPTH('{}'), JSON_DEPTH('[1,[2,{"a":3}]]'), JSON_DEPTH('true') FROM products ORDER BY id
  SELECT id, JSON_ARRAY_INSERT(attributes, '$.tags[0]', 'first'), JSON_ARRAY_INSERT(attributes, '$.tags[9]', 1), JSON_ARRAY_INSERT(attributes, '$.color[0]', 1) FROM products ORDER BY id
  SELECT JSON_ARRAY_INSERT('[1,2,3]', '$[1]', 'x'), JSON_ARRAY_INSERT('{"a":1}', '$[0]', 2)
  SELECT id, SUBSTRING_INDEX(tags, '', 1), SUBSTRING_INDEX(tags, '', -2), DATE_FORMAT(NULL, ''), ADDTIME('2024-02-28 12:00:00', '1 12:30:00'), SUBTIME('2024-03-01 00:00:00', '25:00:01') FROM products ORDER BY id
  SELECT id, active = 'yes', active = '1', active <> '0', active IN ('0', 'no') FROM customers ORDER BY id
  SELECT SUBSTRING_INDEX(',a,b,', ',', 9), SUBSTRING_INDEX(tags, ',', 8), SUBSTRING_INDEX(CONCAT(tags, ','), ',', id + 2) FROM products ORDER BY id
  SELECT id, ADDTIME(shipped_at, '1 02:03:04'), SUBTIME(shipped_at, '-1 00:00:30'), DATE_FORMAT(placed_on, '') FROM orders ORDER BY id
  SELECT STR_TO_DATE('May 1, 2013', '%M %d,%Y'), STR_TO_DATE(' 1 , 5,2013', '%d,%m,%Y'), STR_TO_DATE('9 :30', '%H:%i'), STR_TO_DATE('abc', '%Y')
  SELECT id, FORMAT(price, 2, 'de_DE'), FORMAT(-1234567.891, 1, 'de_DE'), FORMAT(stock * 1000, 0, 'en_US'), FORMAT(NULL, 2, 'de_DE') FROM products ORDER BY id
  SELECT id, CONV(0 - stock, 10, 16), CONV(0 - stock, 10, 2), BIN(stock - 5) FROM products ORDER BY id
  SELECT CAST('2022$07$14' AS DATE), DATE('2022.7.4'), CAST('2022/07/14 5:6:7' AS DATETIME), DATE_ADD('2024/01/31', INTERVAL 1 MONTH), DATEDIFF('2024^03^01', '2024,2,28')
  SELECT p.id, j.* FROM products p, JSON_TABLE(p.attributes, '$.tags[*]' COLUMNS (n FOR ORDINALITY, tag VARCHAR(20) PATH '$', size INT PATH '$.size' DEFAULT '-1' ON EMPTY)) AS j ORDER BY p.id, n
  SELECT JSON_MERGE_PRESERVE('{"a":1,"b":[2]}', '{"a":{"c":3},"b":[4]}'), JSON_MERGE_PRESERVE('[1,2]', '{"x":1}', 'true')
`),
  {
    sql: `SELECT id FROM customers WHERE (country, city) IN (SELECT country, 'paris' FROM customers) ORDER BY id`,
    warns: { POSTGRESQL: ['TEXT_COMPARISON'], SQLITE: ['TEXT_COMPARISON'] },
  },
  { sql: `SELECT id, JSON_MERGE_PRESERVE(attributes, '{"a":1}') FROM products`, refuses: ['POSTGRESQL', 'SQLITE'] },
];
