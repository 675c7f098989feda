import { DragomanError, type Position } from '../errors/index.js';
import {
  behindText,
  parseTokens,
  translateStatement,
  type AlterTable,
  type ClientLine,
  type CreateTable,
  type Dialect,
  type Fidelity,
  type QualifiedName,
  type ScriptPart,
  type ScriptStatement,
  type Statement,
  type TargetServer,
  type TextComparison,
  type TranslatedStatement,
} from '../sql/index.js';
import { absentColumn, brokenView, viewOfDropped } from './absent-columns.js';
import { CopiedTable } from './copied-table.js';
import { CountedKeys } from './counted-keys.js';
import { Definitions, type Redefined } from './definitions.js';
import { withDistinctNames } from './distinct-names.js';
import { withLikeElements } from './like-table.js';
import { withOwners } from './dropped-indexes.js';
import { partForeignKeys, withoutAddedKeys, type PartedTable } from './foreign-keys.js';
import { formerChecks } from './former-checks.js';
import { FOREIGN_KEYS_LAST, FRAMES } from './frames.js';
import {
  atStart,
  CLIENT_LINE,
  isHeld,
  isIndex,
  KEEPS_COMMENT,
  needless,
  OTHER_KIND,
  STAND_IN,
  TAKEN_BACK,
} from './dump-rules.js';
import { Held } from './held.js';
import { asMeant } from './meant-tables.js';
import { isSomething, refuseNoIndex } from './nothing-left.js';
import { nextKeys } from './next-keys.js';
import {
  added,
  dropped,
  leftOut,
  refused,
  sourceOf,
  translated,
  withUnknownTypes,
  writtenAlone,
  widenedKeys,
  type SourceText,
} from './made-outcomes.js';
import type { Outcome } from './outcome.js';
import { firstWordsOf } from './first-words.js';
import { leftOutObject } from './left-out-objects.js';
import { Missing } from './missing.js';
import { ownKey, ownName } from './names.js';
import { ownCopy } from './own-copy.js';
import { partedRows } from './parted-rows.js';
import { rowKeyOf } from './own-row-changes.js';
import { OwnSchemas } from './own-schemas.js';
import { ReferentialActions } from './referential-actions.js';
import { RowsAlike } from './rows-alike.js';
import { RestartedCounters } from './restarted-counters.js';
import { withReferring } from './referring-tables.js';
import { withOwnRenames } from './renamed-parts.js';
import { schemaElements } from './schema-elements.js';
import { SeenTables } from './seen-tables.js';
import { sessionRow } from './session-statements.js';
import { translatedTrigger } from './triggers.js';
import { TOUCHING, touchedAgain } from './touched-again.js';
import { WaitingViews } from './waiting-views.js';
import { attaches, renames, renamings, takesAway } from './table-changes.js';
import type { ToldLater } from './told-later.js';
import { refuseOtherFiles, UnreadForms } from './unread-forms.js';
import { VirtualTables } from './virtual-tables.js';
import { keptTable } from './without-rules.js';
import { ZeroDays } from './zero-days.js';

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

/**
 * Translates a dump, or any script, part by part: tables that it makes tell the types for what follows, what the session
 * needs is said in the target's own way, and what helps to load (plain indexes, foreign keys) comes last.
 */
export class DumpTranslator {
  readonly #seen: SeenTables;
  readonly #held: Held;
  readonly #schemas: OwnSchemas;
  readonly #missing: Missing;
  readonly #unread: UnreadForms;
  readonly #keys: CountedKeys;
  readonly #definitions: Definitions;
  readonly #references: ReferentialActions;
  readonly #counters: RestartedCounters;
  readonly #waiting: WaitingViews;
  /** Views, which have no indexes where they keep no rows. */
  readonly #views = new Set<string>();
  readonly #alike: RowsAlike;
  readonly #zeroDays: ZeroDays;
  readonly #virtual: VirtualTables;
  /** What was told of each table. */
  readonly #told = new Set<string>();
  #copied: CopiedTable | undefined;
  #framed = false;

  constructor(readonly options: DumpOptions) {
    this.#seen = new SeenTables(options.from, options.to);
    this.#held = new Held(options.from);
    this.#schemas = new OwnSchemas(options.from);
    this.#missing = new Missing(options.from);
    this.#unread = new UnreadForms(options.from.name);
    this.#keys = new CountedKeys(options.to);
    this.#definitions = new Definitions(options.from, options.to);
    this.#references = new ReferentialActions(this.#definitions, options.from.name, options.to.name);
    this.#counters = new RestartedCounters(options.from, options.to);
    this.#waiting = new WaitingViews(options.from, options.to);
    this.#virtual = new VirtualTables(options.from.name);
    this.#zeroDays = new ZeroDays(options.from, options.to);
    this.#alike = new RowsAlike(options.from, options.to, this.#seen);
  }

  /** What becomes of a part; more of it may come when the dump is finished. */
  *translate(part: ScriptPart): Generator<Outcome> {
    if (part.kind === 'statement') yield* this.#withElements(part);
    else if (part.kind === 'client-line') yield this.#clientLine(part);
    else if (this.#copied !== undefined) yield* this.#rows(part.text, part.position);
  }

  /** What comes behind everything else. */
  *finish(): Generator<Outcome> {
    for (const { tree, source, lacks } of this.#waiting.rest())
      if (lacks === undefined) yield* this.#view(tree, source);
      else yield leftOut(source, viewOfDropped(lacks));
    yield* this.#held.inOrder();
    if (this.#framed) yield added(FRAMES[this.options.to.name].behind);
  }

  #clientLine({ text, position }: ClientLine): Outcome {
    const source: SourceText = { text, source: text, position, place: (inner) => behindText(position, inner) };
    try {
      refuseOtherFiles(text);
      return dropped(source, CLIENT_LINE, false);
    } catch (error) {
      return refused(error, source);
    }
  }

  /** What a schema is made with are statements of their own. */
  *#withElements(statement: ScriptStatement): Generator<Outcome> {
    const made = schemaElements(statement, this.options.from);
    yield* this.#statement(made?.head ?? statement);
    if (made === undefined) return;
    this.#schemas.enter(made.schema);
    for (const element of made.elements) yield* this.#statement(element);
    this.#schemas.leave();
  }

  *#statement(statement: ScriptStatement): Generator<Outcome> {
    const { literals, text } = statement;
    this.#copied = undefined;
    if (literals === undefined) {
      this.#alike.forget();
      yield* this.#whole(statement);
      return;
    }
    const rows = { head: text.slice(0, literals.headEnd), text, literals };
    const made = this.#alike.translate(rows);
    const outcomes =
      made === undefined ? [...this.#whole(statement)] : [writtenAlone(made, statement, rows.head, this.options.from)];
    if (made === undefined) this.#alike.learn(rows, outcomes);
    yield* outcomes;
  }

  *#whole(statement: ScriptStatement): Generator<Outcome> {
    const { from } = this.options;
    const source = sourceOf(statement);
    const words = firstWordsOf(statement);
    this.#schemas.note(words);
    const capitals = words.toUpperCase();
    this.#references.note(capitals);
    let tree: Statement | undefined;
    try {
      this.#unread.refuse(statement, capitals);
      const virtual = this.#virtual.leftOut(statement, words);
      if (virtual !== undefined) {
        yield leftOut(source, virtual);
        return;
      }
      const row = sessionRow(capitals, from.name);
      if (row !== undefined) {
        const isAlone = row.ofSeveral === true && this.#schemas.isOnlyOne;
        yield dropped(source, row.why, row.loses === true && !isAlone);
        return;
      }
      tree = withLikeElements(withOwnRenames(this.#parsed(statement), this.#definitions), this.#definitions);
      yield* this.#read(tree, source, words);
    } catch (error) {
      const object = tree?.kind === 'create-index' ? undefined : leftOutObject(words, from.name);
      if (object !== undefined && error instanceof DragomanError) yield leftOut(source, object);
      else {
        if (tree === undefined) this.#missing.addUnread(words, source.position.line);
        yield* this.#apart(tree, error, source);
      }
    }
  }

  /** A statement that was read. */
  *#read(tree: Statement, source: SourceText, words: string): Generator<Outcome> {
    const { later, from } = this.options;
    if (later?.isTold(tree) === true) yield dropped(source, 'What uses it is made with it.', false);
    else if (this.#isClearedAway(tree)) yield dropped(source, 'Its table is dropped as a whole behind it.', false);
    else if (tree.kind === 'copy' && tree.direction === 'from' && tree.endpoint === 'STDIN')
      this.#copied = new CopiedTable(tree, source.text, tree.table && this.#seen.declared(tree.table));
    else {
      const object =
        tree.kind === 'create-trigger' && this.#trigger(tree) ? undefined : leftOutObject(words, from.name);
      if (object === undefined) yield* this.#tree(tree, source);
      else yield leftOut(source, object);
    }
  }

  /** Whether a statement takes something from a table of which nothing is left soon, nor known before. */
  #isClearedAway(tree: Statement): boolean {
    if (tree.kind !== 'alter-table' || this.options.later?.clearsAway(tree.name) !== true) return false;
    return this.#definitions.of(tree.name) === undefined && tree.actions.every(takesAway);
  }

  *#tree(tree: Statement, source: SourceText): Generator<Outcome> {
    this.#missing.refuse(tree);
    const drops = withOwners(tree, this.#definitions);
    const { later } = this.options;
    const part = later?.to.name === 'POSTGRESQL' ? undefined : later?.partitions.holderOfPart(tree);
    const absent = tree.kind === 'create-view' ? absentColumn(tree, this.options.from, this.#seen) : undefined;
    const trigger = tree.kind === 'create-trigger' ? this.#trigger(tree) : undefined;
    if (trigger !== undefined) {
      this.#definitions.note(tree, source.text, trigger.statements);
      yield* this.#frame(tree);
      yield translated({ notices: trigger.notices }, trigger.statements, source);
    } else if (tree.kind === 'comment-on' && !KEEPS_COMMENT[this.options.to.name](tree.object))
      yield dropped(source, 'The target keeps no comments of this kind.', false);
    else if (tree.kind === 'create-index' && this.#views.has(ownKey(tree.table, this.options.from)))
      yield leftOut(source, {
        why: 'An index of a view is left out: the target keeps no rows of it.',
        advice: 'Index the tables that it reads.',
      });
    else if (tree.kind === 'drop' && this.#isOfOtherKind(tree)) yield dropped(source, OTHER_KIND, false);
    else if (this.#waiting.isStandIn(tree, source)) yield dropped(source, STAND_IN, false);
    else if (this.#waiting.keeps(tree, source)) return;
    else if (absent !== undefined) {
      this.#missing.add(tree, source.position.line);
      yield leftOut(source, brokenView(absent));
    } else if (drops !== undefined) yield* this.#dropsOfIndexes(drops, source);
    else if (part !== undefined) yield* this.#part(tree, part, source);
    else if (tree.kind === 'create-table')
      yield* this.#table(asMeant(this.options.later?.complete(tree) ?? tree, this.options.from), source);
    else if (tree.kind === 'alter-table') yield* this.#alter(tree, source);
    else if (tree.kind === 'rename-tables' && tree.ifExists !== true)
      for (const rename of renamings(tree)) yield* this.#alter(rename, source);
    else if (tree.kind === 'create-view') yield* this.#view(tree, source);
    else yield* this.#other(withReferring(tree, this.#definitions), source);
  }

  /**
   * Whether a statement drops, where they are there, views by the names of tables, or tables by the names of views: the
   * source looks by, and the others fail.
   */
  #isOfOtherKind({ object, names, ifExists }: Extract<Statement, { kind: 'drop' }>): boolean {
    if (ifExists !== true) return false;
    return names.every((name) => {
      const isView = this.#views.has(ownKey(name, this.options.from));
      const isTable = !isView && this.#definitions.of(name) !== undefined;
      return (object === 'VIEW' && isTable) || (object === 'TABLE' && isView);
    });
  }

  /** A view, and those that waited for it. */
  *#view(tree: Statement, source: SourceText): Generator<Outcome> {
    try {
      yield* this.#other(tree, source);
    } catch (error) {
      yield this.#refused(tree, error, source);
    }
    for (const next of this.#waiting.behind(tree)) yield* this.#tree(next.tree, next.source);
  }

  /** A statement that is told in the order of the script. */
  *#other(tree: Statement, source: SourceText): Generator<Outcome> {
    const made = this.#translated(tree, source.text);
    refuseNoIndex(tree, made);
    this.#definitions.note(tree, source.text, made.statements);
    if (tree.kind === 'create-view') this.#views.add(ownKey(tree.name, this.options.from));
    this.#waiting.made(tree, source);
    if (tree.kind === 'drop') {
      this.#held.forget(tree.names);
      for (const name of tree.names) this.#views.delete(ownKey(name, this.options.from));
      const readers = this.#waiting.under(tree);
      if (readers.length > 0)
        yield added(this.#translated({ ...tree, object: 'VIEW', names: readers }, source.text).statements);
    }
    this.#seen.note(tree, made.tree);
    this.#missing.made(tree);
    yield* this.#frame(tree);
    const first = this.#keys.before(made.tree);
    if (first !== undefined) yield added([first]);
    if (tree.kind === 'insert' && made.notices.some(({ code }) => code === 'ZERO_DAY')) {
      const opened = this.#zeroDays.before(tree, made.tree, this.#seen.table([ownName(tree.table, this.options.from)]));
      if (opened.length > 0) yield added(opened);
    }
    const statements = made.statements.filter((sql) => !this.#held.takesBack(sql));
    if (statements.length < made.statements.length) yield dropped(source, TAKEN_BACK, false);
    else yield translated(made, [...statements, ...this.#counters.behind(tree)], source);
  }

  *#dropsOfIndexes(drops: readonly Statement[], source: SourceText): Generator<Outcome> {
    if (drops.length === 0) yield dropped(source, 'The script makes no such index.', false);
    for (const drop of drops) yield* this.#other(drop, source);
  }

  /** The statements of a trigger; undefined where it is left out. */
  #trigger(
    tree: Extract<Statement, { kind: 'create-trigger' }>,
  ): Pick<TranslatedStatement, 'statements' | 'notices'> | undefined {
    const { from, to, later } = this.options;
    if (later?.partitions.holderOf(tree.table) !== undefined) return undefined;
    const notices: TranslatedStatement['notices'][number][] = [];
    const translate = (step: Statement, text: string): TranslatedStatement => {
      const made = this.#translated(step, text);
      // steps stand somewhere in the trigger, or in a function that it calls
      notices.push(...made.notices.map((notice) => ({ ...notice, line: 1, column: 1 })));
      return made;
    };
    const declared = this.#seen.declared(tree.table) ?? [];
    const columns = declared.map(({ name }) => name);
    const rowKey = rowKeyOf(this.#seen.table([ownName(tree.table, from)]), declared);
    const statements = translatedTrigger(tree, {
      from,
      to,
      functions: later?.triggerFunctions,
      translate,
      columns,
      rowKey,
    });
    return statements && { statements, notices };
  }

  /** A partition is a view of its rows; its keys and indexes are none of the whole table’s. */
  *#part(tree: Statement, holder: QualifiedName, source: SourceText): Generator<Outcome> {
    const name = holder.parts.at(-1)?.value ?? '';
    const view = tree.kind === 'create-table' ? this.options.later?.partitions.viewOf(tree.name) : undefined;
    if (tree.kind === 'create-table') yield dropped(source, `Its rows are in \`${name}\`.`, false);
    else if (tree.kind === 'create-index' || !attaches(tree))
      yield leftOut(source, {
        why: 'A key or an index of a partition is left out.',
        advice: `Add it to \`${name}\`, which has the rows.`,
      });
    else yield dropped(source, `The rows are in \`${name}\`.`, false);
    if (view === undefined) return;
    const made = this.#translated(view.tree, view.sql);
    yield* this.#frame(view.tree);
    yield { ...translated(made, made.statements, source), notices: [] };
  }

  /** What is refused may be needed by what follows. */
  #refused(tree: Statement | undefined, error: unknown, source: SourceText): Outcome {
    const outcome = refused(error, source);
    if (tree === undefined) return outcome;
    this.#missing.add(tree, source.position.line);
    const what = this.#framed || tree.kind !== 'query' ? needless(tree, this.options.from) : undefined;
    if (what === undefined || outcome.refusal === undefined) return outcome;
    const { message, hint } = outcome.refusal;
    return leftOut(source, { why: `${what} is left out: ${message}`, ...(hint !== undefined && { advice: hint }) });
  }

  *#table(written: CreateTable, source: SourceText): Generator<Outcome> {
    const { table: whole, changed } = this.options.later?.referring.ofTable(written) ?? { table: written, changed: [] };
    // its columns are known, even where it is refused
    this.#seen.note(whole, undefined);
    const made = this.#defined(whole, source);
    yield* this.#frame(whole);
    const statements = made.statements.filter((sql) => !isIndex(sql));
    const notices = [...made.notices, ...widenedKeys(changed, source.text)];
    this.#untold(whole.name, notices);
    yield translated({ notices }, statements, source);
  }

  /** Makes a table known, and holds back what comes behind the rows. */
  #defined(written: CreateTable, source: SourceText, former?: QualifiedName): TranslatedStatement {
    const { to } = this.options;
    const parted = (one: CreateTable): PartedTable =>
      FOREIGN_KEYS_LAST[to.name] ? partForeignKeys(one) : { table: one, foreignKeys: [] };
    const asMade = (one: CreateTable): TranslatedStatement =>
      this.#translated(withDistinctNames(parted(one).table, this.#definitions), source.text);
    const { table: whole, notices } = keptTable(written, source.text, asMade);
    const { table, foreignKeys } = parted(whole);
    const translation = asMade(whole);
    const made = { ...translation, notices: [...translation.notices, ...notices] };
    this.#seen.note(table, made.tree);
    this.#counters.add(made.tree);
    this.#missing.made(table);
    const held = this.#held.of(whole.name);
    const indexes = made.statements.filter(isIndex);
    if (indexes.length > 0) held.indexes.push(ownCopy({ ...translated(made, indexes, source), notices: [] }));
    if (!this.#held.isTaken(whole.name))
      for (const key of foreignKeys) held.foreignKeys.push(ownCopy(this.#foreignKey(key, source)));
    this.#keys.add(made.tree, former);
    held.keys.push(...nextKeys(made.tree, this.options).map((sql) => added([sql])));
    this.#definitions.note(whole, source.text, made.statements);
    return made;
  }

  /** A change of a table: by the target's words, or by a definition that is said again. */
  *#alter(tree: AlterTable, source: SourceText): Generator<Outcome> {
    const translate = (step: Statement, text: string): TranslatedStatement => this.#translated(step, text);
    const former = formerChecks(tree, this.#definitions, translate);
    const { before, behind } = touchedAgain(tree, this.#definitions, translate);
    const made = this.#altered(tree, source);
    const notices = made.isWhole === true ? this.#untold(tree.name, made.notices) : made.notices;
    const changed = this.#definitions.changed(tree);
    this.#seen.note(tree, undefined);
    yield* this.#frame(tree);
    const own = behind.length === 0 ? made.statements : made.statements.filter((sql) => !TOUCHING.test(sql));
    const statements = [...before, ...former, ...own, ...behind].filter(
      (sql) => isSomething(sql) && !this.#held.takesBack(sql, tree.name),
    );
    const staysNow = changed === undefined || made.isWhole === true ? () => true : this.#staysNow(tree.name);
    yield translated({ notices }, statements.filter(staysNow), source);
    this.#definitions.change(tree);
    if (changed !== undefined) this.#redefine(tree, changed, source);
  }

  /** What was not told of a table yet: a definition that is said again says what it said before. */
  #untold(table: QualifiedName, notices: TranslatedStatement['notices']): TranslatedStatement['notices'] {
    const owner = ownKey(table, this.options.from);
    return notices.filter(({ code, message }) => {
      const key = `${owner} ${code} ${message}`;
      const isNew = !this.#told.has(key);
      this.#told.add(key);
      return isNew;
    });
  }

  /** Whether a statement about a table is not held back, as indexes are, and foreign keys that come last. */
  #staysNow(table: QualifiedName): (sql: string) => boolean {
    const areLast = this.#areKeysLast(table);
    return (sql) => !(areLast ? isHeld : isIndex)(sql);
  }

  /** Whether the foreign keys of a table that the script makes are held back. */
  #areKeysLast(table: QualifiedName): boolean {
    const isKnown = this.#definitions.of(table) !== undefined;
    return isKnown && FOREIGN_KEYS_LAST[this.options.to.name] && !this.#held.isTaken(table);
  }

  /** A change, which is whole where all that is known of the table is said again. */
  #altered(
    tree: AlterTable,
    source: SourceText,
  ): Pick<TranslatedStatement, 'statements' | 'notices'> & { readonly isWhole?: boolean } {
    const again = (): Redefined | undefined =>
      this.#definitions.redefined(tree, (step, text) => this.#translated(step, text));
    const first = this.#definitions.needsRedefinition(tree) ? again() : undefined;
    if (first !== undefined) return { ...atStart(first), isWhole: true };
    try {
      return this.#translated(this.#areKeysLast(tree.name) ? withoutAddedKeys(tree) : tree, source.text);
    } catch (error) {
      const made = error instanceof DragomanError ? again() : undefined;
      if (made === undefined) throw error;
      return { ...atStart(made), isWhole: true };
    }
  }

  /** What is held back of a table is what its definition says now. */
  #redefine(tree: AlterTable, changed: CreateTable, source: SourceText): void {
    this.#held.renew(tree.name, changed.name);
    const kept = this.#definitions.of(changed.name);
    try {
      this.#defined(changed, source, tree.name);
    } catch (error) {
      // nothing of it is known then: what follows says what that means
      if (!(error instanceof DragomanError)) throw error;
    }
    if (kept !== undefined) this.#definitions.put(kept);
  }

  #foreignKey(key: Statement, source: SourceText): Outcome {
    try {
      this.#missing.refuse(key);
      const made = this.#translated(key, source.text);
      return translated(made, made.statements, source);
    } catch (error) {
      return refused(error, source);
    }
  }

  *#rows(text: string, position: Position): Generator<Outcome> {
    const isKnown = this.#copied?.isKnown === true;
    for (const piece of this.#copied?.inserts(text, position) ?? []) {
      const made = isKnown ? this.#alike.translate(piece) : undefined;
      if (made !== undefined) {
        yield translated({ notices: [] }, [made], piece);
        continue;
      }
      const tree = piece.statement(this.options.from);
      try {
        this.#missing.refuse(tree);
        const slow = this.#translated(tree, piece.text);
        yield* this.#frame(tree);
        const outcome = translated(slow, slow.statements, piece);
        if (isKnown) this.#alike.learn(piece, [outcome]);
        yield isKnown ? outcome : withUnknownTypes(outcome, piece);
      } catch (error) {
        yield* this.#apart(tree, error, piece);
      }
    }
  }

  /** Rows of an INSERT that was refused, without those that have no translation: each of these is refused by itself. */
  *#apart(tree: Statement | undefined, error: unknown, source: SourceText): Generator<Outcome> {
    const parted = tree && partedRows(tree, (rows) => this.#translated(rows, source.text));
    if (tree === undefined || parted === undefined || this.#missing.lacks(tree)) {
      yield this.#refused(tree, error, source);
      return;
    }
    for (const each of parted.refusals) yield refused(each, source);
    yield* this.#other(withReferring(parted.kept, this.#definitions), source);
  }

  #parsed({ text, tokens }: ScriptStatement): Statement {
    const { from, later } = this.options;
    const tree = this.#schemas.without(parseTokens(text, tokens, from), text);
    return later?.without(tree, text) ?? tree;
  }

  #translated(tree: Statement, text: string): TranslatedStatement {
    const { from, to, translate = translateStatement, ...options } = this.options;
    return translate(tree, text, { from, to }, { ...options, catalogue: this.#seen });
  }

  /** Before the first statement that changes something. */
  *#frame(tree: Statement): Generator<Outcome> {
    if (!this.#framed && tree.kind === 'query') return;
    const { name } = this.options.to;
    if (!this.#framed) yield added(FRAMES[name].before);
    this.#framed = true;
    const areMeant = this.#references.areMeantBy(tree);
    const statements = this.#references.before(tree, areMeant);
    if (statements.length > 0) yield added(statements);
    if (FOREIGN_KEYS_LAST[name] && (areMeant || renames(tree))) yield* this.#held.takeForeignKeys();
  }
}
