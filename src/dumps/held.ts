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
  /** Tables whose foreign keys were told before the end. */
  readonly #taken = new Set<string>();

  of(name: QualifiedName, dialect: Dialect): HeldOfTable {
    const key = keyOf(name, dialect);
    const held = this.#tables.get(key) ?? { indexes: [], keys: [], foreignKeys: [] };
    this.#tables.set(key, held);
    return held;
  }

  /** Of tables that are dropped again. */
  forget(names: readonly QualifiedName[], dialect: Dialect): void {
    for (const name of names) {
      this.#tables.delete(keyOf(name, dialect));
      this.#taken.delete(keyOf(name, dialect));
    }
  }

  /** Of a table that is defined again, maybe by another name: its foreign keys stay where they are. */
  renew(from: QualifiedName, to: QualifiedName, dialect: Dialect): void {
    const isTaken = this.isTaken(from, dialect);
    this.forget([from], dialect);
    if (isTaken) this.#taken.add(keyOf(to, dialect));
  }

  /** Whether a statement of the target drops an index that is held back still; then it is held no more. */
  takesBack(sql: string): boolean {
    const name = DROPPED_INDEX.exec(sql)?.[1];
    if (name === undefined) return false;
    for (const { indexes } of this.#tables.values()) {
      for (const [at, outcome] of indexes.entries()) {
        const statements = outcome.statements.filter((one) => HELD_INDEX.exec(one)?.[1] !== name);
        if (statements.length === outcome.statements.length) continue;
        indexes[at] = { ...outcome, statements };
        return true;
      }
    }
    return false;
  }

  /** The foreign keys, which are held no more; those of these tables that come later are not either. */
  takeForeignKeys(): Outcome[] {
    for (const key of this.#tables.keys()) this.#taken.add(key);
    return [...this.#tables.values()].flatMap(({ foreignKeys }) => foreignKeys.splice(0));
  }

  /** Whether a table has its foreign keys already. */
  isTaken(name: QualifiedName, dialect: Dialect): boolean {
    return this.#taken.has(keyOf(name, dialect));
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

const DROPPED_INDEX = /^DROP INDEX (?:IF EXISTS )?("(?:[^"]|"")+"|[^\s"]+)$/i;
const HELD_INDEX = /^CREATE INDEX (?:IF NOT EXISTS )?("(?:[^"]|"")+"|[^\s"(]+) /i;

const keyOf = ({ parts }: QualifiedName, dialect: Dialect): string =>
  parts
    .map((part) => foldName(part, dialect))
    .join('\0')
    .toLowerCase();
