import { functionOfCall } from '../../../analysis/function-of-call.js';
import { WHOLE_ARITHMETIC, type Expression } from '../../../ast/index.js';
import { returnRule } from '../../../functions/index.js';
import type { Translator } from '../../translator.js';
import { numberOf } from '../coercion.js';
import { INTEGER_TYPES } from './number-types.js';

/**
 * An expression where a function takes a whole number of four bytes: a place, a length, how often. PostgreSQL has no
 * `repeat(text, bigint)` and makes no integer of a greater type by itself; the others take any number.
 */
export function countOf(node: Expression, t: Translator): Expression {
  const made = numberOf(node, t);
  if (t.target !== 'POSTGRESQL' || t.source === 'POSTGRESQL' || isSmall(node, made, t)) return made;
  // SQLite cuts fractions off; MySQL rounds them, as the cast does
  const isWhole = t.source === 'MYSQL' || INTEGER_TYPES.has(t.typeName(node));
  return t.form(isWhole ? 'CAST($1 AS int)' : 'CAST(trunc($1) AS int)', [made], node);
}

/** Whether PostgreSQL has an integer of four bytes there. */
function isSmall(node: Expression, made: Expression, t: Translator): boolean {
  if (made.kind === 'number') return /^\d{1,9}$/.test(made.text);
  if (made.kind === 'null' || made.kind === 'parameter') return true;
  if (made.kind === 'cast') return /^(int|integer|smallint)$/.test(made.type.name);
  if (made.kind === 'unary') return made.operator === 'minus' && isSmall(node, made.operand, t);
  if (made.kind === 'column') return isOfTable(node, t);
  if (made.kind === 'call') {
    const row = functionOfCall(made, t.to);
    return row !== undefined && returnRule(row, 'POSTGRESQL') === 'INTEGER';
  }
  return made.kind === 'binary' && node.kind === 'binary' && WHOLE_ARITHMETIC.has(made.operator)
    ? isSmall(node.left, made.left, t) && isSmall(node.right, made.right, t)
    : false;
}

/** A column of a table; one of a query may be wider there than the source says. */
const isOfTable = (node: Expression, t: Translator): boolean =>
  t.typeName(node) === 'INTEGER' && node.kind === 'column' && t.scope.resolve(node).table !== undefined;
