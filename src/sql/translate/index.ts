/**
 * From one dialect to another: a tree of the source becomes a tree that means the same to the target, and says what may
 * differ. This folder owns what each meaning is in each dialect (tables in `functions/` and `expressions/`), how queries
 * are said in other words where a target lacks their form (`queries/`), and the table of warnings.
 */
export { withKeyNames } from './definitions/constraints/key-names.js';
export { withOpenKeys } from './definitions/constraints/open-keys.js';
export {
  followingQuery,
  hasStar,
  isRenameOfColumn,
  mayReadColumn,
  takesNameOf,
  withOtherOutput,
} from './definitions/views/following-query.js';
export { tableOfQuery } from './definitions/columns/columns-of-query.js';
export { computesValues } from './definitions/columns/own-casts.js';
export {
  changedDefinition,
  mentions,
  renamed,
  withOtherName,
  keyNameOf,
  usualName,
  withUsualNames,
} from './definitions/alterations/changed-definition.js';
export { constraintsOf, withConstraints, type Constraint } from './definitions/constraints/constraints.js';
export { copiedKinds } from './definitions/like-table.js';
export { indexOfKey, keysWithoutIndex } from './definitions/indexes/indexes-of-keys.js';
export { keyColumnsOf } from './definitions/columns/keyed-texts.js';
export { conversionOf, isModifiedOtherwise } from './definitions/columns/conversions.js';
export { NOTHING_TO_DO } from './definitions/nothing-to-do.js';
export { referencesOf, type Referred } from './definitions/columns/referenced-types.js';
export { isWrittenZeroDay } from './expressions/moments/zero-days.js';
export { NOTICES, type NoticeCode, type NoticeSeverity, type TranslationNotice } from './notices.js';
export { translatedMeanings, type MeaningOverview, type Rendering } from './overview.js';
export { inStyleOf, type PlacedText } from './place-styles.js';
export { Plans, type PlannedTranslation, type PlannedWish } from './plans/index.js';
export { translateStatement, type Direction, type TranslatedStatement } from './translate-statement.js';
export type {
  Fidelity,
  TargetServer,
  TextComparison,
  TranslationOptions,
  TranslationRules,
} from './translation-options.js';
export { beginningOf } from './script/counted-later.js';
export { counts } from './script/counting-columns.js';
export { firstWordsOf } from './script/first-words.js';
export { withoutGuard } from './script/guarded.js';
export { impliedValue } from './definitions/columns/implied-values.js';
export { asMeant } from './script/meant-columns.js';
export { ownCopy } from './script/own-copy.js';
export { MILLISECONDS_FROM, momentOfMilliseconds } from './expressions/moments/milliseconds.js';
export { keptTable } from './script/kept-table.js';
export { OwnSchemas } from './script/own-schemas.js';
export { printed } from './script/printed.js';
export { ScriptSequences, sequenceOf } from './script/script-sequences.js';
export { ScriptTypes } from './script/script-types.js';
export { KeyClauses } from './script/key-clauses.js';
export { losesBy, SESSION_STATEMENTS, sessionRow, type SessionRow } from './administration/session-statements.js';
export {
  defaultOf,
  describedTable,
  generationOf,
  keyColumns,
  primaryKeyOf,
  uniqueKeysOf,
} from './script/described-table.js';
export { defines, ScriptTranslation, type ReadStatement } from './script/script-translation.js';
export {
  firesOthers,
  isRowId,
  rowKeyOf,
  translatedTrigger,
  TriggerFunctions,
  type TriggerPlace,
} from './triggers/index.js';
