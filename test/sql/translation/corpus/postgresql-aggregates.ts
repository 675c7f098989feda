import { plainCases, type Case } from './case.js';

export const postgresqlAggregates: readonly Case[] = [
  ...plainCases(`
  SELECT string_agg(name, ', ' ORDER BY id) FROM customers
  SELECT country, string_agg(name, '; ' ORDER BY id DESC) FROM customers GROUP BY country ORDER BY country
  SELECT string_agg(DISTINCT country, ',' ORDER BY country) FROM customers
  SELECT string_agg(id::text, '-' ORDER BY id) FILTER (WHERE active) FROM customers
  SELECT string_agg(email, ',') FROM customers WHERE id > 100
  SELECT json_agg(name ORDER BY id) FROM customers
  SELECT jsonb_agg(credit ORDER BY id), json_agg(active ORDER BY id), jsonb_object_agg(id, credit) FROM customers
  SELECT json_agg(json_build_object('id', id, 'name', name) ORDER BY id) FILTER (WHERE active) FROM customers
  SELECT COALESCE(json_agg(name) FILTER (WHERE id > 100), '[]') FROM customers
  SELECT json_agg(name) FROM customers WHERE id > 100
  SELECT country, json_build_object('n', count(*), 'items', json_agg(json_build_object('id', id) ORDER BY id)) FROM customers GROUP BY country ORDER BY country
  SELECT json_agg(c ORDER BY c.id) FROM (SELECT id, name, active FROM customers) c
  SELECT stddev(salary), stddev_pop(salary), variance(bonus), var_pop(bonus), stddev_samp(total) FROM employees, orders
  SELECT department, stddev(salary), var_samp(bonus) FILTER (WHERE id > 3) FROM employees GROUP BY department ORDER BY department
  SELECT corr(salary, bonus), covar_pop(salary, bonus), covar_samp(salary, bonus), regr_slope(salary, bonus), regr_intercept(salary, bonus), regr_r2(salary, bonus), regr_count(salary, bonus), regr_avgx(salary, bonus) FROM employees
  SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY salary), percentile_cont(0.25) WITHIN GROUP (ORDER BY bonus), percentile_disc(0.5) WITHIN GROUP (ORDER BY salary), percentile_disc(0.9) WITHIN GROUP (ORDER BY total) FROM employees, orders
  SELECT department, percentile_cont(0.5) WITHIN GROUP (ORDER BY salary) AS median FROM employees GROUP BY department ORDER BY department
  SELECT percentile_cont(0.75) WITHIN GROUP (ORDER BY total DESC) FROM orders WHERE id > 100
  SELECT bool_and(active), bool_or(active), every(credit > 0), bool_or(discontinued) FROM customers, products
  SELECT country, bool_and(active) FILTER (WHERE id > 2) FROM customers GROUP BY country ORDER BY country
  SELECT sum(DISTINCT salary), avg(DISTINCT salary), min(name), max(hired) FROM employees
  SELECT array_to_string(array_agg(name ORDER BY id), ',') FROM customers
`),
  {
    sql: 'SELECT count(DISTINCT country), count(DISTINCT (country, city)), count(*) FILTER (WHERE active), sum(credit) FILTER (WHERE credit > 0), count(email), avg(credit) FILTER (WHERE false) FROM customers',
    warns: { MYSQL: ['TEXT_COMPARISON'] },
  },
  {
    sql: 'SELECT bit_and(i), bit_or(i), bit_or(j) FILTER (WHERE id > 100) FROM samples WHERE i > 0',
  },
];
