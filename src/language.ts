import { DragomanError } from './errors/index.js';
import {
  analyse,
  dialects,
  firstWordsOf,
  parseTokens,
  Plans,
  positionAt,
  readsUnderAnyVersion,
  ScriptTranslation,
  scriptText,
  splitStatements,
  translateStatement,
  type Analysis,
  type Catalogue,
  type Dialect,
  type PlannedTranslation,
  type Statement,
  type StatementText,
  type TargetServer,
  type TranslatedStatement,
  type TranslationRules,
} from './sql/index.js';

/**
 * The language as a library: `dragoman/sql`. It is pure, needs no part of Node, and runs in browsers. What is not used of
 * it, a bundler leaves out: `parse` alone is less than a third of it.
 */
export { DragomanError, type ErrorCode, type ErrorDetails, type Position } from './errors/index.js';
export type {
  Analysis,
  Catalogue,
  CatalogueColumn,
  CatalogueTable,
  NoticeCode,
  NoticeSeverity,
  SqlType,
  SqlTypeName,
  Statement,
  StatementKind,
  TargetServer,
  TranslationNotice,
} from './sql/index.js';

/** A dialect by its name; MariaDB reads and writes `mysql`. */
export type DialectName = 'postgresql' | 'mysql' | 'sqlite';

/** The dialects that can be read and written. */
export const dialectNames: readonly DialectName[] = ['postgresql', 'mysql', 'sqlite'];

/** One statement of a text of several. */
export interface SplitStatement {
  /** From its first comment or word to its last word, without the semicolon. */
  readonly text: string;
  /** Offset of `text` in what was split, in UTF-16 units. */
  readonly start: number;
  /** Offset behind `text`. */
  readonly end: number;
  /** Line and column of its start, from 1. */
  readonly position: { readonly line: number; readonly column: number };
}

/** From which dialect to which, and how. */
export interface TranslateOptions {
  readonly from: DialectName;
  readonly to: DialectName;
  /**
   * `exact`, the default, keeps the meaning, whatever form it takes; `idiomatic` takes the plainer form where only rare
   * values differ, and says so in a notice.
   */
  readonly fidelity?: 'exact' | 'idiomatic';
  /** How text compares: `target`, the default, as the target's columns do; `source` as the source's engine does. */
  readonly textComparison?: 'target' | 'source';
  /** The server that it is for, where it is known; left out, what is written runs on every supported version. */
  readonly server?: TargetServer;
  /** What the tables hold, where it is known: types of columns decide what `/` and `=` mean. */
  readonly catalogue?: Catalogue;
}

/** What a statement came to in the other dialect. */
export interface Translation extends Pick<TranslatedStatement, 'sql' | 'statements' | 'notices'> {
  /** What the statement does and uses, as `analyze` says. */
  readonly analysis: Analysis;
}

/**
 * Reads one statement into its tree. A statement that starts with no known word is a tree of the kind `unknown`.
 *
 * @throws DragomanError SQL_SYNTAX with the place and a hint, for what can't be read, for no statement, and for several
 */
export function parse(sql: string, dialect: DialectName): Statement {
  const { tokens } = onlyStatement(sql, dialectOf(dialect));
  return parseTokens(sql, tokens, dialectOf(dialect));
}

/**
 * Says what one statement is without running it: its kind, the tables that it reads and writes, whether it reads
 * alone, its parameters, and the fingerprint that stays the same when its values change.
 *
 * @throws DragomanError as `parse`
 */
export function analyze(sql: string, dialect: DialectName): Analysis {
  const { tokens } = onlyStatement(sql, dialectOf(dialect));
  const analysis = analyse(parseTokens(sql, tokens, dialectOf(dialect)), dialectOf(dialect));
  const reads = readsUnderAnyVersion({ sql, tokens, dialect: dialectOf(dialect) }, analysis.reads);
  return { ...analysis, reads };
}

/**
 * Translates one statement. It means the same to the target; what may differ is told in `notices`. Places for values
 * come out as `$1` and `:name`.
 *
 * @throws DragomanError UNTRANSLATABLE with the place and the reason where the target can't say it; and as `parse`
 */
export function translate(sql: string, options: TranslateOptions): Translation {
  const { catalogue } = options;
  const direction = { from: dialectOf(options.from), to: dialectOf(options.to) };
  const rules = rulesOf(options);
  const tell = (tree: Statement): Analysis => frozen(analyse(tree, direction.from));
  if (direction.from !== direction.to && catalogue === undefined) {
    plans ??= new Plans();
    const wish = { sql, direction, rules };
    const planned = plans.find(wish) ?? plans.learn(wish, { read: (text) => parse(text, options.from), tell });
    if (planned !== undefined) return { ...pick(planned), analysis: planned.beside };
  }
  const { text, tokens } = onlyStatement(sql, direction.from);
  const tree = parseTokens(sql, tokens, direction.from);
  const analysis = tell(tree);
  if (direction.from === direction.to) return { sql: text, statements: [text], notices: [], analysis };
  return { ...pick(translateStatement(tree, sql, direction, { ...rules, catalogue })), analysis };
}

/** What a text of several statements came to in the other dialect. */
export interface ScriptTranslated {
  /** All of it, a statement behind the other. */
  readonly sql: string;
  readonly statements: readonly Translation[];
}

/**
 * Translates a text of several statements, such as a migration. Each is translated with what those before it define: types,
 * domains and sequences that the target has none of go with the columns that use them, and tables are known as they will
 * be. The catalogue tells what is there before.
 *
 * @throws DragomanError as `translate`, with places in the whole text
 */
export function translateScript(sql: string, options: TranslateOptions): ScriptTranslated {
  const direction = { from: dialectOf(options.from), to: dialectOf(options.to) };
  const texts = splitStatements(sql, direction.from).map((one) => {
    const tree = parseTokens(sql, one.tokens, direction.from);
    return { tree, text: one.text, words: firstWordsOf(one) };
  });
  const script = new ScriptTranslation(direction, rulesOf(options), texts);
  const statements = texts.map((read): Translation => {
    const analysis = frozen(analyse(read.tree, direction.from));
    if (direction.from === direction.to) return { sql: read.text, statements: [read.text], notices: [], analysis };
    return { ...pick(script.translate(read, sql, options.catalogue)), analysis };
  });
  const all = statements.flatMap((one) => one.statements);
  return { sql: scriptText(all, direction.to), statements };
}

function rulesOf({ fidelity = 'exact', textComparison = 'target', server = {} }: TranslateOptions): TranslationRules {
  return { fidelity: FIDELITIES[fidelity], textComparison: TEXT_COMPARISONS[textComparison], server };
}

/** What is told of a shape is told to all who send such a text. */
function frozen<Told extends object>(told: Told): Told {
  for (const part of Object.values(told) as unknown[]) if (typeof part === 'object' && part !== null) frozen(part);
  return Object.freeze(told);
}

const pick = ({ sql, statements, notices }: PlannedTranslation): Omit<Translation, 'analysis'> => ({
  sql,
  statements,
  notices,
});

/** What was translated before, by the shapes of texts; a catalogue may say something else each time. */
let plans: Plans<Analysis> | undefined;

/**
 * Splits a script at the ends of its statements, and nowhere else: bodies of triggers, strings, comments, `DELIMITER` of
 * the mysql client and rows of `COPY` are known. What holds comments alone is left out.
 *
 * @throws DragomanError SQL_SYNTAX with the place of a string or comment that is not closed
 */
export function split(sql: string, dialect: DialectName): SplitStatement[] {
  const texts = splitStatements(sql, dialectOf(dialect));
  return texts.map(({ text, start, end, position }) => ({ text, start, end, position }));
}

const FIDELITIES = { exact: 'EXACT', idiomatic: 'IDIOMATIC' } as const;
const TEXT_COMPARISONS = { target: 'TARGET', source: 'SOURCE' } as const;

const DIALECTS: Readonly<Record<string, Dialect>> = {
  postgresql: dialects.POSTGRESQL,
  mysql: dialects.MYSQL,
  sqlite: dialects.SQLITE,
};

function dialectOf(name: string): Dialect {
  const dialect = Object.hasOwn(DIALECTS, name) ? DIALECTS[name] : undefined;
  if (dialect !== undefined) return dialect;
  throw new DragomanError('BAD_USER_INPUT', `There is no dialect ${JSON.stringify(name)}.`, {
    hint: `Name one of ${dialectNames.join(', ')}.`,
  });
}

function onlyStatement(sql: string, dialect: Dialect): StatementText {
  const [statement, second] = splitStatements(sql, dialect);
  if (statement === undefined)
    throw new DragomanError('SQL_SYNTAX', 'There is no statement in `sql`.', { position: { line: 1, column: 1 } });
  if (second === undefined) return statement;
  throw new DragomanError('SQL_SYNTAX', 'There is more than one statement in `sql`.', {
    position: positionAt(sql, second.start),
    hint: 'Give them to `translateScript`, or split them with `split`, and take one by one.',
  });
}
