import type { DialectName } from '../../../../src/sql/index.js';
import type { Case } from './case.js';
import { mysqlBasics } from './mysql-basics.js';
import { postgresqlBasics } from './postgresql-basics.js';
import { mysqlTemporal } from './mysql-temporal.js';
import { postgresqlTemporal } from './postgresql-temporal.js';
import { sqliteTemporal } from './sqlite-temporal.js';
import { sqliteBasics } from './sqlite-basics.js';

/** Statements by the dialect that they are written in, topic by topic. */
export const CORPUS: readonly (readonly [topic: string, dialect: DialectName, cases: readonly Case[]])[] = [
  ['basics', 'POSTGRESQL', postgresqlBasics],
  ['basics', 'MYSQL', mysqlBasics],
  ['basics', 'SQLITE', sqliteBasics],
  ['dates and times', 'POSTGRESQL', postgresqlTemporal],
  ['dates and times', 'MYSQL', mysqlTemporal],
  ['dates and times', 'SQLITE', sqliteTemporal],
];
