import {
  dialectOf,
  dialects,
  generate,
  parseTokens,
  splitStatements,
  tokenize,
  type Dialect,
  type DialectName,
  type StatementText,
} from './sql/index.js';

/**
 * Lays a SQL text out, each statement with a semicolon behind it and an empty line between two. What is not known is
 * left as it is written.
 *
 * @param name Left out, the dialect is told from the text.
 * @throws DragomanError SQL_SYNTAX with the place; AMBIGUOUS_DIALECT where it was left out and the text doesn't tell.
 */
export function formatSql(sql: string, name?: DialectName): string {
  const dialect = dialects[name ?? dialectOf(sql, 'Name it with --dialect.')];
  const statements = splitStatements(sql, dialect);
  const texts = statements.map((statement) => `${formatted(statement, sql, dialect)};`);
  const comments = commentsBehind(sql, statements.at(-1)?.end ?? 0, dialect);
  return `${[...texts, ...comments].join('\n\n')}\n`;
}

function formatted({ tokens, text }: StatementText, sql: string, dialect: Dialect): string {
  const tree = parseTokens(sql, tokens, dialect);
  return tree.kind === 'unknown' ? text : generate(tree, dialect);
}

/** Comments behind the last statement belong to none. */
function commentsBehind(sql: string, end: number, dialect: Dialect): string[] {
  const comments = tokenize(sql, dialect).filter(({ kind, start }) => kind === 'comment' && start >= end);
  return comments.length === 0 ? [] : [comments.map(({ text }) => text).join('\n')];
}
