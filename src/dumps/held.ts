import { foldName, type Dialect, type QualifiedName } from '../sql/index.js';
import type { Outcome } from './outcome.js';

/** What of a table comes behind the data. */
interface HeldOfTable {
  readonly indexes: Outcome[];
  readonly keys: Outcome[];
  readonly foreignKeys: Outcome[];
}

/** What is held back until all rows are there: indexes, where keys go on from, and foreign keys, in this order. */
export class Held {
  readonly #tables = new Map<string, HeldOfTable>();

  of(name: QualifiedName, dialect: Dialect): HeldOfTable {
    const key = keyOf(name, dialect);
    const held = this.#tables.get(key) ?? { indexes: [], keys: [], foreignKeys: [] };
    this.#tables.set(key, held);
    return held;
  }

  /** Of tables that are dropped again. */
  forget(names: readonly QualifiedName[], dialect: Dialect): void {
    for (const name of names) this.#tables.delete(keyOf(name, dialect));
  }

  inOrder(): Outcome[] {
    const all = [...this.#tables.values()];
    return [
      ...all.flatMap(({ indexes }) => indexes),
      ...all.flatMap(({ keys }) => keys),
      ...all.flatMap(({ foreignKeys }) => foreignKeys),
    ];
  }
}

const keyOf = ({ parts }: QualifiedName, dialect: Dialect): string =>
  parts
    .map((part) => foldName(part, dialect))
    .join('\0')
    .toLowerCase();
