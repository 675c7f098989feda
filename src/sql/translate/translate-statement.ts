import { DragomanError } from '../../errors/index.js';
import { foldName } from '../analysis/folded-names.js';
import type { Statement } from '../ast/index.js';
import type { Dialect } from '../dialects/index.js';
import { generate } from '../generate/index.js';
import { positionAt } from '../lexer/position.js';
import { rootScope, withLikelyTexts } from '../typing/index.js';
import { withoutNeedOfCall } from './administration/index.js';
import { Notices, toldOf, type FoundDifference, type NoticeCode, type TranslationNotice } from './notices.js';
import { withDocumentsAsText } from './result-documents.js';
import { withSourceNames } from './output-names.js';
import { withoutGuard } from './script/guarded.js';
import { ScriptTriggers } from './script/script-triggers.js';
import { numberedPlaces } from './place-styles.js';
import { withQuotedTexts } from './quoted-texts.js';
import type { TranslationOptions } from './translation-options.js';
import { inSteps, KeptTables } from './steps/index.js';
import { withToldParameters } from './told-parameters.js';
import { Translator } from './translator.js';
import { refuseKind } from './untranslated.js';

/** A statement that was translated. */
export interface TranslatedStatement {
  /** In the target's dialect, without a last semicolon; places for values are `$1` and `:name`, whatever the source has. */
  readonly sql: string;
  /** The statements that it came to, in their order: several where the target says apart what the source says at once. */
  readonly statements: readonly string[];
  /** The place among them of the one whose count of changed rows is that of the whole. */
  readonly main: number;
  /** The place of the one whose rows are those of the whole. */
  readonly answer: number;
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
  direction: Direction,
  options: TranslationOptions = {},
): TranslatedStatement {
  return writtenTrees(translatedTrees(statement, sql, direction, options), statement, sql, direction);
}

/** What a statement's trees come to as text. */
export function writtenTrees(
  { trees, main, answer, differences }: TranslatedTrees,
  statement: Statement,
  sql: string,
  { to }: Direction,
): TranslatedStatement {
  const statements = trees.map((tree) => written(() => generate(tree, to), statement, sql));
  return {
    sql: statements.join(';\n'),
    statements,
    main,
    answer,
    tree: trees[main] as Statement,
    notices: differences.map((difference) => toldOf(difference, sql)),
  };
}

/** What a statement comes to, before it is written. */
export interface TranslatedTrees extends Pick<TranslatedStatement, 'main' | 'answer'> {
  readonly trees: readonly Statement[];
  readonly differences: readonly FoundDifference[];
}

/** The trees of a statement's translation. @throws DragomanError as `translateStatement` */
export function translatedTrees(
  written: Statement,
  sql: string,
  { from, to }: Direction,
  options: TranslationOptions,
): TranslatedTrees {
  const trigger = triggerByItself(written, sql, { from, to }, options);
  if (trigger !== undefined) return trigger;
  const quoted = withQuotedTexts(withoutGuard(written, from), sql, from);
  const isRows = quoted.kind === 'query' || changesRows(quoted);
  const statement = asTable(options.catalogue === undefined && isRows ? withLikelyTexts(quoted, sql, from) : quoted);
  const {
    fidelity = 'EXACT',
    textComparison = 'TARGET',
    server = {},
    countsOn = true,
    knowsTypes = false,
    catalogue,
  } = options;
  const notices = new Notices(CHANGES.has(statement.kind) ? OF_DEFINITIONS : undefined);
  const tables = new KeptTables(catalogue);
  const places = numberedPlaces(statement, sql);
  const rules = { fidelity, textComparison, server, countsOn, knowsTypes };
  const isChange = changesRows(statement);
  const translator = (): Translator => {
    const root = rootScope(from, { catalogue: tables, sql, statement });
    const made = new Translator(from, to, rules, notices, sql, places, root);
    made.isChange = isChange;
    made.isDefinition = !isChange && statement.kind !== 'query';
    made.isBlind = catalogue === undefined;
    return made;
  };
  const t = translator();
  if (!TRANSLATED.has(statement.kind)) refuseKind(statement, t);
  const { statements: steps, main } = inSteps(statement, t, tables, sql);
  const made = steps.map((step) => oneStep(step, translator()));
  const flat = made.flat();
  const mainTree = (made[main] as Made[]).find(({ isOwn }) => isOwn) as Made;
  const answer = flat.findLastIndex(({ tree, isOwn }) => isOwn && givesRows(tree));
  const mainAt = flat.indexOf(mainTree);
  return {
    trees: flat.map(({ tree }) => tree),
    main: mainAt,
    answer: answer < 0 ? mainAt : answer,
    differences: notices.inOrder(),
  };
}

/** A trigger that says what it does by itself, as PostgreSQL’s do not. */
function triggerByItself(
  statement: Statement,
  sql: string,
  direction: Direction,
  options: TranslationOptions,
): TranslatedTrees | undefined {
  const isMeant = statement.kind === 'create-trigger' || statement.kind === 'drop';
  if (!isMeant || (statement.kind === 'create-trigger' && direction.from.name === 'POSTGRESQL')) return undefined;
  return new ScriptTriggers(direction).translated(
    statement,
    sql,
    ({ table }) => options.catalogue?.table(table.parts.map((part) => foldName(part, direction.from))),
    (step, text) => translateStatement(step, text, direction, options),
  );
}

/** PostgreSQL's `SELECT … INTO table`, as the definition that it is. https://www.postgresql.org/docs/current/sql-selectinto.html */
function asTable(statement: Statement): Statement {
  if (statement.kind !== 'query' || statement.into?.table === undefined) return statement;
  const { into, ...query } = statement;
  const { table, persistence, span } = { ...into, span: statement.span };
  return table === undefined
    ? statement
    : { kind: 'create-table', name: table, ...(persistence !== undefined && { persistence }), query, span };
}

/** Tables that keep rows from one step to the next are nobody’s to judge. */
const OF_DEFINITIONS: ReadonlySet<NoticeCode> = new Set<NoticeCode>(['TYPE_WIDENED']);
const CHANGES: ReadonlySet<Statement['kind']> = new Set(['query', 'insert', 'update', 'delete', 'merge']);

/** Whether a statement changes rows, by itself or in WITH. */
function changesRows(statement: Statement): boolean {
  if (statement.kind !== 'query') return CHANGES.has(statement.kind);
  return statement.with?.tables.some((one) => one.statement.kind !== 'query') ?? false;
}

/** A statement of the target: the step itself, or one that it needs before or behind it. */
interface Made {
  readonly tree: Statement;
  readonly isOwn: boolean;
}

function oneStep(step: Statement, t: Translator): Made[] {
  refuseNoColumns(step, t);
  if (step.kind === 'query') t.result = step;
  const tree = withoutNeedOfCall(step, t) ?? made(step, t);
  const beside = (tree: Statement): Made => ({ tree, isOwn: false });
  return [...t.before.map(beside), { tree, isOwn: true }, ...t.after.map(beside)];
}

const made = (step: Statement, t: Translator): Statement =>
  withToldParameters(withSourceNames(step, withDocumentsAsText(step, t.node(step), t), t), t);

const givesRows = (tree: Statement): boolean =>
  tree.kind === 'query' || ('returning' in tree && tree.returning !== undefined);

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
  'transaction',
  'set',
  'pragma',
  'lock-tables',
  'command',
  'create-schema',
  'create-type',
  'alter-type',
  'create-sequence',
  'alter-sequence',
]);

/** What the generator can't write says where: the place of the statement is all that is known there. */
export function written<Text>(write: () => Text, source: Statement, sql: string): Text {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof DragomanError) || error.details.position !== undefined) throw error;
    throw new DragomanError(error.code, error.message, {
      ...error.details,
      position: positionAt(sql, source.span.start),
    });
  }
}
