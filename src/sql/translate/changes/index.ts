/** Changes of rows: how each dialect inserts, updates and deletes, and what it does about rows that are there already. */
import type { RuleTable } from '../translator.js';
import { deletion } from './delete.js';
import { insert } from './insert.js';
import { countedFrom } from './sqlite-counters.js';
import { truncate } from './truncate.js';
import { update } from './update.js';

export const changes: RuleTable = {
  insert,
  update: (node, t) => countedFrom(node, t) ?? update(node, t),
  delete: (node, t) => countedFrom(node, t) ?? deletion(node, t),
  truncate,
  merge: (node, t) =>
    t.refuse(node, 'MERGE has no counterpart in the target.', 'Insert with ON CONFLICT, or update and insert in turn.'),
};
