/**
 * The language: what a SQL text says, told from the text alone. This folder owns the lexer, the
 * dialects (records of what each does differently), the analysis of statements and the binding of
 * parameters. It is pure: no input, no output, no clock, and no part of Node.
 */
export { dialects, type Dialect, type DialectName } from './dialects/index.js';
export { quotedName, quotedNameIn, quotedString } from './dialects/quoted.js';
export { tokenize } from './lexer/tokenize.js';
export { unquote } from './lexer/unquote.js';
export { MAX_SQL_LENGTH, MAX_TOKENS } from './lexer/scanner.js';
export { behindText, positionAt } from './lexer/position.js';
export type { ExecutableComment, PlaceholderStyle, Token, TokenKind } from './lexer/token.js';
export { splitStatements, type StatementText } from './analysis/split-statements.js';
export { analyse, type Analysis } from './analysis/analyse.js';
export { partsOfPath, pathOf } from './analysis/folded-names.js';
export { dialectOf } from './analysis/detect-dialect.js';
export { otherReadings, readsUnderAnyVersion } from './analysis/executable-comments.js';
export { patternOf } from './analysis/pattern.js';
export { generate, textLiteral } from './generate/index.js';
export { parseStatement, parseTokens } from './parser/index.js';
export {
  inStyleOf,
  NOTICES,
  Plans,
  isWrittenZeroDay,
  translatedMeanings,
  translateStatement,
  type Direction,
  type Fidelity,
  type MeaningOverview,
  type NoticeCode,
  type NoticeSeverity,
  type PlannedTranslation,
  type PlannedWish,
  type Rendering,
  type TargetServer,
  type TextComparison,
  type TranslatedStatement,
  type TranslationNotice,
  type TranslationOptions,
  type TranslationRules,
  changedDefinition,
  computesValues,
  constraintsOf,
  conversionOf,
  copiedKinds,
  isModifiedOtherwise,
  keyColumnsOf,
  mentions,
  NOTHING_TO_DO,
  referencesOf,
  renamed,
  keyNameOf,
  usualName,
  withConstraints,
  withKeyNames,
  withOpenKeys,
  withOtherName,
  withUsualNames,
  type Constraint,
  type Referred,
  beginningOf,
  counts,
  defaultOf,
  generationOf,
  describedTable,
  indexOfKey,
  keysWithoutIndex,
  defines,
  firstWordsOf,
  keyColumns,
  losesBy,
  asMeant,
  impliedValue,
  ownCopy,
  keptTable,
  MILLISECONDS_FROM,
  momentOfMilliseconds,
  OwnSchemas,
  KeyClauses,
  primaryKeyOf,
  printed,
  ScriptSequences,
  ScriptTranslation,
  tableOfQuery,
  followingQuery,
  hasStar,
  isRenameOfColumn,
  mayReadColumn,
  takesNameOf,
  withOtherOutput,
  ScriptTypes,
  sequenceOf,
  SESSION_STATEMENTS,
  sessionRow,
  uniqueKeysOf,
  withoutGuard,
  firesOthers,
  isRowId,
  rowKeyOf,
  translatedTrigger,
  TriggerFunctions,
  type ReadStatement,
  type SessionRow,
} from './translate/index.js';
export {
  outputColumns,
  SQL_TYPE_NAMES,
  typeOfDataType,
  typeOfDeclaredWords,
  uniqueKeys,
  type OutputColumn,
  type SqlType,
  type SqlTypeName,
} from './typing/index.js';
export type {
  Catalogue,
  CatalogueColumn,
  CatalogueIndex,
  CatalogueTable,
  HangingParts,
  HangingView,
  TableTexts,
} from './catalogue.js';
export { contains, rewrite, walk } from './ast/index.js';
export { functionRow, type FunctionRow } from './functions/index.js';
export { cascadingNames } from './analysis/cascading-names.js';
export { indexesOf } from './analysis/indexes-of.js';
export { tablesLedTo } from './analysis/tables-led-to.js';
export { functionOfCall } from './analysis/function-of-call.js';
export { foldPath } from './analysis/folded-names.js';
export type {
  AlterTable,
  ColumnDefinition,
  Copy,
  CreateIndex,
  CreateTable,
  DataType,
  Expression,
  Name,
  Node,
  QualifiedName,
  Query,
  QueryBody,
  Span,
  Statement,
  TableConstraint,
  TableElement,
  TableReference,
  TableKey,
} from './ast/index.js';
export { foldName, isSameName, ownKey, ownName } from './analysis/folded-names.js';
export { statementKind } from './analysis/statement-kind.js';
export type { StatementKind } from './analysis/statement-kinds.js';
export { mayRead } from './analysis/may-read.js';
export { returningClause, type ReturningClause } from './analysis/returning-clause.js';
export { targetTable, type TextRange } from './analysis/target-table.js';
export { allValuesWritten, momentsWritten, writtenValues } from './parameters/written-values.js';
export { bindParameters, bindPart, unbound, type BoundStatement } from './parameters/bind-parameters.js';
export {
  placeInScript,
  ScriptReader,
  scriptText,
  type ClientLine,
  type CopiedRows,
  type LiteralRows,
  type ScriptPart,
  type ScriptStatement,
} from './scripts/index.js';
