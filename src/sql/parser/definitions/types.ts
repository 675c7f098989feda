import type { AlterType, ColumnConstraint, CreateType, Expression } from '../../ast/index.js';
import { takeStatementText } from '../administration/statement-text.js';
import type { Cursor } from '../cursor.js';
import { parseDataType } from '../data-types.js';
import { parseExpression } from '../expressions/index.js';
import { parenthesized } from '../lists.js';
import { parseQualifiedName } from '../names.js';
import { parseColumnDeclaration } from '../queries/aliases.js';
import { atColumnConstraint, parseColumnConstraints } from './column-constraints.js';
import type { CreateHead } from './create.js';
import { parseStorageOptions } from './storage-options.js';

/** name [AS (ENUM '(' labels ')' | RANGE '(' settings ')' | '(' attributes ')')] | name '(' settings ')' | name */
export function parseCreateType(cursor: Cursor, { start }: CreateHead): CreateType {
  const name = parseQualifiedName(cursor);
  const done = (parts: Omit<CreateType, 'kind' | 'name' | 'span'>): CreateType => ({
    kind: 'create-type',
    name,
    ...parts,
    span: cursor.since(start),
  });
  if (cursor.at('(')) return done({ form: 'base', settings: parseStorageOptions(cursor) });
  if (!cursor.take('AS')) return done({ form: 'shell' });
  if (cursor.take('ENUM')) return done({ form: 'enum', labels: parseLabels(cursor) });
  if (cursor.take('RANGE')) return done({ form: 'range', settings: parseStorageOptions(cursor) });
  if (cursor.take('(', ')')) return done({ form: 'composite', attributes: [] });
  return done({ form: 'composite', attributes: parenthesized(cursor, parseColumnDeclaration) });
}

function parseLabels(cursor: Cursor): readonly Expression[] {
  return cursor.take('(', ')') ? [] : parenthesized(cursor, (inner) => parseExpression(inner));
}

/** name [AS] type constraint* */
export function parseCreateDomain(cursor: Cursor, { start }: CreateHead): CreateType {
  const name = parseQualifiedName(cursor);
  cursor.take('AS');
  const type = parseDataType(cursor);
  const constraints: ColumnConstraint[] = [];
  while (atColumnConstraint(cursor)) constraints.push(...parseColumnConstraints(cursor));
  return { kind: 'create-type', form: 'domain', name, type, constraints, span: cursor.since(start) };
}

/** name action, as it is written */
export function parseAlterType(cursor: Cursor, start: number, object: AlterType['object']): AlterType {
  const name = parseQualifiedName(cursor);
  const { text } = takeStatementText(cursor);
  if (text === undefined) return cursor.unexpected('what to change');
  return { kind: 'alter-type', object, name, text, span: cursor.since(start) };
}
