import type { Databases, Principal } from '../auth/index.js';
import type { RegisteredDatabase, StatementBounds } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import {
  analyse,
  dialectOf,
  defines,
  dialects,
  firstWordsOf,
  inStyleOf,
  parseTokens,
  ScriptTranslation,
  splitStatements,
  type Analysis,
  type DialectName,
  type Fidelity,
  type ReadStatement,
  type Statement,
  type StatementKind,
  type StatementText,
  type TextComparison,
  type TranslationNotice,
} from '../sql/index.js';
import { askWhetherAccepted, UNJUDGED, type Verdict } from './accepted.js';
import type { Rights } from './rights.js';
import { targetServer } from './target-server.js';
import { rulesOf, type Translations } from './translations.js';

/** A text to translate. */
export interface TranslationRequest {
  readonly principal: Principal;
  readonly sql: string;
  readonly from?: DialectName | null | undefined;
  readonly to: DialectName;
  readonly fidelity?: Fidelity | null | undefined;
  readonly textComparison?: TextComparison | null | undefined;
  readonly target?: string | null | undefined;
}

/** One statement of the text. */
export interface TextStatement extends Verdict {
  readonly kind: StatementKind;
  readonly source: string;
  readonly sql: string;
  readonly changed: boolean;
  readonly warnings: readonly TranslationNotice[];
  readonly tablesRead: readonly string[];
  readonly tablesWritten: readonly string[];
  readonly parameters: readonly string[];
}

export interface TextTranslation {
  readonly sql: string;
  readonly from: DialectName;
  readonly to: DialectName;
  readonly statements: readonly TextStatement[];
  readonly warnings: readonly TranslationNotice[];
  readonly accepted: boolean | null;
  readonly cached: boolean;
  readonly durationMs: number;
}

interface Tools {
  /** Those that are there for the principal. */
  readonly registry: Databases;
  readonly translations: Translations;
  readonly rights: Rights;
  readonly bounds: (database: RegisteredDatabase) => StatementBounds;
}

/**
 * Translates a text of one statement or several.
 * @throws DragomanError SQL_SYNTAX, AMBIGUOUS_DIALECT, UNTRANSLATABLE, DATABASE_NOT_FOUND, BAD_USER_INPUT, DATABASE_UNAVAILABLE
 */
export async function translateText(request: TranslationRequest, tools: Tools): Promise<TextTranslation> {
  const started = performance.now();
  const { sql, to } = request;
  const target = targetOf(request, tools.registry);
  const from = request.from ?? dialectOf(sql, 'Name it in `from`.');
  const texts = splitStatements(sql, dialects[from]);
  if (texts.length === 0) {
    throw new DragomanError('SQL_SYNTAX', 'There is no statement in `sql`.', { position: { line: 1, column: 1 } });
  }
  const read = { ...request, from, target };
  const known = texts.map((text) => readText(text, read));
  const script = scriptOf(known, read);
  const statements: (TextStatement & { readonly cached: boolean })[] = [];
  for (const text of known) statements.push(await translateOne(text, read, script, tools));
  const verdicts = statements.map(({ accepted }) => accepted);
  return {
    sql: statements.map((statement) => statement.sql).join(';\n\n'),
    from,
    to,
    statements,
    warnings: statements.flatMap(({ warnings }) => warnings),
    accepted: verdicts.includes(false) ? false : verdicts.includes(null) ? null : true,
    cached: statements.every(({ cached }) => cached),
    durationMs: performance.now() - started,
  };
}

function targetOf({ target, to }: TranslationRequest, registry: Databases): RegisteredDatabase | undefined {
  if (target === null || target === undefined) return undefined;
  const database = registry.get(target);
  if (database.adapter.dialect === to) return database;
  throw new DragomanError(
    'BAD_USER_INPUT',
    `The target "${target}" speaks ${database.adapter.dialect}, and not ${to}.`,
    {
      hint: `Name a database of ${to}, or translate to ${database.adapter.dialect}.`,
    },
  );
}

type ReadRequest = Omit<TranslationRequest, 'from' | 'target'> & {
  readonly from: DialectName;
  readonly target: RegisteredDatabase | undefined;
};

/** A statement of the text, read. */
interface KnownText {
  readonly text: StatementText;
  readonly tree: Statement;
  readonly analysis: Analysis;
}

function readText(text: StatementText, { sql, from }: ReadRequest): KnownText {
  const tree = parseTokens(sql, text.tokens, dialects[from]);
  return { text, tree, analysis: analyse(tree, dialects[from]) };
}

const asRead = ({ text, tree }: KnownText): ReadStatement => ({ tree, text: text.text, words: firstWordsOf(text) });

/** What several statements hand on to each other; undefined where none of them defines anything. */
function scriptOf(texts: readonly KnownText[], request: ReadRequest): ScriptTranslation | undefined {
  const { from, to, target } = request;
  if (from === to || texts.length < 2 || !texts.some(({ tree }) => defines(tree))) return undefined;
  const rules = { ...rulesOf(request), server: targetServer(target?.adapter.serverVersion) };
  return new ScriptTranslation({ from: dialects[from], to: dialects[to] }, rules, texts.map(asRead));
}

async function translateOne(
  known: KnownText,
  request: ReadRequest,
  script: ScriptTranslation | undefined,
  { translations, rights, bounds }: Tools,
): Promise<TextStatement & { readonly cached: boolean }> {
  const { principal, sql, from, to, target, ...wishes } = request;
  const { text, tree, analysis } = known;
  const own = text.text;
  if (from === to)
    return {
      ...described(own, own, analysis),
      parameters: analysis.parameters,
      ...UNJUDGED,
      cached: true,
      warnings: [],
    };
  refuseUnknown(tree, from, to);
  if (target !== undefined) {
    const judged = {
      dialect: dialects[from],
      text,
      kind: analysis.kind,
      reads: 'maybe',
      known: { tree, analysis },
    } as const;
    await rights.checkLook(principal, target, judged);
  }
  // the database is as it is before the text
  const isJudged = target !== undefined && script?.isAbout(tree) !== true;
  const made =
    script === undefined
      ? await translations.of({ sql, text: own, known, from, to, target, ...wishes })
      : { ...script.translate(asRead(known), sql, await translations.tablesFor(known, from, target)), cached: false };
  const placed = inStyleOf(dialects[to], made.sql, tree);
  const verdict = isJudged ? await askWhetherAccepted(target, made.statements, bounds(target)) : UNJUDGED;
  return {
    ...described(own, placed.sql, analysis),
    parameters: placed.parameters,
    warnings: made.notices,
    cached: made.cached,
    ...verdict,
  };
}

function refuseUnknown(tree: Statement, from: DialectName, to: DialectName): void {
  if (tree.kind !== 'unknown') return;
  throw new DragomanError('UNTRANSLATABLE', `${tree.reason} It can’t be carried from ${from} to ${to}.`, {
    position: { line: 1, column: 1 },
  });
}

function described(
  source: string,
  sql: string,
  { kind, tables }: Analysis,
): Omit<TextStatement, 'parameters' | 'warnings' | 'accepted' | 'rejection'> {
  return { kind, source, sql, changed: source !== sql, tablesRead: tables.read, tablesWritten: tables.written };
}
