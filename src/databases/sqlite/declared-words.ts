import type { ValueFormName } from '../values/value-forms.js';

/** What columns are declared as, and the form that their values have then. `sql/` reads the words by SQLite's own rules. */
export const DECLARED_WORDS: readonly (readonly [words: string, form: ValueFormName])[] = [
  ['BOOLEAN, BOOL', 'boolean'],
  ['BIGINT, INT8, UNSIGNED BIG INT, BIGSERIAL', 'bigint'],
  ['INTEGER, INT, SMALLINT, and other words with INT', 'integer'],
  ['DECIMAL, NUMERIC, DEC, MONEY', 'decimal'],
  ['REAL, FLOAT, DOUBLE PRECISION', 'float'],
  ['TEXT, VARCHAR(20), CLOB, STRING', 'text'],
  ['BINARY, VARBINARY(16), BYTEA, TINYBLOB', 'binary'],
  ['DATE', 'date'],
  ['TIME', 'time'],
  ['TIMESTAMP, DATETIME', 'timestamp'],
  ['TIMESTAMPTZ, TIMESTAMP WITH TIME ZONE', 'timestamptz'],
  ['JSON, JSONB', 'json'],
  ['UUID, GUID', 'uuid'],
];
