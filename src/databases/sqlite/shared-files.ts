import { readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** What SQLite keeps beside a database's own file (https://sqlite.org/tempfiles.html). */
const SUFFIXES = ['', '-wal', '-shm', '-journal'] as const;
/** As many symbolic links as Linux follows. */
const MOST_LINKS = 40;

/**
 * Whether two databases have a file in common, however their paths are written: one may lead
 * to the other by links, or be the other's log. Files that are not there yet are told by their place.
 */
export async function shareFiles(path: string, other: string): Promise<boolean> {
  const [some, others] = await Promise.all([path, other].map(identitiesOf));
  return some?.some((identity) => others?.includes(identity)) ?? false;
}

async function identitiesOf(path: string): Promise<string[]> {
  const place = await placeOf(resolve(path), MOST_LINKS);
  return (await Promise.all(SUFFIXES.map((suffix) => identityOf(place + suffix)))).flat();
}

async function identityOf(place: string): Promise<string[]> {
  const found = await stat(place, { bigint: true }).catch(() => undefined);
  return [place, ...(found === undefined ? [] : [`${found.dev}:${found.ino}`])];
}

/** The path without links, also where its last parts are still to be made. */
async function placeOf(path: string, linksLeft: number): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const isToBeMade = (error as NodeJS.ErrnoException).code === 'ENOENT' && dirname(path) !== path;
    // Where no file can be there is nothing to compare; opening it says why.
    if (!isToBeMade) return path;
  }
  const folder = await placeOf(dirname(path), linksLeft);
  const target = await readlink(join(folder, basename(path))).catch(() => undefined);
  if (target === undefined || linksLeft === 0) return join(folder, basename(path));
  return await placeOf(resolve(folder, target), linksLeft - 1);
}
