/**
 * What the system catalogues tell of a schema. Every name of PostgreSQL's own is written with its schema: a user's
 * function may go by the same name.
 */

/** https://www.postgresql.org/docs/current/catalog-pg-class.html: tables, partitioned and foreign ones, both kinds of views. */
const RELATIONS = "('r', 'p', 'f', 'v', 'm')";

const USERS_SCHEMA = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

/** Who may do nothing with a table does not see it either, as in information_schema. */
const SEEN = `(pg_catalog.pg_has_role(c.relowner, 'USAGE')
  OR pg_catalog.has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
  OR pg_catalog.has_any_column_privilege(c.oid, 'SELECT, INSERT, UPDATE, REFERENCES'))`;

/**
 * A digest over the versions of the rows that describe users' relations: each change of a catalogue's row is a new row
 * with the number of the transaction that made it. Temporary tables of others are left out, else they would change it
 * all the time. Rows below 16384 are PostgreSQL's own.
 */
export const SCHEMA_VERSION = `
WITH relation AS (
  SELECT oid, xmin, relkind FROM pg_catalog.pg_class WHERE oid >= 16384 AND relpersistence <> 't'
), described AS (SELECT oid FROM relation WHERE relkind IN ${RELATIONS}),
row_version (xmin) AS (
  SELECT xmin FROM relation
  UNION ALL SELECT a.xmin FROM pg_catalog.pg_attribute a JOIN described r ON r.oid = a.attrelid WHERE a.attnum > 0
  UNION ALL SELECT d.xmin FROM pg_catalog.pg_attrdef d JOIN described r ON r.oid = d.adrelid
  UNION ALL SELECT k.xmin FROM pg_catalog.pg_constraint k JOIN described r ON r.oid = k.conrelid
  UNION ALL SELECT w.xmin FROM pg_catalog.pg_rewrite w JOIN described r ON r.oid = w.ev_class
  UNION ALL SELECT i.xmin FROM pg_catalog.pg_index i JOIN described r ON r.oid = i.indrelid
  UNION ALL SELECT t.xmin FROM pg_catalog.pg_type t WHERE t.oid >= 16384 AND t.typtype IN ('d', 'e')
  UNION ALL SELECT e.xmin FROM pg_catalog.pg_enum e
  UNION ALL SELECT d.xmin FROM pg_catalog.pg_description d
    WHERE d.objoid >= 16384 AND d.classoid = 'pg_catalog.pg_class'::regclass
  UNION ALL SELECT n.xmin FROM pg_catalog.pg_namespace n WHERE n.nspname !~ '^pg_(toast_)?temp'
)
SELECT pg_catalog.count(*) || ':' || COALESCE(pg_catalog.sum(pg_catalog.hashtext(xmin::text)::bigint), 0)
FROM row_version`;

/** One row a schema: its name, and its place in the search path where it is there. */
export const SCHEMAS = `
SELECT n.nspname, pg_catalog.array_position(pg_catalog.current_schemas(false), n.nspname)
FROM pg_catalog.pg_namespace n WHERE ${USERS_SCHEMA} AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') ORDER BY 1`;

/** The relations of the schemas in `$1`. */
export const LIST = `
SELECT c.relname, c.relkind, c.relispartition
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = ANY ($1::text[]) AND c.relkind IN ${RELATIONS} AND ${USERS_SCHEMA}
  AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND ${SEEN}
ORDER BY 1`;

const object = (fields: Readonly<Record<string, string>>): string =>
  `pg_catalog.json_build_object(${Object.entries(fields)
    .map(([name, sql]) => `'${name}', ${sql}`)
    .join(', ')})`;

const list = (item: string, order: string): string => `COALESCE(pg_catalog.json_agg(${item} ORDER BY ${order}), '[]')`;

/** The names of the columns whose numbers are in an array, in its order. */
const columnNames = (relation: string, numbers: string): string => `(
  SELECT ${list('a.attname', 'part.place')} FROM pg_catalog.unnest(${numbers}) WITH ORDINALITY part (number, place)
  JOIN pg_catalog.pg_attribute a ON a.attrelid = ${relation} AND a.attnum = part.number)`;

const COLUMNS = `(SELECT ${list(
  object({
    name: 'a.attname',
    type: 'a.atttypid::bigint',
    words: 'pg_catalog.format_type(a.atttypid, a.atttypmod)',
    required: "a.attnotnull OR (t.typtype = 'd' AND t.typnotnull)",
    value: 'pg_catalog.pg_get_expr(d.adbin, d.adrelid)',
    generated: "a.attgenerated <> ''",
    identity: "a.attidentity <> ''",
    collation:
      'CASE WHEN a.attcollation NOT IN (0, 100) THEN (SELECT l.collname FROM pg_catalog.pg_collation l WHERE l.oid = a.attcollation) END',
    labels: `CASE WHEN t.typtype IN ('e', 'd') THEN (SELECT pg_catalog.json_agg(e.enumlabel ORDER BY e.enumsortorder)
      FROM pg_catalog.pg_enum e WHERE e.enumtypid IN (t.oid, t.typbasetype)) END`,
    comment: 'pg_catalog.col_description(a.attrelid, a.attnum)',
  }),
  'a.attnum',
)}
  FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)`;

const INDEX_PARTS = `(SELECT ${list(
  object({
    column: 'a.attname',
    expression: 'CASE WHEN k.number = 0 THEN pg_catalog.pg_get_indexdef(i.indexrelid, k.place::integer, true) END',
    descending: '(i.indoption[k.place - 1] & 1) = 1',
  }),
  'k.place',
)}
  FROM pg_catalog.unnest(i.indkey) WITH ORDINALITY k (number, place)
  LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number AND k.number <> 0)`;

const INDEXES = `(SELECT ${list(
  object({
    name: 'x.relname',
    unique: 'i.indisunique',
    primary: 'i.indisprimary',
    method: 'm.amname',
    keys: 'i.indnkeyatts',
    predicate: 'pg_catalog.pg_get_expr(i.indpred, i.indrelid, true)',
    parts: INDEX_PARTS,
  }),
  'x.relname',
)}
  FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid JOIN pg_catalog.pg_am m ON m.oid = x.relam
  WHERE i.indrelid = c.oid AND i.indislive)`;

/** A key to a partitioned table has a copy for each partition, of which nobody needs to hear. */
const FOREIGN_KEYS = `(SELECT ${list(
  object({
    name: 'k.conname',
    columns: columnNames('k.conrelid', 'k.conkey'),
    schema: 's.nspname',
    table: 'r.relname',
    referenced: columnNames('k.confrelid', 'k.confkey'),
    onDelete: 'k.confdeltype',
    onUpdate: 'k.confupdtype',
  }),
  'k.conname',
)}
  FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class r ON r.oid = k.confrelid
  JOIN pg_catalog.pg_namespace s ON s.oid = r.relnamespace
  WHERE k.conrelid = c.oid AND k.contype = 'f'
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint p WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid))`;

const CHECKS = `(SELECT ${list(
  object({ name: 'k.conname', expression: 'pg_catalog.pg_get_expr(k.conbin, k.conrelid, true)' }),
  'k.conname',
)} FROM pg_catalog.pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c')`;

const READS_FROM = `(SELECT ${list(object({ schema: 'r.schema', name: 'r.name' }), 'r.schema, r.name')}
  FROM (SELECT DISTINCT s.nspname, r.relname FROM pg_catalog.pg_rewrite w JOIN pg_catalog.pg_depend d
    ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.objid = w.oid AND d.refclassid = 'pg_catalog.pg_class'::regclass
  JOIN pg_catalog.pg_class r ON r.oid = d.refobjid AND r.oid <> c.oid AND r.relkind IN ${RELATIONS}
  JOIN pg_catalog.pg_namespace s ON s.oid = r.relnamespace
  WHERE w.ev_class = c.oid) r (schema, name))`;

/** Functions of users' whose first value may be a row of it, or of what it inherits from. A column hides one of its name. */
const ROW_FUNCTIONS = `(SELECT ${list('DISTINCT p.proname', 'p.proname')} FROM pg_catalog.pg_proc p
  JOIN pg_catalog.pg_type t ON t.oid = p.proargtypes[0]
  WHERE p.oid >= 16384 AND p.pronargs > 0
    AND (t.typrelid = c.oid OR t.typrelid IN (SELECT i.inhparent FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid)
      OR (t.typtype = 'p' AND (t.typname = 'record' OR t.typname LIKE 'any%')))
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attname = p.proname))`;

/** Of a partitioned table the partitions' together; below 0 where nobody has counted yet. */
const ESTIMATED_ROWS = `CASE c.relkind WHEN 'v' THEN NULL WHEN 'p' THEN
  (SELECT pg_catalog.sum(p.reltuples) FILTER (WHERE p.reltuples >= 0) FROM pg_catalog.pg_partition_tree(c.oid) t
    JOIN pg_catalog.pg_class p ON p.oid = t.relid AND t.isleaf)
  ELSE NULLIF(c.reltuples, -1) END`;

/** One row of JSON for each relation that `$1` names: schema, name, schema, name, … */
export const DESCRIBE = `
WITH parts AS (SELECT part, place - 1 AS place FROM pg_catalog.unnest($1::text[]) WITH ORDINALITY p (part, place)),
named AS (SELECT s.part AS schema, t.part AS name FROM parts s JOIN parts t ON t.place = s.place + 1 WHERE s.place % 2 = 0)
SELECT ${object({
  schema: 'n.nspname',
  name: 'c.relname',
  kind: 'c.relkind',
  partition: 'c.relispartition',
  columns: COLUMNS,
  indexes: INDEXES,
  foreignKeys: FOREIGN_KEYS,
  checks: CHECKS,
  estimatedRows: ESTIMATED_ROWS,
  comment: "pg_catalog.obj_description(c.oid, 'pg_class')",
  definition: "CASE WHEN c.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(c.oid, true) END",
  readsFrom: `CASE WHEN c.relkind IN ('v', 'm') THEN ${READS_FROM} END`,
  rowFunctions: ROW_FUNCTIONS,
})}
FROM named JOIN pg_catalog.pg_namespace n ON n.nspname = named.schema
JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = named.name AND c.relkind IN ${RELATIONS}`;
