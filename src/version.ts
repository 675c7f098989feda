import { readFileSync } from 'node:fs';

/** The version of the package, as its package.json has it. */
export function version(): string {
  const { version: present } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return present;
}
