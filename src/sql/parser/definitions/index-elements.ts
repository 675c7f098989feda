import type { Expression, IndexElement } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from '../expressions/index.js';
import { atName, parseName, parseQualifiedName } from '../names.js';
import { parseStorageOptions } from './storage-options.js';

type Operand = Pick<IndexElement, 'expression' | 'length' | 'collation' | 'operatorClass' | 'classOptions'>;

/** operand [ASC | DESC] [NULLS (FIRST | LAST)]: a column or expression of an index, a key, or a conflict's target */
export function parseIndexElement(cursor: Cursor): IndexElement {
  const { start } = cursor;
  const operand = readerOf(cursor)(cursor);
  const direction = cursor.take('ASC') ? 'asc' : cursor.take('DESC') ? 'desc' : undefined;
  const nulls = cursor.dialect.features.inheritance ? parseNulls(cursor) : undefined;
  return {
    kind: 'index-element',
    ...operand,
    ...(direction !== undefined && { direction }),
    ...(nulls !== undefined && { nulls }),
    span: cursor.since(start),
  };
}

/** MySQL has columns and what stands in parentheses, SQLite any expression, PostgreSQL calls without parentheses. */
function readerOf({ dialect: { features } }: Cursor): (cursor: Cursor) => Operand {
  if (features.duplicateKeys) return parseKeyPart;
  return features.inheritance ? parseIndexOperand : parseIndexedExpression;
}

/** name ['(' length ')'] | '(' expression ')' */
function parseKeyPart(cursor: Cursor): Operand {
  if (cursor.at('(')) return { expression: parseExpression(cursor, Infinity) };
  const name = parseName(cursor, 'column');
  const expression: Expression = { kind: 'column', parts: [name], span: name.span };
  if (!cursor.take('(')) return { expression };
  if (cursor.token()?.kind !== 'number') cursor.unexpected('a length (an expression needs parentheses of its own)');
  const length = Number(cursor.next().text);
  cursor.expect(')');
  return { expression, length };
}

/** (name | call | '(' expression ')') [COLLATE name] [class ['(' options ')']] */
function parseIndexOperand(cursor: Cursor): Operand {
  const expression = parseExpression(cursor, Infinity);
  const collation = cursor.take('COLLATE') ? parseQualifiedName(cursor, 'any') : undefined;
  const operatorClass = atName(cursor) && !cursor.atAny(NO_CLASS) ? parseQualifiedName(cursor, 'any') : undefined;
  const classOptions = operatorClass !== undefined && cursor.at('(') ? parseStorageOptions(cursor) : undefined;
  return {
    expression,
    ...(collation !== undefined && { collation }),
    ...(operatorClass !== undefined && { operatorClass }),
    ...(classOptions !== undefined && { classOptions }),
  };
}

const NO_CLASS: ReadonlySet<string> = new Set(['ASC', 'DESC', 'NULLS', 'WITH', 'WITHOUT']);

/** expression [COLLATE name] */
function parseIndexedExpression(cursor: Cursor): Operand {
  const expression = parseExpression(cursor);
  if (expression.kind !== 'collate') return { expression };
  return { expression: expression.operand, collation: expression.collation };
}

/** [NULLS (FIRST | LAST)] */
function parseNulls(cursor: Cursor): 'first' | 'last' | undefined {
  if (cursor.take('NULLS', 'FIRST')) return 'first';
  return cursor.take('NULLS', 'LAST') ? 'last' : undefined;
}
