import {
  ARITHMETIC,
  type BetweenExpression,
  type BinaryExpression,
  type BinaryOperator,
  type Expression,
  type InList,
} from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { allOf, anyOf, choose, not } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { isNumber, isText, textOf } from '../coercion.js';
import { isWholePart } from '../moments/moment-words.js';

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
  if (isReckoned(left, t) && isText(right, t)) return 'less';
  return isText(left, t) && isReckoned(right, t) ? 'greater' : undefined;
}

/** A number, also one that is computed of what nobody tells the type of. */
const isReckoned = (node: Expression, t: Translator): boolean =>
  isNumber(node, t) || (node.kind === 'binary' && ARITHMETIC.has(node.operator));

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
  if (holds === undefined) return undefined;
  const order = orderOf(node.left, node.right, t);
  return order === undefined ? numberWhereItIsOne(node, t) : ofOrder(node, order, t);
}

/** Which of two values that are never the same comes first; undefined where they may be. */
const orderOf = (left: Expression, right: Expression, t: Translator): 'less' | 'greater' | undefined =>
  ofTwoClasses(left, right, t) ?? beyondNumbers(left, right, t);

/** A column of numbers makes a number of a text beside it where that says one, and leaves it a text where it does not. */
function besideNumbers(left: Expression, right: Expression, t: Translator): 'left' | 'right' | undefined {
  if (t.source !== 'SQLITE') return undefined;
  const isColumn = (one: Expression): boolean => isNumber(one, t) && one.kind === 'column' && hasAffinity(one, t);
  if (isColumn(left) && isPlainText(right, t)) return 'right';
  return isColumn(right) && isPlainText(left, t) ? 'left' : undefined;
}

/** Parts of dates are digits. */
const isPlainText = (node: Expression, t: Translator): boolean => isText(node, t) && !isWholePart(node, t);

const SAYS_NUMBER = /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i;

/** The same of a column of truth values, which are numbers to SQLite. */
function besideTruths(left: Expression, right: Expression, t: Translator): 'left' | 'right' | undefined {
  const isColumn = (one: Expression): boolean => one.kind === 'column' && t.typeName(one) === 'BOOLEAN';
  if (t.source !== 'SQLITE') return undefined;
  return isColumn(left) ? 'right' : isColumn(right) ? 'left' : undefined;
}

/** Where the text is written out and says no number. */
function beyondNumbers(left: Expression, right: Expression, t: Translator): 'less' | 'greater' | undefined {
  const beside = besideNumbers(left, right, t) ?? besideTruths(left, right, t);
  const value = beside === 'left' ? left : right;
  if (beside === undefined || value.kind !== 'string' || SAYS_NUMBER.test(value.value)) return undefined;
  return beside === 'left' ? 'greater' : 'less';
}

const NUMBER_OF_TEXT: Readonly<Record<DialectName, readonly [test: string, number: string]>> = {
  POSTGRESQL: ["$1 ~ '^\\s*[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?\\s*$'", 'CAST($1 AS numeric)'],
  MYSQL: ["$1 REGEXP '^[[:space:]]*[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)(e[-+]?[0-9]+)?[[:space:]]*$'", '($1 + 0e0)'],
  SQLITE: ['TRUE', '$1'],
};

/** Where it is known when the statement runs alone. */
function numberWhereItIsOne(node: BinaryExpression, t: Translator): Expression | undefined {
  const beside = besideNumbers(node.left, node.right, t);
  const value = beside === 'left' ? node.left : node.right;
  if (beside === undefined || value.kind === 'string') return undefined;
  const made = textOf(value, t);
  const [test, form] = NUMBER_OF_TEXT[t.target];
  const asNumber = t.form(form, [made], value);
  const compared: Expression =
    beside === 'left'
      ? { ...node, left: asNumber, right: t.value(node.right) }
      : { ...node, left: t.value(node.left), right: asNumber };
  const otherwise = ofOrder(node, beside === 'left' ? 'greater' : 'less', t);
  return choose([[t.form(test, [made], value), compared]], otherwise, node.span);
}

function ofOrder(node: BinaryExpression, order: 'less' | 'greater', t: Translator): Expression {
  const holds = HOLDS[node.operator] ?? [];
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

/**
 * x IN (…) of such operands: what is never the same is left out, and what is a number only where the text says one is a
 * comparison of its own.
 */
export function listedClasses(node: InList, t: Translator): Expression | undefined {
  const { operand, items, negated, span } = node;
  const isNever = items.map((one) => orderOf(operand, one, t) !== undefined);
  const compared = items.map((right, at): BinaryExpression | undefined =>
    isNever[at] === true ? undefined : { kind: 'binary', operator: 'equal', left: operand, right, span },
  );
  const asked = compared.map((one) => one && numberWhereItIsOne(one, t));
  const [first] = items;
  if (first === undefined || (!isNever.includes(true) && asked.every((one) => one === undefined))) return undefined;
  const left = items.filter((_, at) => compared[at] !== undefined && asked[at] === undefined);
  const list = left.length === 0 ? [] : [t.value({ ...node, items: left, negated: false })];
  const tests = [...list, ...asked.filter((one) => one !== undefined)];
  const inside =
    tests.length === 0
      ? ofOrder({ kind: 'binary', operator: 'equal', left: operand, right: first, span }, 'less', t)
      : anyOf(tests);
  return negated ? not(inside) : inside;
}

export function boundClasses(node: BetweenExpression, t: Translator): Expression | undefined {
  const { operand, low, high, negated, span } = node;
  const atLeast: BinaryExpression = { kind: 'binary', operator: 'greater-or-equal', left: operand, right: low, span };
  const atMost: BinaryExpression = { kind: 'binary', operator: 'less-or-equal', left: operand, right: high, span };
  const [least, most] = [comparedClasses(atLeast, t), comparedClasses(atMost, t)];
  if (least === undefined && most === undefined) return undefined;
  const inside = allOf([least ?? t.value(atLeast), most ?? t.value(atMost)]);
  return negated ? not(inside) : inside;
}
