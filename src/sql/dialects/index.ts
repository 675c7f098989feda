/** The dialects, each a record of what it does differently. */
import type { Dialect, DialectName } from './dialect.js';
import { mysql } from './mysql.js';
import { postgresql } from './postgresql.js';
import { sqlite } from './sqlite.js';

export type { Dialect, DialectName } from './dialect.js';

/** Every dialect, by its name. */
export const dialects: Readonly<Record<DialectName, Dialect>> = {
  POSTGRESQL: postgresql,
  MYSQL: mysql,
  SQLITE: sqlite,
};
