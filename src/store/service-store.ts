import { chmod, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DataSource } from 'typeorm';
import { makeFolder } from '../files/index.js';
import { RegisteredDatabaseEntity } from './registered-database-entity.js';
import { storeDataSource } from './store-data-source.js';

/** The service's own data, in a database of its own. */
export class ServiceStore {
  private constructor(
    /** Where it is: `sqlite:PATH` or `sqlite::memory:`. */
    readonly url: string,
    private readonly source: DataSource,
  ) {}

  /** Opens the store, making or migrating it where needed. */
  static async open(url: string): Promise<ServiceStore> {
    const path = url.replace(/^sqlite:/, '');
    if (path !== ':memory:') await makePrivate(path);
    const source = storeDataSource(url);
    await source.initialize();
    return new ServiceStore(url, source);
  }

  /** The options of every database that was registered by mutation, as they were given to `keepDatabase`. */
  async keptDatabases(): Promise<unknown[]> {
    const kept = await this.source.getRepository(RegisteredDatabaseEntity).find({ order: { name: 'ASC' } });
    return kept.map(({ options }) => JSON.parse(options) as unknown);
  }

  async keepDatabase(name: string, options: object): Promise<void> {
    await this.source
      .getRepository(RegisteredDatabaseEntity)
      .save({ name, options: JSON.stringify(options), registeredAt: new Date().toISOString() });
  }

  async forgetDatabase(name: string): Promise<void> {
    await this.source.getRepository(RegisteredDatabaseEntity).delete({ name });
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }
}

/**
 * The options of registered databases may hold passwords: nobody else on the machine may
 * read them. SQLite gives its log files the permissions that the database has when they
 * are made, so these come first.
 */
async function makePrivate(path: string): Promise<void> {
  await makeFolder(dirname(path));
  await (await open(path, 'a', 0o600)).close();
  await chmod(path, 0o600);
}
