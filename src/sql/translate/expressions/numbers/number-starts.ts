import type { DialectName } from '../../../dialects/index.js';

/** The number that a text starts with, as MySQL and SQLite read it; 0 where it starts with none. */
export function numberAtStart(value: string): string {
  return /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/i.exec(value)?.[1]?.replace(/^\+/, '') ?? '0';
}

/** The same as a whole number. */
export const wholeAtStart = (value: string): string => /^\s*([-+]?\d+)/.exec(value)?.[1]?.replace(/^\+/, '') ?? '0';

/** The number that a text starts with, of the target's own making. */
export const NUMBER_AT_START: Readonly<Record<DialectName, string>> = {
  POSTGRESQL:
    "CASE WHEN $1 IS NULL THEN NULL ELSE COALESCE(CAST(substring($1 from '^\\s*([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)') AS double precision), 0) END",
  MYSQL: '($1 + 0e0)',
  SQLITE: 'CAST($1 AS REAL)',
};
