import { counts, ownKey, ownName, quotedString, type Dialect, type Statement } from '../../sql/index.js';

/** Whether TRUNCATE counts anew where it says nothing: https://dev.mysql.com/doc/refman/8.4/en/truncate-table.html */
const RESTARTS: ReadonlySet<string> = new Set(['MYSQL']);

/** Columns that count by themselves in SQLite, which goes on counting when a table is emptied. */
export class RestartedCounters {
  /** Tables of the target, by their keys. */
  readonly #counted = new Map<string, string>();

  constructor(
    readonly from: Dialect,
    readonly to: Dialect,
  ) {}

  /** Takes a table as the target makes it. */
  add(made: Statement): void {
    if (made.kind !== 'create-table' || this.to.name !== 'SQLITE') return;
    const isCounted = (made.elements ?? []).some((element) => element.kind === 'column-definition' && counts(element));
    if (isCounted) this.#counted.set(ownKey(made.name, this.to), ownName(made.name, this.to));
  }

  /** What a statement that empties tables needs behind it: https://sqlite.org/autoinc.html */
  behind(tree: Statement): readonly string[] {
    if (tree.kind !== 'truncate') return [];
    const restarts = tree.identity === undefined ? RESTARTS.has(this.from.name) : tree.identity === 'RESTART';
    const names = tree.tables.flatMap(({ name }) => this.#counted.get(ownKey(name, this.from)) ?? []);
    return restarts ? names.map((name) => `DELETE FROM sqlite_sequence WHERE name = ${quotedString(name)}`) : [];
  }
}
