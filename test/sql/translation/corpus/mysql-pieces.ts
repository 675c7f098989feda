import { plainCases, type Case } from './case.js';

export const mysqlPieces: readonly Case[] = [
  ...plainCases(`
  SELECT SUBSTRING(name, 2, 3), SUBSTR(name, -3), SUBSTRING(name FROM -3 FOR 2), SUBSTR(name, 0), SUBSTR(name, -50), MID(name, 2, 2), SUBSTRING(name, i), SUBSTRING(name, i, j), SUBSTRING(name, -4, j), LEFT(name, 3), RIGHT(name, 3), LEFT(name, i), RIGHT(name, i) FROM customers JOIN samples USING (id) ORDER BY id
  SELECT SUBSTRING(name, 1, LOCATE(' ', name) - 1), SUBSTRING(email, LOCATE('@', email) + 1), LEFT(name, INSTR(name, ' ') - 1), SUBSTRING(name, LOCATE(' ', name)), INSERT(name, 2, 3, '--'), INSERT(name, 100, 1, 'x'), INSERT(name, i, j, '_') FROM customers JOIN samples USING (id) ORDER BY id
  SELECT LOCATE('a', name), POSITION('O' IN name), INSTR(name, 'o'), LOCATE('a', name, 3), LOCATE(' ', name, i) FROM customers JOIN samples USING (id) ORDER BY id
  SELECT SUBSTRING_INDEX(tags, ',', 1), SUBSTRING_INDEX(tags, ',', -1), SUBSTRING_INDEX(tags, ',', 2), SUBSTRING_INDEX(tags, ',', -2), SUBSTRING_INDEX(SUBSTRING_INDEX(tags, ',', 2), ',', -1), SUBSTRING_INDEX(tags, ', ', 2), SUBSTRING_INDEX(tags, ',', 0) FROM products ORDER BY id
  SELECT FIELD(category, 'lighting', 'furniture'), ELT(id, 'a', 'b', 'c'), FIND_IN_SET('blue', tags), FIND_IN_SET('wood', tags), FIND_IN_SET('', tags), FIND_IN_SET(sku, tags), FIELD(id, 3, 2), STRCMP(sku, 'B-010') FROM products ORDER BY id
  SELECT id FROM products WHERE FIND_IN_SET('wood', tags) ORDER BY FIELD(id, 2, 1)
  SELECT id FROM products WHERE FIND_IN_SET('wood', tags) > 0 AND NOT FIND_IN_SET('red', tags)
  SELECT id FROM customers WHERE name REGEXP '^[a-c]' ORDER BY id
  SELECT id FROM customers WHERE email NOT REGEXP '^[a-z]+@example[.]com$' ORDER BY id
  SELECT id FROM customers WHERE name RLIKE 'o.e' ORDER BY id
  SELECT id, t REGEXP '^[0-9]+$', u REGEXP '^[0-9]+$', t REGEXP 'A', t REGEXP 'a|z', t REGEXP '^.{3}$', t REGEXP '[[:digit:]]', t REGEXP '^abc$' FROM samples ORDER BY id
`),
  {
    sql: `SELECT REGEXP_REPLACE(name, '[aeiou]', '*'), REGEXP_REPLACE(name, ' +', ''), REGEXP_REPLACE(sku, '^([A-Z])-', '\\\\1_') FROM customers JOIN products USING (id) ORDER BY id`,
    refuses: ['SQLITE'],
  },
];
