/** What statements can do beyond rows, a table for each dialect. */
import type { DialectName } from '../../sql/index.js';
import { mysql } from './mysql.js';
import { postgresql } from './postgresql.js';
import { sqlite } from './sqlite.js';
import type { StatementPowers } from './statement-powers.js';

export type { StatementPowers } from './statement-powers.js';

export const powers: Readonly<Record<DialectName, StatementPowers>> = {
  POSTGRESQL: postgresql,
  MYSQL: mysql,
  SQLITE: sqlite,
};
