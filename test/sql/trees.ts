import type { Statement } from '../../src/sql/index.js';

/** Fields that say where a node stood, and what was noted beside it. */
const NOT_MEANT: ReadonlySet<string> = new Set(['span', 'comments']);

/** A tree as plain data, without places and comments, to compare with another. */
export function meaningOf(tree: Statement): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (NOT_MEANT.has(key) ? undefined : value)));
}
