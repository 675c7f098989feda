import { plainCases, type Case } from './case.js';

/** Tables in which an engine tells what it has. */
export const sqliteSystemTables: readonly Case[] = [
  ...plainCases(`
  SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'order_items' ORDER BY name
  SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'orders'
  SELECT m.type, m.tbl_name FROM main.sqlite_schema AS m WHERE m.type IN ('table', 'view') AND m.name IN ('orders', 'products') ORDER BY m.name
  SELECT sqlite_master.name FROM sqlite_master WHERE sqlite_master.type = 'index' ORDER BY 1
  SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type='table' AND name='nope') AS there
  SELECT count(*) FROM sqlite_master WHERE type NOT IN ('table')
  `),
  { sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'index'", refuses: ['POSTGRESQL', 'MYSQL'] },
  { sql: 'SELECT * FROM sqlite_master', refuses: ['POSTGRESQL', 'MYSQL'] },
];

export const mysqlSystemTables: readonly Case[] = [
  ...plainCases(`
  SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name IN ('orders', 'nope') ORDER BY table_name
  SELECT COUNT(*) AS n FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'orders' AND TABLE_TYPE = 'BASE TABLE'
  SELECT column_name, is_nullable FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'orders' ORDER BY ordinal_position
  SELECT c.COLUMN_NAME FROM information_schema.COLUMNS c WHERE c.TABLE_SCHEMA = SCHEMA() AND c.TABLE_NAME = 'products' AND c.COLUMN_NAME = 'sku'
  `),
  { sql: 'SELECT table_name, engine FROM information_schema.tables', refuses: ['POSTGRESQL', 'SQLITE'] },
  { sql: 'SELECT * FROM information_schema.tables', refuses: ['POSTGRESQL', 'SQLITE'] },
  { sql: 'SELECT user FROM mysql.user', refuses: ['POSTGRESQL', 'SQLITE'] },
];

export const postgresqlSystemTables: readonly Case[] = [
  ...plainCases(`
  SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name IN ('orders', 'products') ORDER BY table_name
  SELECT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'orders')
  SELECT column_name, ordinal_position, is_nullable FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'orders' ORDER BY ordinal_position
  `),
  { sql: "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = 'public'", refuses: ['MYSQL', 'SQLITE'] },
  {
    sql: "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'orders'",
    refuses: ['MYSQL', 'SQLITE'],
  },
];
