import { DragomanError } from '../../errors/index.js';
import type { Statement } from '../ast/index.js';
import type { Dialect } from '../dialects/index.js';
import { generate } from '../generate/index.js';
import { positionAt } from '../lexer/position.js';
import { rootScope } from '../typing/index.js';
import { Notices, type TranslationNotice } from './notices.js';
import { withSourceNames } from './output-names.js';
import { numberedPlaces } from './place-styles.js';
import type { TranslationOptions } from './translation-options.js';
import { Translator } from './translator.js';

/** A statement that was translated. */
export interface TranslatedStatement {
  /** In the target's dialect, without a last semicolon; places for values are `$1` and `:name`, whatever the source has. */
  readonly sql: string;
  /** The statements that it came to, in their order: several where the target says apart what the source says at once. */
  readonly statements: readonly string[];
  readonly tree: Statement;
  readonly notices: readonly TranslationNotice[];
}

/** The dialects of a translation. */
export interface Direction {
  readonly from: Dialect;
  readonly to: Dialect;
}

/**
 * Translates one statement that was read from `sql`.
 *
 * @throws DragomanError UNTRANSLATABLE with the place and the reason, where the target has no way to say it
 */
export function translateStatement(
  statement: Statement,
  sql: string,
  { from, to }: Direction,
  options: TranslationOptions = {},
): TranslatedStatement {
  const { fidelity = 'EXACT', textComparison = 'TARGET', server = {}, catalogue } = options;
  const notices = new Notices(sql);
  const root = rootScope(from, { catalogue, sql });
  const t = new Translator(
    from,
    to,
    { fidelity, textComparison, server },
    notices,
    sql,
    numberedPlaces(statement),
    root,
  );
  if (!TRANSLATED.has(statement.kind))
    t.refuse(
      statement,
      'This version translates queries, changes of rows and definitions of tables; this is another statement.',
    );
  refuseNoColumns(statement, t);
  const tree = withSourceNames(statement, t.node(statement), t);
  const statements = [...t.before, tree, ...t.after].map((each) => written(each, to, statement, sql));
  return { sql: statements.join(';\n'), statements, tree, notices: notices.inOrder() };
}

/** Rows without columns are PostgreSQL's alone as a result. */
function refuseNoColumns(statement: Statement, t: Translator): void {
  if (statement.kind !== 'query' || statement.body.kind !== 'select' || t.to.features.emptySelect) return;
  if (statement.body.columns.length === 0)
    t.refuse(statement, 'The target has no rows without columns.', 'Select something.');
}

const TRANSLATED: ReadonlySet<Statement['kind']> = new Set<Statement['kind']>([
  'query',
  'insert',
  'update',
  'delete',
  'merge',
  'truncate',
  'create-table',
  'create-index',
  'create-view',
  'alter-table',
  'drop',
  'rename-tables',
  'comment-on',
]);

/** What the generator can't write says where: the place of the statement is all that is known there. */
function written(tree: Statement, to: Dialect, source: Statement, sql: string): string {
  try {
    return generate(tree, to);
  } catch (error) {
    if (!(error instanceof DragomanError) || error.details.position !== undefined) throw error;
    throw new DragomanError(error.code, error.message, {
      ...error.details,
      position: positionAt(sql, source.span.start),
    });
  }
}
