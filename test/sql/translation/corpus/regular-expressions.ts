import { plainCases, type Case } from './case.js';

/** Regular expressions that an engine without them has to go along a text for. */
export const postgresqlExpressions: readonly Case[] = [
  ...plainCases(String.raw`
    SELECT id, name ~* '^[a-z]+ .*n' AS a, email ~ '^[^@]+@[^@]+\.(com|org)$' AS b, name ~ '\ye' AS c, name ~ '\mS' AS d, name ~ 'e\M' AS e, coalesce(email, '') ~ '^$' AS f, name ~ '([aeiou][^aeiou ]){2}' AS g, name ~ '^(\w+) (\w+)$' AS h, name ~ 'an|ob' AS i, name ~ '[0-9]{2,3}%' AS j, name !~ '^.{5,9}$' AS k FROM customers ORDER BY id
    SELECT id FROM products WHERE sku ~ '^[A-C]-(0|1)\d+$' AND title ~* '(chair|lamp)$' ORDER BY id
    SELECT id FROM products WHERE tags SIMILAR TO '%(red|blue)%' OR title SIMILAR TO '(Pen|P_per%)' ORDER BY id
    SELECT id, status ~ '^(paid|open)$' AS x, note ~ '^\s*$' AS y, note ~* 'gift|late' AS z, note ~ '\\' AS b FROM orders ORDER BY id
    SELECT id, regexp_replace(name, '[aeiou]{2}', '<>', 'g') AS a, regexp_replace(name, '\s+\S+$', '') AS b, regexp_replace(email, '@.*', '') AS c, regexp_replace(name, 'an|ob', '#', 'gi') AS d, substring(email from '[a-z]+\.[a-z]+$') AS e, substring(name from '[A-Z][a-z]+') AS f, regexp_count(name, '[aeiou][a-z]') AS g, regexp_instr(name, 'e[ a]') AS h, regexp_substr(name, '\d+%') AS i, regexp_replace(name, '(a|e)', '*') AS j FROM customers ORDER BY id
    SELECT name ~ '(?i)^ADA' AS a, name ~ '^(a|b)*$' AS b, name ~ '\A\w+\M' AS c, regexp_replace(name, '[a-z]+$', '') AS d FROM customers ORDER BY id
  `),
  // a dot passes over the end of a line, and nothing stands behind the end
  ...plainCases(String.raw`
    SELECT t ~ 'b.c' AS a, t ~ '^a.*d$' AS b, t ~ 'd$' AS c, t ~ '[^x]c' AS d FROM (SELECT 'ab' || chr(10) || 'cd' AS t UNION ALL SELECT 'abxcd' || chr(10)) x ORDER BY t
  `),
  {
    sql: String.raw`SELECT t ~ '(?n)^c' AS a, t ~ '(?n)b.c' AS b, t ~ '(?w)b$' AS c, t ~ '(?p)b[^x]c' AS d FROM (SELECT 'ab' || chr(10) || 'cd' AS t) x`,
    refuses: ['SQLITE'],
  },
  // the longest of several matches
  ...plainCases(String.raw`
    SELECT regexp_replace('xabcd', '(a|ab)', '<>') AS a, regexp_replace('xabcd', 'a|abc', '-', 'g') AS b, substring('foo-barbaz' from 'bar|barbaz') AS c, regexp_replace('  x ', '^\s+|\s+$', '', 'g') AS d
  `),
  { sql: "SELECT regexp_replace('abcd', '(a|ab)(c|bcd)', '-') AS a", warns: { MYSQL: ['MATCH_LENGTH'] } },
  { sql: String.raw`SELECT name ~ '(a)\1' FROM customers`, refuses: ['SQLITE'] },
  { sql: String.raw`SELECT name ~ 'a(?=b)' FROM customers`, refuses: ['SQLITE'] },
  // what groups hold, and what matches without taking anything
  ...plainCases(String.raw`
    SELECT id, substring(sku from '([A-Z])-\d+') AS letter, substring(sku from '\d+$')::int AS num FROM products ORDER BY id
    SELECT id, substring(email from '@(.*)\.') FROM customers ORDER BY id
    SELECT id, substring(title from '^(\w+)\s') FROM products ORDER BY id
    SELECT substring('foobar' from 'o(.)b'), substring('a,b,c' from '^(.*),'), substring('a,b,c' from '^(.*?),'), substring('xaay' from '(a*)'), substring('xaay' from '(a+)y')
    SELECT substring('<b>x</b><b>y</b>' from '<b>(.*?)</b>'), substring('<b>x</b><b>y</b>' from '<b>(.*)</b>'), substring('key="a" z="b"' from '"(.*?)"')
    SELECT substring('2024-01-05T10:00:00' from '^(\d{4}-\d{2})'), substring('a1b22' from '([0-9]+)$'), substring(NULL::text from '(a)b')
    SELECT id, substring(note from '(\d+)% off') FROM orders ORDER BY id
    SELECT id, regexp_substr(email, '[a-z]+@') , substring(email, '^([^@]*)') FROM customers ORDER BY id
    SELECT regexp_substr('foo@bar.com', '@(.*)$'), regexp_substr('a12b', '(\d)(\d)'), regexp_substr('abc', 'x*')
  `),
  ...plainCases(String.raw`
    SELECT id, regexp_replace(name, '(\w+)\s+(\w+)', '\2, \1') FROM customers ORDER BY id
    SELECT id, (regexp_match(email, '^([^@]+)@([a-z]+)\.'))[2] FROM customers ORDER BY id
    SELECT id, regexp_replace(tags, '(\w+),(\w+)', '\2-\1', 'g') FROM products ORDER BY id
    SELECT id, regexp_replace(sku, '^([A-Z])-0*(\d+)$', '\1\2') FROM products ORDER BY id
    SELECT regexp_replace('2024-03-15', '(\d{4})-(\d{2})-(\d{2})', '\3/\2/\1'), regexp_replace('555 123 4567', '(\d{3}) (\d{3}) (\d{4})', '(\1) \2-\3')
    SELECT regexp_replace(name, '([a-z])', '<\1>', 'g'), regexp_replace(name, '[aeiou]', '[\&]', 'g') FROM customers ORDER BY id
    SELECT id, substring(name from '(?:\w+) (\w+)'), substring(email from '^(.+)@(example)') FROM customers ORDER BY id
    SELECT id, regexp_replace(email, '^(.).*(@.*)$', '\1***\2') FROM customers ORDER BY id
    SELECT id, regexp_replace(name, '(A|E)', '[\1]', 'gi') FROM customers ORDER BY id
    SELECT substring('order #123, ref 9' from '#(\d+)')::int, (regexp_match('v1.22.333', 'v(\d+)\.(\d+)\.(\d+)'))[3]::int
    SELECT regexp_replace('camelCaseString', '([a-z])([A-Z])', '\1_\2', 'g'), lower(regexp_replace('HTTPServerError', '([A-Z]+)([A-Z][a-z])', '\1_\2', 'g'))
    SELECT regexp_replace(title, '(\s+)', '\\\1') FROM products ORDER BY id
    SELECT id, regexp_replace(name, '^(\S+).*$', '\1') AS first, regexp_replace(name, '^.*\s(\S+)$', '\1') AS last FROM customers ORDER BY id
    SELECT regexp_match('a=1;b=2', '(\w)=(\d)'), regexp_match('abc', 'b.'), regexp_match('abc', 'z(.)'), id FROM samples ORDER BY id
  `).map((one) => ({ ...one, warns: { MYSQL: ['SERVER_FLAVOUR'] } })),
  {
    sql: "SELECT regexp_replace('abc', '(b)?c', '[\\1]') AS a",
    warns: { MYSQL: ['SERVER_FLAVOUR'] },
    refuses: ['SQLITE'],
  },
];

export const mysqlExpressions: readonly Case[] = [
  ...plainCases(String.raw`
    SELECT id, name REGEXP '^[a-d].* ' AS a, email REGEXP '^[A-Z0-9._%-]+@[A-Z0-9.-]+\\.[A-Z]{2,4}$' AS b, name REGEXP '\\bo' AS c, name RLIKE '[[:<:]]d' AS d, name REGEXP '(an|ob).*(e|l)$' AS e, name NOT REGEXP 'a.*a' AS f, name REGEXP '^(a|b|e)' AS g FROM customers ORDER BY id
    SELECT id FROM products WHERE sku REGEXP '^[ABC]-[0-9]{3}$' AND title REGEXP 'lamp|chair|pen' ORDER BY id
  `),
  {
    sql: String.raw`SELECT id, REGEXP_REPLACE(name, '[aeiou]{2}', '<>') AS a, REGEXP_SUBSTR(email, '[a-z]+\\.[a-z]+$') AS e, REGEXP_INSTR(name, 'e[ a]') AS h, REGEXP_SUBSTR(name, '[0-9]+%') AS i, REGEXP_REPLACE(name, '\\s+\\S+$', '') AS j FROM customers ORDER BY id`,
    warns: { POSTGRESQL: ['SERVER_FLAVOUR'], SQLITE: ['SERVER_FLAVOUR'] },
  },
  // a dot stops at the end of a line, before the last of which the end of the text may be
  ...plainCases(String.raw`
    SELECT t REGEXP 'b.c' AS a, t REGEXP '^a.*d' AS b, t REGEXP '[^x]c' AS d FROM (SELECT 'ab\ncd' AS t UNION ALL SELECT 'abxcd\n') x ORDER BY t
  `),
  {
    sql: String.raw`SELECT t REGEXP '(?m)^c' AS a, t REGEXP '(?s)b.c' AS b, t REGEXP 'd$' AS c FROM (SELECT 'ab\ncd\n' AS t) x`,
    refuses: ['SQLITE'],
  },
  // the first of several matches
  {
    sql: "SELECT REGEXP_REPLACE('xabcd', '(a|ab)', '<>') AS a",
    warns: { POSTGRESQL: ['MATCH_LENGTH'] },
    refuses: ['SQLITE'],
  },
];
