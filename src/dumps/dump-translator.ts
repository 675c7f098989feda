import { DragomanError, type Position } from '../errors/index.js';
import {
  NOTICES,
  parseTokens,
  positionAt,
  placeInScript,
  translateStatement,
  type CreateTable,
  type Dialect,
  type Fidelity,
  type ScriptPart,
  type ScriptStatement,
  type Statement,
  type TargetServer,
  type TextComparison,
  type TranslatedStatement,
} from '../sql/index.js';
import { CopiedTable } from './copied-table.js';
import { partForeignKeys } from './foreign-keys.js';
import { FOREIGN_KEYS_LAST, FRAMES } from './frames.js';
import { Held } from './held.js';
import { withJsonColumns } from './mariadb-json.js';
import { nextKeys } from './next-keys.js';
import { beginningOf, excerptOf, type Outcome, type Refusal } from './outcome.js';
import { ownCopy } from './own-copy.js';
import { withoutSchema } from './own-schema.js';
import { SeenTables } from './seen-tables.js';
import { sessionRow } from './session-statements.js';
import type { ToldLater } from './told-later.js';

export interface DumpOptions {
  readonly from: Dialect;
  readonly to: Dialect;
  readonly fidelity?: Fidelity;
  readonly textComparison?: TextComparison;
  readonly server?: TargetServer;
  /** What a first reading gathered; needed where `needsSecondReading` says so. */
  readonly later?: ToldLater;
  /** How a statement is translated; left out, by the language. */
  readonly translate?: typeof translateStatement;
}

/** What stands in a statement's text, how it begins, and where that is in the dump. */
interface SourceText {
  readonly text: string;
  readonly source: string;
  readonly position: Position;
  readonly place: (inner: Position) => Position;
}

/** Words that are looked at to tell a statement of the session. */
const FIRST_WORDS = 24;

/**
 * Translates a dump, or any script, part by part: tables that it makes tell the types for what follows, what the session
 * needs is said in the target's own way, and what helps to load (plain indexes, foreign keys) comes last.
 */
export class DumpTranslator {
  readonly #seen: SeenTables;
  readonly #held = new Held();
  #copied: CopiedTable | undefined;
  #framed = false;

  constructor(readonly options: DumpOptions) {
    this.#seen = new SeenTables(options.from, options.to);
  }

  /** What becomes of a part; more of it may come when the dump is finished. */
  *translate(part: ScriptPart): Generator<Outcome> {
    if (part.kind === 'statement') yield* this.#statement(part);
    else if (part.kind === 'client-line')
      yield dropped({ source: part.text, position: part.position }, CLIENT_LINE, false);
    else if (this.#copied !== undefined) yield* this.#rows(part.text, part.position);
  }

  /** What comes behind everything else. */
  *finish(): Generator<Outcome> {
    yield* this.#held.inOrder();
    if (this.#framed) yield added(FRAMES[this.options.to.name].behind);
  }

  *#statement(statement: ScriptStatement): Generator<Outcome> {
    this.#copied = undefined;
    const source = sourceOf(statement);
    const row = sessionRow(wordsOf(statement), this.options.from.name);
    if (row !== undefined) {
      yield dropped(source, row.why, row.loses === true);
      return;
    }
    try {
      const tree = this.#parsed(statement);
      if (tree.kind === 'copy' && tree.direction === 'from' && tree.endpoint === 'STDIN')
        this.#copied = new CopiedTable(tree, statement.text, tree.table && this.#seen.declared(tree.table));
      else yield* this.#tree(tree, source);
    } catch (error) {
      yield refused(error, source);
    }
  }

  *#tree(tree: Statement, source: SourceText): Generator<Outcome> {
    const { later } = this.options;
    if (later?.isTold(tree) === true) yield dropped(source, 'Its table is made with it.', false);
    else if (tree.kind === 'create-table') yield* this.#table(this.#own(later?.complete(tree) ?? tree), source);
    else {
      const made = this.#translated(tree, source.text);
      if (tree.kind === 'drop') this.#held.forget(tree.names, this.options.from);
      this.#seen.note(tree, made.tree);
      yield* this.#frame(tree);
      yield translated(made, made.statements, source);
    }
  }

  /** A table as its engine means it, where its dumps say it in other words. */
  #own(table: CreateTable): CreateTable {
    return this.options.from.name === 'MYSQL' ? withJsonColumns(table) : table;
  }

  *#table(whole: CreateTable, source: SourceText): Generator<Outcome> {
    const { from, to } = this.options;
    const { table, foreignKeys } = FOREIGN_KEYS_LAST[to.name]
      ? partForeignKeys(whole)
      : { table: whole, foreignKeys: [] };
    // its columns are known, even where it is refused
    this.#seen.note(table, undefined);
    const made = this.#translated(table, source.text);
    this.#seen.note(table, made.tree);
    const isIndex = (sql: string): boolean => /^CREATE INDEX\b/i.test(sql);
    yield* this.#frame(table);
    yield translated(
      made,
      made.statements.filter((sql) => !isIndex(sql)),
      source,
    );
    const held = this.#held.of(whole.name, from);
    const indexes = made.statements.filter(isIndex);
    if (indexes.length > 0) held.indexes.push(ownCopy({ ...translated(made, indexes, source), notices: [] }));
    for (const key of foreignKeys) held.foreignKeys.push(ownCopy(this.#foreignKey(key, source)));
    held.keys.push(...nextKeys(made.tree, this.options).map((sql) => added([sql])));
  }

  #foreignKey(key: Statement, source: SourceText): Outcome {
    try {
      const made = this.#translated(key, source.text);
      return translated(made, made.statements, source);
    } catch (error) {
      return refused(error, source);
    }
  }

  *#rows(text: string, position: Position): Generator<Outcome> {
    const { from } = this.options;
    for (const piece of this.#copied?.inserts(text, position) ?? []) {
      try {
        const tree = piece.statement(from);
        const made = this.#translated(tree, piece.text);
        yield* this.#frame(tree);
        const outcome = translated(made, made.statements, piece);
        yield this.#copied?.isKnown === true ? outcome : withUnknownTypes(outcome, piece);
      } catch (error) {
        yield refused(error, piece);
      }
    }
  }

  #parsed({ text, tokens }: ScriptStatement): Statement {
    const { from } = this.options;
    return withoutSchema(parseTokens(text, tokens, from), text, from);
  }

  #translated(tree: Statement, text: string): TranslatedStatement {
    const { from, to, translate = translateStatement, ...options } = this.options;
    return translate(tree, text, { from, to }, { ...options, catalogue: this.#seen });
  }

  /** Before the first statement that changes something. */
  *#frame({ kind }: Statement): Generator<Outcome> {
    if (this.#framed || kind === 'query') return;
    this.#framed = true;
    yield added(FRAMES[this.options.to.name].before);
  }
}

const wordsOf = ({ tokens }: ScriptStatement): string => {
  const first: string[] = [];
  for (const token of tokens) {
    if (token.kind !== 'comment') first.push(token.text.toUpperCase());
    if (first.length === FIRST_WORDS) break;
  }
  return first.join(' ').replace(/ ?\. ?/g, '.');
};

/** Where a statement starts behind the comments that stand before it, which the target gets with it. */
function startOf({ text, tokens }: ScriptStatement): number {
  const first = tokens.find(({ kind }) => kind !== 'comment');
  return first === undefined ? text.length : (first.executableComment?.start ?? first.start);
}

/** How a statement is told of, and where it is. */
function sourceOf(statement: ScriptStatement): SourceText {
  const { text } = statement;
  const place = (inner: Position): Position => placeInScript(statement, inner);
  const start = startOf(statement);
  return { text, place, position: place(positionAt(text, start)), source: beginningOf(text.slice(start)) };
}

const added = (statements: readonly string[]): Outcome => ({ kind: 'added', statements, notices: [] });

const CLIENT_LINE = 'It is for the source’s client program.';

const dropped = (
  { source, position }: Pick<SourceText, 'source' | 'position'>,
  why: string,
  loses: boolean,
): Outcome => ({
  kind: 'dropped',
  position,
  source,
  statements: [],
  notices: [],
  dropped: { why, loses },
});

function translated({ notices }: TranslatedStatement, statements: readonly string[], from: SourceText): Outcome {
  const { text, source, position, place } = from;
  return {
    kind: 'translated',
    position,
    source,
    statements,
    notices: notices.map(({ code, severity, message, ...inner }) => ({
      code,
      severity,
      message,
      position: place(inner),
      excerpt: excerptOf(text, inner),
    })),
  };
}

/** Rows of a table that the dump does not make. */
const withUnknownTypes = (outcome: Outcome, { text, position }: SourceText): Outcome => ({
  ...outcome,
  notices: [
    ...outcome.notices,
    {
      code: 'UNKNOWN_TYPE',
      severity: NOTICES.UNKNOWN_TYPE.severity,
      message:
        'The dump does not make this table, so that its columns’ types are not known: all values are written as text.',
      position,
      excerpt: excerptOf(text, { line: 1, column: 1 }),
    },
  ],
});

function refused(error: unknown, { text, source, position, place }: SourceText): Outcome {
  if (!(error instanceof DragomanError)) throw error;
  const inner = error.details.position ?? { line: 1, column: 1 };
  const refusal: Refusal = {
    code: error.code,
    message: error.message,
    ...(error.details.hint !== undefined && { hint: error.details.hint }),
    position: place(inner),
    excerpt: excerptOf(text, inner),
  };
  return { kind: 'refused', position, source, statements: [], notices: [], refusal };
}
