import type { BaseNode, Comment } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { concat, type Doc, hardline, remark } from './layout.js';

/** A node's document with the comments that stood before and behind it. */
export function withComments(node: BaseNode, doc: Doc, dialect: Dialect): Doc {
  if (node.comments === undefined) return doc;
  return concat([...commentsBefore(node, dialect), doc, ...commentsBehind(node, dialect)]);
}

export function commentsBefore({ comments }: BaseNode, dialect: Dialect): Doc[] {
  return (comments?.before ?? []).flatMap((comment) => commentBefore(comment, dialect));
}

export function commentsBehind({ comments }: BaseNode, dialect: Dialect): Doc[] {
  return (comments?.behind ?? []).map((comment) => remark(commentText(comment, dialect), isLineComment(comment)));
}

/** One of several lines ends the last of them, as one does that runs to its end. */
function commentBefore(comment: Comment, dialect: Dialect): Doc[] {
  const text = commentText(comment, dialect);
  if (isLineComment(comment)) return [remark(text, true)];
  return text.includes('\n') ? [text, hardline] : [text, ' '];
}

/** A statement's own comments before it stand on lines of their own. */
export function statementWithComments(node: BaseNode, doc: Doc, dialect: Dialect): Doc {
  const before = node.comments?.before ?? [];
  const lines = before.flatMap((comment) => [commentText(comment, dialect), hardline]);
  return concat([...lines, doc, ...commentsBehind(node, dialect)]);
}

function isLineComment({ text }: Comment): boolean {
  return !text.startsWith('/*');
}

/** A comment as the dialect reads it as one. */
function commentText(comment: Comment, dialect: Dialect): string {
  return isLineComment(comment) ? lineComment(comment.text) : blockComment(comment.text, dialect);
}

/** `# x` and `--x` as `-- x`, which all dialects read. */
function lineComment(text: string): string {
  const body = text.replace(/^(?:#|--)/, '').replace(/[\r\n]+/g, ' ');
  return `--${/^\s/.test(body) || body === '' ? '' : ' '}${body}`.trimEnd();
}

function blockComment(text: string, { comments }: Dialect): string {
  const body = text.replace(/^\/\*/, '').replace(/\*\/$/, '');
  // what nests in one dialect would end the comment in another
  const inner = comments.nested ? body : body.replaceAll('*/', '* /');
  // what is a comment in one dialect would be run in another; hints are printed by their statement
  const acts = (comments.executable && /^M?!/.test(inner)) || inner.startsWith('+');
  const guard = acts ? ' ' : '';
  return `/*${guard}${inner}*/`;
}
