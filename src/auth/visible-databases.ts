import { databaseNotFound, type DatabaseRegistry, type RegisteredDatabase } from '../databases/index.js';
import type { Principal } from './principal.js';

/** The databases that are there for somebody; a registry is all of them. */
export type Databases = Pick<DatabaseRegistry, 'all' | 'find' | 'get'>;

/** The databases that a principal has a grant on: all others are not there for it. */
export function visibleDatabases(registry: Databases, principal: Principal): Databases {
  if (principal.administrator) return registry;
  const isSeen = (name: string): boolean => principal.grants.on(name) !== undefined;
  const all = (): RegisteredDatabase[] => registry.all().filter(({ name }) => isSeen(name));
  const find = (name: string): RegisteredDatabase | undefined => (isSeen(name) ? registry.find(name) : undefined);
  const get = (name: string): RegisteredDatabase => {
    const found = find(name);
    if (found !== undefined) return found;
    throw databaseNotFound(
      name,
      all().map((database) => database.name),
    );
  };
  return { all, find, get };
}
