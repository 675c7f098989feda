/** CREATE, ALTER, DROP, TRUNCATE, COMMENT ON and RENAME TABLE. */
import type { Statement } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseAlter } from './alter.js';
import { parseCommentOn } from './comment-on.js';
import { parseCreate } from './create.js';
import { parseDrop } from './drop.js';
import { parseRenameTables, parseTruncate } from './truncate.js';

export { parseCreate } from './create.js';
export { parseIndexElement } from './index-elements.js';

/** Readers of definitions by their first word. */
export const definitionReaders: Readonly<Record<string, (cursor: Cursor) => Statement>> = {
  CREATE: parseCreate,
  ALTER: parseAlter,
  DROP: parseDrop,
  TRUNCATE: parseTruncate,
  COMMENT: parseCommentOn,
  RENAME: parseRenameTables,
};
