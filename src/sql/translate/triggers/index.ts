/** Triggers that give values, change rows or end with an error, in the words of each target. */
export { firesOthers } from './fires-others.js';
export { rowKeyOf } from './own-row-changes.js';
export { isRowId } from './row-ids.js';
export { quoted, translatedTrigger, type TriggerPlace } from './translated-trigger.js';
export { TriggerFunctions } from './trigger-functions.js';
