import { EXACT_ARITHMETIC, asked, type BinaryExpression, type Expression } from '../../../ast/index.js';
import { cast, dataType } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';

/*
 * Numbers with a point are floating-point numbers to SQLite, and decimals elsewhere: 0.1 + 0.2 is more than 0.3 there.
 * https://www.sqlite.org/datatype3.html. What is computed of written numbers alone is computed as it was.
 */

const isWritten = (node: Expression): boolean =>
  node.kind === 'number' ||
  (node.kind === 'unary' && isWritten(node.operand)) ||
  (node.kind === 'binary' && EXACT_ARITHMETIC.has(node.operator) && isWritten(node.left) && isWritten(node.right));

const hasPoint = (content: string): boolean => content.includes('.');

const hasReal = (node: Expression): boolean =>
  node.kind === 'number'
    ? asked(node, hasPoint)
    : node.kind === 'unary'
      ? hasReal(node.operand)
      : node.kind === 'binary' && (hasReal(node.left) || hasReal(node.right));

/** `0.1 + 0.2 = 0.3`, of floating-point numbers; undefined where nothing is computed of such, or more than written numbers. */
export function ofWrittenReals(node: BinaryExpression, t: Translator): Expression | undefined {
  const sides = [node.left, node.right];
  if (t.source !== 'SQLITE' || !sides.every(isWritten) || !sides.some(hasReal)) return undefined;
  if (!sides.some((one) => one.kind === 'binary')) return undefined;
  return { ...node, left: inReals(node.left, t), right: inReals(node.right, t) };
}

function inReals(node: Expression, t: Translator): Expression {
  if (node.kind === 'number' && asked(node, hasPoint)) {
    const made = t.value(node);
    return t.target === 'MYSQL'
      ? t.form('$1 * 1e0', [made], node)
      : cast(made, dataType('double precision', node.span));
  }
  if (node.kind === 'unary') return { ...node, operand: inReals(node.operand, t) };
  return node.kind === 'binary' && hasReal(node)
    ? { ...node, left: inReals(node.left, t), right: inReals(node.right, t) }
    : t.value(node);
}
