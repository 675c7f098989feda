import { ownKey } from '../../analysis/folded-names.js';
import type { AlterTable, DropConstraint, Name, QualifiedName, Statement, TableConstraint } from '../../ast/index.js';
import type { Dialect } from '../../dialects/index.js';

const KINDS: ReadonlySet<string> = new Set(['fulltext', 'spatial']);

/**
 * Indexes of MySQL's that the others have none of: those that search texts and places, and those that come with a foreign key and
 * stay when it is dropped. What drops them later in a script has nothing to drop there.
 * https://dev.mysql.com/doc/refman/8.4/en/innodb-fulltext-index.html,
 * https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html
 */
export class AbsentIndexes {
  /** By the table and the name, in lower case. */
  readonly #names = new Set<string>();
  /** Indexes that the script makes itself, by the same. */
  readonly #made = new Set<string>();

  constructor(
    readonly from: Dialect,
    readonly to: Dialect,
  ) {}

  /** Takes a statement of the script. */
  note(tree: Statement): void {
    if (this.from.name !== 'MYSQL' || this.to.name === 'MYSQL') return;
    if (tree.kind === 'create-table')
      for (const element of tree.elements ?? [])
        if (element.kind === 'table-constraint') this.#noteKey(tree.name, element);
    if (tree.kind === 'create-index') this.#noteIndex(tree.table, tree.name?.parts.at(-1), KINDS.has(tree.type));
    if (tree.kind === 'alter-table')
      for (const action of tree.actions) {
        if (action.kind === 'add-constraint') this.#noteKey(tree.name, action.constraint);
        if (action.kind === 'drop-constraint') this.#noteDropped(tree.name, action);
      }
  }

  /** What is left of a statement without dropping such indexes; undefined where nothing is. */
  without<S extends Statement>(tree: S): S | undefined {
    if (this.#names.size === 0) return tree;
    if (tree.kind === 'drop' && tree.object === 'INDEX' && tree.on !== undefined) {
      const { on } = tree;
      return tree.names.every((name) => this.#takes(on, name.parts.at(-1))) ? undefined : tree;
    }
    if (tree.kind !== 'alter-table') return tree;
    const isLeft = (action: AlterTable['actions'][number]): boolean =>
      action.kind !== 'drop-constraint' || !this.#takes(tree.name, action.name);
    const actions = tree.actions.filter(isLeft);
    if (actions.length === tree.actions.length) return tree;
    return actions.length === 0 ? undefined : { ...tree, actions };
  }

  #noteKey(table: QualifiedName, { name, rule }: TableConstraint): void {
    if (rule.kind === 'table-key') this.#noteIndex(table, rule.indexName ?? name, KINDS.has(rule.type));
  }

  #noteIndex(table: QualifiedName, index: Name | undefined, isAbsent: boolean): void {
    if (index !== undefined) (isAbsent ? this.#names : this.#made).add(this.#keyOf(table, index));
  }

  #noteDropped(table: QualifiedName, { object, name }: DropConstraint): void {
    if (name === undefined) return;
    const key = this.#keyOf(table, name);
    if (object === 'FOREIGN KEY' && !this.#made.has(key)) this.#names.add(key);
    else if (object !== 'FOREIGN KEY') this.#made.delete(key);
  }

  /** Whether it is one of them, which is gone then. */
  #takes(table: QualifiedName, index: Name | undefined): boolean {
    return index !== undefined && this.#names.delete(this.#keyOf(table, index));
  }

  #keyOf(table: QualifiedName, { value }: Name): string {
    return `${ownKey(table, this.from)} ${value.toLowerCase()}`;
  }
}
