/**
 * Tables of SQLite that are made anew: it changes little of a table that is there, and what it can't is said by another
 * table in its place. All that is known of the table is what the catalogue has of it: the texts that SQLite keeps.
 */
export { droppedTable, type AroundDrop } from './dropped-table.js';
export { rebuild } from './rebuild.js';
export { needsRebuild } from './needs-rebuild.js';
export { isCheckOfType } from './changes.js';
export { keyOf, knownTable, presentTable, type PresentTable } from './present-table.js';
