import { plainCases, type Case } from './case.js';

export const postgresqlPieces: readonly Case[] = [
  ...plainCases(`
  SELECT substring(name from 2 for 3), substr(name, 2), substr(name, -1, 4), substr(name, 0), substring(name, id, 3), left(name, 3), left(name, -2), right(name, 3), right(name, -2), left(name, id - 3), right(name, id - 3) FROM customers ORDER BY id
  SELECT substring(name, 1, position(' ' in name)), left(name, strpos(name, ' ')), substr(name, strpos(name, ' ') + 1), overlay(name placing 'XX' from 2 for 3), overlay(name placing 'XX' from 2) FROM customers ORDER BY id
  SELECT position('a' in name), strpos(name, 'o'), strpos(name, t) FROM customers JOIN samples USING (id) ORDER BY id
  SELECT split_part(tags, ',', 1), split_part(tags, ',', 2), split_part(tags, ',', 3), split_part(tags, ',', 9), split_part(sku, '-', 2), split_part(tags, ',', -1), (string_to_array(tags, ','))[1], (string_to_array(tags, ','))[3] FROM products ORDER BY id
  SELECT id FROM customers WHERE name ~ '^[A-C]' ORDER BY id
  SELECT id FROM customers WHERE name ~* 'da' ORDER BY id
  SELECT id FROM customers WHERE name !~ 'e' ORDER BY id
  SELECT id FROM customers WHERE email ~ '^[a-z]+@example\\.com$' ORDER BY id
  SELECT id FROM customers WHERE email !~* '@EXAMPLE\\.(com|org)$' ORDER BY id
  SELECT id, t ~ '^[0-9]+', t ~ '^\\d+$', u ~ '^\\d+$', t ~ '\\d', t ~* 'B$', t ~ '.c', t ~ '^$', t ~ 'a|b', t ~ '^(abc|Zo.)$', t ~ '^[^0-9]*$', t ~ 'it''?s', t ~ '^\\w+$' FROM samples ORDER BY id
  SELECT id FROM products WHERE sku SIMILAR TO '(A|B)-0%' ORDER BY id
  SELECT id FROM products WHERE sku SIMILAR TO '[A-C]-[0-9]{3}' AND title NOT SIMILAR TO '%(Lamp|Pen)%' ORDER BY id
  SELECT id FROM products WHERE sku SIMILAR TO '_-_1_' ORDER BY id
  SELECT regexp_like(name, '^a', 'i'), regexp_like(name, '^a') FROM customers ORDER BY id
`),
  {
    sql: `SELECT regexp_replace(name, '[aeiou]', '*'), regexp_replace(name, '[aeiou]', '*', 'g'), regexp_replace(name, '[AEIOU]', '', 'gi'), regexp_replace(sku, '^[A-Z]-', ''), regexp_replace(title, '\\s+', '_', 'g') FROM customers JOIN products USING (id) ORDER BY id`,
  },
];
