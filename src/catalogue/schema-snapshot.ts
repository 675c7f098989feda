import {
  folded,
  type ListedTable,
  type NameRules,
  type SchemaReader,
  type TableDescription,
} from '../databases/index.js';
import { TableDescriptions, type Read } from './table-descriptions.js';

/** The tables of one schema, by their names. */
interface TableList {
  readonly tables: readonly ListedTable[];
  readonly byName: ReadonlyMap<string, ListedTable>;
  /** By names without case, as far as the engine takes those for one. */
  readonly byFoldedName: ReadonlyMap<string, ListedTable>;
}

/**
 * What was found in a database under one version of its schema. Lists and descriptions come as they are asked for; what
 * one reading brings serves everybody who asked meanwhile.
 */
export class SchemaSnapshot {
  readonly readAtMs = performance.now();
  private readonly known = new Map<string, Promise<TableList>>();
  private readonly descriptions: TableDescriptions;

  constructor(
    readonly version: string,
    readonly rules: NameRules,
    private readonly read: Read,
  ) {
    this.descriptions = new TableDescriptions(read);
  }

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
    return await this.descriptions.of(tables);
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
