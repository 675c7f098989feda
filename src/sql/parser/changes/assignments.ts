import type { Assignment, AssignmentTarget, Expression } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from '../expressions/index.js';
import { parseVariable } from '../expressions/literals.js';
import { parseFields, parseIndex } from '../expressions/subscripts.js';
import { commaList, parenthesized } from '../lists.js';
import { parseQualifiedName, stringAsName } from '../names.js';

/** assignment (',' assignment)* */
export function parseAssignments(cursor: Cursor): Assignment[] {
  return commaList(cursor, parseAssignment);
}

/** target '=' value | '(' target (',' target)* ')' '=' value */
function parseAssignment(cursor: Cursor): Assignment {
  const { start } = cursor;
  const row = cursor.at('(');
  const targets = row ? parenthesized(cursor, parseTarget) : [parseTarget(cursor)];
  if (!cursor.take(':=')) cursor.expect('=');
  const value = parseExpression(cursor);
  return { kind: 'assignment', targets, row, value, span: cursor.since(start) };
}

/** column ('.' field | '[' index ']')* | @variable */
export function parseTarget(cursor: Cursor): AssignmentTarget {
  if (cursor.token()?.kind === 'variable') return parseVariable(cursor);
  const quoted = cursor.dialect.features.inTable ? stringAsName(cursor) : undefined;
  if (quoted !== undefined) return { kind: 'column', parts: [quoted], span: quoted.span };
  const { parts, span } = parseQualifiedName(cursor, 'column');
  let target: Expression = { kind: 'column', parts, span };
  if (cursor.dialect.features.composites && cursor.at('[')) target = parseFields(cursor, parseIndex(cursor, target));
  return isTarget(target) ? target : cursor.unexpected('a column');
}

function isTarget(node: Expression): node is AssignmentTarget {
  return ['column', 'index', 'slice', 'field'].includes(node.kind);
}
