import type { Command, CommentOn, Expression } from '../../ast/index.js';
import { commandAt, readCommand } from '../administration/commands.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from '../expressions/index.js';
import { parseQualifiedName } from '../names.js';
import { takeArguments } from './drop.js';
import { takePhrase } from './phrases.js';
import { rulesOf } from './rules.js';

/** COMMENT ON object name ['(' arguments ')'] [ON table] IS (text | NULL) */
export function parseCommentOn(cursor: Cursor): CommentOn | Command {
  const command = commandAt(cursor);
  if (command !== undefined) return readCommand(cursor, command);
  const { start, index } = cursor;
  const { commentable } = rulesOf(cursor);
  if (commentable.size === 0) return cursor.unexpected('a statement');
  cursor.expect('COMMENT', 'ON');
  const found = takePhrase(cursor, commentable);
  if (found === undefined) return cursor.unexpected('what the comment is on, such as TABLE or COLUMN');
  const name = parseQualifiedName(cursor);
  const text = found.value === 'routine' ? takeArguments(cursor) : '';
  if (found.value === 'on-table') {
    cursor.expect('ON');
    if (cursor.at('DOMAIN') && cursor.key(1) !== 'IS') {
      cursor.index = index;
      return readCommand(cursor, { verb: 'COMMENT ON CONSTRAINT', effect: 'change' });
    }
  }
  const on = found.value === 'on-table' ? parseQualifiedName(cursor) : undefined;
  cursor.expect('IS');
  return {
    kind: 'comment-on',
    object: found.words.join(' '),
    name,
    ...(text !== '' && { text }),
    ...(on !== undefined && { on }),
    comment: parseComment(cursor),
    span: cursor.since(start),
  };
}

function parseComment(cursor: Cursor): Expression {
  const comment = cursor.token()?.kind === 'string' || cursor.at('NULL');
  return comment ? parseExpression(cursor) : cursor.unexpected('a string or NULL');
}
