import type { Expression } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from './expression.js';
import { parseNamedOperator } from './infix.js';
import { parsePrimary } from './primary.js';

/**
 * An operand with the operators before it. These bind as the table says, wherever they stand: in `a = NOT b` the
 * operand of NOT is all that follows, though NOT binds less than the sign before it.
 *
 *     prefixed: prefix-operator expression | primary
 */
export function parsePrefixed(cursor: Cursor): Expression {
  const key = cursor.key();
  const { prefix, custom } = cursor.dialect.operators;
  const rule = prefix.get(key);
  const { start } = cursor;
  if (rule !== undefined) {
    cursor.index += 1;
    const operand = parseExpression(cursor, rule.precedence + 1);
    return { kind: 'unary', operator: rule.operator, operand, span: cursor.since(start) };
  }
  if (custom === null) return parsePrimary(cursor);
  if (cursor.at('OPERATOR', '(')) {
    const operator = parseNamedOperator(cursor);
    const right = parseExpression(cursor, custom + 1);
    return { kind: 'operator', ...operator, right, span: cursor.since(start) };
  }
  if (cursor.token()?.kind !== 'operator' || NOT_PREFIX.has(key)) return parsePrimary(cursor);
  cursor.index += 1;
  const right = parseExpression(cursor, custom + 1);
  return { kind: 'operator', symbol: key, right, span: cursor.since(start) };
}

/** Signs that no operand follows. */
const NOT_PREFIX: ReadonlySet<string> = new Set([
  '*',
  '/',
  '%',
  '^',
  '<',
  '>',
  '=',
  '<=',
  '>=',
  '<>',
  '!=',
  ':',
  '::',
  ':=',
  '=>',
]);
