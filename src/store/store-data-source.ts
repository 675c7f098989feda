import sqlite3 from 'sqlite3';
import { DataSource } from 'typeorm';
import { AuditEntryEntity } from './audit-entry-entity.js';
import { RegisteredDatabases1764000000000 } from './migrations/1764000000000-registered-databases.js';
import { AuditEntries1764100000000 } from './migrations/1764100000000-audit-entries.js';
import { RegisteredDatabaseEntity } from './registered-database-entity.js';

/** Without `verbose()`, which TypeORM calls: it makes the driver capture a stack trace on every call of the process. */
const quietDriver = { ...sqlite3, verbose: (): object => quietDriver };

/**
 * The DataSource of the service's own store. `ormconfig.ts` hands it to the TypeORM command line.
 * @param url `sqlite:PATH` or `sqlite::memory:`
 */
export function storeDataSource(url: string): DataSource {
  return new DataSource({
    type: 'sqlite',
    driver: quietDriver,
    database: url.replace(/^sqlite:/, ''),
    enableWAL: !url.endsWith(':memory:'),
    busyTimeout: 2000,
    entities: [RegisteredDatabaseEntity, AuditEntryEntity],
    migrations: [RegisteredDatabases1764000000000, AuditEntries1764100000000],
    migrationsRun: true,
  });
}
