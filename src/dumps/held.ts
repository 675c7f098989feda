import { foldName, type Dialect, type QualifiedName } from '../sql/index.js';
import type { Outcome } from './outcome.js';

/** What of a table comes behind the data. */
interface HeldOfTable {
  readonly indexes: Outcome[];
  readonly keys: Outcome[];
  readonly foreignKeys: HeldForeignKey[];
}

/** A foreign key that is held back, with the table that it refers to. */
export type HeldForeignKey = Outcome & { readonly refersTo: QualifiedName };

/** What is held back until all rows are there: indexes, where keys go on from, and foreign keys, in this order. */
export class Held {
  readonly #tables = new Map<string, HeldOfTable>();
  /** Tables whose foreign keys were told before the end. */
  readonly #taken = new Set<string>();

  /** Tables of which rows were refused. */
  readonly #incomplete = new Set<string>();

  constructor(private readonly dialect: Dialect) {}

  /** Takes note that rows of a table are missing: others may refer to these. */
  lacksRows(name: QualifiedName): void {
    this.#incomplete.add(keyOf(name, this.dialect));
  }

  of(name: QualifiedName): HeldOfTable {
    const key = keyOf(name, this.dialect);
    const held = this.#tables.get(key) ?? { indexes: [], keys: [], foreignKeys: [] };
    this.#tables.set(key, held);
    return held;
  }

  /** Of tables that are dropped again. */
  forget(names: readonly QualifiedName[]): void {
    for (const name of names) {
      this.#tables.delete(keyOf(name, this.dialect));
      this.#taken.delete(keyOf(name, this.dialect));
    }
  }

  /** Of a table that is defined again, maybe by another name: its foreign keys stay where they are. */
  renew(from: QualifiedName, to: QualifiedName): void {
    const isTaken = this.isTaken(from);
    this.forget([from]);
    if (isTaken) this.#taken.add(keyOf(to, this.dialect));
  }

  /**
   * Whether a statement of the target takes away, or calls otherwise, what is held back still; then it is held no more: what
   * goes by another name is held again, by that.
   *
   * @param changed the table that the statement changes, where it changes one
   */
  takesBack(sql: string, changed?: QualifiedName): boolean {
    const index = TAKEN_INDEX.exec(sql)?.[1] ?? TAKEN_INDEX.exec(sql)?.[2];
    const key = DROPPED_KEY.exec(sql)?.[1];
    const own = changed && this.#tables.get(keyOf(changed, this.dialect));
    if (key !== undefined && own !== undefined) return isTaken(own.foreignKeys, HELD_KEY, key);
    return index !== undefined && [...this.#tables.values()].some(({ indexes }) => isTaken(indexes, HELD_INDEX, index));
  }

  /**
   * The foreign keys, which are held no more; those of these tables that come later are not either.
   *
   * @param isThere whether the script has made a table and not dropped it: one that another takes the place of is none that a
   *   key could refer to yet
   */
  takeForeignKeys(isThere: (table: QualifiedName) => boolean): Outcome[] {
    const taken: Outcome[] = [];
    for (const [key, { foreignKeys }] of this.#tables) {
      const all = foreignKeys.splice(0);
      taken.push(...all.filter(({ refersTo }) => isThere(refersTo)).map((one) => this.#addable(one)));
      foreignKeys.push(...all.filter(({ refersTo }) => !isThere(refersTo)));
      if (foreignKeys.length === 0) this.#taken.add(key);
    }
    return taken;
  }

  /** Whether a table has its foreign keys already. */
  isTaken(name: QualifiedName): boolean {
    return this.#taken.has(keyOf(name, this.dialect));
  }

  inOrder(): Outcome[] {
    const all = [...this.#tables.values()];
    return [
      ...all.flatMap(({ indexes }) => indexes),
      ...all.flatMap(({ keys }) => keys),
      ...all.flatMap(({ foreignKeys }) => foreignKeys.map((key) => this.#addable(key))),
    ];
  }

  /** A foreign key that is not asked of the rows that are there, where some may refer to such as are missing. */
  #addable({ refersTo, ...outcome }: HeldForeignKey): Outcome {
    if (!this.#incomplete.has(keyOf(refersTo, this.dialect))) return outcome;
    return { ...outcome, statements: outcome.statements.map((sql) => `${sql} NOT VALID`) };
  }
}

/** Whether something by a name was held back, which it is no more then. */
function isTaken(held: Outcome[], names: RegExp, name: string): boolean {
  for (const [at, outcome] of held.entries()) {
    const statements = outcome.statements.filter((sql) => names.exec(sql)?.[1] !== name);
    if (statements.length === outcome.statements.length) continue;
    held[at] = { ...outcome, statements };
    return true;
  }
  return false;
}

const NAME = String.raw`("(?:[^"]|"")+"|[^\s"(]+)`;
const TAKEN_INDEX = new RegExp(
  `^(?:DROP INDEX (?:IF EXISTS )?${NAME}$|ALTER INDEX (?:IF EXISTS )?${NAME}\\s+RENAME TO )`,
  'i',
);
const HELD_INDEX = new RegExp(`^CREATE INDEX (?:IF NOT EXISTS )?${NAME} `, 'i');
const DROPPED_KEY = new RegExp(`\\bDROP CONSTRAINT (?:IF EXISTS )?${NAME}$`, 'i');
const HELD_KEY = new RegExp(`\\bADD CONSTRAINT ${NAME}\\s+FOREIGN KEY\\b`, 'i');

const keyOf = ({ parts }: QualifiedName, dialect: Dialect): string =>
  parts
    .map((part) => foldName(part, dialect))
    .join('\0')
    .toLowerCase();
