import type { ColumnType } from '../column-type.js';

/** What a declared type means for the values of its column. */
export interface DeclaredType {
  readonly type: ColumnType;
  /** Digits behind the point, of DECIMAL(p, s). */
  readonly scale?: number;
}

/**
 * Declared types by the words they begin with, most telling first. SQLite takes any
 * words for a type and only derives an affinity from them; these are the words that
 * people and tools write (https://sqlite.org/datatype3.html, and what ORMs emit).
 */
const BY_WORDS: readonly (readonly [RegExp, ColumnType])[] = [
  [/^BOOL(EAN)?\b/, 'BOOLEAN'],
  [/^(TIMESTAMPTZ|TIMESTAMP\s*(\(\d+\))?\s*WITH TIME ZONE|DATETIMEOFFSET)\b/, 'TIMESTAMPTZ'],
  [/^(TIMESTAMP|DATETIME)/, 'TIMESTAMP'],
  [/^DATE\b/, 'DATE'],
  [/^TIME\b/, 'TIME'],
  [/^(DECIMAL|NUMERIC|DEC|MONEY)\b/, 'DECIMAL'],
  [/^(BIGINT|INT8|UNSIGNED BIG INT|BIGSERIAL)\b/, 'BIGINT'],
  [/^JSONB?\b/, 'JSON'],
  [/^(UUID|GUID|UNIQUEIDENTIFIER)\b/, 'UUID'],
  [/INT/, 'INTEGER'],
  [/CHAR|CLOB|TEXT|STRING/, 'TEXT'],
  [/BLOB|BINARY|BYTEA/, 'BINARY'],
  [/REAL|FLOA|DOUB/, 'FLOAT'],
];

/**
 * What the engine itself writes for an expression's type in a view: affinities, not
 * declarations. They say too little to type a column: its values do.
 */
const AFFINITY_NAMES = new Set(['', 'NUM', 'BLOB', 'ANY']);

/** The meaning of a declared type; undefined where nothing was declared. */
export function readDeclaredType(declared: string): DeclaredType | undefined {
  const words = declared.trim().toUpperCase();
  if (AFFINITY_NAMES.has(words)) return undefined;
  const type = BY_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'OTHER';
  if (type !== 'DECIMAL') return { type };
  const scale = /\(\s*\d+\s*,\s*(\d+)\s*\)/.exec(words)?.[1];
  return { type, scale: scale === undefined && words.includes('(') ? 0 : Number(scale ?? NaN) };
}
