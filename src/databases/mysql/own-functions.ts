import type { OwnFunctions } from '../server/server-engine.js';

/**
 * The stored functions that a statement calls by their name alone, where the server has none of its own by it: one that
 * came with a later version, or with MySQL and not with MariaDB. Nothing else of users' stands behind a value.
 */
export const OWN_FUNCTIONS = `SELECT LOWER(routine_name) FROM information_schema.routines
WHERE routine_schema = DATABASE() AND routine_type = 'FUNCTION'`;

export function readOwnFunctions(rows: readonly (readonly unknown[])[]): OwnFunctions {
  return { names: new Set(rows.map(([name]) => String(name))), behindValues: false };
}
