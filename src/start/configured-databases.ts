import type { DatabaseConfig } from '../config/index.js';
import { refuseStore, type DatabaseOptions } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import { StartupError } from './startup-error.js';

/** What the registry is told of a database. */
export function toOptions({ demo: _, ...options }: DatabaseConfig): DatabaseOptions {
  return options;
}

/** @throws StartupError where a database is the service's own store */
export async function refuseStores(databases: readonly DatabaseConfig[], storeUrl: string): Promise<void> {
  for (const { name, url } of databases) {
    await refuseStore(url, storeUrl).catch((error: unknown) => {
      if (!(error instanceof DragomanError)) throw error;
      throw new StartupError(`${name}: ${error.message} ${error.details.hint ?? ''}`);
    });
  }
}
