import type { DialectName } from '../../../../../src/sql/index.js';
import type { Case } from '../../corpus/case.js';
import { mysqlApplications, postgresqlApplications, sqliteApplications } from './applications.js';
import { mysqlKnownRows, postgresqlKnownRows, sqliteKnownRows } from './known-rows.js';
import { mysqlMappers, postgresqlMappers, sqliteMappers } from './mappers.js';
import { mysqlDeletes, mysqlInserts, mysqlUpdates } from './mysql.js';
import { postgresqlDeletes, postgresqlInserts, postgresqlUpdates } from './postgresql.js';
import { sqliteDeletes, sqliteInserts, sqliteUpdates } from './sqlite.js';

import { mysqlUserVariables } from './user-variables.js';
import { mysqlSteps, postgresqlSteps, sqliteSteps } from './steps.js';

/** Changes of rows by topic and dialect; each is run on its own engine and, translated, on the others. */
export const CHANGES: readonly (readonly [topic: string, from: DialectName, cases: readonly Case[]])[] = [
  ['inserts', 'POSTGRESQL', postgresqlInserts],
  ['updates', 'POSTGRESQL', postgresqlUpdates],
  ['deletes', 'POSTGRESQL', postgresqlDeletes],
  ['inserts', 'MYSQL', mysqlInserts],
  ['updates', 'MYSQL', mysqlUpdates],
  ['deletes', 'MYSQL', mysqlDeletes],
  ['inserts', 'SQLITE', sqliteInserts],
  ['updates', 'SQLITE', sqliteUpdates],
  ['deletes', 'SQLITE', sqliteDeletes],
  ['applications', 'POSTGRESQL', postgresqlApplications],
  ['applications', 'MYSQL', mysqlApplications],
  ['applications', 'SQLITE', sqliteApplications],
  ['mappers', 'POSTGRESQL', postgresqlMappers],
  ['mappers', 'MYSQL', mysqlMappers],
  ['mappers', 'SQLITE', sqliteMappers],
  ['steps', 'POSTGRESQL', postgresqlSteps],
  ['steps', 'MYSQL', mysqlSteps],
  ['variables', 'MYSQL', mysqlUserVariables],
  ['steps', 'SQLITE', sqliteSteps],
  ['rows that are known', 'POSTGRESQL', postgresqlKnownRows],
  ['rows that are known', 'MYSQL', mysqlKnownRows],
  ['rows that are known', 'SQLITE', sqliteKnownRows],
];
