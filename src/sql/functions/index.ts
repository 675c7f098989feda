/**
 * The functions that the dialects know, as tables: a row is one meaning, with the names by which each
 * dialect calls it, its volatility, and what can be said of its answer. What isn't here is unknown.
 */
export {
  functionRow,
  functionRows,
  nullRule,
  returnRule,
  rowOfMeaning,
  spellingsOf,
  volatilityOf,
} from './function-index.js';
export { passedArguments } from './passed-arguments.js';
export type {
  FunctionClass,
  FunctionRow,
  LiteralCase,
  NullRule,
  PerDialect,
  ResultType,
  ReturnRule,
  Spelling,
  Volatility,
} from './function-row.js';
