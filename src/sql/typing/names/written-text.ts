import { readsSource, type BaseNode } from '../../ast/index.js';
import type { Scope } from '../scope.js';

/** The text of a node as it is written, with what stands in it; undefined where the text is not known. */
export function writtenText(node: BaseNode, scope: Scope): string | undefined {
  const { start, end } = node.span;
  readsSource(node);
  const text = scope.context.sql?.slice(start, end).trim();
  return text === '' ? undefined : text;
}
