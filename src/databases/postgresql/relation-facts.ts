import { partsOfPath } from '../../sql/index.js';
import type { RelationFacts } from '../server/server-engine.js';

/**
 * What relations are, for names in `$1`. Reading a table (r), a partitioned one (p) or a materialised view (m) calls
 * nothing, unless it has row security, or an index, a check or statistics over a function that is not PostgreSQL's own,
 * which a plan may call. Writing calls triggers, rules, and the functions in defaults and checks. The same holds for what
 * inherits from it, and for tables that its foreign keys change with it. On functions that are PostgreSQL's own
 * pg_depend keeps no record. Its own functions are called by their schema: a user's may go by the same name.
 */
export const RELATION_FACTS = `
WITH RECURSIVE reached (place, relation, inherits) AS (
  SELECT n.place, pg_catalog.to_regclass(n.path)::oid, true
  FROM pg_catalog.unnest($1::text[]) WITH ORDINALITY n (path, place)
  UNION
  SELECT r.place, next.relation, r.inherits AND next.inherits FROM reached r CROSS JOIN LATERAL (
    SELECT i.inhrelid, true FROM pg_catalog.pg_inherits i WHERE i.inhparent = r.relation
    UNION ALL
    SELECT k.conrelid, false FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_constraint k ON k.oid = d.objid
    WHERE d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = r.relation
      AND d.classid = 'pg_catalog.pg_constraint'::regclass AND k.contype = 'f' AND k.confrelid = r.relation
      AND (k.confupdtype NOT IN ('a', 'r') OR k.confdeltype NOT IN ('a', 'r'))
  ) next (relation, inherits)
)
SELECT
  pg_catalog.bool_and(COALESCE(c.relkind IN ('r', 'p', 'm') AND NOT c.relrowsecurity AND NOT calls.read, false))
    FILTER (WHERE r.inherits),
  pg_catalog.bool_and(COALESCE(c.relkind IN ('r', 'p') AND NOT c.relrowsecurity AND NOT c.relhasrules AND NOT calls.written
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal), false))
FROM (SELECT DISTINCT place, relation, inherits FROM reached) r
LEFT JOIN pg_catalog.pg_class c ON c.oid = r.relation
CROSS JOIN LATERAL (
  SELECT COALESCE(pg_catalog.bool_or(part.class <> 'pg_catalog.pg_attrdef'::regclass), false), pg_catalog.count(*) > 0
  FROM (
    SELECT 'pg_catalog.pg_class'::regclass, c.oid
    UNION ALL SELECT 'pg_catalog.pg_class'::regclass, i.indexrelid FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid
    UNION ALL SELECT 'pg_catalog.pg_constraint'::regclass, k.oid FROM pg_catalog.pg_constraint k WHERE k.conrelid = c.oid
    UNION ALL SELECT 'pg_catalog.pg_statistic_ext'::regclass, s.oid FROM pg_catalog.pg_statistic_ext s
      WHERE s.stxrelid = c.oid
    UNION ALL SELECT 'pg_catalog.pg_attrdef'::regclass, a.oid FROM pg_catalog.pg_attrdef a WHERE a.adrelid = c.oid
  ) part (class, object) JOIN pg_catalog.pg_depend d
    ON d.classid = part.class AND d.objid = part.object AND d.refclassid = 'pg_catalog.pg_proc'::regclass
) calls (read, written)
GROUP BY r.place ORDER BY r.place`;

export function readFacts([read, write]: readonly (string | null)[]): RelationFacts {
  return { plainToRead: read === 't', plainToWrite: write === 't' };
}

/** A name as the analysis tells it, with each part quoted: it is folded already. */
export function relationPath(name: string): string {
  return partsOfPath(name)
    .map((part) => `"${part.replace(/"/g, '""')}"`)
    .join('.');
}
