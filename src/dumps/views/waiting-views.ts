import { analyse, ownKey, type Dialect, type Node, type Statement } from '../../sql/index.js';
import { keyOfPath } from '../names.js';
import type { SourceText } from '../made-outcomes.js';

type View = Extract<Statement, { kind: 'create-view' }>;

/** A view that waits, and where it was said. */
export interface WaitingView {
  readonly tree: View;
  readonly source: SourceText;
}

/**
 * The views of a dump of MySQL's: it makes a stand-in for each, and all anew at its end, in the order of their names, so that one
 * may read the stand-in of another. Elsewhere nothing is dropped that a view reads: there are no stand-ins then, and a view
 * waits for those that it reads. SQLite lets a view read one that is said behind it: there it waits for that one.
 */
export class WaitingViews {
  /** Stand-ins whose views are to come, by their names. */
  readonly #standIns = new Map<string, WaitingView>();
  readonly #waiting: WaitingView[] = [];
  /** Views that are there, in their order. */
  readonly #made = new Map<string, WaitingView>();
  /** Tables that were dropped under views, and are to come again as views: stand-ins of phpMyAdmin, Adminer and HeidiSQL. */
  readonly #dropped = new Set<string>();
  /** Views that the script is still to make. */
  readonly #toCome: Set<string>;

  /** @param told the names of all views that the script makes; none where that is not known */
  constructor(
    readonly from: Dialect,
    readonly to: Dialect,
    told: ReadonlySet<string> = new Set(),
  ) {
    this.#toCome = new Set(told);
  }

  /** Whether a statement makes a stand-in: a row of ones, or of NULLs. */
  isStandIn(tree: Statement, source: SourceText): boolean {
    if (this.from.name !== 'MYSQL' || tree.kind !== 'create-view' || !BY_TOOL.test(source.text)) return false;
    const { body } = tree.query;
    if (body.kind !== 'select' || body.from !== undefined || !body.columns.every(isEmpty)) return false;
    this.#standIns.set(ownKey(tree.name, this.from), { tree, source });
    return true;
  }

  /** Keeps a view that reads what is to come; whether it does. */
  keeps(tree: Statement, source: SourceText): boolean {
    const awaited = this.#standIns.size + this.#dropped.size + this.#toCome.size;
    if (tree.kind !== 'create-view' || awaited === 0 || !this.#waits(tree)) return false;
    this.#waiting.push({ tree, source });
    return true;
  }

  /** Takes a view that was made. */
  made(tree: Statement, source: SourceText): void {
    if (this.from.name === 'MYSQL' && this.to.name === 'POSTGRESQL' && tree.kind === 'create-view')
      this.#made.set(ownKey(tree.name, this.from), { tree, source });
  }

  /**
   * The views that read a table which is dropped, each before those that it reads: PostgreSQL drops none under them. They
   * wait until something of that name is there again.
   */
  under(tree: Extract<Statement, { kind: 'drop' }>): readonly View['name'][] {
    const keys = tree.names.map((name) => ownKey(name, this.from));
    for (const key of keys) this.#made.delete(key);
    if (tree.object !== 'TABLE' || this.#made.size === 0) return [];
    const gone = new Set(keys);
    const readers = [...this.#made].filter(([key, { tree: view }]) => {
      const reads = analyse(view, this.from).tables.read.some((path) => gone.has(keyOfPath(path)));
      if (reads) gone.add(key);
      return reads;
    });
    if (readers.length === 0) return [];
    for (const key of gone) this.#dropped.add(key);
    for (const [key, view] of readers) {
      this.#made.delete(key);
      this.#waiting.push(view);
    }
    return readers.map(([, { tree: view }]) => view.name).reverse();
  }

  /** Takes out what may be made now that a view is there. */
  *behind(tree: Statement): Generator<WaitingView> {
    if (tree.kind !== 'create-view') return;
    const key = ownKey(tree.name, this.from);
    const came = [this.#standIns.delete(key), this.#dropped.delete(key), this.#toCome.delete(key)];
    if (!came.includes(true)) return;
    for (let next = this.#next(); next !== undefined; next = this.#next()) yield next;
  }

  /** Takes out what waited in vain: stand-ins whose views did not come, and those that read them. */
  rest(): (WaitingView & { readonly lacks?: string })[] {
    const left = [...this.#standIns.values(), ...this.#waiting.splice(0)];
    this.#standIns.clear();
    this.#toCome.clear();
    return left.map((view) => {
      const lacks = this.#awaited(view.tree);
      return lacks === undefined ? view : { ...view, lacks };
    });
  }

  #next(): WaitingView | undefined {
    const place = this.#waiting.findIndex(({ tree }) => !this.#waits(tree));
    return place < 0 ? undefined : this.#waiting.splice(place, 1)[0];
  }

  #waits(tree: View): boolean {
    return this.#awaited(tree) !== undefined;
  }

  /** What is to come that a view reads. */
  #awaited(tree: View): string | undefined {
    const own = ownKey(tree.name, this.from);
    const read = analyse(tree, this.from).tables.read.map(keyOfPath);
    const sets = [this.#standIns, this.#dropped, this.#toCome];
    return read.find((key) => key !== own && sets.some((set) => set.has(key)));
  }
}

/** mysqldump and mariadb-dump say views in comments for servers that have views. */
const BY_TOOL = /^\s*\/\*!\d+\s+CREATE VIEW\b/i;

const isEmpty = ({ expression, alias }: Extract<Node, { kind: 'select-item' }>): boolean =>
  alias !== undefined && (expression.kind === 'null' || (expression.kind === 'number' && expression.text === '1'));
