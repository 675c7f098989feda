import type { Expression } from '../../../ast/index.js';
import { cast } from '../../made-nodes.js';
import { elementOfLiteral } from '../casts.js';
import { elementsOfLiteral } from '../documents/json-paths.js';

/** The elements of an array in a text, `'{a,b}'`, of the type that it is cast to. */
export function itemsOfText(array: Expression): readonly Expression[] | undefined {
  const { operand, type } = array.kind === 'cast' ? array : { operand: array, type: undefined };
  if (operand.kind !== 'string' || (type !== undefined && type.dimensions === undefined)) return undefined;
  const written = elementsOfLiteral(operand.value);
  if (type === undefined) return written?.map((one) => elementOfLiteral(one, operand.span));
  const { dimensions: _, ...each } = type;
  return written?.map((one) => cast(elementOfLiteral(one, operand.span), each));
}
