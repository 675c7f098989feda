import { plainCases, type Case } from './case.js';

export const mysqlAggregates: readonly Case[] = [
  ...plainCases(`
  SELECT GROUP_CONCAT(name ORDER BY id SEPARATOR '; ') FROM customers
  SELECT GROUP_CONCAT(id), GROUP_CONCAT(DISTINCT country), GROUP_CONCAT(DISTINCT id ORDER BY id DESC SEPARATOR '|') FROM customers
  SELECT GROUP_CONCAT(id, ':', name ORDER BY id SEPARATOR ', ') FROM customers
  SELECT GROUP_CONCAT(email ORDER BY email) FROM customers WHERE id > 4
  SELECT JSON_ARRAYAGG(name), JSON_OBJECTAGG(id, active), JSON_ARRAYAGG(JSON_OBJECT('id', id, 'c', credit)) FROM customers
  SELECT JSON_ARRAYAGG(name) FROM customers WHERE id > 100
  SELECT STD(salary), STDDEV(salary), STDDEV_SAMP(bonus), VARIANCE(bonus), VAR_SAMP(salary), VAR_POP(salary) FROM employees
  SELECT department, AVG(salary), MAX(bonus), COUNT(*) FROM employees GROUP BY department ORDER BY department
`),
  {
    sql: 'SELECT country, GROUP_CONCAT(DISTINCT city ORDER BY city DESC) FROM customers GROUP BY country ORDER BY country',
    warns: { POSTGRESQL: ['TEXT_COMPARISON'], SQLITE: ['TEXT_COMPARISON'] },
  },
  {
    sql: "SELECT COUNT(DISTINCT country, city), COUNT(DISTINCT city), SUM(active), SUM(country = 'DE'), COUNT(IF(active, 1, NULL)) FROM customers",
    warns: { POSTGRESQL: ['TEXT_COMPARISON'], SQLITE: ['TEXT_COMPARISON'] },
  },
  {
    sql: 'SELECT BIT_AND(i), BIT_OR(i), BIT_XOR(i) FROM samples WHERE i > 0',
  },
  {
    sql: 'SELECT BIT_OR(i) FROM samples WHERE i > 1000',
  },
];
