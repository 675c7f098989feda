import type { BetweenExpression, BinaryExpression, BinaryOperator, Expression, InList } from '../../ast/index.js';
import { allOf, not } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { isNumber, isText } from './coercion.js';

/**
 * To SQLite a number, a text and bytes are never the same, and come in this order: of numbers and texts where neither is of a column's type or a
 * cast's, which the other would be turned into: `strftime('%Y', d) = 2024` is false for every day.
 * https://www.sqlite.org/datatype3.html#comparison_expressions
 */
function ofTwoClasses(left: Expression, right: Expression, t: Translator): 'less' | 'greater' | undefined {
  if (t.source !== 'SQLITE') return undefined;
  const bytes = [left, right].map((one) => one.kind === 'bytes');
  // no type turns bytes into anything else
  if (bytes[0] !== bytes[1] && [left, right].some((one) => isNumber(one, t) || isText(one, t)))
    return bytes[0] === true ? 'greater' : 'less';
  if (hasAffinity(left, t) || hasAffinity(right, t)) return undefined;
  if (isNumber(left, t) && isText(right, t)) return 'less';
  return isText(left, t) && isNumber(right, t) ? 'greater' : undefined;
}

function hasAffinity(node: Expression, t: Translator): boolean {
  if (node.kind === 'cast') return true;
  if (node.kind === 'collate' || (node.kind === 'unary' && node.operator === 'plus'))
    return hasAffinity(node.operand, t);
  if (node.kind !== 'column') return node.kind === 'subquery' || node.kind === 'parameter';
  const { table, expression } = t.scope.resolve(node);
  return table !== undefined || expression === undefined || expression.kind === 'cast';
}

/** Operators that hold where the left side comes before the right one, or behind it. */
const HOLDS: Readonly<Partial<Record<BinaryOperator, readonly ('less' | 'greater')[]>>> = {
  equal: [],
  'not-equal': ['less', 'greater'],
  less: ['less'],
  'less-or-equal': ['less'],
  greater: ['greater'],
  'greater-or-equal': ['greater'],
};

/** A comparison whose operands are of two classes: what it comes to, where neither is NULL. */
export function comparedClasses(node: BinaryExpression, t: Translator): Expression | undefined {
  const holds = HOLDS[node.operator];
  const order = ofTwoClasses(node.left, node.right, t);
  if (holds === undefined || order === undefined) return undefined;
  const known = [node.left, node.right].filter(
    ({ kind }) => kind !== 'number' && kind !== 'string' && kind !== 'bytes',
  );
  const values = known.map((one) => t.value(one));
  const places = (test: string, word: string): string => values.map((_, at) => `$${at + 1} ${test}`).join(word);
  const [outcome, tests] = holds.includes(order)
    ? ['TRUE', `(${places('IS NOT NULL', ' AND ')}) OR NULL`]
    : ['FALSE', `(${places('IS NULL', ' OR ')}) AND NULL`];
  return t.form(values.length === 0 ? outcome : tests, values, node);
}

/** x IN (…) and x BETWEEN … of such operands, by their comparisons. */
export function listedClasses(node: InList, t: Translator): Expression | undefined {
  const { operand, items, negated, span } = node;
  const made = items.map((right) =>
    comparedClasses({ kind: 'binary', operator: 'equal', left: operand, right, span }, t),
  );
  const [first] = made;
  if (first === undefined || made.includes(undefined)) return undefined;
  return negated ? not(first) : first;
}

export function boundClasses(node: BetweenExpression, t: Translator): Expression | undefined {
  const { operand, low, high, negated, span } = node;
  const least = comparedClasses({ kind: 'binary', operator: 'greater-or-equal', left: operand, right: low, span }, t);
  const most = comparedClasses({ kind: 'binary', operator: 'less-or-equal', left: operand, right: high, span }, t);
  if (least === undefined || most === undefined) return undefined;
  const inside = allOf([least, most]);
  return negated ? not(inside) : inside;
}
