import { foldName, quotedName, type Dialect, type QualifiedName } from '../sql/index.js';
import type { Outcome } from './outcome.js';

/** What of a table comes behind the data. */
interface HeldOfTable {
  readonly indexes: Outcome[];
  readonly keys: Outcome[];
  readonly foreignKeys: HeldForeignKey[];
  /** Those that were told already. */
  given: readonly GivenKey[];
}

/** A foreign key that the target has. */
interface GivenKey {
  readonly name: string;
  readonly outcome: HeldForeignKey;
}

/** A foreign key that is held back, with the table that it refers to. */
export type HeldForeignKey = Outcome & { readonly refersTo: QualifiedName };

/** What is held back until all rows are there: indexes, where keys go on from, and foreign keys, in this order. */
export class Held {
  readonly #tables = new Map<string, HeldOfTable>();
  /** Tables whose foreign keys were told before the end. */
  readonly #taken = new Set<string>();
  /** Tables that were dropped and not made again. */
  readonly #gone = new Set<string>();
  /** Tables of which rows were refused. */
  readonly #incomplete = new Set<string>();

  constructor(private readonly dialect: Dialect) {}

  /** Takes note that rows of a table are missing: others may refer to these. */
  lacksRows(name: QualifiedName): void {
    this.#incomplete.add(keyOf(name, this.dialect));
  }

  of(name: QualifiedName): HeldOfTable {
    const key = keyOf(name, this.dialect);
    const held = this.#tables.get(key) ?? { indexes: [], keys: [], foreignKeys: [], given: [] };
    this.#tables.set(key, held);
    this.#gone.delete(key);
    return held;
  }

  /** Of tables that are dropped again. */
  forget(names: readonly QualifiedName[]): void {
    for (const key of this.#keysOf(names)) {
      this.#tables.delete(key);
      this.#taken.delete(key);
      this.#gone.add(key);
    }
  }

  /** Takes the foreign keys of a table that is defined, or defined again. */
  addForeignKeys(table: QualifiedName, outcomes: readonly HeldForeignKey[]): void {
    const held = this.of(table);
    if (this.isTaken(table)) {
      const names = held.given.length === outcomes.length ? held.given.map(({ name }) => name) : [];
      held.given = outcomes.map((outcome, at) => ({ name: names[at] ?? nameOf(outcome), outcome }));
      return;
    }
    const isGiven = (outcome: HeldForeignKey): boolean =>
      held.given.some((one) => columnsOf(one.outcome) === columnsOf(outcome));
    held.foreignKeys.push(...outcomes.filter((one) => !isGiven(one)));
    // the table may be called otherwise now
    held.given = held.given.map(({ name, outcome }) => ({
      name,
      outcome: outcomes.find((one) => columnsOf(one) === columnsOf(outcome)) ?? outcome,
    }));
  }

  /**
   * What drops the foreign keys that lead to tables which are dropped: where the source does not look at them, they wait for a
   * table of the same name.
   */
  release(names: readonly QualifiedName[]): string[] {
    const dropped = this.#keysOf(names);
    const statements: string[] = [];
    for (const [own, held] of this.#tables) {
      if (dropped.has(own)) continue;
      const free = held.given.filter(({ outcome }) => dropped.has(keyOf(outcome.refersTo, this.dialect)));
      if (free.length === 0) continue;
      held.given = held.given.filter((one) => !free.includes(one));
      held.foreignKeys.push(...free.map(({ outcome }) => outcome));
      this.#taken.delete(own);
      statements.push(...free.map(({ name, outcome }) => `ALTER TABLE ${tableIn(outcome)} DROP CONSTRAINT ${name}`));
    }
    return statements;
  }

  #keysOf(names: readonly QualifiedName[]): Set<string> {
    return new Set(names.map((name) => keyOf(name, this.dialect)));
  }

  /** Of a table that is defined again, maybe by another name: its foreign keys stay where they are. */
  renew(from: QualifiedName, to: QualifiedName): void {
    const isTaken = this.isTaken(from);
    const { given } = this.of(from);
    this.forget([from]);
    const [old, key] = [keyOf(from, this.dialect), keyOf(to, this.dialect)];
    if (isTaken) this.#taken.add(key);
    this.of(to).given = given;
    const follow = <K extends HeldForeignKey>(one: K): K =>
      keyOf(one.refersTo, this.dialect) === old ? { ...one, refersTo: to } : one;
    for (const held of old === key ? [] : this.#tables.values())
      held.given = held.given.map((one) => ({ ...one, outcome: follow(one.outcome) }));
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
    for (const [key, held] of this.#tables) {
      const { foreignKeys } = held;
      const all = foreignKeys.splice(0);
      const now = all.filter(({ refersTo }) => isThere(refersTo));
      taken.push(...now.map((one) => this.#addable(one)));
      held.given = [...held.given, ...now.map((outcome) => ({ name: nameOf(outcome), outcome }))];
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
      ...all
        .flatMap(({ foreignKeys }) => foreignKeys)
        .filter(({ refersTo }) => !this.#gone.has(keyOf(refersTo, this.dialect)))
        .map((key) => this.#addable(key)),
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

const ADDED_KEY = new RegExp(
  `^ALTER TABLE (?:ONLY )?${NAME}\\s+ADD (?:CONSTRAINT ${NAME}\\s+)?FOREIGN KEY \\(([^)]*)\\)`,
  'i',
);

const partOf = ({ statements }: HeldForeignKey, at: number): string =>
  statements.map((sql) => ADDED_KEY.exec(sql)?.[at]).find((part) => part !== undefined) ?? '';

const tableIn = (key: HeldForeignKey): string => partOf(key, 1);
const columnsOf = (key: HeldForeignKey): string => partOf(key, 3).replace(/\s+/g, '');

/** The name of a foreign key, or what PostgreSQL calls it: https://www.postgresql.org/docs/current/ddl-constraints.html */
function nameOf(key: HeldForeignKey): string {
  const written = partOf(key, 2);
  if (written !== '') return written;
  const words = [tableIn(key), ...columnsOf(key).split(',')].map((one) =>
    one.replace(/^"|"$/g, '').replaceAll('""', '"'),
  );
  return quotedName([...words, 'fkey'].join('_'));
}

const keyOf = ({ parts }: QualifiedName, dialect: Dialect): string =>
  parts
    .map((part) => foldName(part, dialect))
    .join('\0')
    .toLowerCase();
