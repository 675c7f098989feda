import type { ColumnReference, DerivedTable, Name, Node, Query, TableName } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import type { Origin } from '../../typing/index.js';
import { derivedTable, name } from '../made-nodes.js';
import type { Translator } from '../translator.js';

/** A table in which a database tells what it has, and the queries that tell the same of the target's. */
interface SystemTable {
  /** The columns that such a query has; others tell of the source's engine alone. */
  readonly columns: readonly string[];
  readonly queries: Readonly<Partial<Record<DialectName, string>>>;
}

/**
 * https://www.sqlite.org/schematab.html: its tables, views, triggers and the indexes that were created; those of constraints have names
 * that the engine gives.
 */
const SQLITE_SCHEMA: SystemTable = {
  columns: ['type', 'name', 'tbl_name'],
  queries: {
    POSTGRESQL: `(
      SELECT CASE table_type WHEN 'VIEW' THEN 'view' ELSE 'table' END AS type, CAST(table_name AS text) AS name,
        CAST(table_name AS text) AS tbl_name
      FROM information_schema.tables WHERE table_schema = current_schema()
      UNION ALL
      SELECT 'index', CAST(i.indexname AS text), CAST(i.tablename AS text)
      FROM pg_indexes i WHERE i.schemaname = current_schema() AND NOT EXISTS (
        SELECT 1 FROM information_schema.table_constraints c
        WHERE c.constraint_schema = i.schemaname AND c.constraint_name = i.indexname)
      UNION ALL
      SELECT DISTINCT 'trigger', CAST(trigger_name AS text), CAST(event_object_table AS text)
      FROM information_schema.triggers WHERE trigger_schema = current_schema())`,
    MYSQL: `(
      SELECT CASE table_type WHEN 'VIEW' THEN 'view' ELSE 'table' END AS type, table_name AS name, table_name AS tbl_name
      FROM information_schema.tables WHERE table_schema = DATABASE()
      UNION ALL
      SELECT DISTINCT 'index', i.index_name, i.table_name
      FROM information_schema.statistics i WHERE i.table_schema = DATABASE() AND NOT EXISTS (
        SELECT 1 FROM information_schema.table_constraints c WHERE c.table_schema = i.table_schema
          AND c.table_name = i.table_name AND c.constraint_name = i.index_name)
      UNION ALL
      SELECT 'trigger', trigger_name, event_object_table
      FROM information_schema.triggers WHERE trigger_schema = DATABASE())`,
  },
};

/** What `schema` calls the schema that is the session's own, so that it is the same as what the source's function for it gives. */
const tables = (schema: Readonly<Partial<Record<DialectName, string>>>): SystemTable => ({
  columns: ['table_schema', 'table_name', 'table_type'],
  queries: {
    POSTGRESQL: `(
      SELECT CASE table_schema WHEN current_schema() THEN ${schema.POSTGRESQL ?? ''} ELSE table_schema END AS table_schema,
        CAST(table_name AS text) AS table_name, CAST(table_type AS text) AS table_type
      FROM information_schema.tables)`,
    MYSQL: `(
      SELECT CASE table_schema WHEN DATABASE() THEN ${schema.MYSQL ?? ''} ELSE table_schema END AS table_schema, table_name,
        table_type
      FROM information_schema.tables)`,
    SQLITE: `(
      SELECT ${schema.SQLITE ?? ''} AS table_schema, name AS table_name,
        CASE type WHEN 'view' THEN 'VIEW' ELSE 'BASE TABLE' END AS table_type
      FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT GLOB 'sqlite_*')`,
  },
});

const columns = (schema: Readonly<Partial<Record<DialectName, string>>>): SystemTable => ({
  columns: ['table_schema', 'table_name', 'column_name', 'ordinal_position', 'is_nullable'],
  queries: {
    POSTGRESQL: `(
      SELECT CASE table_schema WHEN current_schema() THEN ${schema.POSTGRESQL ?? ''} ELSE table_schema END AS table_schema,
        CAST(table_name AS text) AS table_name, CAST(column_name AS text) AS column_name,
        CAST(ordinal_position AS int) AS ordinal_position, CAST(is_nullable AS text) AS is_nullable
      FROM information_schema.columns)`,
    MYSQL: `(
      SELECT CASE table_schema WHEN DATABASE() THEN ${schema.MYSQL ?? ''} ELSE table_schema END AS table_schema, table_name,
        column_name, ordinal_position, is_nullable
      FROM information_schema.columns)`,
    SQLITE: `(
      SELECT ${schema.SQLITE ?? ''} AS table_schema, t.name AS table_name, c.name AS column_name,
        c.cid + 1 AS ordinal_position, CASE WHEN c."notnull" OR c.pk THEN 'NO' ELSE 'YES' END AS is_nullable
      FROM sqlite_master AS t JOIN pragma_table_info(t.name) AS c
      WHERE t.type IN ('table', 'view') AND t.name NOT GLOB 'sqlite_*')`,
  },
});

/** As \`DATABASE()\` is called in the target. */
const OF_MYSQL = { POSTGRESQL: 'CAST(current_database() AS text)', SQLITE: "'main'" } as const;
/** The schema in which tables are that are made in none. */
const OF_POSTGRESQL = { MYSQL: "'public'", SQLITE: "'public'" } as const;

const SYSTEM_TABLES: Readonly<Record<DialectName, Readonly<Record<string, SystemTable>>>> = {
  SQLITE: { sqlite_master: SQLITE_SCHEMA, sqlite_schema: SQLITE_SCHEMA },
  MYSQL: { 'information_schema.tables': tables(OF_MYSQL), 'information_schema.columns': columns(OF_MYSQL) },
  POSTGRESQL: {
    'information_schema.tables': tables(OF_POSTGRESQL),
    'information_schema.columns': columns(OF_POSTGRESQL),
  },
};

/** Tables that more than one engine has under the same name, of the same meaning. */
const SHARED = 'information_schema.';
const HAS_INFORMATION_SCHEMA: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: true, SQLITE: false };

function pathOf(parts: readonly Name[], t: Translator): string {
  const path = parts.map((part) => t.scope.fold(part).toLowerCase());
  return (t.source === 'SQLITE' && path[0] === 'main' ? path.slice(1) : path).join('.');
}

/** A table of the source's own in which it tells what it has: as a query of the target's; undefined for any other. */
export function systemTable({ name: called, alias, span }: TableName, t: Translator): DerivedTable | undefined {
  const path = pathOf(called.parts, t);
  if (t.source === t.target || !isSystemTable(path, t)) return undefined;
  const query = SYSTEM_TABLES[t.source][path]?.queries[t.target];
  if (query !== undefined) {
    const last = called.parts[called.parts.length - 1] as Name;
    const made = t.form(query, [], called) as { readonly query: Query };
    return derivedTable(made.query, alias === undefined ? name(last.value.toLowerCase(), span) : t.node(alias), span);
  }
  if (path.startsWith(SHARED) && HAS_INFORMATION_SCHEMA[t.target]) return undefined;
  return t.refuse(
    called,
    `\`${path}\` is a table in which the source’s engine tells of itself.`,
    'Ask the target in its own dialect, or the API for its tables.',
  );
}

/** One that the engine has, and no table of the database's that goes by such a name. */
function isSystemTable(path: string, t: Translator): boolean {
  if (!t.from.statements.systemTables.test(path)) return false;
  return t.scope.context.catalogue?.table(path.split('.')) === undefined;
}

/** Refuses a column of such a table that tells of the source's engine alone. */
export function refuseSystemColumn(node: ColumnReference, t: Translator): void {
  const { table, name: called } = t.scope.resolve(node);
  const known = table && systemTableOf(table, t);
  if (known !== undefined && !known.columns.includes(called.toLowerCase()))
    refuseColumns(node, `\`${t.textOf(node)}\` is told by the source’s engine alone.`, known, t);
}

/** Refuses all columns of such a table at once. */
export function refuseSystemStar(node: Node, t: Translator): void {
  for (const { origin } of t.scope.from.sources) {
    const known = origin && systemTableOf(origin, t);
    if (known !== undefined)
      refuseColumns(node, 'Some of these columns are told by the source’s engine alone.', known, t);
  }
}

const refuseColumns = (at: Node, why: string, { columns: known }: SystemTable, t: Translator): never =>
  t.refuse(at, why, `Ask for ${known.map((one) => `\`${one}\``).join(', ')}.`);

function systemTableOf({ schema, name: called }: Origin, t: Translator): SystemTable | undefined {
  if (t.source === t.target) return undefined;
  const path = schema === undefined || schema === 'main' ? called : `${schema}.${called}`;
  const known = SYSTEM_TABLES[t.source][path.toLowerCase()];
  return known?.queries[t.target] === undefined ? undefined : known;
}
