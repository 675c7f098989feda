/** What the names of types mean, a table for each dialect. */
import type { DataType } from '../../ast/index.js';
import type { Dialect, DialectName } from '../../dialects/dialect.js';
import type { SqlType } from '../sql-type.js';
import { mysql } from './mysql.js';
import { postgresql } from './postgresql.js';
import { sqlite } from './sqlite.js';
import type { TypeNames } from './type-names.js';

export { typeOfDeclaredWords } from './sqlite.js';

const TYPE_NAMES: Readonly<Record<DialectName, TypeNames>> = { POSTGRESQL: postgresql, MYSQL: mysql, SQLITE: sqlite };

/** The type of a column that is declared so; undefined for a user's own type, and where SQLite is told nothing. */
export function typeOfDataType(type: DataType, dialect: Dialect): SqlType | undefined {
  return TYPE_NAMES[dialect.name].declared(type);
}

/** The type of a cast to it, which in SQLite follows from affinity alone. */
export function typeOfCastTo(type: DataType, dialect: Dialect): SqlType | undefined {
  return TYPE_NAMES[dialect.name].cast(type);
}
