import DataLoader from 'dataloader';
import type { Catalogue, DatabaseCatalogue } from '../catalogue/index.js';
import { seesSomeTables, TableRights, type Databases, type Principal } from '../auth/index.js';
import type { ListedTable, TableDescription } from '../databases/index.js';

/** A registered database, by its name. */
interface Named {
  readonly name: string;
}

type DescriptionLoader = DataLoader<ListedTable, TableDescription | null, string>;

/**
 * The catalogues as one request sees them: everything that it is told of tables passes here, and here what its principal
 * may not see is left out. Tables that it asks for in one turn are described together.
 */
export class TableLoaders {
  private readonly loaders = new Map<string, DescriptionLoader>();

  constructor(
    private readonly databases: Databases,
    private readonly catalogue: Catalogue,
    private readonly principal: Principal,
  ) {}

  async schemas(database: Named): Promise<readonly string[]> {
    const schemas = await this.catalogueOf(database).schemas();
    if (this.rightsOn(database) === undefined) return schemas;
    const seen = await Promise.all(schemas.map(async (schema) => (await this.list(database, schema)).length > 0));
    return schemas.filter((_, index) => seen[index]);
  }

  async list(database: Named, schema?: string): Promise<readonly ListedTable[]> {
    const rights = this.rightsOn(database);
    if (rights === undefined) return await this.catalogueOf(database).list(schema);
    const listed = await this.listedFor(database, schema);
    const seen = await Promise.all(listed.map((table) => rights.allows(table, 'READ')));
    return listed.filter((_, index) => seen[index]);
  }

  /** Each table's description; null for one that is there no more. */
  async describeAll(database: Named, tables: readonly ListedTable[]): Promise<readonly (TableDescription | null)[]> {
    const loader = this.loaderOf(database);
    return await Promise.all(tables.map((table) => loader.load(table)));
  }

  async find(database: Named, name: string, schema?: string): Promise<TableDescription | null> {
    const found = await this.catalogueOf(database).find(name, schema);
    if (found === undefined || (await this.rightsOn(database)?.allows(found, 'READ')) === false) return null;
    return await this.loaderOf(database).load(found);
  }

  /** Of a schema that is not there, as of one in which nothing is to be seen: no tables. */
  private async listedFor(database: Named, schema?: string): Promise<readonly ListedTable[]> {
    const catalogue = this.catalogueOf(database);
    if (schema === undefined || (await catalogue.schemas()).includes(schema)) return await catalogue.list(schema);
    return [];
  }

  /** Undefined for who may see all tables. */
  private rightsOn(database: Named): TableRights | undefined {
    const { principal } = this;
    const grants = principal.grants.on(database.name);
    if (grants === undefined || !seesSomeTables(principal, database.name)) return undefined;
    return new TableRights(grants, this.catalogueOf(database));
  }

  private loaderOf(database: Named): DescriptionLoader {
    const known = this.loaders.get(database.name);
    if (known !== undefined) return known;
    const load = async (tables: readonly ListedTable[]): Promise<(TableDescription | null)[]> =>
      await Promise.all(
        (await this.catalogueOf(database).describe(tables)).map((table) => this.asSeen(database, table ?? null)),
      );
    const loader: DescriptionLoader = new DataLoader(load, { cacheKeyFn: ({ schema, name }) => `${schema}\0${name}` });
    this.loaders.set(database.name, loader);
    return loader;
  }

  /** Without the foreign keys that lead to tables which are not to be seen. */
  private async asSeen(database: Named, table: TableDescription | null): Promise<TableDescription | null> {
    const rights = this.rightsOn(database);
    if (rights === undefined || table === null) return table;
    const leads = table.foreignKeys.map(({ referenced }) =>
      rights.allowsName([referenced.schema, referenced.name], 'READ'),
    );
    const seen = await Promise.all(leads);
    return { ...table, foreignKeys: table.foreignKeys.filter((_, index) => seen[index]) };
  }

  /** Looked up each time: a database may have been taken out, and another registered, in the middle of a request. */
  private catalogueOf({ name }: Named): DatabaseCatalogue {
    return this.catalogue.of(this.databases.get(name));
  }
}
