import type { DatabaseAccess, Diagnosis } from '../database-adapter.js';

/** Roles of PostgreSQL's own that reach beyond the database (https://www.postgresql.org/docs/current/predefined-roles.html). */
const FAR_REACHING = [
  'pg_read_server_files',
  'pg_write_server_files',
  'pg_execute_server_program',
  'pg_signal_backend',
];

/** One row: the server's clock in milliseconds since the epoch, attributes of the user, roles, and whether it may write. */
export const DIAGNOSE = `
SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint, r.rolsuper, r.rolcreaterole, r.rolcreatedb, r.rolreplication,
  r.rolbypassrls,
  (SELECT string_agg(p.rolname, ',') FROM pg_catalog.pg_roles p
    WHERE p.rolname = ANY ($1::text[]) AND NOT r.rolsuper AND pg_has_role(r.rolname, p.oid, 'member')),
  EXISTS (SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
      AND has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE'))
FROM pg_catalog.pg_roles r WHERE r.rolname = current_user`;

export const DIAGNOSED_ROLES: readonly string[] = FAR_REACHING;

const ATTRIBUTES = ['is a superuser', 'may make roles', 'may make databases', 'may replicate', 'bypasses row security'];

export function readDiagnosis(row: readonly (string | null)[], askedAtMs: number, access: DatabaseAccess): Diagnosis {
  const [clock, ...facts] = row;
  const held = facts.slice(0, ATTRIBUTES.length);
  const [roles, writes] = facts.slice(ATTRIBUTES.length);
  const excess = [
    ...ATTRIBUTES.filter((_, index) => held[index] === 't'),
    ...(roles?.split(',') ?? []).map((role) => `has the role ${role}`),
    ...(access === 'READ_ONLY' && writes === 't'
      ? ['may write, though the database is registered for reading only']
      : []),
  ];
  return { clockDifferenceMs: Number(clock) - askedAtMs, excessRights: excess };
}
