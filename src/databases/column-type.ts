/** One set of column types for every engine; the contract's `ColumnType`. */
export const COLUMN_TYPES = [
  'BOOLEAN',
  'INTEGER',
  'BIGINT',
  'DECIMAL',
  'FLOAT',
  'TEXT',
  'BINARY',
  'DATE',
  'TIME',
  'TIMESTAMP',
  'TIMESTAMPTZ',
  'INTERVAL',
  'JSON',
  'UUID',
  'ENUM',
  'ARRAY',
  'OTHER',
] as const;

export type ColumnType = (typeof COLUMN_TYPES)[number];

/** How numbers travel: see the contract's `NumberFormat`. */
export type NumberFormat = 'SAFE' | 'STRINGS';
