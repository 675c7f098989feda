import { plainCases, type Case } from './case.js';

export const sqliteAggregates: readonly Case[] = [
  ...plainCases(`
  SELECT group_concat(name) FROM (SELECT name FROM customers ORDER BY id)
  SELECT group_concat(name, ' / ' ORDER BY id) FROM customers
  SELECT string_agg(name, ', ' ORDER BY name DESC) FROM customers WHERE country = 'DE'
  SELECT json_group_array(name), json_group_object(id, credit), json_group_array(json_object('id', id, 'active', active)) FROM customers
  SELECT json_group_array(name) FROM customers WHERE id > 100
  SELECT json_group_array(name) FILTER (WHERE active), total(credit), count(*) FILTER (WHERE active), sum(active) FROM customers
  SELECT country, json_group_array(name ORDER BY id DESC) FROM customers GROUP BY country ORDER BY country
  SELECT json_object('items', json_group_array(json_object('id', id))) FROM customers WHERE id > 100
  SELECT MAX(json_extract(attributes, '$.rating')), MIN(json_extract(attributes, '$.color')) FROM products
  SELECT max(active), min(active), total(bonus), avg(bonus) FROM customers, employees
`),
  {
    sql: "SELECT country, group_concat(id, '-') FROM customers GROUP BY country ORDER BY country",
    warns: { POSTGRESQL: ['TEXT_COMPARISON'] },
  },
  // an alias in what is grouped by is that of each row
  {
    sql: "SELECT substr(email, 1, 3) AS head, COUNT(*) AS n FROM customers WHERE email LIKE '%@%' GROUP BY lower(head) ORDER BY n DESC, head",
    warns: { POSTGRESQL: ['ARBITRARY_ROW', 'TEXT_COMPARISON'], MYSQL: ['ARBITRARY_ROW', 'TEXT_COMPARISON'] },
  },
];
