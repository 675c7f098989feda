import {
  changedDefinition,
  contains,
  foldName,
  isSameName,
  mentions,
  rewrite,
  walk,
  ownKey,
  ownCopy,
  primaryKeyOf,
  type AlterTable,
  type CreateTable,
  type Dialect,
  type DialectName,
  type Node,
  type QualifiedName,
  type Statement,
} from '../../sql/index.js';
import { changedIndexes, dropsIndexOf } from '../alterations/changed-indexes.js';
import { columnsSaidAgain } from '../alterations/columns-said-again.js';
import type { ScriptTrigger } from '../script-triggers.js';
import type { Definition, Redefined, Redefinition, Translate } from '../alterations/redefinition.js';
import { tableMadeAnew } from '../alterations/tables-made-anew.js';

type ForeignReference = Extract<Node, { kind: 'foreign-reference' }>;

/**
 * The tables that a script makes, as they are behind each of its changes: where a target has no words for a change, it
 * defines again what is known.
 */
export class Definitions {
  readonly #tables = new Map<string, Definition>();
  /** The tables that `isActedOn`, for as long as no table changes. */
  #actedOn: ReadonlySet<string> | undefined;
  /** Triggers, by their names: what made each, and what drops it. */
  readonly #triggers = new Map<string, { readonly made: readonly string[]; readonly dropped: readonly string[] }>();

  constructor(
    readonly from: Dialect,
    readonly to: Dialect,
  ) {}

  /**
   * Takes a statement that was translated.
   *
   * @param text what it was read from
   * @param statements what it came to
   */
  note(tree: Statement, text: string, statements: readonly string[]): void {
    if (tree.kind === 'create-table' || tree.kind === 'drop') this.#actedOn = undefined;
    if (tree.kind === 'create-table' && tree.elements !== undefined && tree.query === undefined)
      this.#tables.set(
        ownKey(tree.name, this.from),
        ownCopy({ table: tree, text, indexes: [], triggers: [], isTouched: statements.some(isTrigger) }),
      );
    if (tree.kind === 'create-index')
      this.#add(tree.table, ({ indexes }) => ({ indexes: [...indexes, ownCopy({ tree, text })] }));
    if (tree.kind === 'drop') for (const name of tree.names) this.#drop(tree.object, name);
  }

  /** Takes a trigger that was translated, or dropped. */
  noteTrigger(tree: Statement, { statements: made, dropped }: ScriptTrigger, text: string): void {
    this.note(tree, text, made);
    if (tree.kind !== 'create-trigger') return;
    this.#triggers.set(ownKey(tree.name, this.from), { made, dropped });
    this.#add(tree.table, ({ triggers }) => ({ triggers: [...triggers, ...made] }));
  }

  /** What drops triggers of the script; undefined for any other statement, and where it made none of the name. */
  dropsOfTriggers(tree: Statement): string[] | undefined {
    if (tree.kind !== 'drop' || tree.object !== 'TRIGGER') return undefined;
    const drops = tree.names.map((name) => this.#triggers.get(ownKey(name, this.from))?.dropped);
    return drops.every((each) => each !== undefined) ? drops.flat() : undefined;
  }

  /** The statements of the triggers of a table. */
  triggersOf(table: QualifiedName): readonly string[] {
    const known = this.of(table);
    return [...(known?.triggers ?? []), ...(known?.isTouched === true ? [TOUCHES] : [])];
  }

  /** Every table, as it is now. */
  all(): readonly Definition[] {
    return [...this.#tables.values()];
  }

  /** All that is known of a table. */
  of(name: QualifiedName): Definition | undefined {
    return this.#tables.get(ownKey(name, this.from));
  }

  /** The same by the path by which a statement names it. */
  at(path: readonly string[]): Definition | undefined {
    return this.#tables.get((path.at(-1) ?? '').toLowerCase());
  }

  /** Whether the script made a table that is there still. */
  readonly has = (name: QualifiedName): boolean => this.of(name) !== undefined;

  /** Whether a table of the script has a foreign key to this one that does something of its own where a row changes. */
  isActedOn(name: QualifiedName): boolean {
    this.#actedOn ??= new Set(this.all().flatMap(({ table }) => actedOnBy(table, this.from)));
    return this.#actedOn.has(ownKey(name, this.from));
  }

  /** Whether a table of the script has a foreign key to this one. */
  isReferredTo(name: QualifiedName): boolean {
    return this.referringTo(name).length > 0;
  }

  /** The tables of the script that have foreign keys to this one, itself left out. */
  referringTo(name: QualifiedName): QualifiedName[] {
    const key = ownKey(name, this.from);
    return this.all().flatMap(({ table }) =>
      ownKey(table.name, this.from) !== key && contains(table, (node) => this.#refersTo(node, key)) ? [table.name] : [],
    );
  }

  /** The columns that foreign keys of the script lead to, of whichever table. */
  columnsReferredTo(): ReadonlySet<string> {
    const keys = new Set<string>();
    for (const { table } of this.all())
      walk(table, (node) => {
        if (node.kind === 'foreign-reference')
          for (const column of this.#columnsOf(node)) keys.add(column.toLowerCase());
        return true;
      });
    return keys;
  }

  #columnsOf({ table, columns }: ForeignReference): readonly string[] {
    if (columns.length > 0) return columns.map((column) => foldName(column, this.from));
    const referred = this.of(table)?.table;
    return referred === undefined ? [] : primaryKeyOf(referred, this.from);
  }

  #refersTo(node: Node, key: string): boolean {
    return node.kind === 'foreign-reference' && ownKey(node.table, this.from) === key;
  }

  /** The table of an index that was made apart, by the index's name. */
  ownerOf(index: QualifiedName): QualifiedName | undefined {
    const wanted = ownKey(index, this.from);
    const owner = this.all().find(({ indexes }) =>
      indexes.some(({ tree }) => tree.name !== undefined && ownKey(tree.name, this.from) === wanted),
    );
    return owner?.table.name;
  }

  /** Puts back what was known. */
  put(known: Definition): void {
    this.#actedOn = undefined;
    this.#tables.set(ownKey(known.table.name, this.from), known);
  }

  /** The definition as it is behind a change; undefined where the script does not tell it. */
  changed(change: AlterTable): CreateTable | undefined {
    const known = this.#tables.get(ownKey(change.name, this.from));
    if (known === undefined) return undefined;
    // those that were made apart are none of the table's elements
    const actions = change.actions.filter((action) => !dropsIndexOf(known, action, this.from));
    return changedDefinition(known.table, { ...change, actions }, this.from);
  }

  /** Takes a change that was made. */
  change(change: AlterTable): void {
    this.#actedOn = undefined;
    const key = ownKey(change.name, this.from);
    const known = this.#tables.get(key);
    const table = this.changed(change);
    this.#tables.delete(key);
    if (known === undefined || table === undefined) return;
    const indexes = changedIndexes(known, change, this.from);
    const isTouched = known.isTouched || contains(table, ({ kind }) => kind === 'on-update');
    this.#tables.set(ownKey(table.name, this.from), { ...known, table, indexes, isTouched });
    if (ownKey(table.name, this.from) !== key) this.#referTo(known.table.name, table.name);
  }

  /** Whether the target's own words for a change would fail: SQLite drops no column that anything hangs on. */
  needsRedefinition({ name, actions }: AlterTable): boolean {
    const known = this.#tables.get(ownKey(name, this.from));
    if (this.to.name !== 'SQLITE' || known === undefined) return false;
    if (actions.some(isPlaced)) return true;
    // such a trigger names all columns
    if (known.isTouched && actions.some(({ kind }) => kind === 'add-column' || kind === 'drop-column')) return true;
    return actions.some(
      (action) =>
        action.kind === 'drop-column' &&
        [...(known.table.elements ?? []), ...known.indexes.map(({ tree }) => tree)].some((element) =>
          element.kind === 'column-definition'
            ? isSameName(element.name, action.column, this.from) &&
              element.constraints.some(({ rule }) => HOLDS.has(rule.kind))
            : mentions(element, action.column, this.from),
        ),
    );
  }

  /**
   * The change by a definition that is said again.
   *
   * @param text what the change was read from
   * @returns undefined where the script does not tell the table, or the target needs other means
   */
  redefined(change: AlterTable, text: string, translate: Translate): Redefined | undefined {
    const known = this.#tables.get(ownKey(change.name, this.from));
    const table = this.changed(change);
    if (known === undefined || table === undefined) return undefined;
    const made = FORMS[this.to.name]({ known, table, change, text, translate, from: this.from, to: this.to });
    return made && { ...made, notices: notToldOf(made.notices, translate(known.table, known.text).notices) };
  }

  #add(name: QualifiedName, more: (known: Definition) => Partial<Definition>): void {
    const key = ownKey(name, this.from);
    const known = this.#tables.get(key);
    if (known !== undefined) this.#tables.set(key, { ...known, ...more(known) });
  }

  #drop(object: string, name: QualifiedName): void {
    if (object === 'TRIGGER') {
      const made = new Set(this.#triggers.get(ownKey(name, this.from))?.made);
      this.#triggers.delete(ownKey(name, this.from));
      for (const [key, known] of this.#tables)
        this.#tables.set(key, { ...known, triggers: known.triggers.filter((sql) => !made.has(sql)) });
      return;
    }
    if (object !== 'INDEX') {
      this.#tables.delete(ownKey(name, this.from));
      return;
    }
    for (const [key, known] of this.#tables) {
      const indexes = known.indexes.filter(
        ({ tree }) => tree.name === undefined || ownKey(tree.name, this.from) !== ownKey(name, this.from),
      );
      this.#tables.set(key, { ...known, indexes });
    }
  }

  /** Foreign keys follow a table to its other name. */
  #referTo(from: QualifiedName, to: QualifiedName): void {
    const key = ownKey(from, this.from);
    const follow = (node: Node): Node =>
      node.kind === 'foreign-reference' && ownKey(node.table, this.from) === key ? { ...node, table: to } : node;
    for (const [own, known] of this.#tables)
      this.#tables.set(own, { ...known, table: rewrite<CreateTable>(known.table, follow) });
  }
}

/** What is told of a definition that is said again and was not told of it as it was before. */
function notToldOf(now: Redefined['notices'], before: Redefined['notices']): Redefined['notices'] {
  const left = before.map(({ code, message }) => `${code} ${message}`);
  return now.filter(({ code, message }) => {
    const at = left.indexOf(`${code} ${message}`);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The tables that a table's foreign keys do something for. */
function actedOnBy(table: CreateTable, dialect: Dialect): string[] {
  const found: string[] = [];
  walk(table, (node) => {
    if (node.kind !== 'foreign-reference') return true;
    const acts = [node.onDelete, node.onUpdate].some((each) => each !== undefined && ACTS.has(each.action));
    if (acts) found.push(ownKey(node.table, dialect));
    return true;
  });
  return found;
}

const ACTS: ReadonlySet<string> = new Set(['CASCADE', 'SET NULL', 'SET DEFAULT']);

/** A trigger that a table is made with, by which a column is set to the moment of a change. */
const TOUCHES =
  'CREATE TRIGGER t AFTER UPDATE ON t BEGIN UPDATE t SET c = CURRENT_TIMESTAMP WHERE rowid = NEW.rowid; END';

const isTrigger = (sql: string): boolean => /^CREATE TRIGGER\b/i.test(sql);

/** Whether an action adds columns at places, which SQLite does not: to tables with rows only such as have a value for these. */
const isPlaced = (action: AlterTable['actions'][number]): boolean =>
  action.kind === 'add-column' &&
  action.columns.some(({ position }) => position !== undefined) &&
  !action.columns.some(({ constraints }) => {
    const has = (kind: string): boolean => constraints.some(({ rule }) => rule.kind === kind);
    return has('not-null') && !has('default-value');
  });

/** Rules for which SQLite drops no column. */
const HOLDS: ReadonlySet<string> = new Set(['primary-key', 'unique', 'references', 'check', 'generated']);

const FORMS: Readonly<Record<DialectName, (redefinition: Redefinition) => Redefined | undefined>> = {
  POSTGRESQL: () => undefined,
  MYSQL: columnsSaidAgain,
  SQLITE: tableMadeAnew,
};
