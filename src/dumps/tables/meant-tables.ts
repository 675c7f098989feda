import { withKeyNames, withOpenKeys, type CreateTable, type Dialect } from '../../sql/index.js';
import { withJsonColumns } from './mariadb-json.js';

/** A table as its engine means it, where its scripts say it in other words, or leave it to the engine. */
export const asMeant = (table: CreateTable, from: Dialect): CreateTable =>
  from.name === 'MYSQL' ? withJsonColumns(withKeyNames(table, from)) : withOpenKeys(table, from);
