/**
 * Types of expressions and output columns, told from the tree: from literals, casts, operators, functions and, where
 * there is one, the catalogue. This folder owns what each dialect's type names mean, what its operators give, how names
 * are looked up, and what a result's columns are called. What can't be told is `undefined`, never a guess.
 */
import type { Expression } from '../ast/index.js';
import type { Scope } from './scope.js';
import type { Typed } from './typed.js';

export { outputColumns, type OutputColumn } from './output-columns.js';
export { rootScope, type TypingOptions } from './statement-typing.js';
export { scopeOfQuery, scopeOfSelect } from './query-columns.js';
export { scopeOfChange } from './change-columns.js';
export { scopeOfChangedTable, scopeOfCreatedTable, scopeOfTable } from './declared-columns.js';
export { columnName } from './names/index.js';
export type { Scope } from './scope.js';
export type { FromClause, Origin, RelationColumn } from './sources.js';
export { SQL_TYPE_NAMES, type SqlType, type SqlTypeName } from './sql-type.js';
export { EXTENSION_TYPES } from './type-names/postgresql-extensions.js';
export { typeOfCastTo, typeOfDataType, typeOfDeclaredWords } from './type-names/index.js';
export type { Typed } from './typed.js';
export { uniqueKeys } from './unique-keys.js';
export {
  familyOfName,
  familyOfType,
  isLikelyKey,
  withLikelyTexts,
  isNameOfDate,
  isNameOfDay,
  isNameOfDecimal,
  isNameOfDigits,
  isNameOfLarge,
  isNameOfThings,
  mayBeNameOfDocument,
  isParticiple,
  mayBeNameOfMoment,
  isNameOfKeptDecimal,
  isNameOfMoney,
  isNameOfTime,
  isNameOfTruth,
  isNameOfNumber,
  isNameOfWhole,
  isNameOfWords,
  mayBeNameOfBytes,
  mayBeNameOfTruth,
  type Family,
} from './uses/index.js';

/** Type and nullability of an expression whose names mean what `scope` says; each expression is read once. */
export function typeOfExpression(expression: Expression, scope: Scope): Typed {
  return scope.typeOf(expression);
}
