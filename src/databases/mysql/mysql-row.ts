import { valueBytes } from '../result-size.js';
import type { MysqlNative } from './mysql-values.js';

/** A row as the driver reads it. */
export type MysqlRow = MysqlNative[];

/** About what a row takes in the answer. */
export function bytesOf(row: MysqlRow): number {
  let bytes = 0;
  for (const value of row) bytes += valueBytes(value);
  return bytes;
}
