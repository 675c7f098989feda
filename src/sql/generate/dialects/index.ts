/** What the generator does differently from dialect to dialect. */
import type { DialectName } from '../../dialects/index.js';
import type { GeneratorRules } from '../rules.js';
import { mysql } from './mysql.js';
import { postgresql } from './postgresql.js';
import { sqlite } from './sqlite.js';

/** The rules of every dialect, by its name. */
export const generatorRules: Readonly<Record<DialectName, GeneratorRules>> = {
  POSTGRESQL: postgresql,
  MYSQL: mysql,
  SQLITE: sqlite,
};
