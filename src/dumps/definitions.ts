import {
  changedDefinition,
  computesValues,
  foldName,
  generate,
  isSameName,
  mentions,
  renamed,
  rewrite,
  walk,
  type AlterTable,
  type CreateIndex,
  type CreateTable,
  type Dialect,
  type DialectName,
  type Name,
  type Node,
  type QualifiedName,
  type Statement,
  type TranslatedStatement,
} from '../sql/index.js';
import { inQuotes, ownKey, ownName } from './names.js';
import { ownCopy } from './own-copy.js';

/** A table as the script has defined it so far. */
export interface Definition {
  readonly table: CreateTable;
  /** What it was read from. */
  readonly text: string;
  /** Indexes that it was given apart. */
  readonly indexes: readonly { readonly tree: CreateIndex; readonly text: string }[];
  /** Statements of the target that made its triggers. */
  readonly triggers: readonly string[];
  /** Whether the target has triggers of its columns, made with it. */
  readonly isTouched: boolean;
}

export type Translate = (tree: Statement, text: string) => TranslatedStatement;

/** A change of a table that its target makes by defining the table, or a column of it, again. */
export interface Redefined {
  readonly statements: readonly string[];
  readonly notices: TranslatedStatement['notices'];
}

/**
 * The tables that a script makes, as they are behind each of its changes: where a target has no words for a change, it
 * defines again what is known.
 */
export class Definitions {
  readonly #tables = new Map<string, Definition>();
  /** The tables that `isActedOn`, for as long as no table changes. */
  #actedOn: ReadonlySet<string> | undefined;

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
    if (tree.kind === 'create-trigger')
      this.#add(tree.table, ({ triggers }) => ({ triggers: [...triggers, ...statements] }));
    if (tree.kind === 'drop') for (const name of tree.names) this.#drop(tree.object, name);
  }

  /** Every table, as it is now. */
  all(): readonly Definition[] {
    return [...this.#tables.values()];
  }

  /** All that is known of a table. */
  of(name: QualifiedName): Definition | undefined {
    return this.#tables.get(ownKey(name, this.from));
  }

  /** Whether a table of the script has a foreign key to this one that does something of its own where a row changes. */
  isActedOn(name: QualifiedName): boolean {
    this.#actedOn ??= new Set(this.all().flatMap(({ table }) => actedOnBy(table, this.from)));
    return this.#actedOn.has(ownKey(name, this.from));
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
    return known && changedDefinition(known.table, change, this.from);
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
    this.#tables.set(ownKey(table.name, this.from), { ...known, table, indexes });
    if (ownKey(table.name, this.from) !== key) this.#referTo(known.table.name, table.name);
  }

  /** Whether the target's own words for a change would fail: SQLite drops no column that anything hangs on. */
  needsRedefinition({ name, actions }: AlterTable): boolean {
    const known = this.#tables.get(ownKey(name, this.from));
    if (this.to.name !== 'SQLITE' || known === undefined) return false;
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
   * @returns undefined where the script does not tell the table, or the target needs other means
   */
  redefined(change: AlterTable, translate: Translate): Redefined | undefined {
    const known = this.#tables.get(ownKey(change.name, this.from));
    const table = this.changed(change);
    if (known === undefined || table === undefined) return undefined;
    return FORMS[this.to.name]({ known, table, change, translate, from: this.from, to: this.to });
  }

  #add(name: QualifiedName, more: (known: Definition) => Partial<Definition>): void {
    const key = ownKey(name, this.from);
    const known = this.#tables.get(key);
    if (known !== undefined) this.#tables.set(key, { ...known, ...more(known) });
  }

  #drop(object: string, name: QualifiedName): void {
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

const isTrigger = (sql: string): boolean => /^CREATE TRIGGER\b/i.test(sql);

/** Rules for which SQLite drops no column. */
const HOLDS: ReadonlySet<string> = new Set(['primary-key', 'unique', 'references', 'check', 'generated']);

/** What a form is made of. */
interface Redefinition {
  readonly known: Definition;
  readonly table: CreateTable;
  readonly change: AlterTable;
  readonly translate: Translate;
  readonly from: Dialect;
  readonly to: Dialect;
}

const FORMS: Readonly<Record<DialectName, (redefinition: Redefinition) => Redefined | undefined>> = {
  POSTGRESQL: () => undefined,
  MYSQL: modified,
  SQLITE: rebuilt,
};

/** MySQL says all of a column again. */
function modified({ table, known, change, translate, from, to }: Redefinition): Redefined | undefined {
  const names = change.actions.map((action) => (action.kind === 'alter-column' ? action.column : undefined));
  // values that are changed along with the type are none of a definition
  if (change.actions.some((action) => action.kind !== 'alter-column' || computesValues(action, from))) return undefined;
  const { tree, notices } = translate(table, known.text);
  if (tree.kind !== 'create-table') return undefined;
  const columns = (tree.elements ?? []).filter((element) => element.kind === 'column-definition');
  const changed = columns.filter((made) =>
    names.some(
      (name) => name !== undefined && foldName(name, from).toLowerCase() === foldName(made.name, to).toLowerCase(),
    ),
  );
  const actions = changed.map((definition) => {
    // a key said again would be a second one
    const constraints = definition.constraints.filter(
      ({ rule }) => rule.kind !== 'primary-key' && rule.kind !== 'unique',
    );
    return { kind: 'change-column', definition: { ...definition, constraints }, span: change.span } as const;
  });
  if (actions.length === 0) return undefined;
  const made: AlterTable = { kind: 'alter-table', object: 'TABLE', name: tree.name, actions, span: change.span };
  return { statements: [generate(made, to)], notices };
}

/**
 * SQLite makes the table anew, copies the rows, and puts it in the old one's place. Its own words for names would look
 * into views that read the old one.
 * https://sqlite.org/lang_altertable.html#otheralter
 */
function rebuilt({ table, known, change, translate, from, to }: Redefinition): Redefined | undefined {
  if (
    change.actions.some(
      (action) => action.kind === 'rename-to' || (action.kind === 'alter-column' && computesValues(action, from)),
    )
  )
    return undefined;
  const other = renamedIndex({ known, table, change, translate, from, to });
  if (other !== undefined) return other;
  const { tree, statements, notices } = translate(table, known.text);
  if (tree.kind !== 'create-table') return undefined;
  const last = tree.name.parts.at(-1) as Name;
  const passing = inQuotes(`_${last.value}_anew`);
  const anew = { ...tree, name: { ...tree.name, parts: [{ ...last, value: `_${last.value}_anew`, quoted: true }] } };
  const copied = copiedColumns(known.table, table, change, from);
  const own = generate(tree, to);
  return {
    statements: [
      'PRAGMA legacy_alter_table = ON',
      generate(anew, to),
      `INSERT INTO ${passing} (${copied.map(([name]) => inQuotes(name)).join(', ')}) ` +
        `SELECT ${copied.map(([, before]) => inQuotes(before)).join(', ')} FROM ${inQuotes(last.value)}`,
      `DROP TABLE ${inQuotes(last.value)}`,
      `ALTER TABLE ${passing} RENAME TO ${inQuotes(last.value)}`,
      'PRAGMA legacy_alter_table = OFF',
      // what is said of a table apart; plain indexes come behind all rows
      ...statements.filter((sql) => sql !== own && !SAID_ONCE.test(sql)),
      ...changedIndexes(known, change, from).flatMap((index) => translate(index.tree, index.text).statements),
      ...known.triggers,
    ],
    notices,
  };
}

const SAID_ONCE = /^(?:INSERT INTO sqlite_sequence|CREATE INDEX)\b/i;

/** An index that the script made apart, dropped and made by its new name; undefined for any other change. */
function renamedIndex({ known, change, translate, from, to }: Redefinition): Redefined | undefined {
  const [only, ...others] = change.actions;
  if (only?.kind !== 'rename-column' || only.object === 'COLUMN' || others.length > 0) return undefined;
  const at = known.indexes.findIndex(
    ({ tree }) => tree.name !== undefined && isSameName(tree.name.parts.at(-1) as Name, only.from, from),
  );
  const [before, now] = [known.indexes[at], changedIndexes(known, change, from)[at]];
  if (before === undefined || now === undefined) return undefined;
  const made = [translate(before.tree, before.text), translate(now.tree, now.text)];
  const names = made.map(({ tree }) => (tree.kind === 'create-index' ? ownName(tree.name ?? { parts: [] }, to) : ''));
  return { statements: [`DROP INDEX ${inQuotes(names[0] ?? '')}`, ...(made[1]?.statements ?? [])], notices: [] };
}

/** The indexes of a table as they are behind a change: those of a column that is dropped go with it. */
function changedIndexes({ indexes }: Definition, { actions }: AlterTable, dialect: Dialect): Definition['indexes'] {
  const dropped = actions.flatMap((action) => (action.kind === 'drop-column' ? [action.column] : []));
  const kept = indexes.filter(({ tree }) => !dropped.some((column) => mentions(tree, column, dialect)));
  return kept.map((index) => {
    const tree = renamesOf(actions).reduce((one, [to, from]) => renamed(one, from, to, dialect), index.tree);
    return { ...index, tree: withIndexName(tree, actions, dialect) };
  });
}

/** An index as it is called behind a change. */
function withIndexName(tree: CreateIndex, actions: AlterTable['actions'], dialect: Dialect): CreateIndex {
  const { name } = tree;
  const last = name?.parts.at(-1);
  const rename = actions.find(
    (action) =>
      action.kind === 'rename-column' &&
      action.object !== 'COLUMN' &&
      last !== undefined &&
      isSameName(action.from, last, dialect),
  );
  if (name === undefined || rename?.kind !== 'rename-column') return tree;
  return { ...tree, name: { ...name, parts: [...name.parts.slice(0, -1), rename.to] } };
}

/** Columns that are called otherwise: their new names, and the old ones. */
const renamesOf = (actions: AlterTable['actions']): (readonly [to: Name, from: Name])[] =>
  actions.flatMap((action) => {
    if (action.kind === 'change-column' && action.oldName !== undefined)
      return [[action.definition.name, action.oldName] as const];
    return action.kind === 'rename-column' && action.object === 'COLUMN' ? [[action.to, action.from] as const] : [];
  });

/** Columns that both definitions have and that are not computed: as they are called now, and before. */
function copiedColumns(
  before: CreateTable,
  now: CreateTable,
  { actions }: AlterTable,
  dialect: Dialect,
): (readonly [now: string, before: string])[] {
  const olds = (before.elements ?? []).flatMap((element) =>
    element.kind === 'column-definition' ? [element.name] : [],
  );
  const renames = renamesOf(actions);
  return (now.elements ?? []).flatMap((element) => {
    if (element.kind !== 'column-definition' || element.constraints.some(({ rule }) => rule.kind === 'generated'))
      return [];
    const wanted = renames.find(([to]) => isSameName(to, element.name, dialect))?.[1] ?? element.name;
    const old = olds.find((one) => isSameName(one, wanted, dialect));
    return old === undefined ? [] : [[element.name.value, old.value] as const];
  });
}
