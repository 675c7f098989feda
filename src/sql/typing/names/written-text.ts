import type { BaseNode } from '../../ast/index.js';
import type { Scope } from '../scope.js';

/** The text of a node as it is written, with what stands in it; undefined where the text is not known. */
export function writtenText({ span: { start, end } }: BaseNode, scope: Scope): string | undefined {
  const text = scope.context.sql?.slice(start, end).trim();
  return text === '' ? undefined : text;
}
