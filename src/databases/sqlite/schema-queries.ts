/** What SQLite's pragmas tell of tables whose names are the JSON array `?1` (https://sqlite.org/pragma.html#pragfunc). */
const NAMED = 'FROM json_each(?1) AS named';

/** `type` is `table`, `view`, `virtual` or `shadow`. */
export const LIST =
  "SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name";

/** Where ANALYZE keeps what it counted, once it has. */
export const STATISTICS = 'sqlite_stat1';

/** The texts of tables and of their indexes, in one reading: nothing orders them by their names. */
export const DEFINITIONS = `SELECT name, sql FROM sqlite_schema
WHERE sql IS NOT NULL AND type <> 'trigger' AND (tbl_name IN (SELECT value FROM json_each(?1)) OR name = '${STATISTICS}')`;

/** Hidden: 1 of a virtual table, 2 generated, 3 generated and stored. */
export const COLUMNS = `SELECT named.value AS tbl, c.name, c.type, c."notnull" AS required, c.dflt_value AS value, c.pk, c.hidden
${NAMED}, pragma_table_xinfo(named.value, 'main') AS c ORDER BY named.key, c.cid`;

/** The parts that indexes are ordered by; without a name, an expression. */
export const INDEX_PARTS = `SELECT named.value AS tbl, i.name AS idx, i."unique" AS is_unique, i.origin, p.name, p."desc" AS descending
${NAMED}, pragma_index_list(named.value, 'main') AS i, pragma_index_xinfo(i.name, 'main') AS p
WHERE p.key = 1 ORDER BY named.key, i.name, p.seqno`;

/** The keys of one table are numbered against the order of its text. */
export const FOREIGN_KEYS = `SELECT named.value AS tbl, f.id, f."table" AS parent, f."from", f."to", f.on_update, f.on_delete
${NAMED}, pragma_foreign_key_list(named.value, 'main') AS f ORDER BY named.key, f.id DESC, f.seq`;

/** Which table has a foreign key to which other. */
export const REFERRING = `SELECT DISTINCT t.name AS tbl, f."table" AS parent
FROM sqlite_schema AS t, pragma_foreign_key_list(t.name, 'main') AS f WHERE t.type = 'table' AND t.sql LIKE '%references%'`;

/** All that is written down of tables, each table's own text first. */
export const TEXTS = `SELECT tbl_name AS tbl, sql FROM sqlite_schema
WHERE sql IS NOT NULL AND type <> 'view' AND tbl_name IN (SELECT value FROM json_each(?1)) ORDER BY type <> 'table', rowid`;

export const PRIMARY_KEYS = `SELECT named.value AS tbl, c.name
${NAMED}, pragma_table_xinfo(named.value, 'main') AS c WHERE c.pk > 0 ORDER BY named.key, c.pk`;

/** What ANALYZE counted: the first number of an index, or of the table itself (https://sqlite.org/fileformat2.html#stat1tab). */
export const ROW_COUNTS = `SELECT s.tbl, max(CAST(s.stat AS INTEGER)) AS rows FROM ${STATISTICS} AS s
WHERE s.tbl IN (SELECT value FROM json_each(?1)) GROUP BY s.tbl`;
