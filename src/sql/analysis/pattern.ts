import { rewrite, type Node, type Statement } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { generate } from '../generate/index.js';
import { isValue } from './values.js';

/** The statement with its values folded to `?`, lists of them in IN to one, and rows of VALUES to one. */
export function patternOf(statement: Statement, dialect: Dialect): string {
  return generate(rewrite(statement, fold), dialect);
}

function fold(node: Node): Node {
  if (isValue(node)) return { kind: 'parameter', spelling: '?', span: node.span };
  if (node.kind === 'unary' && node.operator === 'minus' && node.operand.kind === 'parameter') return node.operand;
  if (node.kind === 'in-list' && node.items.every(({ kind }) => kind === 'parameter'))
    return { ...node, items: node.items.slice(0, 1) };
  if (node.kind === 'values') return { ...node, rows: node.rows.slice(0, 1) };
  return node.comments === undefined ? node : withoutComments(node);
}

function withoutComments(node: Node): Node {
  const { comments: _, ...rest } = node;
  return rest;
}
