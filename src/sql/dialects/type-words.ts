/**
 * Types of several words, in lower case, beside those that WITH TIME ZONE ends: the longest first. SQLite takes any words
 * for a type; what stands here are MySQL's and PostgreSQL's.
 */
export const TYPES_OF_SEVERAL_WORDS: readonly string[] = [
  'national character varying',
  'national char varying',
  'national character',
  'national varchar',
  'national char',
  'nchar varying',
  'nchar varchar',
  'character varying',
  'char varying',
  'bit varying',
  'double precision',
  'long char varying',
  'long varbinary',
  'long varchar',
  'signed integer',
  'signed int',
  'unsigned integer',
  'unsigned int',
];
