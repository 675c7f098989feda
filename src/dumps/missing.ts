import { DragomanError } from '../errors/index.js';
import { analyse, ownKey, type AlterTable, type Dialect, type Statement } from '../sql/index.js';
import { keyOfPath } from './names.js';

const MAKES =
  /^CREATE (?:OR REPLACE )?(?:TEMP |TEMPORARY |UNLOGGED |RECURSIVE |MATERIALIZED )*(?:TABLE|VIEW) (?:IF NOT EXISTS )?(?:(?:"[^"]+"|`[^`]+`|\[[^\]]+\]|[^\s."`([]+)\.)*("[^"]+"|`[^`]+`|\[[^\]]+\]|[^\s."`([]+)/i;

const unquoted = (name: string): string => (/^["`[]/.test(name) ? name.slice(1, -1) : name);

/** Tables and views that have no translation: what needs them has none either, and would end the loading. */
export class Missing {
  readonly #names = new Map<string, number>();
  readonly #indexes = new Set<string>();

  constructor(readonly dialect: Dialect) {}

  /** Takes what a refused statement would have made. */
  add(tree: Statement, line: number): void {
    if (tree.kind === 'create-table' || tree.kind === 'create-view')
      this.#names.set(ownKey(tree.name, this.dialect), line);
    if (tree.kind === 'create-index' && tree.name !== undefined) this.#indexes.add(ownKey(tree.name, this.dialect));
  }

  /** A statement without what it drops of indexes that were left out; undefined where nothing is left of it. */
  withoutIndexes<S extends Statement>(tree: S): S | undefined {
    if (this.#indexes.size === 0 || tree.kind !== 'drop' || tree.object !== 'INDEX') return tree;
    const names = tree.names.filter((name) => !this.#indexes.delete(ownKey(name, this.dialect)));
    return names.length === 0 ? undefined : { ...tree, names };
  }

  /** Takes what a statement that can't be read would have made, by its first words. */
  addUnread(words: string, line: number): void {
    const made = MAKES.exec(words);
    if (made?.[1] !== undefined) this.#names.set(unquoted(made[1]).toLowerCase(), line);
  }

  /** Takes what is there after all. */
  made(tree: Statement): void {
    if (tree.kind === 'create-table' || tree.kind === 'create-view')
      this.#names.delete(ownKey(tree.name, this.dialect));
  }

  /** Whether a statement needs what is missing. */
  lacks(tree: Statement): boolean {
    return this.#names.size > 0 && this.#needed(tree).some((name) => this.#names.has(name));
  }

  /** @throws DragomanError UNTRANSLATABLE where a statement needs what is missing */
  refuse(tree: Statement): void {
    if (this.#names.size === 0) return;
    for (const name of this.#needed(tree)) {
      const line = this.#names.get(name);
      if (line === undefined) continue;
      throw new DragomanError('UNTRANSLATABLE', `It needs \`${name}\`, which has no translation.`, {
        hint: `See line ${line}.`,
      });
    }
  }

  #needed(tree: Statement): readonly string[] {
    if (tree.kind === 'create-index') return [ownKey(tree.table, this.dialect)];
    if (tree.kind === 'alter-table')
      return [ownKey(tree.name, this.dialect), ...tree.actions.flatMap((one) => this.#referenced(one))];
    if (tree.kind === 'insert' && tree.source?.body.kind === 'values') return [ownKey(tree.table, this.dialect)];
    if (tree.kind === 'create-table' && tree.query === undefined) return [];
    const { read, written } = analyse(tree, this.dialect).tables;
    const made =
      tree.kind === 'create-view' || tree.kind === 'create-table' ? ownKey(tree.name, this.dialect) : undefined;
    return [...read, ...written].map(keyOfPath).filter((key) => key !== made);
  }

  #referenced(action: AlterTable['actions'][number]): readonly string[] {
    if (action.kind !== 'add-constraint' || action.constraint.rule.kind !== 'table-foreign-key') return [];
    return [ownKey(action.constraint.rule.reference.table, this.dialect)];
  }
}
