/** What SQLite's pragmas tell of tables whose names are the JSON array `?1` (https://sqlite.org/pragma.html#pragfunc). */
const NAMED = 'FROM json_each(?1) AS named';

export const LIST =
  "SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name";

/** `type` is `table`, `view`, `virtual` or `shadow`; `wr` says WITHOUT ROWID. */
export const TABLES = `SELECT l.name, l.type, l.wr, l.strict, s.sql ${NAMED}
JOIN pragma_table_list AS l ON l.name = named.value AND l.schema = 'main'
LEFT JOIN sqlite_schema AS s ON s.name = l.name AND s.type IN ('table', 'view')`;

/** Hidden: 1 of a virtual table, 2 generated, 3 generated and stored. */
export const COLUMNS = `SELECT named.value AS tbl, c.name, c.type, c."notnull" AS required, c.dflt_value AS value, c.pk, c.hidden
${NAMED}, pragma_table_xinfo(named.value, 'main') AS c ORDER BY named.key, c.cid`;

export const INDEXES = `SELECT named.value AS tbl, i.name, i."unique" AS is_unique, i.origin, s.sql
${NAMED}, pragma_index_list(named.value, 'main') AS i
LEFT JOIN sqlite_schema AS s ON s.type = 'index' AND s.name = i.name ORDER BY named.key, i.name`;

/** The parts that an index is ordered by; without a name, an expression. */
export const INDEX_PARTS = `SELECT i.name AS idx, p.name, p."desc" AS descending
${NAMED}, pragma_index_list(named.value, 'main') AS i, pragma_index_xinfo(i.name, 'main') AS p
WHERE p.key = 1 ORDER BY named.key, i.name, p.seqno`;

/** The keys of one table are numbered against the order of its text. */
export const FOREIGN_KEYS = `SELECT named.value AS tbl, f.id, COALESCE(t.name, f."table") AS parent, f."from", f."to", f.on_update, f.on_delete
${NAMED}, pragma_foreign_key_list(named.value, 'main') AS f
LEFT JOIN sqlite_schema AS t ON t.type = 'table' AND t.name = f."table" COLLATE NOCASE ORDER BY named.key, f.id DESC, f.seq`;

export const PRIMARY_KEYS = `SELECT named.value AS tbl, c.name
${NAMED}, pragma_table_xinfo(named.value, 'main') AS c WHERE c.pk > 0 ORDER BY named.key, c.pk`;

export const HAS_STATISTICS = "SELECT 1 AS has FROM sqlite_schema WHERE name = 'sqlite_stat1'";

/** What ANALYZE counted: the first number of an index, or of the table itself (https://sqlite.org/fileformat2.html#stat1tab). */
export const ROW_COUNTS = `SELECT named.value AS tbl, max(CAST(s.stat AS INTEGER)) AS rows
${NAMED} JOIN sqlite_stat1 AS s ON s.tbl = named.value GROUP BY named.value`;
