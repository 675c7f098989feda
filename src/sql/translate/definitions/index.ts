/**
 * Definitions: what is declared of tables, their columns, keys and indexes, and how each target declares it. What a target
 * says apart stands in statements before and behind the one that is translated. A difference that only refuses or takes
 * more values is told as INFO, one in the values themselves as WARNING.
 */
import type { RuleTable } from '../translator.js';
import { alterTable } from './alterations/alter-table.js';
import { commentOn } from './comments.js';
import { createIndex } from './indexes/create-index.js';
import { createTable } from './create-table.js';
import { drop, renameTables } from './drops.js';
import { createView } from './views/create-view.js';

export const definitions: RuleTable = {
  'create-table': createTable,
  'create-index': createIndex,
  'create-view': createView,
  'alter-table': alterTable,
  drop,
  'rename-tables': renameTables,
  'comment-on': commentOn,
};
