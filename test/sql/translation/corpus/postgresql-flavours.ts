import type { Case } from './case.js';

/** What MySQL 8 and MariaDB write differently, which is told where the server is not known. */
export const postgresqlFlavours: readonly Case[] = [
  {
    sql: `SELECT regexp_replace(sku, '([A-Z])-(\\d+)', '\\2/\\1') FROM products ORDER BY id`,
    warns: { MYSQL: ['SERVER_FLAVOUR'] },
  },
  {
    sql: `SELECT (regexp_match(title, '(\\w+) (\\w+)'))[1] FROM products ORDER BY id`,
    warns: { MYSQL: ['SERVER_FLAVOUR'] },
  },
];
