import type { BinaryExpression, Expression } from '../../ast/index.js';
import type { Translator } from '../translator.js';
import { isMoment } from './moments.js';

/** A sum or difference that has to do with dates; undefined where it has not. */
export function momentSum(node: BinaryExpression, t: Translator): Expression | undefined {
  const operands = [node.left, node.right];
  const isTemporal = operands.some(
    (one) => isMoment(one, t) || one.kind === 'interval' || t.typeName(one) === 'INTERVAL',
  );
  if (!isTemporal) return undefined;
  return t.refuse(node, 'Arithmetic of dates has no counterpart in the target yet.');
}
