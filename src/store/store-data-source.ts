import { DataSource } from 'typeorm';
import { RegisteredDatabases1764000000000 } from './migrations/1764000000000-registered-databases.js';
import { RegisteredDatabaseEntity } from './registered-database-entity.js';

/**
 * The DataSource of the service's own store. `ormconfig.ts` hands it to the TypeORM command line.
 * @param url `sqlite:PATH` or `sqlite::memory:`
 */
export function storeDataSource(url: string): DataSource {
  return new DataSource({
    type: 'sqlite',
    database: url.replace(/^sqlite:/, ''),
    enableWAL: !url.endsWith(':memory:'),
    busyTimeout: 2000,
    entities: [RegisteredDatabaseEntity],
    migrations: [RegisteredDatabases1764000000000],
    migrationsRun: true,
  });
}
