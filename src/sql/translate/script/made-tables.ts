import { analyse } from '../../analysis/analyse.js';
import { foldName, ownKey, ownName, partsOfPath } from '../../analysis/folded-names.js';
import {
  contains,
  rewrite,
  walk,
  type AlterTable,
  type CreateIndex,
  type CreateTable,
  type CreateView,
  type Node,
  type QualifiedName,
  type Statement,
  type TableKey,
} from '../../ast/index.js';
import type { Catalogue, CatalogueTable, HangingParts, HangingView, TableTexts } from '../../catalogue.js';
import type { Dialect } from '../../dialects/index.js';
import { generate } from '../../generate/index.js';
import { parseStatement } from '../../parser/index.js';
import { outputColumns } from '../../typing/index.js';
import { usualName } from '../definitions/alterations/changed-definition.js';
import { withConstraints } from '../definitions/constraints/constraints.js';
import {
  tableText,
  withAction,
  withFormer,
  withIndex,
  withoutIndex,
  withoutTrigger,
  type MadeTable,
} from './made-table.js';
import { describedTable, keyColumns } from './described-table.js';
import { withGivenNames } from './given-names.js';
import type { MeantColumns } from './meant-columns.js';

/**
 * The tables of the target as they are behind the statements of a script that were translated so far, over those that its
 * database tells of: statements that are written but have not run yet are taken for run.
 */
export class MadeTables implements Catalogue {
  readonly #made = new Map<string, MadeTable>();
  /** Tables and views whose columns are all that is known of them. */
  readonly #listed = new Map<string, CatalogueTable>();
  readonly #views = new Map<string, CreateView>();
  readonly #gone = new Set<string>();

  constructor(
    readonly dialect: Dialect,
    public base: Catalogue | undefined,
    /** What the source declares of the columns, where values are read by it. */
    readonly meant?: MeantColumns,
  ) {}

  table(path: readonly string[]): CatalogueTable | undefined {
    const key = (path.at(-1) ?? '').toLowerCase();
    const made = this.#made.get(key);
    if (made !== undefined) {
      const described = this.#described(made);
      return this.meant?.of(described) ?? described;
    }
    return this.#listed.get(key) ?? (this.#gone.has(key) ? undefined : this.base?.table(path));
  }

  get knowsIndexes(): boolean {
    return this.base?.tableOfIndex !== undefined && this.base.knowsIndexes !== false;
  }

  tableOfIndex(index: string): CatalogueTable | undefined {
    const own = this.#ownerOf(index);
    if (own !== undefined) return own;
    const known = this.base?.tableOfIndex?.(index);
    return known !== undefined && this.#isOfBase(known.name) ? known : undefined;
  }

  hangingOn(path: readonly string[]): HangingParts | undefined {
    const key = (path.at(-1) ?? '').toLowerCase();
    const base = this.base?.hangingOn?.(path);
    if (base === undefined && !this.#made.has(key) && !this.#listed.has(key) && !this.#gone.has(key)) return undefined;
    const others = {
      views: (base?.views ?? []).filter((view) => this.#isOfBase(view.name)),
      foreignKeys: (base?.foreignKeys ?? []).filter(({ table }) => this.#isOfBase(table)),
    };
    return {
      views: [...others.views, ...this.#viewsOver(key)],
      foreignKeys: [...others.foreignKeys, ...this.#keysTo(key)],
    };
  }

  /** Whether a statement names a table that the script has made, changed or dropped. */
  isNamedBy(tree: Statement): boolean {
    if (this.#gone.size === 0) return false;
    const names = (node: Node): boolean => node.kind === 'qualified-name' && this.#gone.has(ownKey(node, this.dialect));
    const indexes =
      tree.kind === 'drop' && tree.object === 'INDEX'
        ? tree.names
        : tree.kind === 'alter-table' && tree.object === 'INDEX'
          ? [tree.name]
          : [];
    return contains(tree, names) || indexes.some((name) => this.#ownerOf(ownName(name, this.dialect)) !== undefined);
  }

  /** Whether the script has made a view of the name. */
  isView(name: QualifiedName): boolean {
    return this.#views.has(ownKey(name, this.dialect));
  }

  /** The tables that the script has made or changed. */
  all(): CreateTable[] {
    return [...this.#made.values()].map(({ table }) => table);
  }

  /** Whether the script makes a table, or has changed it. */
  has(name: QualifiedName): boolean {
    return this.#made.has(ownKey(name, this.dialect));
  }

  /** Takes a statement of the target that will have run. */
  note(tree: Statement): void {
    this.#addKeys(tree);
    if (tree.kind === 'create-table') this.#create(tree);
    else if (tree.kind === 'create-index') this.#change(tree.table, (made) => withIndex(made, tree));
    else if (tree.kind === 'create-trigger')
      this.#change(tree.table, (made) => ({ ...made, triggers: [...made.triggers, tree] }));
    else if (tree.kind === 'create-view') this.#createView(tree);
    else if (tree.kind === 'alter-table') this.#alter(tree);
    else if (tree.kind === 'drop') for (const name of tree.names) this.#drop(tree.object, name);
  }

  /** The table of the script that has an index. */
  #ownerOf(index: string): CatalogueTable | undefined {
    const wanted = index.toLowerCase();
    for (const made of this.#made.values()) {
      const described = this.#described(made);
      if (described.indexes?.some(({ name }) => name.toLowerCase() === wanted) === true) return described;
    }
    return undefined;
  }

  #isOfBase(name: string): boolean {
    const key = name.toLowerCase();
    return !this.#made.has(key) && !this.#listed.has(key) && !this.#gone.has(key);
  }

  #create(table: CreateTable): void {
    const key = ownKey(table.name, this.dialect);
    if (table.ifNotExists === true && this.table([ownName(table.name, this.dialect)]) !== undefined) return;
    const alike = this.#alike(table);
    if (alike !== undefined) this.#made.set(key, alike);
    else if (table.elements !== undefined)
      this.#made.set(key, { table: withGivenNames(table, this.dialect), indexes: [], triggers: [] });
    else if (table.query !== undefined) this.#list(table.name, table.query, table.columnNames ?? []);
    this.#gone.add(key);
  }

  /** A table like another that the script has made: foreign keys and triggers stay with that one. */
  #alike(table: CreateTable): MadeTable | undefined {
    const named = table.elements?.find((element) => element.kind === 'like-table')?.table;
    const like = table.like ?? named;
    const other = like && this.#made.get(ownKey(like, this.dialect));
    if (other === undefined) return undefined;
    const elements = (other.table.elements ?? []).filter(
      (element) => element.kind !== 'table-constraint' || element.rule.kind !== 'table-foreign-key',
    );
    const own = (table.elements ?? []).filter(({ kind }) => kind !== 'like-table');
    const { like: _, ...rest } = table;
    const indexes = other.indexes.map(({ name: _name, ...index }) => ({ ...index, table: table.name }));
    return { table: { ...rest, elements: [...elements, ...own] }, indexes, triggers: [] };
  }

  #createView(view: CreateView): void {
    const key = ownKey(view.name, this.dialect);
    this.#list(view.name, view.query, view.columns);
    this.#views.set(key, view);
    this.#gone.add(key);
  }

  #list(written: QualifiedName, query: CreateView['query'], names: CreateView['columns']): void {
    const given = outputColumns(query, this.dialect, { catalogue: this }) ?? [];
    const name = ownName(written, this.dialect);
    const columns = given.map(({ name: own, type, databaseType = '', nullable = true }, at) => {
      const called = names[at];
      return { name: called === undefined ? own : foldName(called, this.dialect), type, databaseType, nullable };
    });
    if (columns.length > 0) this.#listed.set(name.toLowerCase(), { schema: undefined, name, columns });
  }

  /** The keys of a table that a query made. */
  #addKeys(tree: Statement): void {
    const name = tree.kind === 'create-index' ? tree.table : tree.kind === 'alter-table' ? tree.name : undefined;
    const key = name && ownKey(name, this.dialect);
    const listed = key === undefined ? undefined : this.#listed.get(key);
    if (key === undefined || listed === undefined) return;
    const { primaryKey = [], uniqueKeys = [] } = listed;
    const added = keysAddedBy(tree);
    const columnsOf = (one: Pick<TableKey, 'elements'>): string[] => keyColumns(one, this.dialect);
    const primary = added.find(({ type }) => type === 'primary');
    this.#listed.set(key, {
      ...listed,
      primaryKey: primary === undefined ? primaryKey : columnsOf(primary),
      uniqueKeys: [...uniqueKeys, ...added.map(columnsOf).filter(({ length }) => length > 0)],
    });
  }

  #drop(object: string, name: QualifiedName): void {
    const key = ownKey(name, this.dialect);
    if (object === 'INDEX') {
      for (const [own, made] of this.#made) this.#made.set(own, withoutIndex(made, key, this.dialect));
      return;
    }
    if (object === 'TRIGGER') {
      for (const [own, made] of this.#made) this.#made.set(own, withoutTrigger(made, key, this.dialect));
      return;
    }
    this.#made.delete(key);
    this.#listed.delete(key);
    this.#views.delete(key);
    this.#gone.add(key);
  }

  #change(name: QualifiedName, change: (made: MadeTable) => MadeTable): void {
    const key = ownKey(name, this.dialect);
    const made = this.#made.get(key) ?? this.#adopted(name);
    if (made === undefined) return;
    this.#made.set(key, change(made));
    this.#gone.add(key);
  }

  #alter(change: AlterTable): void {
    const { name, actions } = change;
    for (const action of actions) {
      if (action.kind === 'rename-to') {
        this.#rename(name, action.name);
        continue;
      }
      this.#change(name, (made) => {
        const next = withAction(made, { ...change, actions: [action] }, this.dialect);
        return { ...next, table: withGivenNames(next.table, this.dialect) };
      });
    }
  }

  /** Foreign keys follow a table to its other name. */
  #rename(from: QualifiedName, to: QualifiedName): void {
    const [old, key] = [ownKey(from, this.dialect), ownKey(to, this.dialect)];
    const listed = this.#listed.get(old);
    const made = this.#made.get(old) ?? this.#adopted(from);
    this.#drop('TABLE', from);
    this.#gone.add(key);
    if (listed !== undefined) this.#listed.set(key, { ...listed, name: ownName(to, this.dialect) });
    if (made === undefined) return;
    const follow = (node: Node): Node =>
      node.kind === 'foreign-reference' && ownKey(node.table, this.dialect) === old ? { ...node, table: to } : node;
    const indexes = made.indexes.map((index) => ({ ...index, table: to }));
    this.#made.set(key, { ...made, table: { ...made.table, name: to }, indexes });
    for (const [own, each] of this.#made) this.#made.set(own, { ...each, table: rewrite(each.table, follow) });
  }

  /** A table that the database tells of, as statements that can be changed. */
  #adopted(name: QualifiedName): MadeTable | undefined {
    const own = ownName(name, this.dialect);
    const former = this.#isOfBase(own) ? this.base?.table([own]) : undefined;
    if (former === undefined) return undefined;
    const [first, ...beside] = (former.texts ?? [tableText(former, this.dialect)]).map((text) =>
      parseStatement(text, this.dialect),
    );
    if (first?.kind !== 'create-table') return undefined;
    return {
      table: first,
      indexes: beside.filter((tree): tree is CreateIndex => tree.kind === 'create-index'),
      triggers: beside.filter(({ kind }) => kind !== 'create-index'),
      ...(former.texts === undefined && { former }),
    };
  }

  #described(made: MadeTable): CatalogueTable {
    const described = describedTable(made.table, made.indexes, this.dialect);
    const { former } = made;
    const own = former === undefined ? described : withFormer(described, former);
    if (this.dialect.name !== 'SQLITE') return own;
    return { ...own, texts: this.#textsOf(made), dependents: this.#dependentsOf(described.name.toLowerCase()) };
  }

  #textsOf({ table, indexes, triggers }: MadeTable): TableTexts {
    const write = (tree: Statement): string => generate(tree, this.dialect);
    return [write(table), ...[...indexes, ...triggers].map(write)];
  }

  #dependentsOf(key: string): TableTexts[] {
    const found = new Set([key]);
    for (let size = 0; size < found.size;) {
      size = found.size;
      for (const [own, { table }] of this.#made)
        if ([...referredBy(table, this.dialect)].some((each) => found.has(each))) found.add(own);
    }
    found.delete(key);
    const made = [...found].flatMap((each) => {
      const one = this.#made.get(each);
      return one === undefined ? [] : [this.#textsOf(one)];
    });
    const before = this.base?.table([key])?.dependents ?? [];
    return [...made, ...before.filter(([text]) => this.#isOfBase(nameIn(text, this.dialect)))];
  }

  #viewsOver(key: string): HangingView[] {
    const found = new Set<string>();
    const reads = (view: CreateView, wanted: string): boolean =>
      analyse(view, this.dialect).tables.read.some((path) => (partsOfPath(path).at(-1) ?? '').toLowerCase() === wanted);
    const add = (wanted: string): void => {
      for (const [own, view] of this.#views) {
        if (found.has(own) || own === wanted || !reads(view, wanted)) continue;
        add(own);
        found.add(own);
      }
    };
    add(key);
    return [...found].flatMap((own) => {
      const view = this.#views.get(own);
      return view === undefined ? [] : [this.#hangingView(view)];
    });
  }

  #hangingView({ name, query, columns }: CreateView): HangingView {
    return {
      name: ownName(name, this.dialect),
      query: generate(query, this.dialect),
      columns: columns.map((one) => foldName(one, this.dialect)),
    };
  }

  #keysTo(key: string): HangingParts['foreignKeys'] {
    return [...this.#made.values()].flatMap(({ table }) => {
      const owner = ownName(table.name, this.dialect);
      if (owner.toLowerCase() === key) return [];
      const found: { table: string; name: string }[] = [];
      let unnamed = 0;
      withConstraints(table, (constraint, column) => {
        const { rule, name } = constraint;
        if (rule.kind !== 'references' && rule.kind !== 'table-foreign-key') return constraint;
        if (name === undefined) unnamed += 1;
        if (ownKey(rule.reference.table, this.dialect) !== key) return constraint;
        const usual =
          this.dialect.name === 'MYSQL' ? `${owner}_ibfk_${unnamed}` : (usualName(owner, constraint, column) ?? '');
        found.push({ table: owner, name: name === undefined ? usual : foldName(name, this.dialect) });
        return constraint;
      });
      return found;
    });
  }
}

/** The keys that a statement gives a table that is there. */
function keysAddedBy(tree: Statement): Pick<TableKey, 'elements' | 'type'>[] {
  if (tree.kind === 'create-index')
    return tree.type === 'unique' && tree.where === undefined ? [{ elements: tree.elements, type: 'unique' }] : [];
  if (tree.kind !== 'alter-table') return [];
  return tree.actions.flatMap((action) => {
    const rule = action.kind === 'add-constraint' ? action.constraint.rule : undefined;
    return rule?.kind === 'table-key' && (rule.type === 'primary' || rule.type === 'unique') ? [rule] : [];
  });
}

function referredBy(table: CreateTable, dialect: Dialect): Set<string> {
  const found = new Set<string>();
  walk(table, (node) => {
    if (node.kind === 'foreign-reference') found.add(ownKey(node.table, dialect));
    return true;
  });
  return found;
}

function nameIn(text: string, dialect: Dialect): string {
  const tree = parseStatement(text, dialect);
  return tree.kind === 'create-table' ? ownName(tree.name, dialect) : '';
}
