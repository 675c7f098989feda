import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DragomanError } from '../../errors/index.js';
import { makeFolder } from '../../files/index.js';
import { isNativeError } from './sqlite-errors.js';

/** The system's refusals (https://man7.org/linux/man-pages/man3/errno.3.html), as they go on “There can be no …”. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'the system lets nobody make it',
  ENOTDIR: 'a part of the path is a file, where a folder has to be',
  ENAMETOOLONG: 'a name in it, or the whole of it, is too long for the system',
  ELOOP: 'its symbolic links lead in a circle',
  EACCES: 'the service’s user has no right to it',
  EPERM: 'the service’s user has no right to it',
  EROFS: 'it is on a file system that can only be read',
  ENOSPC: 'the disk is full',
};
const LONGEST_SHOWN = 120;

/**
 * Makes sure that there is a file at the path, or can be one: the engine itself says no more than that it
 * can't open it, and the driver's layer makes folders in a way that may never end.
 * @param mayMake whether the folders above a file that is not there yet are to be made
 * @returns whether the file is there
 * @throws DragomanError DATABASE_UNAVAILABLE
 */
export async function settleFile(path: string, mayMake: boolean): Promise<boolean> {
  const found = await ifThere(path);
  if (found !== undefined && !found.isFile()) {
    const what = found.isDirectory() ? 'a folder' : 'a device, a pipe or a socket';
    throw refused(`${shown(path)} is ${what} and no file.`);
  }
  if (found === undefined && mayMake) {
    const folder = dirname(path);
    await makeFolder(folder).catch((error: unknown) => cannotBe('folder', placeOf(error) ?? folder, error));
    await access(folder, constants.W_OK).catch((error: unknown) => cannotBe('file', path, error));
  }
  return found !== undefined;
}

async function ifThere(path: string) {
  return await stat(path).catch((error: unknown) =>
    codeOf(error) === 'ENOENT' ? undefined : cannotBe('file', path, error),
  );
}

function cannotBe(what: 'file' | 'folder', path: string, error: unknown): never {
  const reason = REASONS[codeOf(error) ?? ''];
  if (reason === undefined) throw error;
  throw refused(`There can be no ${what} at ${shown(path)}: ${reason}.`, error);
}

function refused(message: string, cause?: unknown): DragomanError {
  const hint =
    'Register the database with another path, or mend what is at this one; Dragoman tries it again by itself.';
  return new DragomanError('DATABASE_UNAVAILABLE', message, { hint, cause });
}

/** Says which file it is that the engine can't open; what else it says is passed through. */
export function cannotOpen(path: string, error: unknown): never {
  if (!isNativeError(error) || error.code !== 'SQLITE_CANTOPEN') throw error;
  throw refused(`SQLite can't open the file ${shown(path)}, or one that it keeps beside it.`, error);
}

function shown(path: string): string {
  return path.length > LONGEST_SHOWN ? `${path.slice(0, LONGEST_SHOWN)}…` : path;
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

/** The folder that the system refused. */
function placeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).path;
}
