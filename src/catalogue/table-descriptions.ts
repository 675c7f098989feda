import { LRUCache } from 'lru-cache';
import type { ListedTable, SchemaReader, TableDescription, TableName } from '../databases/index.js';

/** Descriptions that are kept of one database; a table of ten columns takes some 4 KB. */
const KEPT = 10_000;
/** Who asks for no more than so many tables does not wait long for a reading of others besides. */
const FEW = 20;
/** How long they do. A reading of thousands takes its time, and one table that another session has locked holds up all. */
const PATIENCE_MS = 250;

/** Lends a session for reading. */
export type Read = <T>(work: (schema: SchemaReader) => Promise<T>) => Promise<T>;

/** A reading that is under way, or what it has brought. */
interface Reading {
  readonly keys: ReadonlySet<string>;
  readonly found: Promise<ReadonlyMap<string, TableDescription>>;
  isOver: boolean;
}

/** Descriptions of tables, each read when it is first asked for, and those of one request together. */
export class TableDescriptions {
  private readonly readings = new LRUCache<string, Reading>({ max: KEPT });

  constructor(private readonly read: Read) {}

  /** In the order asked for; undefined for a table that is not there. */
  async of(tables: readonly ListedTable[]): Promise<readonly (TableDescription | undefined)[]> {
    const readings = this.readingsOf(tables, () => true);
    const used = tables.length > FEW ? readings : await this.withoutLongWaits(tables, readings);
    return await Promise.all(tables.map(async (table, index) => (await used[index]?.found)?.get(keyOf(table))));
  }

  /**
   * Where what is under way is a reading of other tables too, and takes long, a reading of its own. One of the same
   * tables is waited for however long it takes: another would not be quicker.
   */
  private async withoutLongWaits(
    tables: readonly ListedTable[],
    readings: readonly (Reading | undefined)[],
  ): Promise<readonly (Reading | undefined)[]> {
    const asked = new Set(tables.map(keyOf));
    const isOurs = ({ keys }: Reading): boolean => keys.size <= asked.size && [...keys].every((key) => asked.has(key));
    const isAnothers = (reading?: Reading): boolean => reading?.isOver === false && !isOurs(reading);
    const others = readings.flatMap((reading) => (isAnothers(reading) ? (reading?.found ?? []) : []));
    if (others.length === 0) return readings;
    await endedWithin(Promise.allSettled(others), PATIENCE_MS);
    return this.readingsOf(tables, (reading) => reading.isOver || isOurs(reading));
  }

  /** For each table the reading that is there and serves, or else a new one of all that have none. */
  private readingsOf(
    tables: readonly ListedTable[],
    serves: (reading: Reading) => boolean,
  ): readonly (Reading | undefined)[] {
    // All are looked up before one is started: with more tables than are kept the new ones drive others out.
    const present = tables.map((table) => {
      const reading = this.readings.get(keyOf(table));
      return reading !== undefined && serves(reading) ? reading : undefined;
    });
    const missing = tables.filter((_, index) => present[index] === undefined);
    const fresh = missing.length === 0 ? undefined : this.start(missing);
    return present.map((reading) => reading ?? fresh);
  }

  private start(tables: readonly ListedTable[]): Reading {
    const keys = new Set(tables.map(keyOf));
    const reading: Reading = { keys, found: this.describe(tables), isOver: false };
    for (const key of keys) this.readings.set(key, reading);
    reading.found.then(
      () => (reading.isOver = true),
      () => this.drop(reading),
    );
    return reading;
  }

  /** A failure is nothing to keep. */
  private drop(failed: Reading): void {
    for (const key of failed.keys) {
      if (this.readings.peek(key) === failed) this.readings.delete(key);
    }
  }

  private async describe(tables: readonly ListedTable[]): Promise<ReadonlyMap<string, TableDescription>> {
    const found = await this.read((schema) => schema.describe(tables));
    return new Map(found.map((table) => [keyOf(table), table]));
  }
}

async function endedWithin(ends: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([ends, new Promise((resolve) => (timer = setTimeout(resolve, ms)))]);
  clearTimeout(timer);
}

const keyOf = ({ schema, name }: TableName): string => `${schema}\0${name}`;
