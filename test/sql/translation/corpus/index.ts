import type { DialectName } from '../../../../src/sql/index.js';
import type { Case } from './case.js';
import { mysqlAggregates } from './mysql-aggregates.js';
import { mysqlJson } from './mysql-json.js';
import { mysqlRows } from './mysql-rows.js';
import { mysqlWindows } from './mysql-windows.js';
import { postgresqlAggregates } from './postgresql-aggregates.js';
import { postgresqlJson } from './postgresql-json.js';
import { postgresqlRows } from './postgresql-rows.js';
import { postgresqlWindows } from './postgresql-windows.js';
import { sqliteAggregates } from './sqlite-aggregates.js';
import { sqliteJson } from './sqlite-json.js';
import { sqliteRows } from './sqlite-rows.js';
import { sqliteWindows } from './sqlite-windows.js';
import { mysqlBasics } from './mysql-basics.js';
import { postgresqlBasics } from './postgresql-basics.js';
import { sqliteBasics } from './sqlite-basics.js';

/** Statements by the dialect that they are written in, topic by topic. */
export const CORPUS: readonly (readonly [topic: string, dialect: DialectName, cases: readonly Case[]])[] = [
  ['basics', 'POSTGRESQL', postgresqlBasics],
  ['basics', 'MYSQL', mysqlBasics],
  ['basics', 'SQLITE', sqliteBasics],
  ['aggregates', 'MYSQL', mysqlAggregates],
  ['json', 'MYSQL', mysqlJson],
  ['rows', 'MYSQL', mysqlRows],
  ['windows', 'MYSQL', mysqlWindows],
  ['aggregates', 'POSTGRESQL', postgresqlAggregates],
  ['json', 'POSTGRESQL', postgresqlJson],
  ['rows', 'POSTGRESQL', postgresqlRows],
  ['windows', 'POSTGRESQL', postgresqlWindows],
  ['aggregates', 'SQLITE', sqliteAggregates],
  ['json', 'SQLITE', sqliteJson],
  ['rows', 'SQLITE', sqliteRows],
  ['windows', 'SQLITE', sqliteWindows],
];
