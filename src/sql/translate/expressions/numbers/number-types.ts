import type { SqlTypeName } from '../../../typing/index.js';

type TypeNames = ReadonlySet<SqlTypeName | undefined>;

/** Types of numbers. */
export const NUMBER_TYPES: TypeNames = new Set<SqlTypeName>(['INTEGER', 'BIGINT', 'DECIMAL', 'FLOAT']);

/** Types of whole numbers. */
export const INTEGER_TYPES: TypeNames = new Set<SqlTypeName>(['INTEGER', 'BIGINT']);

/** Types whose values are whole where they are numbers. */
export const WHOLE_TYPES: TypeNames = new Set<SqlTypeName>(['INTEGER', 'BIGINT', 'BOOLEAN']);

/** Types of numbers that have no digits but those that are counted. */
export const EXACT_TYPES: TypeNames = new Set<SqlTypeName>(['INTEGER', 'BIGINT', 'BOOLEAN', 'DECIMAL']);
