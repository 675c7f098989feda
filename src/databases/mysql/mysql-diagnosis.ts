import type { DatabaseAccess, Diagnosis } from '../database-adapter.js';

/** The server's clock, in milliseconds since the epoch. */
export const CLOCK = 'SELECT CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)';
/** One row for each grant of the user, in words (https://dev.mysql.com/doc/refman/8.4/en/show-grants.html). */
export const GRANTS = 'SHOW GRANTS';

/** Privileges that reach beyond any database, wherever the list of a global grant holds them. */
const FAR_REACHING = [
  'ALL PRIVILEGES',
  'SUPER',
  'FILE',
  'SHUTDOWN',
  'PROCESS',
  'RELOAD',
  'CREATE USER',
  'GRANT OPTION',
  'SYSTEM_VARIABLES_ADMIN',
  'CONNECTION_ADMIN',
];
const WRITES = /\b(ALL PRIVILEGES|INSERT|UPDATE|DELETE|DROP|CREATE|ALTER|INDEX|TRIGGER|EVENT)\b/;

const GRANT = /^GRANT (.+?) ON (?:TABLE |FUNCTION |PROCEDURE )?(\S+) TO /;

export function readDiagnosis(
  grants: readonly string[],
  clockMs: number,
  askedAtMs: number,
  access: DatabaseAccess,
): Diagnosis {
  const granted = grants.flatMap((grant) => {
    const [, privileges, place] = GRANT.exec(grant) ?? [];
    return privileges === undefined ? [] : [{ privileges, place, option: grant.includes('WITH GRANT OPTION') }];
  });
  const everywhere = granted.filter(({ place }) => place === '*.*');
  const far = FAR_REACHING.filter((name) => everywhere.some(({ privileges }) => privileges.split(', ').includes(name)));
  const excess = [
    ...far.map((name) => `has ${name} on the whole server`),
    ...(granted.some(({ option }) => option) ? ['may grant its rights to others'] : []),
    ...(access === 'READ_ONLY' && granted.some(({ privileges }) => WRITES.test(privileges))
      ? ['may write, though the database is registered for reading only']
      : []),
  ];
  return { clockDifferenceMs: clockMs - askedAtMs, excessRights: excess };
}
