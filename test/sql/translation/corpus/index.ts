import type { DialectName } from '../../../../src/sql/index.js';
import type { Case } from './case.js';
import { postgresqlFlavours } from './postgresql-flavours.js';
import { sqlitePatternsAndReports } from './sqlite-patterns-and-reports.js';
import { postgresqlPatternsAndReports } from './postgresql-patterns-and-reports.js';
import { mysqlPatternsAndReports } from './mysql-patterns-and-reports.js';
import { sqliteFormats } from './sqlite-formats.js';
import { postgresqlFormats } from './postgresql-formats.js';
import { mysqlFormats } from './mysql-formats.js';
import { sqliteCastsAndConditions } from './sqlite-casts-and-conditions.js';
import { postgresqlCastsAndConditions } from './postgresql-casts-and-conditions.js';
import { mysqlCastsAndConditions } from './mysql-casts-and-conditions.js';
import { sqlitePieces } from './sqlite-pieces.js';
import { sqliteNumbers } from './sqlite-numbers.js';
import { postgresqlPieces } from './postgresql-pieces.js';
import { postgresqlNumbers } from './postgresql-numbers.js';
import { mysqlPieces } from './mysql-pieces.js';
import { mysqlNumbers } from './mysql-numbers.js';
import { sqliteText } from './sqlite-text.js';
import { postgresqlText } from './postgresql-text.js';
import { mysqlText } from './mysql-text.js';
import { mysqlBasics } from './mysql-basics.js';
import { postgresqlBasics } from './postgresql-basics.js';
import { sqliteBasics } from './sqlite-basics.js';

/** Statements by the dialect that they are written in, topic by topic. */
export const CORPUS: readonly (readonly [topic: string, dialect: DialectName, cases: readonly Case[]])[] = [
  ['basics', 'POSTGRESQL', postgresqlBasics],
  ['basics', 'MYSQL', mysqlBasics],
  ['basics', 'SQLITE', sqliteBasics],
  ['text', 'MYSQL', mysqlText],
  ['text', 'POSTGRESQL', postgresqlText],
  ['text', 'SQLITE', sqliteText],
  ['numbers', 'MYSQL', mysqlNumbers],
  ['pieces', 'MYSQL', mysqlPieces],
  ['numbers', 'POSTGRESQL', postgresqlNumbers],
  ['pieces', 'POSTGRESQL', postgresqlPieces],
  ['numbers', 'SQLITE', sqliteNumbers],
  ['pieces', 'SQLITE', sqlitePieces],
  ['casts and conditions', 'MYSQL', mysqlCastsAndConditions],
  ['casts and conditions', 'POSTGRESQL', postgresqlCastsAndConditions],
  ['casts and conditions', 'SQLITE', sqliteCastsAndConditions],
  ['formats', 'MYSQL', mysqlFormats],
  ['formats', 'POSTGRESQL', postgresqlFormats],
  ['formats', 'SQLITE', sqliteFormats],
  ['patterns and reports', 'MYSQL', mysqlPatternsAndReports],
  ['patterns and reports', 'POSTGRESQL', postgresqlPatternsAndReports],
  ['patterns and reports', 'SQLITE', sqlitePatternsAndReports],
  ['server flavours', 'POSTGRESQL', postgresqlFlavours],
];
