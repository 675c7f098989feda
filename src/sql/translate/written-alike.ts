import type { Expression } from '../ast/index.js';

/** The same text for expressions that are written alike, wherever they stand. */
export const writtenAlike = (node: Expression): string =>
  JSON.stringify(node, (key, value: unknown) => (key === 'span' || key === 'comments' ? undefined : value));
