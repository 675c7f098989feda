import { rewrite, type Expression, type Node } from '../../../ast/index.js';
import type { Translator } from '../../translator.js';

/**
 * What a table computes or asks of its own row, whose columns go by their names alone: MySQL and SQLite take no table before
 * them where they compute a column. https://sqlite.org/gencol.html
 */
export function bareColumns(expression: Expression, t: Translator): Expression {
  if (t.target === 'POSTGRESQL') return expression;
  return rewrite<Expression>(expression, (node: Node) =>
    node.kind === 'column' && node.parts.length > 1 ? { ...node, parts: node.parts.slice(-1) } : node,
  );
}
