import { readFile } from 'node:fs/promises';

export interface User {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Whom a server runs as where the tests run as root, which PostgreSQL and MySQL refuse: the first of these users
 * that the machine knows. Undefined where the tests do not run as root.
 */
export async function unprivilegedUser(...names: string[]): Promise<User | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const wanted of [...names, 'nobody']) {
    const [, , uid, gid] = lines.find(([name]) => name === wanted) ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(
    `/etc/passwd has none of ${[...names, 'nobody'].join(', ')}: run the tests as another user than root.`,
  );
}
