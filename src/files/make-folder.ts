import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder, with those above it that are missing, one by one: Node's `recursive` tries for ever where the system
 * says ENOENT to a folder whose parent is there, as it does below /proc.
 * @throws the system's error, with the path of the folder that can't be made
 */
export async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  for (let above = folder; !(await isThere(above)) && dirname(above) !== above; above = dirname(above)) {
    missing.unshift(above);
  }
  for (const each of missing) {
    await mkdir(each).catch((error: unknown) => {
      // Somebody else made it in the meantime.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    },
  );
}
