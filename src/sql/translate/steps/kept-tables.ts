import type { Catalogue, CatalogueTable, HangingParts } from '../../catalogue.js';

/** The tables of a database, with those that a translation makes itself to keep rows from one statement to the next. */
export class KeptTables implements Catalogue {
  readonly #kept = new Map<string, CatalogueTable>();

  constructor(private readonly known: Catalogue | undefined) {}

  tableOfIndex(index: string): CatalogueTable | undefined {
    return this.known?.tableOfIndex?.(index);
  }

  hangingOn(path: readonly string[]): HangingParts | undefined {
    return this.known?.hangingOn?.(path);
  }

  /** Whether the tables of indexes can be told. */
  get knowsIndexes(): boolean {
    return this.known?.tableOfIndex !== undefined && this.known.knowsIndexes !== false;
  }

  add(table: CatalogueTable): void {
    this.#kept.set(table.name, table);
  }

  table(path: readonly string[]): CatalogueTable | undefined {
    const [only, second] = path;
    const kept = second === undefined ? this.#kept.get(only ?? '') : undefined;
    return kept ?? this.known?.table(path);
  }
}
