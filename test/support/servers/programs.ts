import { access, constants, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Where servers lie that are not on everybody's PATH. */
const SERVER_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/local/mysql/bin', '/opt/homebrew/bin'];

/** Debian and its kin keep a folder a version of PostgreSQL; Red Hat's too. */
const VERSIONED = [
  { parent: '/usr/lib/postgresql', name: /^(\d+)$/ },
  { parent: '/usr', name: /^pgsql-(\d+)$/ },
];

/** The path of the first of these programs that is on the machine. */
export async function findProgram(...names: string[]): Promise<string | undefined> {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...SERVER_FOLDERS, ...(await versionedFolders())];
  for (const name of names) {
    for (const folder of folders.filter((each) => each !== '')) {
      const path = join(folder, name);
      if (await isExecutable(path)) return path;
    }
  }
  return undefined;
}

/** The newest version first. */
async function versionedFolders(): Promise<string[]> {
  const found: { folder: string; version: number }[] = [];
  for (const { parent, name } of VERSIONED) {
    for (const entry of await readdir(parent).catch(() => [])) {
      const version = name.exec(entry)?.[1];
      if (version !== undefined) found.push({ folder: join(parent, entry, 'bin'), version: Number(version) });
    }
  }
  return found.sort((a, b) => b.version - a.version).map(({ folder }) => folder);
}

/** Whether it is a program that this user may run. */
export async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
