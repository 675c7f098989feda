import DataLoader from 'dataloader';
import type { Catalogue, DatabaseCatalogue } from '../catalogue/index.js';
import type { DatabaseRegistry, ListedTable, TableDescription } from '../databases/index.js';

/** A registered database, by its name. */
interface Named {
  readonly name: string;
}

type DescriptionLoader = DataLoader<ListedTable, TableDescription | null, string>;

/**
 * The catalogues as one request sees them: everything that it is told of tables passes here, and here is where what its
 * principal may not see is to be left out. Tables that it asks for in one turn are described together.
 */
export class TableLoaders {
  private readonly loaders = new Map<string, DescriptionLoader>();

  constructor(
    private readonly registry: DatabaseRegistry,
    private readonly catalogue: Catalogue,
  ) {}

  async schemas(database: Named): Promise<readonly string[]> {
    return await this.catalogueOf(database).schemas();
  }

  async list(database: Named, schema?: string): Promise<readonly ListedTable[]> {
    return await this.catalogueOf(database).list(schema);
  }

  /** Each table's description; null for one that is there no more. */
  async describeAll(database: Named, tables: readonly ListedTable[]): Promise<readonly (TableDescription | null)[]> {
    const loader = this.loaderOf(database);
    return await Promise.all(tables.map((table) => loader.load(table)));
  }

  async find(database: Named, name: string, schema?: string): Promise<TableDescription | null> {
    const found = await this.catalogueOf(database).find(name, schema);
    return found === undefined ? null : await this.loaderOf(database).load(found);
  }

  private loaderOf(database: Named): DescriptionLoader {
    const known = this.loaders.get(database.name);
    if (known !== undefined) return known;
    const load = async (tables: readonly ListedTable[]): Promise<(TableDescription | null)[]> =>
      (await this.catalogueOf(database).describe(tables)).map((table) => table ?? null);
    const loader: DescriptionLoader = new DataLoader(load, { cacheKeyFn: ({ schema, name }) => `${schema}\0${name}` });
    this.loaders.set(database.name, loader);
    return loader;
  }

  /** Looked up each time: a database may have been taken out, and another registered, in the middle of a request. */
  private catalogueOf({ name }: Named): DatabaseCatalogue {
    return this.catalogue.of(this.registry.get(name));
  }
}
