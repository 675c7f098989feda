import {
  rewrite,
  type CreateIndex,
  type CreateTable,
  type Node,
  type QualifiedName,
  type Span,
  type Statement,
} from '../../ast/index.js';
import { foldName, ownKey } from '../../analysis/folded-names.js';
import type { Catalogue } from '../../catalogue.js';
import type { Dialect } from '../../dialects/index.js';
import { parseStatement } from '../../parser/index.js';
import { withUsualNames } from '../definitions/alterations/changed-definition.js';
import { NOTHING_TO_DO } from '../definitions/nothing-to-do.js';
import { toldOf, type NoticeCode } from '../notices.js';
import {
  translatedTrees,
  translateStatement,
  writtenTrees,
  type Direction,
  type TranslatedStatement,
  type TranslatedTrees,
} from '../translate-statement.js';
import type { TranslationRules } from '../translation-options.js';
import { CommittedDefinitions } from './committed-definitions.js';
import { ConstraintTiming } from './constraint-timing.js';
import { CountedLater } from './counted-later.js';
import { withoutGuard } from './guarded.js';
import { KeyClauses } from './key-clauses.js';
import { AbsentIndexes } from './absent-indexes.js';
import { keptTable, type KeptTable } from './kept-table.js';
import { MeantColumns } from './meant-columns.js';
import { MadeTables } from './made-tables.js';
import { OwnSchemas } from './own-schemas.js';
import { ScriptSequences } from './script-sequences.js';
import { ScriptTriggers } from './script-triggers.js';

import { WaitingKeys } from './waiting-keys.js';
import { ScriptTypes } from './script-types.js';

/** A statement of a script, as it was read. */
export interface ReadStatement {
  readonly tree: Statement;
  /** Its own text. */
  readonly text: string;
  /** Its first words, with single spaces. */
  readonly words: string;
}

/** Whether statements behind a statement may mean something else for it. */
export const defines = ({ kind }: Statement): boolean => DEFINITIONS.has(kind);

const DEFINITIONS: ReadonlySet<Statement['kind']> = new Set<Statement['kind']>([
  'create-table',
  'create-index',
  'create-view',
  'create-type',
  'create-sequence',
  'create-schema',
  'alter-table',
  'alter-type',
  'alter-sequence',
  'rename-tables',
  'drop',
  'create-trigger',
  'create-routine',
  'command',
]);

/**
 * Statements that follow each other: each is translated with what those before it define, which have not run. Types, domains and
 * sequences that the target has none of by themselves go with the columns that use them; tables are known as they will be.
 */
export class ScriptTranslation {
  readonly #types: ScriptTypes;
  readonly #sequences: ScriptSequences;
  readonly #schemas: OwnSchemas;
  readonly #meant: MeantColumns;
  readonly #tables: MadeTables;
  readonly #counted: CountedLater;
  readonly #timing: ConstraintTiming;
  readonly #committed: CommittedDefinitions;
  readonly #waitingKeys: WaitingKeys;
  readonly #triggers: ScriptTriggers;
  readonly #absent: AbsentIndexes;
  readonly #clauses: KeyClauses;
  /** Whether other statements follow, which may need a table whose rules have no translation. */
  readonly #isOfSeveral: boolean;
  /** Indexes that the target has none of. */
  readonly #leftOut = new Set<string>();
  /** Constraints that the script drops by their names, in lower case: they have these names then. */
  readonly #dropped = new Set<string>();

  /** @param script all of its statements: a type may get words, and a sequence its column, behind the tables that use them */
  constructor(
    readonly direction: Direction,
    readonly rules: Partial<TranslationRules>,
    script: readonly ReadStatement[] = [],
  ) {
    const { from, to } = direction;
    this.#types = new ScriptTypes(from);
    this.#sequences = new ScriptSequences(from);
    this.#schemas = new OwnSchemas(from);
    this.#counted = new CountedLater(from, this.#sequences);
    this.#meant = new MeantColumns(from);
    this.#tables = new MadeTables(to, undefined, this.#meant);
    this.#timing = new ConstraintTiming(to);
    this.#committed = new CommittedDefinitions(from, to);
    this.#triggers = new ScriptTriggers(direction);
    this.#absent = new AbsentIndexes(from, to);
    this.#clauses = new KeyClauses(from, to);
    this.#isOfSeveral = script.length > 1;
    for (const { tree } of script) this.#triggers.note(tree);
    this.#waitingKeys = new WaitingKeys(
      from,
      to,
      script.map(({ tree }) => tree),
    );
    if (!this.#foldsTypes) return;
    for (const read of script) {
      this.#noteDropped(read.tree);
      const tree = withoutGuard(read.tree, from);
      this.#types.note(tree);
      this.#sequences.note(tree);
      this.#counted.note(tree);
    }
    this.#types.again();
  }

  /** Types and sequences are PostgreSQL's alone. */
  get #foldsTypes(): boolean {
    return this.direction.from.name === 'POSTGRESQL' && this.direction.to.name !== 'POSTGRESQL';
  }

  /** Whether a statement names a table that one before it makes, changes or drops. */
  isAbout(tree: Statement): boolean {
    return this.#tables.isNamedBy(tree);
  }

  /**
   * The next statement.
   *
   * @param sql what it was read from, of which it may be a part
   * @param catalogue what the database tells of the tables that it names, as they are before the script
   * @throws DragomanError as `translateStatement`
   */
  translate(read: ReadStatement, sql: string, catalogue: Catalogue | undefined): TranslatedStatement {
    const { direction, rules } = this;
    this.#schemas.note(read.words);
    const bare = this.#schemas.without(withoutGuard(read.tree, direction.from), read.text);
    const whole = this.#foldsTypes ? this.#withoutTypes(bare, read.text) : bare;
    if (whole === undefined) return this.#told(read.tree, sql, 'MADE_WITH_USERS', WITH_USERS);
    const present = this.#absent.without(whole);
    const tree = present && this.#clauses.meant(present);
    if (tree === undefined) return this.#told(read.tree, sql, 'STATEMENT_DROPPED', NO_SUCH_INDEX);
    this.#absent.note(tree);
    this.#tables.base = catalogue;
    const index = this.#leftOutIndex(tree, sql);
    if (index !== undefined) return index;
    const trigger = this.#trigger(tree, sql);
    if (trigger !== undefined) return trigger;
    // the names of keys may be those of other tables
    const isMade = tree.kind === 'create-table' && tree.query === undefined;
    const isKnown = catalogue !== undefined || isMade || this.#tables.isNamedBy(tree);
    const options = { ...rules, catalogue: isKnown ? this.#tables : undefined };

    const translate = (one: Statement): TranslatedTrees => translatedTrees(one, sql, direction, options);
    const kept = this.#kept(tree, sql, translate);
    const own = this.#committed.told(kept?.made ?? translate(tree), tree);
    const made = this.#timing.around(this.#waitingKeys.around(own, tree, this.#tables.all(), this.#isThere), tree);
    for (const each of made.trees) this.#tables.note(each);
    this.#meant.note(tree);
    const written = writtenTrees(made, tree, sql, direction);
    if (tree.kind === 'create-index' && written.notices.some(({ code }) => code === 'INDEX_DROPPED'))
      this.#leftOut.add(nameOf(tree, direction.from));
    return kept === undefined ? written : { ...written, notices: [...written.notices, ...kept.notices] };
  }

  /** A table of several statements, without rules that have no translation; undefined for anything else. */
  #kept(
    tree: Statement,
    sql: string,
    translate: (table: CreateTable) => TranslatedTrees,
  ): KeptTable<TranslatedTrees> | undefined {
    return this.#isOfSeveral && tree.kind === 'create-table' ? keptTable(tree, sql, translate) : undefined;
  }

  /** What a statement about triggers comes to; undefined for any other. */
  #trigger(tree: Statement, sql: string): TranslatedStatement | undefined {
    const { direction, rules } = this;
    const made = this.#triggers.translated(
      tree,
      sql,
      ({ table }) => this.#tables.table(table.parts.map((part) => foldName(part, direction.from))),
      (step, text) => translateStatement(step, text, direction, { ...rules, catalogue: this.#tables }),
    );
    if (made === undefined) return undefined;
    for (const each of made.trees) this.#tables.note(each);
    return writtenTrees(made, tree, sql, direction);
  }

  /** The statement with what types and sequences come to; undefined where it says nothing else. */
  #withoutTypes(written: Statement, text: string): Statement | undefined {
    const tree = this.#types.without(written, text);
    const isTold = this.#types.isTold(tree) || this.#sequences.isTold(tree);
    this.#types.follow(tree);
    if (isTold) return undefined;
    const restart = this.#sequences.asChange(tree, (table) => this.#tables.has(table));
    if (restart !== undefined) return placed(restart, tree.span);
    if (tree.kind === 'alter-table') return this.#counted.without(tree);
    if (tree.kind !== 'create-table') return tree;
    return this.#begun(this.#counted.complete(withUsualNames(tree, this.#dropped)));
  }

  /** Whether a table is there, by the script or the database. */
  readonly #isThere = ({ parts }: QualifiedName): boolean =>
    this.#tables.table(parts.map((part) => foldName(part, this.direction.to))) !== undefined;

  #noteDropped(tree: Statement): void {
    if (tree.kind !== 'alter-table') return;
    for (const action of tree.actions) {
      if (action.kind === 'drop-constraint' && action.name !== undefined)
        this.#dropped.add(foldName(action.name, this.direction.from).toLowerCase());
    }
  }

  /** A table whose columns begin as their sequences do. */
  #begun(table: CreateTable): CreateTable {
    const { elements } = table;
    if (elements === undefined) return table;
    return {
      ...table,
      elements: elements.map((element) =>
        element.kind === 'column-definition' ? this.#sequences.begun(element) : element,
      ),
    };
  }

  /** An index of a view, which keeps no rows in the target, and dropping an index that was left out. */
  #leftOutIndex(tree: Statement, sql: string): TranslatedStatement | undefined {
    const { from, to } = this.direction;
    if (tree.kind === 'create-index' && from.name !== to.name && this.#tables.isView(tree.table)) {
      this.#leftOut.add(nameOf(tree, from));
      return this.#told(tree, sql, 'INDEX_DROPPED', 'The target keeps no rows of a view.');
    }
    if (tree.kind !== 'drop' || tree.object !== 'INDEX') return undefined;
    const names = tree.names.map((name) => ownKey(name, from));
    if (!names.every((name) => this.#leftOut.has(name))) return undefined;
    for (const name of names) this.#leftOut.delete(name);
    return this.#told(tree, sql, 'STATEMENT_DROPPED', NO_SUCH_INDEX);
  }

  #told(tree: Statement, sql: string, code: NoticeCode, detail: string): TranslatedStatement {
    return {
      sql: NOTHING_TO_DO,
      statements: [NOTHING_TO_DO],
      main: 0,
      answer: 0,
      tree: parseStatement(NOTHING_TO_DO, this.direction.to),
      notices: [toldOf({ code, span: tree.span, detail }, sql)],
    };
  }
}

const NO_SUCH_INDEX = 'The target has no index of this kind.';
const WITH_USERS = 'The columns that use it are made with it.';

const nameOf = ({ name }: CreateIndex, dialect: Dialect): string => (name === undefined ? '' : ownKey(name, dialect));

/** A statement that was made of another one, in its place. */
const placed = <S extends Statement>(tree: S, span: Span): S => rewrite<S>(tree, (node: Node) => ({ ...node, span }));
