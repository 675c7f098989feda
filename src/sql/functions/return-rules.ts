import type { NullRule, PerDialect, ResultType, ReturnRule } from './function-row.js';

/** The type of the argument at this index. */
export const argument = (index: number): ReturnRule => ({ rule: 'ARGUMENT', index });

/** The common type of the arguments from this index on. */
export const commonFrom = (from: number): ReturnRule => ({ rule: 'COMMON', from });

/** An array of what the argument at this index is. */
export const arrayOf = (index: number): ReturnRule => ({ rule: 'ARRAY_OF', index });

/** What the argument at this index, an array or a range, is made of. */
export const elementOf = (index: number): ReturnRule => ({ rule: 'ELEMENT_OF', index });

/** By the type of one argument, or by the common type of all. */
export const byType = (
  index: number | 'ALL',
  types: Readonly<Partial<Record<ResultType, ResultType>>>,
  otherwise: ResultType,
): ReturnRule => ({ rule: 'BY_TYPE', index, types, otherwise });

/** Each value has a type of its own. */
export const DYNAMIC: ReturnRule = { rule: 'DYNAMIC' };

/** One value for each dialect, in this order. */
export const perDialect = <T>(postgresql: T, mysql: T, sqlite: T): PerDialect<T> => ({
  POSTGRESQL: postgresql,
  MYSQL: mysql,
  SQLITE: sqlite,
});

/** A truth value: a type in PostgreSQL, 0 or 1 elsewhere. */
export const TRUTH = perDialect<ReturnRule>('BOOLEAN', 'INTEGER', 'INTEGER');

/** PostgreSQL raises an error for what it can't compute, the others answer NULL. */
export const NULL_FOR_ERRORS = perDialect<NullRule>('STRICT', 'MAY', 'MAY');
