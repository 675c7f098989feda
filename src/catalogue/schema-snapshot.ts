import { LRUCache } from 'lru-cache';
import type { ListedTable, NameRules, SchemaReader, TableDescription, TableName } from '../databases/index.js';

/** Descriptions that are kept of one database; a table of ten columns takes some 4 KB. */
const DESCRIPTIONS_KEPT = 10_000;

/** Lends a session for reading. */
export type Read = <T>(work: (schema: SchemaReader) => Promise<T>) => Promise<T>;

/** The tables of one schema, by their names. */
interface TableList {
  readonly tables: readonly ListedTable[];
  readonly byName: ReadonlyMap<string, ListedTable>;
  /** By names without case, as far as the engine takes those for one. */
  readonly byFoldedName: ReadonlyMap<string, ListedTable>;
}

type Description = Promise<TableDescription | undefined>;
const NOT_THERE: Description = Promise.resolve(undefined);

/**
 * What was found in a database under one version of its schema. Lists and descriptions come as they are asked for; what
 * one reading brings serves everybody who asked meanwhile.
 */
export class SchemaSnapshot {
  readonly readAtMs = performance.now();
  private readonly known = new Map<string, Promise<TableList>>();
  private readonly descriptions = new LRUCache<string, Description>({ max: DESCRIPTIONS_KEPT });

  constructor(
    readonly version: string,
    readonly rules: NameRules,
    private readonly read: Read,
  ) {}

  /** The schema of that name: the very one, else the one that SQL would take it for. */
  schemaOf(name: string): string | undefined {
    const { schemas, folding } = this.rules;
    if (schemas.includes(name)) return name;
    if (folding === 'lower') return schemas.find((schema) => schema === folded(name));
    if (folding === 'ignore-case') return schemas.find((schema) => folded(schema) === folded(name));
    return undefined;
  }

  async lists(schemas: readonly string[]): Promise<readonly (readonly ListedTable[])[]> {
    return (await this.tableLists(schemas)).map(({ tables }) => tables);
  }

  async find(name: string, schema?: string): Promise<ListedTable | undefined> {
    const named = schema === undefined ? undefined : this.schemaOf(schema);
    if (schema !== undefined && named === undefined) return undefined;
    const lists = await this.tableLists(named === undefined ? this.rules.searched : [named]);
    const exact = lists.find(({ byName }) => byName.has(name));
    if (exact !== undefined) return exact.byName.get(name);
    return lists.find(({ byFoldedName }) => byFoldedName.has(folded(name)))?.byFoldedName.get(folded(name));
  }

  async describe(tables: readonly ListedTable[]): Promise<readonly (TableDescription | undefined)[]> {
    const missing = tables.filter((table) => !this.descriptions.has(keyOf(table)));
    const kept = tables.map((table) => this.descriptions.get(keyOf(table)));
    const fresh = missing.length === 0 ? new Map<string, Description>() : this.startReading(missing);
    // What is kept was looked up before: with more tables than are kept the new ones drive others out.
    return await Promise.all(tables.map((table, index) => kept[index] ?? fresh.get(keyOf(table)) ?? NOT_THERE));
  }

  private startReading(tables: readonly ListedTable[]): ReadonlyMap<string, Description> {
    const reading = this.readDescriptions(tables);
    const fresh = new Map(tables.map((table) => [keyOf(table), reading.then((found) => found.get(keyOf(table)))]));
    for (const [key, description] of fresh) {
      this.descriptions.set(key, description);
      // A failure is nothing to keep.
      description.catch(() => this.dropFailed(key, description));
    }
    return fresh;
  }

  private dropFailed(key: string, failed: Description): void {
    if (this.descriptions.peek(key) === failed) this.descriptions.delete(key);
  }

  private async readDescriptions(tables: readonly ListedTable[]): Promise<ReadonlyMap<string, TableDescription>> {
    const found = await this.read((schema) => schema.describe(tables));
    return new Map(found.map((table) => [keyOf(table), table]));
  }

  private startListing(schemas: readonly string[]): void {
    const reading = this.read((reader) => listEach(reader, schemas));
    for (const [index, schema] of schemas.entries()) {
      const list = reading.then((found) => toList(found[index] ?? [], this.rules));
      this.known.set(schema, list);
      list.catch(() => this.known.delete(schema));
    }
  }

  private async tableLists(schemas: readonly string[]): Promise<readonly TableList[]> {
    const missing = schemas.filter((schema) => !this.known.has(schema));
    if (missing.length > 0) this.startListing(missing);
    return await Promise.all(schemas.flatMap((schema) => this.known.get(schema) ?? []));
  }
}

async function listEach(
  reader: SchemaReader,
  schemas: readonly string[],
): Promise<readonly (readonly ListedTable[])[]> {
  const found: (readonly ListedTable[])[] = [];
  for (const schema of schemas) found.push(await reader.list(schema));
  return found;
}

function toList(tables: readonly ListedTable[], { folding }: NameRules): TableList {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const foldable = {
    lower: tables.filter(({ name }) => name === folded(name)),
    'ignore-case': tables,
    none: [],
  }[folding];
  return { tables, byName, byFoldedName: new Map(foldable.map((table) => [folded(table.name), table])) };
}

/** In ASCII alone, as the engines do. */
const folded = (name: string): string => name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

const keyOf = ({ schema, name }: TableName): string => `${schema}\0${name}`;
