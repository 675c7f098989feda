import { folded, type ListedTable, type TableDescription, type TableName } from '../databases/index.js';
import { partsOfPath, type Dialect } from '../sql/index.js';
import { reaches, type Demand, type Grant } from './grant.js';
import type { DatabaseGrants } from './grant-set.js';
import { callsBeyond } from './view-calls.js';

/** Where tables are looked up: a database's catalogue. */
export interface TableSource {
  /** Finds a table as the engine's SQL would. */
  find(name: string, schema?: string): Promise<ListedTable | undefined>;
  describe(tables: readonly ListedTable[]): Promise<readonly (TableDescription | undefined)[]>;
}

/** No table has this name. */
const NOWHERE = '';

/** Views upon views beyond this are refused. */
const DEEPEST_VIEW = 16;

/** What somebody may do with single tables of one database. */
export class TableRights {
  /** Whether any of what was allowed is a view: what it reads may be another table's when it runs. */
  throughViews = false;

  constructor(
    private readonly grants: DatabaseGrants,
    private readonly source: TableSource,
    private readonly dialect: Dialect,
  ) {}

  /** The names of functions that take a row of the table, where there is one: PostgreSQL calls them as `orders.name`. */
  async rowFunctions(path: readonly string[]): Promise<readonly string[]> {
    const [name = '', schema] = [...path].reverse();
    const found = await this.source.find(name, schema);
    const [described] = found === undefined ? [] : await this.source.describe([found]);
    return described?.rowFunctions ?? [];
  }

  /** Whether the table by that name may be used so; one that is not there may not, or a name would tell that. */
  async allowsName(path: readonly string[], demand: Demand): Promise<boolean> {
    const [name = '', schema] = [...path].reverse();
    const found = await this.source.find(name, schema);
    if (found !== undefined && (await this.allows(found, demand))) return true;
    // What is not there is looked for once more: a refusal of what is takes as long.
    if (found !== undefined) await this.source.find(NOWHERE);
    return found === undefined && demand === 'SCHEMA' && this.mayBeMade({ name, schema });
  }

  /** A view gives no more than the tables that it reads. */
  async allows(table: ListedTable, demand: Demand, depth = 0): Promise<boolean> {
    if (this.grants.meetsEverywhere(demand)) return true;
    const { kind } = table;
    if (kind !== 'VIEW' && kind !== 'MATERIALIZED_VIEW') return await this.isGranted(table, demand);
    if (this.isDenied(table, demand) || depth >= DEEPEST_VIEW) return false;
    this.throughViews = true;
    const [described] = await this.source.describe([table]);
    if (described?.readsFrom === null || described === undefined || described.readsFrom.length === 0) return false;
    if (described.definition === null || callsBeyond(described.definition, this.dialect)) return false;
    const under = await Promise.all(described.readsFrom.map(({ name, schema }) => this.source.find(name, schema)));
    const allowed = under.map(async (one) => one !== undefined && (await this.allows(one, demand, depth + 1)));
    return (await Promise.all(allowed)).every(Boolean);
  }

  private async isGranted(table: TableName, demand: Demand): Promise<boolean> {
    for (const grant of this.grants.grants) {
      if (!reaches(grant, demand) || denies(grant, table)) continue;
      if (grant.tables === undefined || (await this.lists(grant.tables, table))) return true;
    }
    return false;
  }

  private isDenied(table: TableName, demand: Demand): boolean {
    return this.grants.grants.every((grant) => !reaches(grant, demand) || denies(grant, table));
  }

  /** Whether one of the names is the table's, as the engine's SQL takes names. */
  private async lists(entries: readonly string[], table: TableName): Promise<boolean> {
    for (const entry of entries) {
      const { name, schema } = parted(entry);
      if (name === '*' && schema === table.schema) return true;
      if (sameName(name, table.name) && (await this.leadsTo(name, schema, table))) return true;
    }
    return false;
  }

  private async leadsTo(name: string, schema: string | undefined, table: TableName): Promise<boolean> {
    const found = await this.source.find(name, schema);
    return found?.name === table.name && found.schema === table.schema;
  }

  /** A table that is not there yet goes by the very names. */
  private mayBeMade({ name, schema }: { name: string; schema: string | undefined }): boolean {
    return this.grants.grants.some((grant) => {
      if (!reaches(grant, 'SCHEMA') || denies(grant, { name, schema: schema ?? '' })) return false;
      if (grant.tables === undefined) return true;
      return grant.tables.map(parted).some((listed) => {
        const isNamed = listed.name === '*' || sameName(listed.name, name);
        return isNamed && listed.schema === schema;
      });
    });
  }
}

const sameName = (one: string, other: string): boolean => folded(one) === folded(other);

function parted(entry: string): { readonly name: string; readonly schema: string | undefined } {
  const [name = '', schema] = partsOfPath(entry).reverse();
  return { name, schema };
}

/** A name without a schema is denied in all of them. */
function denies({ deny = [] }: Grant, table: TableName): boolean {
  return deny.some((entry) => {
    const { name, schema } = parted(entry);
    const isThere = schema === undefined || sameName(schema, table.schema);
    return isThere && (name === '*' || sameName(name, table.name));
  });
}
