import { ownKey } from '../../analysis/folded-names.js';
import type { AlterTable, Name, QualifiedName, Statement, TableConstraint } from '../../ast/index.js';
import type { Dialect } from '../../dialects/index.js';

const KINDS: ReadonlySet<string> = new Set(['fulltext', 'spatial']);

/**
 * Indexes of MySQL's that search texts and places, which a script makes and the others have none of: what drops them later has
 * nothing to drop there. https://dev.mysql.com/doc/refman/8.4/en/innodb-fulltext-index.html
 */
export class SearchingIndexes {
  /** By the table and the name, in lower case. */
  readonly #names = new Set<string>();

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
    if (tree.kind === 'create-index' && KINDS.has(tree.type)) this.#add(tree.table, tree.name?.parts.at(-1));
    if (tree.kind === 'alter-table')
      for (const action of tree.actions)
        if (action.kind === 'add-constraint') this.#noteKey(tree.name, action.constraint);
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
    if (rule.kind === 'table-key' && KINDS.has(rule.type)) this.#add(table, rule.indexName ?? name);
  }

  #add(table: QualifiedName, index: Name | undefined): void {
    if (index !== undefined) this.#names.add(this.#keyOf(table, index));
  }

  /** Whether it is one of them, which is gone then. */
  #takes(table: QualifiedName, index: Name | undefined): boolean {
    return index !== undefined && this.#names.delete(this.#keyOf(table, index));
  }

  #keyOf(table: QualifiedName, { value }: Name): string {
    return `${ownKey(table, this.from)} ${value.toLowerCase()}`;
  }
}
