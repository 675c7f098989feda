/** The dialects, each a record of what it does differently. */
import type { Dialect, DialectName } from './dialect.js';
import { mysql } from './mysql/index.js';
import { postgresql } from './postgresql/index.js';
import { sqlite } from './sqlite/index.js';

export type { Dialect, DialectName } from './dialect.js';

/** Every dialect, by its name. */
export const dialects: Readonly<Record<DialectName, Dialect>> = {
  POSTGRESQL: postgresql,
  MYSQL: mysql,
  SQLITE: sqlite,
};

/** Their names. */
export const DIALECTS = Object.keys(dialects) as readonly DialectName[];
