export { SQL_TYPE_NAMES as COLUMN_TYPES, type SqlTypeName as ColumnType } from '../sql/index.js';

/** How numbers travel: see the contract's `NumberFormat`. */
export type NumberFormat = 'SAFE' | 'STRINGS';
