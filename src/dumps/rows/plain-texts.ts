import { rewrite, type Dialect, type Node, type Statement } from '../../sql/index.js';

/** Functions whose answer hangs on whether a text has its type written out. */
const BY_TYPE = /^(?:to_jsonb?|jsonb?_build_\w+|array_\w+|pg_typeof|any_value)$/i;

const PLAIN: ReadonlySet<Statement['kind']> = new Set<Statement['kind']>([
  'create-view',
  'create-index',
  'create-table',
]);

/**
 * The same definition with `date_trunc('month', at)`: PostgreSQL writes `'month'::text` into each view, index and check that it
 * dumps, and what is written out is looked at to tell what a function means.
 */
export function withPlainTexts<S extends Statement>(tree: S, from: Dialect): S {
  if (from.name !== 'POSTGRESQL' || !PLAIN.has(tree.kind)) return tree;
  return rewrite<S>(tree, (node: Node) => {
    if (node.kind !== 'call' || BY_TYPE.test(node.name.parts.at(-1)?.value ?? '')) return node;
    return { ...node, arguments: node.arguments.map((one) => (isText(one) ? one.operand : one)) };
  });
}

type Cast = Extract<Node, { kind: 'cast' }>;

const isText = (node: Node): node is Cast =>
  node.kind === 'cast' &&
  node.operand.kind === 'string' &&
  node.type.name.toLowerCase() === 'text' &&
  node.type.dimensions === undefined;
