import type { RelationFacts } from '../server/server-engine.js';

/**
 * What relations are, for names in `$1`. A table (r), a partitioned one (p) or a
 * materialised view (m) calls nothing when it is read, unless it has row security. Writing
 * calls triggers and rules, and the functions in defaults that are not PostgreSQL's own: on
 * those alone pg_depend keeps a record.
 */
export const RELATION_FACTS = `
SELECT c.relkind IN ('r', 'p', 'm') AND NOT c.relrowsecurity,
  c.relkind = 'r' AND NOT c.relrowsecurity AND NOT c.relhasrules
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal)
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_attrdef a JOIN pg_catalog.pg_depend d
      ON d.classid = 'pg_catalog.pg_attrdef'::regclass AND d.objid = a.oid AND d.refclassid = 'pg_catalog.pg_proc'::regclass
      WHERE a.adrelid = c.oid)
FROM unnest($1::text[]) WITH ORDINALITY n (path, place)
LEFT JOIN pg_catalog.pg_class c ON c.oid = to_regclass(n.path) ORDER BY n.place`;

export function readFacts([read, write]: readonly (string | null)[]): RelationFacts {
  return { plainToRead: read === 't', plainToWrite: write === 't' };
}

/** A name as the analysis tells it, with each part quoted: it is folded already. */
export function relationPath(name: string): string {
  return name
    .split('.')
    .map((part) => `"${part.replace(/"/g, '""')}"`)
    .join('.');
}
