import { DragomanError, type Position } from '../errors/index.js';
import {
  translateStatement,
  firstWordsOf,
  keptTable,
  ownCopy,
  OwnSchemas,
  losesBy,
  sessionRow,
  type AlterTable,
  type CreateTable,
  type QualifiedName,
  type ScriptPart,
  type ScriptStatement,
  type Statement,
  type TranslatedStatement,
} from '../sql/index.js';
import { alteredTable } from './alterations/altered-table.js';
import { absentColumn, brokenView, viewOfDropped } from './views/absent-columns.js';
import { clientLine } from './client-lines.js';
import { ScriptViews } from './views/script-views.js';
import { stepsOfChange } from './alterations/steps-of-change.js';
import { CopiedTable } from './rows/copied-table.js';
import { CountedKeys } from './counters/counted-keys.js';
import { Definitions } from './tables/definitions.js';
import { withDistinctNames } from './tables/distinct-names.js';
import { asDefined, statementSteps } from './statement-steps.js';
import { indexesOfDroppedKeys, withKeysOfColumns, withOwners } from './alterations/dropped-indexes.js';
import { partForeignKeys, type PartedTable } from './foreign-keys/foreign-keys.js';
import { foreignKeyOutcomes } from './foreign-keys/foreign-key-outcome.js';
import { loosenedKeys, releasedKeys } from './foreign-keys/released-keys.js';
import { formerChecks } from './alterations/former-checks.js';
import { FOREIGN_KEYS_LAST } from './frames.js';
import { isIndex, NO_INDEX, STAND_IN, staysNow, TAKEN_BACK } from './dump-rules.js';
import { Held } from './held.js';
import { asMeant } from './tables/meant-tables.js';
import { isSomething, refuseNothingLeft } from './nothing-left.js';
import { nextKeys } from './counters/next-keys.js';
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
import type { DumpOptions } from './dump-options.js';
import { leftOutObject } from './left-out-objects.js';
import { ListedColumns } from './rows/listed-columns.js';
import { Missing } from './missing.js';
import { partedRows } from './rows/parted-rows.js';
import { parsedStatement } from './parsed-statement.js';
import { partOutcome } from './tables/partition-parts.js';
import { refusedStatement } from './refused-statement.js';
import { ReferentialActions } from './foreign-keys/referential-actions.js';
import { refuseUnkept } from './rows/unkept-values.js';
import { RowsAlike } from './rows/rows-alike.js';
import { RestartedCounters } from './counters/restarted-counters.js';
import { withReferring, withReferringRows } from './foreign-keys/referring-tables.js';
import { renamedIndexes } from './alterations/renamed-table-indexes.js';
import { eachStatement } from './tables/schema-elements.js';
import { ScriptFrame } from './script-frame.js';
import { scriptTrigger, type ScriptTrigger } from './script-triggers.js';
import { SeenTables } from './tables/seen-tables.js';
import { ToldNotices } from './told-notices.js';
import { TOUCHING, touchedAgain } from './alterations/touched-again.js';
import { viewsFollowing } from './views/renamed-under-views.js';
import { WaitingViews } from './views/waiting-views.js';
import { renamings } from './alterations/table-changes.js';
import { UnreadForms } from './unread-forms.js';
import { VirtualTables } from './tables/virtual-tables.js';
import { withoutPlace } from './without-place.js';
import { ZeroDays } from './rows/zero-days.js';

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
  readonly #views: ScriptViews;
  readonly #listed: ListedColumns;
  readonly #alike: RowsAlike;
  readonly #zeroDays: ZeroDays;
  readonly #virtual: VirtualTables;
  readonly #told: ToldNotices;
  readonly #frame: ScriptFrame;
  #copied: CopiedTable | undefined;

  constructor(readonly options: DumpOptions) {
    options.later?.again();
    this.#seen = new SeenTables(options.from, options.to);
    this.#held = new Held(options.from);
    this.#schemas = new OwnSchemas(options.from);
    this.#missing = new Missing(options.from);
    this.#unread = new UnreadForms(options.from.name);
    this.#keys = new CountedKeys(options.from, options.to);
    this.#definitions = new Definitions(options.from, options.to);
    this.#views = new ScriptViews(options.from);
    this.#listed = new ListedColumns(options.from, options.to);
    this.#references = new ReferentialActions(this.#definitions, options.from.name, options.to.name);
    this.#counters = new RestartedCounters(options.from, options.to);
    this.#waiting = new WaitingViews(options.from, options.to, options.later?.viewsOutOfOrder);
    this.#told = new ToldNotices(options.from);
    this.#virtual = new VirtualTables(options.from.name);
    this.#zeroDays = new ZeroDays(options.from, options.to);
    this.#alike = new RowsAlike(options.from, options.to, this.#seen);
    this.#frame = new ScriptFrame(options.to.name, this.#references, this.#held, this.#definitions);
  }

  /** What becomes of a part; more of it may come when the dump is finished. */
  *translate(part: ScriptPart): Generator<Outcome> {
    if (part.kind === 'statement')
      for (const one of eachStatement(part, this.options.from, this.#schemas)) yield* this.#statement(one);
    else if (part.kind === 'client-line') yield clientLine(part);
    else if (this.#copied !== undefined) yield* this.#rows(part.text, part.position);
  }

  /** What comes behind everything else. */
  *finish(): Generator<Outcome> {
    for (const { tree, source, lacks } of this.#waiting.rest())
      if (lacks === undefined) yield* this.#view(tree, source);
      else yield leftOut(source, viewOfDropped(lacks));
    yield* this.#held.inOrder();
    yield* this.#frame.behind();
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
      const row = sessionRow(capitals, from.name);
      const restart =
        row === undefined || !/^SELECT\b/.test(capitals)
          ? undefined
          : this.options.later?.sequences.asChange(this.#parsed(statement), this.#definitions.has);
      if (virtual !== undefined) yield leftOut(source, virtual);
      else if (restart !== undefined) yield* this.#tree(restart, source);
      else if (row !== undefined) yield dropped(source, row.why, losesBy(row, this.#schemas.isOnlyOne));
      if ((virtual ?? row) !== undefined) return;
      tree = asDefined(this.#parsed(statement), this.#definitions);
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
    const isTold = later?.isTold(tree) === true;
    later?.follow(tree);
    const restart = isTold ? undefined : later?.sequences.asChange(tree, this.#definitions.has);
    if (restart !== undefined) yield* this.#tree(restart, source);
    else if (isTold) yield dropped(source, 'What uses it is made with it.', false);
    else if (later?.isClearedAway(tree, this.#definitions) === true)
      yield dropped(source, 'Its table is dropped as a whole behind it.', false);
    else if (tree.kind === 'copy' && tree.direction === 'from' && tree.endpoint === 'STDIN')
      this.#copied = new CopiedTable(tree, source.text, tree.table && this.#seen.declared(tree.table));
    else {
      const object = this.#trigger(tree) === undefined ? leftOutObject(words, from.name) : undefined;
      if (object === undefined) yield* this.#tree(tree, source);
      else yield leftOut(source, object);
    }
  }

  *#tree(tree: Statement, source: SourceText): Generator<Outcome> {
    this.#missing.refuse(tree);
    const needed = withKeysOfColumns(this.#missing.withoutIndexes(tree), this.#definitions);
    if (needed === undefined) yield dropped(source, 'The target has no such index.', false);
    else for (const step of statementSteps(needed, this.#definitions, this.#views)) yield* this.#kept(step, source);
  }

  *#kept(tree: Statement, source: SourceText): Generator<Outcome> {
    const drops = withOwners(tree, this.#definitions);
    const part = this.options.to.name === 'POSTGRESQL' ? undefined : this.options.later?.partitions.holderOfPart(tree);
    const absent = tree.kind === 'create-view' ? absentColumn(tree, this.options.from, this.#seen) : undefined;
    const trigger = this.#trigger(tree);
    const placeless = withoutPlace(tree, source, {
      to: this.options.to,
      views: this.#views,
      definitions: this.#definitions,
    });
    if (trigger !== undefined) {
      this.#definitions.noteTrigger(tree, trigger, source.text);
      yield* this.#frame.before(tree);
      yield translated({ notices: trigger.notices }, trigger.statements, source);
    } else if (placeless !== undefined) yield placeless;
    else if (this.#waiting.isStandIn(tree, source)) yield dropped(source, STAND_IN, false);
    else if (this.#waiting.keeps(tree, source)) return;
    else if (absent !== undefined) {
      this.#missing.add(tree, source.position.line);
      yield leftOut(source, brokenView(absent));
    } else if (drops?.length === 0) yield dropped(source, NO_INDEX, false);
    else if (drops !== undefined) for (const drop of drops) yield* this.#other(drop, source);
    else if (part !== undefined) yield* this.#part(tree, part, source);
    else if (tree.kind === 'create-table')
      yield* this.#table(asMeant(this.options.later?.complete(tree) ?? tree, this.options.from), source);
    else if (tree.kind === 'alter-table') {
      for (const index of indexesOfDroppedKeys(tree, this.#definitions)) yield* this.#other(index, source);
      for (const { step, told } of stepsOfChange(tree, source, this.options, this.#definitions))
        yield* this.#alter(step, source, told);
    } else if (tree.kind === 'rename-tables' && tree.ifExists !== true)
      for (const rename of renamings(tree)) yield* this.#alter(rename, source);
    else if (tree.kind === 'create-view') yield* this.#view(tree, source);
    else yield* this.#other(this.#listed.listed(withReferring(tree, this.#definitions), this.#definitions), source);
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
    const made = this.#translate(tree, source.text);
    refuseNothingLeft(tree, made);
    this.#definitions.note(tree, source.text, made.statements);
    this.#views.note(tree);
    this.#waiting.made(tree, source);
    if (tree.kind === 'drop') {
      yield* releasedKeys(tree, this.#held, this.options);
      this.#held.forget(tree.names);
      this.#keys.forget(tree.names);
      const readers = this.#waiting.under(tree);
      if (readers.length > 0)
        yield added(this.#translate({ ...tree, object: 'VIEW', names: readers }, source.text).statements);
    }
    this.#seen.note(tree, made.tree);
    this.#missing.made(tree);
    yield* loosenedKeys(this.#references.loosenedBy(tree), this.#held);
    yield* this.#frame.before(tree);
    const counting = this.#keys.before(made.tree, tree);
    if (counting.length > 0) yield added(counting);
    for (const opens of this.#zeroDays.before(tree, made, this.#seen)) yield added([opens]);
    const statements = made.statements.filter((sql) => !this.#held.takesBack(sql));
    if (statements.length < made.statements.length) yield dropped(source, TAKEN_BACK, false);
    else yield translated(made, [...statements, ...this.#counters.behind(tree)], source);
  }

  /** What a trigger, or dropping one, comes to; undefined where it is left out, and for anything else. */
  #trigger(tree: Statement): ScriptTrigger | undefined {
    const drops = this.#definitions.dropsOfTriggers(tree);
    if (drops !== undefined) return { statements: drops, dropped: [], notices: [] };
    if (tree.kind !== 'create-trigger') return undefined;
    const [seen, definitions] = [this.#seen, this.#definitions];
    return scriptTrigger(tree, { ...this.options, seen, definitions, translate: this.#translate });
  }

  /** A partition is a view of its rows; its keys and indexes are none of the whole table’s. */
  *#part(tree: Statement, holder: QualifiedName, source: SourceText): Generator<Outcome> {
    const view = tree.kind === 'create-table' ? this.options.later?.partitions.viewOf(tree.name) : undefined;
    yield partOutcome(tree, holder, source);
    if (view === undefined) return;
    const made = this.#translate(view.tree, view.sql);
    yield* this.#frame.before(view.tree);
    yield { ...translated(made, made.statements, source), notices: [] };
  }

  /** What is refused may be needed by what follows. */
  #refused(tree: Statement | undefined, error: unknown, source: SourceText): Outcome {
    if (tree !== undefined && error instanceof DragomanError) this.#missing.add(tree, source.position.line);
    return refusedStatement(tree, error, source, { from: this.options.from, isFramed: this.#frame.isOpen });
  }

  *#table(written: CreateTable, source: SourceText): Generator<Outcome> {
    const { later } = this.options;
    const held = later?.held.ofTable(written, source.text, source.position) ?? { tree: written, notices: [] };
    const { table: whole, changed } = later?.referring.ofTable(held.tree) ?? { table: held.tree, changed: [] };
    // its columns are known, even where it is refused
    this.#seen.note(whole, undefined);
    const made = this.#defined(whole, source);
    yield* this.#frame.before(whole);
    const statements = made.statements.filter((sql) => !isIndex(sql));
    const notices = [...made.notices, ...held.notices, ...widenedKeys(changed, source.text)];
    this.#told.untold(whole.name, notices);
    yield translated({ notices }, statements, source);
  }

  /** Makes a table known, and holds back what comes behind the rows. */
  #defined(written: CreateTable, source: SourceText, former?: QualifiedName): TranslatedStatement {
    const { to } = this.options;
    const parted = (one: CreateTable): PartedTable =>
      FOREIGN_KEYS_LAST[to.name] ? partForeignKeys(one) : { table: one, foreignKeys: [] };
    const asMade = (one: CreateTable): TranslatedStatement =>
      this.#translate(withDistinctNames(parted(one).table, this.#definitions), source.text);
    const { table: whole, made: translation, notices } = keptTable(written, source.text, asMade);
    const { table, foreignKeys } = parted(whole);
    const made = { ...translation, notices: [...translation.notices, ...notices] };
    this.#seen.note(table, made.tree);
    this.#counters.add(made.tree);
    this.#missing.made(table);
    const held = this.#held.of(whole.name);
    const indexes = made.statements.filter(isIndex);
    if (indexes.length > 0) held.indexes.push(ownCopy({ ...translated(made, indexes, source), notices: [] }));
    this.#held.addForeignKeys(whole.name, foreignKeyOutcomes(foreignKeys, source, this.#missing, this.#translate));
    this.#keys.add(made.tree, written, former);
    held.keys.push(...nextKeys(made.tree, this.options).map((sql) => added([sql])));
    this.#definitions.note(whole, source.text, made.statements);
    return made;
  }

  /** A change of a table: by the target's words, or by a definition that is said again. */
  *#alter(tree: AlterTable, source: SourceText, told: TranslatedStatement['notices'] = []): Generator<Outcome> {
    const translate = this.#translate;
    const following = viewsFollowing(tree, this.#definitions, this.#views);
    for (const view of following.dropped) yield* this.#other(view, source);
    const former = formerChecks(tree, this.#definitions, translate);
    const { before, behind } = touchedAgain(tree, this.#definitions, translate);
    const areLast = this.#areKeysLast(tree.name);
    const made = alteredTable(tree, source.text, { areLast, definitions: this.#definitions, translate });
    const untold = made.isWhole === true ? this.#told.untold(tree.name, made.notices) : made.notices;
    const notices = [...untold, ...told];
    const changed = this.#definitions.changed(tree);
    this.#seen.note(tree, undefined);
    yield* this.#frame.before(tree);
    const own = behind.length === 0 ? made.statements : made.statements.filter((sql) => !TOUCHING.test(sql));
    const indexes = renamedIndexes(tree, changed, this.#definitions, translate);
    const statements = [...before, ...former, ...own, ...indexes, ...behind].filter(
      (sql) => isSomething(sql) && !this.#held.takesBack(sql, tree.name),
    );
    const stays = changed === undefined || made.isWhole === true ? () => true : staysNow(this.#areKeysLast(tree.name));
    yield translated(
      { notices },
      statements.filter((sql) => indexes.includes(sql) || stays(sql)),
      source,
    );
    this.#definitions.change(tree);
    this.#listed.note(tree);
    if (changed !== undefined) this.#redefine(tree, changed, source);
    for (const view of following.made) yield* this.#other(view, source);
  }

  /** Whether the foreign keys of a table that the script makes are held back. */
  #areKeysLast(table: QualifiedName): boolean {
    return this.#definitions.has(table) && FOREIGN_KEYS_LAST[this.options.to.name] && !this.#held.isTaken(table);
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
        const slow = this.#translate(tree, piece.text);
        yield* this.#frame.before(tree);
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
    if (tree?.kind === 'insert') this.#held.lacksRows(tree.table);
    const parted = tree && partedRows(tree, (rows) => this.#translate(rows, source.text));
    if (tree === undefined || parted === undefined || this.#missing.lacks(tree)) {
      yield this.#refused(tree, error, source);
      return;
    }
    for (const each of parted.refusals) yield refused(each, source);
    yield* this.#other(withReferring(parted.kept, this.#definitions), source);
  }

  readonly #parsed = (one: ScriptStatement): Statement => parsedStatement(one, this.options, this.#schemas);

  readonly #translate = (tree: Statement, text: string): TranslatedStatement => {
    const { translate = translateStatement, ...options } = this.options;
    refuseUnkept(tree, text, { ...options, definitions: this.#definitions });
    const catalogue = withReferringRows(tree, this.#seen, this.#definitions, this.#references.areLookedAt);
    return translate(tree, text, options, { ...options, countsOn: false, knowsTypes: true, catalogue });
  };
}
