import { DragomanError } from '../../errors/index.js';
import { shareFiles } from './shared-files.js';
import { readSqliteUrl } from './sqlite-location.js';

/**
 * Keeps a database from being the service's own store, which holds the addresses and passwords of others.
 * @param url of a database of any engine
 * @param storeUrl undefined where the service has no store
 * @throws DragomanError BAD_USER_INPUT
 */
export async function refuseStore(url: string, storeUrl: string | undefined): Promise<void> {
  const [path, storePath] = [url, storeUrl].map(fileOf);
  if (path === undefined || storePath === undefined || !(await shareFiles(path, storePath))) return;
  throw new DragomanError('BAD_USER_INPUT', 'The url leads to the service’s own store, which can’t be a database.', {
    hint: 'Give the database a file of its own.',
  });
}

function fileOf(url = ''): string | undefined {
  if (!url.startsWith('sqlite:')) return undefined;
  const location = readSqliteUrl(url);
  return location.kind === 'file' ? location.path : undefined;
}
