/** What columns hold whose types nobody tells: by how a statement uses them, and by their names. */
export { ArrayUses } from './array-uses.js';
export { ColumnUses } from './column-uses.js';
export { familyOfType, type Family } from './family.js';
export { ReckonedMoments } from './reckoned-moments.js';
export { familyOfName, isNameOfDate, isNameOfDay, isNameOfTime, isNameOfTruth, isNameOfWhole } from './named-family.js';
