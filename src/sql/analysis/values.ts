import type { Node, NodeKind } from '../ast/index.js';

const VALUES: ReadonlySet<NodeKind> = new Set<NodeKind>([
  ...(['null', 'boolean', 'number', 'string', 'bytes', 'bits', 'parameter'] as const),
]);

/** Whether a node is a value by itself, which a pattern folds: a literal or a parameter. */
export function isValue(node: Node): boolean {
  return VALUES.has(node.kind);
}
