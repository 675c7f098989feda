import type { DataType } from '../../ast/index.js';
import { plainType, type SqlType, type SqlTypeName } from '../sql-type.js';
import { decimalOf, type TypeNames } from './type-names.js';

/**
 * Declared types by the words they begin with, most telling first. SQLite takes any words for a type and only derives an
 * affinity from them; these are the words that people and tools write (https://sqlite.org/datatype3.html, and what ORMs
 * emit).
 */
const BY_WORDS: readonly (readonly [RegExp, SqlTypeName])[] = [
  [/^BOOL(EAN)?\b/, 'BOOLEAN'],
  [/^(TIMESTAMPTZ|TIMESTAMP\s*(\(\d+\))?\s*WITH TIME ZONE|DATETIMEOFFSET)\b/, 'TIMESTAMPTZ'],
  [/^(TIMESTAMP|DATETIME)/, 'TIMESTAMP'],
  [/^DATE\b/, 'DATE'],
  [/^TIME\b/, 'TIME'],
  [/^(DECIMAL|NUMERIC|DEC|MONEY)\b/, 'DECIMAL'],
  [/^(BIGINT|INT8|UNSIGNED BIG INT|BIGSERIAL)\b/, 'BIGINT'],
  [/^(SMALL)?SERIAL\b/, 'INTEGER'],
  [/^JSONB?\b/, 'JSON'],
  [/^(UUID|GUID|UNIQUEIDENTIFIER)\b/, 'UUID'],
  [/INT/, 'INTEGER'],
  [/CHAR|CLOB|TEXT|STRING/, 'TEXT'],
  [/BLOB|BINARY|BYTEA/, 'BINARY'],
  [/REAL|FLOA|DOUB/, 'FLOAT'],
];

/** Words that say too little to type a column: its values do. */
const AFFINITY_NAMES: ReadonlySet<string> = new Set(['', 'NUM', 'BLOB', 'ANY']);

/** The type that a column's declaration means, by its words; undefined where they say nothing. */
export function typeOfDeclaredWords(words: string): SqlTypeName | undefined {
  const upper = words.trim().toUpperCase();
  if (AFFINITY_NAMES.has(upper)) return undefined;
  return BY_WORDS.find(([pattern]) => pattern.test(upper))?.[1] ?? 'OTHER';
}

function declared(type: DataType): SqlType | undefined {
  const name = typeOfDeclaredWords(type.name);
  return name === 'DECIMAL' ? decimalOf(type) : name && plainType(name);
}

/** What affinity a cast brings about: https://sqlite.org/datatype3.html#determination_of_column_affinity */
const AFFINITIES: readonly (readonly [RegExp, SqlTypeName])[] = [
  [/INT/, 'INTEGER'],
  [/CHAR|CLOB|TEXT/, 'TEXT'],
  [/BLOB|^$/, 'BINARY'],
  [/REAL|FLOA|DOUB/, 'FLOAT'],
];

/** A cast to anything else is one to NUMERIC, which gives integers and reals. */
function cast({ name }: DataType): SqlType | undefined {
  const upper = name.toUpperCase();
  const found = AFFINITIES.find(([pattern]) => pattern.test(upper))?.[1];
  return found && plainType(found);
}

export const sqlite: TypeNames = { declared, cast };
