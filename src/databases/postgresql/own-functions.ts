import type { OwnFunctions } from '../server/server-engine.js';

/**
 * The functions that users made (PostgreSQL's own have numbers below 16384), but for those of extensions, and whether
 * values call them: operators, casts, the orders and hashes of types, types' own text, domains' checks.
 */
export const OWN_FUNCTIONS = `
WITH behind (function) AS (
  SELECT oprcode::oid FROM pg_catalog.pg_operator
  UNION ALL SELECT castfunc FROM pg_catalog.pg_cast
  UNION ALL SELECT amproc::oid FROM pg_catalog.pg_amproc
  UNION ALL SELECT pg_catalog.unnest(ARRAY[rngcanonical::oid, rngsubdiff::oid]) FROM pg_catalog.pg_range
  UNION ALL SELECT pg_catalog.unnest(ARRAY[typinput::oid, typoutput::oid, typsend::oid, typmodin::oid]) FROM pg_catalog.pg_type
  UNION ALL SELECT d.refobjid FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_depend d
    ON d.classid = 'pg_catalog.pg_constraint'::regclass AND d.objid = k.oid
      AND d.refclassid = 'pg_catalog.pg_proc'::regclass WHERE k.contypid <> 0
)
SELECT p.proname, pg_catalog.bool_or(p.oid IN (SELECT function FROM behind)) FROM pg_catalog.pg_proc p
WHERE p.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
  WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
GROUP BY 1`;

export function readOwnFunctions(rows: readonly (readonly (string | null)[])[]): OwnFunctions {
  return {
    names: new Set(rows.map(([name]) => (name ?? '').toLowerCase())),
    behindValues: rows.some(([, behind]) => behind === 't'),
  };
}
