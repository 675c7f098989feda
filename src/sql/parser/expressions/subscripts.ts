import type { Expression, FieldAccess } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseName } from '../names.js';
import { parseExpression } from './expression.js';

/** x '[' index ']' | x '[' [lower] ':' [upper] ']' */
export function parseIndex(cursor: Cursor, operand: Expression): Expression {
  cursor.expect('[');
  const lower = cursor.at(':') ? undefined : parseExpression(cursor);
  if (cursor.take(':')) {
    const upper = cursor.at(']') ? undefined : parseExpression(cursor);
    cursor.expect(']');
    return {
      kind: 'slice',
      operand,
      ...(lower !== undefined && { lower }),
      ...(upper !== undefined && { upper }),
      span: cursor.from(operand),
    };
  }
  cursor.expect(']');
  return { kind: 'index', operand, index: lower as Expression, span: cursor.from(operand) };
}

/** ('.' name | '.*' | '[' … ']')* behind what stands in parentheses, is an element, or was called */
export function parseFields(cursor: Cursor, operand: Expression): Expression {
  let left = operand;
  while (cursor.dialect.features.composites) {
    if (cursor.at('.')) left = parseField(cursor, left);
    else if (cursor.at('[')) left = parseIndex(cursor, left);
    else break;
  }
  return left;
}

function parseField(cursor: Cursor, operand: Expression): FieldAccess {
  cursor.expect('.');
  if (cursor.take('*')) return { kind: 'field', operand, span: cursor.from(operand) };
  const field = parseName(cursor, 'any');
  return { kind: 'field', operand, field, span: cursor.from(operand) };
}
