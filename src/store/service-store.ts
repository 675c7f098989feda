import { chmod, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  Between,
  LessThan,
  LessThanOrEqual,
  MoreThanOrEqual,
  type DataSource,
  type EntityMetadata,
  type FindOperator,
} from 'typeorm';
import { makeFolder } from '../files/index.js';
import { AuditEntryEntity } from './audit-entry-entity.js';
import type { AuditEntry, AuditFilter, KeptAuditEntry } from './audit-entry.js';
import { RegisteredDatabaseEntity } from './registered-database-entity.js';
import { storeDataSource } from './store-data-source.js';

/** The service's own data, in a database of its own. */
export class ServiceStore {
  private readonly insertEntries: string;

  private constructor(
    /** Where it is: `sqlite:PATH` or `sqlite::memory:`. */
    readonly url: string,
    private readonly source: DataSource,
  ) {
    this.insertEntries = insertEachOf(source.getMetadata(AuditEntryEntity));
  }

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

  /** All of them, or none. */
  async keepAuditEntries(entries: readonly AuditEntry[]): Promise<void> {
    await this.source.query(this.insertEntries, [JSON.stringify(entries)]);
  }

  /** The latest first. */
  async auditEntries({ since, until, beforeId, ...exact }: AuditFilter, most: number): Promise<KeptAuditEntry[]> {
    return await this.source.getRepository(AuditEntryEntity).find({
      where: {
        ...present(exact),
        ...present({ at: between(since, until), id: beforeId === undefined ? undefined : LessThan(beforeId) }),
      },
      order: { id: 'DESC' },
      take: most,
    });
  }

  /** @param before ISO 8601, UTC */
  async removeAuditEntries(before: string): Promise<void> {
    await this.source.getRepository(AuditEntryEntity).delete({ at: LessThan(before) });
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }
}

/**
 * Inserts each object of a JSON array, its one parameter: an entry costs a third of what binding its values one by one
 * does, and any number of them is one statement.
 */
function insertEachOf({ tablePath, columns }: EntityMetadata): string {
  const given = columns.filter(({ isGenerated }) => !isGenerated);
  const names = given.map(({ databaseName }) => `"${databaseName}"`);
  const values = given.map(({ propertyName }) => `json_extract(value, '$.${propertyName}')`);
  return `INSERT INTO "${tablePath}" (${names.join(', ')}) SELECT ${values.join(', ')} FROM json_each(?)`;
}

function between(since: string | undefined, until: string | undefined): FindOperator<string> | undefined {
  if (since !== undefined && until !== undefined) return Between(since, until);
  if (since !== undefined) return MoreThanOrEqual(since);
  return until === undefined ? undefined : LessThanOrEqual(until);
}

/** Without what is not given: TypeORM would look for it. */
function present<Given extends object>(given: Given): { [K in keyof Given]?: Exclude<Given[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof Given]?: Exclude<Given[K], undefined>;
  };
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
