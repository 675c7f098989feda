import {
  foldName,
  isWrittenZeroDay,
  ownKey,
  ownName,
  quotedName,
  type Dialect,
  type Statement,
  type TranslatedStatement,
} from '../../sql/index.js';
import type { SeenTables } from '../tables/seen-tables.js';

/**
 * Columns of PostgreSQL that refuse NULL, and are given it for MySQL's days of noughts: they take it from the first such
 * row on.
 */
export class ZeroDays {
  readonly #open = new Set<string>();

  constructor(
    readonly from: Dialect,
    readonly to: Dialect,
  ) {}

  /**
   * What has to be run before rows are put into a table.
   *
   * @param made what the target gets
   */
  before(tree: Statement, made: TranslatedStatement, seen: SeenTables): readonly string[] {
    if (tree.kind !== 'insert' || tree.source?.body.kind !== 'values' || made.tree.kind !== 'insert') return [];
    const table = seen.table([ownName(tree.table, this.from)]);
    if (table === undefined || made.notices.every(({ code }) => code !== 'ZERO_DAY')) return [];
    const owner = made.tree.table.parts.map((part) => quotedName(foldName(part, this.to))).join('.');
    const { rows } = tree.source.body;
    const names =
      tree.columns?.map((one) => (one.kind === 'column' ? ownKey(one, this.from) : '')) ??
      table.columns.map(({ name }) => name.toLowerCase());
    return names.flatMap((name, at) => {
      const column = table.columns.find((one) => one.name.toLowerCase() === name);
      const key = `${table.name}.${name}`;
      if (column?.nullable !== false || this.#open.has(key)) return [];
      const isZero = rows.some(({ items }) => {
        const value = items[at];
        return value?.kind === 'string' && isWrittenZeroDay(value.value);
      });
      if (!isZero) return [];
      this.#open.add(key);
      return [`ALTER TABLE ${owner} ALTER COLUMN ${quotedName(column.name)} DROP NOT NULL`];
    });
  }
}
