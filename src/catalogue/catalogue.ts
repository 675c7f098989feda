import type { DatabaseAdapter, RegisteredDatabase } from '../databases/index.js';
import { DatabaseCatalogue } from './database-catalogue.js';

/** The catalogues of all databases; each is made when it is first asked for, and goes with its adapter. */
export class Catalogue {
  private readonly databases = new WeakMap<DatabaseAdapter, DatabaseCatalogue>();

  of({ adapter, options }: Pick<RegisteredDatabase, 'adapter' | 'options'>): DatabaseCatalogue {
    const known = this.databases.get(adapter);
    if (known !== undefined) return known;
    const made = new DatabaseCatalogue(adapter, options.timeoutMs);
    this.databases.set(adapter, made);
    return made;
  }

  /** After a change of the schema. */
  forget({ adapter }: Pick<RegisteredDatabase, 'adapter'>): void {
    this.databases.get(adapter)?.forget();
  }
}
