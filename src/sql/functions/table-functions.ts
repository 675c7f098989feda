import type { FunctionRow } from './function-row.js';
import { argument, elementOf } from './return-rules.js';
import { each, fromExtension, rowsPure, rowsVolatile } from './row-builders.js';

/**
 * Functions that answer with rows: PostgreSQL's set-returning ones, JSON_TABLE, and SQLite's table-valued
 * ones. `returns` is the type of the one column, or OTHER where there are several.
 */
export const tableFunctions: readonly FunctionRow[] = [
  // PostgreSQL's by numbers and by times; SQLite's, in its shell, of integers alone.
  rowsPure('series', argument(0), 'NEVER', { pg: 'generate_series', lite: 'generate_series' }),
  rowsPure('subscripts', 'INTEGER', 'NEVER', { pg: 'generate_subscripts' }),
  rowsPure('elements_of_array', elementOf(0), 'MAY', { pg: 'unnest' }),
  rowsPure('parts_of_text', 'TEXT', 'MAY', { pg: 'string_to_table' }),
  ...each(
    rowsPure,
    'pg',
    'JSON',
    'MAY',
    'json_array_elements jsonb_array_elements jsonb_path_query jsonb_path_query_tz',
  ),
  ...each(
    rowsPure,
    'pg',
    'TEXT',
    'MAY',
    'json_array_elements_text jsonb_array_elements_text json_object_keys jsonb_object_keys',
  ),
  ...each(
    rowsPure,
    'pg',
    'OTHER',
    'MAY',
    `json_each_pair=json_each jsonb_each_pair=jsonb_each json_each_text jsonb_each_text json_populate_recordset
     jsonb_populate_recordset json_to_recordset jsonb_to_recordset xmltable aclexplode pg_options_to_table
     pg_mcv_list_items`,
  ),
  rowsPure('json_table', 'OTHER', 'MAY', { pg: 'json_table', my: 'json_table' }),
  ...each(
    rowsPure,
    'lite',
    'OTHER',
    'MAY',
    'json_each_sqlite=json_each json_tree jsonb_each_sqlite=jsonb_each jsonb_tree',
  ),
  // How full the pages of the file are, and the statements that are prepared.
  rowsVolatile('dbstat', 'OTHER', 'MAY', { lite: 'dbstat' }),
  ...fromExtension([
    ...each(rowsPure, 'lite', 'OTHER', 'MAY', 'completion carray wholenumber prefixes bytecode tables_used'),
    ...each(
      rowsVolatile,
      'lite',
      'OTHER',
      'MAY',
      'sqlite_dbpage sqlite_dbdata sqlite_dbptr sqlite_stmt sqlite_memstat',
    ),
  ]),
];
