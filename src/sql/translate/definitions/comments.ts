import type { CommentOn, CommentRule, Expression, Name, Node, QualifiedName, Statement } from '../../ast/index.js';

import type { Translator } from '../translator.js';
import { alteration } from './made-definitions.js';

/** A comment that MySQL has with the column, where PostgreSQL says it apart and SQLite not at all. */
export function commentOnColumn(table: QualifiedName, column: Name, rule: CommentRule, t: Translator): Statement[] {
  const made = t.node(table);
  return comment('COLUMN', { ...made, parts: [...made.parts, column] }, rule.text, rule, t);
}

export const commentOnTable = (table: QualifiedName, value: Expression, at: Node, t: Translator): Statement[] =>
  comment('TABLE', t.node(table), value, at, t);

function comment(object: string, name: QualifiedName, value: Expression, at: Node, t: Translator): Statement[] {
  if (t.target !== 'POSTGRESQL') {
    t.notice('DETAIL_DROPPED', at, 'The target keeps no comments.');
    return [];
  }
  return [{ kind: 'comment-on', object, name, comment: t.value(value), span: at.span } satisfies CommentOn];
}

/** PostgreSQL's COMMENT ON; MySQL says that of a table with the table. */
export function commentOn(node: CommentOn, t: Translator): Statement {
  if (t.target !== 'MYSQL' || node.object !== 'TABLE') {
    t.refuse(node, 'The target keeps no comments that are said apart.', 'Leave the comment out.');
  }
  const { comment: value, span } = node;
  const written = value.kind === 'string' ? value.value : '';
  const quoted = `'${written.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`;
  return alteration(t.node(node.name), [{ kind: 'alter-other', text: `COMMENT = ${quoted}`, tables: [], span }], span);
}
