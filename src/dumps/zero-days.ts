import { foldName, isWrittenZeroDay, type CatalogueTable, type Dialect, type Statement } from '../sql/index.js';
import { inQuotes, ownKey } from './names.js';

type Insert = Extract<Statement, { kind: 'insert' }>;

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
   * @param made the rows as the target gets them
   * @param table what is known of the table
   */
  before(tree: Insert, made: Statement, table: CatalogueTable | undefined): readonly string[] {
    if (table === undefined || made.kind !== 'insert' || tree.source?.body.kind !== 'values') return [];
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
      const owner = made.table.parts.map((part) => inQuotes(foldName(part, this.to))).join('.');
      return [`ALTER TABLE ${owner} ALTER COLUMN ${inQuotes(column.name)} DROP NOT NULL`];
    });
  }
}
