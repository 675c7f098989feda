import type {
  AlterOther,
  AlterTable,
  CommentOn,
  CommentRule,
  Expression,
  Name,
  Node,
  QualifiedName,
  Statement,
} from '../../ast/index.js';
import { parseStatement } from '../../parser/index.js';
import { scopeOfTable } from '../../typing/index.js';
import { text } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { alteration, ofColumn } from './made-definitions.js';
import { nothingToDo } from './nothing-to-do.js';
import { presentColumn } from './alterations/present-columns.js';

/** A comment that MySQL has with the column, where PostgreSQL says it apart and SQLite not at all. */
export function commentOnColumn(table: QualifiedName, column: Name, rule: CommentRule, t: Translator): Statement[] {
  const made = t.node(table);
  return comment('COLUMN', { ...made, parts: [...made.parts, column] }, rule.text, rule, t);
}

export const commentOnTable = (table: QualifiedName, value: Expression, at: Node, t: Translator): Statement[] =>
  comment('TABLE', t.node(table), value, at, t);

function comment(object: string, name: QualifiedName, value: Expression, at: Node, t: Translator): Statement[] {
  if (value.kind !== 'string' && value.kind !== 'null') t.refuse(value, 'A comment is a text.', 'Write it in quotes.');
  if (t.target !== 'POSTGRESQL') {
    t.notice('DETAIL_DROPPED', at, 'The target keeps no comments.');
    return [];
  }
  return [{ kind: 'comment-on', object, name, comment: t.value(value), span: at.span } satisfies CommentOn];
}

/** MySQL's COMMENT among what ALTER TABLE says of a table; undefined for any other action. */
export function tableCommentOf(action: AlterOther, { name }: AlterTable, t: Translator): Statement[] | undefined {
  const [, written] = /^COMMENT\s*=?\s*('[\s\S]*')$/i.exec(action.text.trim()) ?? [];
  if (written === undefined || t.source !== 'MYSQL') return undefined;
  const read = parseStatement(`SELECT ${written}`, t.from);
  const [first] = read.kind === 'query' && read.body.kind === 'select' ? read.body.columns : [];
  return first === undefined ? undefined : commentOnTable(name, first.expression, action, t);
}

/** PostgreSQL's COMMENT ON; MySQL says that of a table with the table, and that of a column with all of the column. */
export function commentOn(node: CommentOn, t: Translator): Statement {
  const { comment: value, span, name } = node;
  const words = value.kind === 'string' ? value.value : '';
  if (t.target === 'MYSQL' && node.object === 'TABLE') {
    const quoted = `'${words.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`;
    return alteration(t.node(name), [{ kind: 'alter-other', text: `COMMENT = ${quoted}`, tables: [], span }], span);
  }
  const restated = t.target === 'MYSQL' && node.object === 'COLUMN' ? withComment(node, words, t) : undefined;
  if (restated !== undefined) return restated;
  t.notice('DETAIL_DROPPED', node, 'The target keeps no comments of this kind.');
  return nothingToDo(node, t);
}

/** The column said again, where all of it is known. */
function withComment({ name, span }: CommentOn, words: string, t: Translator): Statement | undefined {
  const column = name.parts[name.parts.length - 1] as Name;
  const table = { ...name, parts: name.parts.slice(0, -1) };
  const presented = t.within(scopeOfTable(table, t.scope), () => presentColumn(column, t));
  if (presented === undefined) return undefined;
  const comment = ofColumn({ kind: 'comment', text: text(words, span), span });
  const definition = { ...presented, constraints: [...presented.constraints, comment] };
  return alteration(t.node(table), [{ kind: 'change-column', definition, span }], span);
}
