import { plainCases } from './case.js';

/** Statements as applications write them for PostgreSQL, of kinds that the other files have not. */
export const postgresqlUnseen = plainCases(String.raw`
-- quotients of what is cast
SELECT id, i / j AS q, i % j AS r, i::numeric / j AS x FROM samples WHERE j <> 0 ORDER BY id
-- a column of a recursive table that is called by what is cast
WITH RECURSIVE tree AS (SELECT id, name, manager_id, 1 AS depth, name::text AS path FROM employees WHERE manager_id IS NULL UNION ALL SELECT e.id, e.name, e.manager_id, t.depth + 1, t.path || ' > ' || e.name FROM employees e JOIN tree t ON e.manager_id = t.id) SELECT repeat('  ', depth - 1) || name AS label, path FROM tree ORDER BY path
`);
