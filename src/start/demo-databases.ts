import { existsSync } from 'node:fs';
import type { DatabaseConfig } from '../config/index.js';
import { createBookshop } from '../demo/index.js';
import type { Logger } from '../http/index.js';
import { messageOf, StartupError } from './startup-error.js';

/**
 * Makes the demos whose files are not there yet.
 * @throws StartupError where a file can't be made
 */
export async function createDemos(databases: readonly DatabaseConfig[], logger: Logger): Promise<void> {
  for (const { name, demo, url } of databases) {
    const file = url.replace(/^sqlite:/, '');
    if (demo === undefined || file === ':memory:' || existsSync(file)) continue;
    try {
      const { tables, rows } = await createBookshop(file);
      logger.info(
        { database: name, tables, rows },
        `Created the demo database ${name}: ${tables} tables, ${rows} rows`,
      );
    } catch (error) {
      throw new StartupError(`The demo database can't be created at ${file}: ${messageOf(error)}`);
    }
  }
}
