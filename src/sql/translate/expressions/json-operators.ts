import type { BinaryExpression, BinaryOperator, Expression } from '../../ast/index.js';
import type { Translator } from '../translator.js';

type JsonOperator = Extract<BinaryOperator, `json-${string}`>;

const refused = (node: BinaryExpression, t: Translator): Expression =>
  t.refuse(node, 'This way into a JSON document has no counterpart in the target yet.');

/** Ways into JSON documents. */
export const jsonOperators: Readonly<Record<JsonOperator, (node: BinaryExpression, t: Translator) => Expression>> = {
  'json-get': refused,
  'json-get-text': refused,
  'json-path': refused,
  'json-path-text': refused,
  'json-find': refused,
  'json-find-text': refused,
};
