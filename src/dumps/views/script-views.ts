import {
  analyse,
  mayReadColumn,
  ownKey,
  type Dialect,
  type Name,
  type QualifiedName,
  type Statement,
} from '../../sql/index.js';
import { keyOfPath } from '../names.js';

type CreateView = Extract<Statement, { kind: 'create-view' }>;

/** The views that a script has made so far. */
export class ScriptViews {
  readonly #views = new Map<string, CreateView>();

  constructor(readonly dialect: Dialect) {}

  /** Takes a statement that was translated. */
  note(tree: Statement): void {
    if (tree.kind === 'create-view') this.#views.set(ownKey(tree.name, this.dialect), tree);
    if (tree.kind === 'drop') for (const name of tree.names) this.#views.delete(ownKey(name, this.dialect));
  }

  /** Whether a name is a view's. */
  has(name: QualifiedName): boolean {
    return this.#views.has(ownKey(name, this.dialect));
  }

  /** The views that read a table or view, and those that read these, in an order in which they can be dropped. */
  reading(name: QualifiedName, column?: Name): CreateView[] {
    const direct = this.directlyReading(name).filter((view) => column === undefined || this.reads(view, column));
    const all = direct.flatMap((view) => [...this.reading(view.name), view]);
    return all.filter((view, at) => all.indexOf(view) === at);
  }

  /** The views that read a table or view themselves. */
  directlyReading(name: QualifiedName): CreateView[] {
    const key = ownKey(name, this.dialect);
    return [...this.#views.values()].filter(
      (view) =>
        ownKey(view.name, this.dialect) !== key &&
        analyse(view, this.dialect).tables.read.some((path) => keyOfPath(path) === key),
    );
  }

  /** Whether a view may read a column of a table that it reads. */
  reads(view: CreateView, column: Name): boolean {
    return mayReadColumn(view.query, column, this.dialect);
  }
}
