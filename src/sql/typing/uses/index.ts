/** What columns hold whose types nobody tells: by how a statement uses them, and by their names. */
export { ArrayUses } from './array-uses.js';
export { ColumnUses } from './column-uses.js';
export { familyOfType, type Family } from './family.js';
export { WrittenNames } from './written-names.js';
export { isLikelyKey } from './likely-keys.js';
export { withLikelyTexts } from './likely-texts.js';
export { ReckonedMoments } from './reckoned-moments.js';
export {
  familyOfName,
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
} from './named-family.js';
