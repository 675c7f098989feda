import type { DialectName } from '../dialects/dialect.js';
import { plainType, type SqlTypeName } from './sql-type.js';
import type { RelationColumn } from './sources.js';

/**
 * The columns of functions that have several, or one with a name of its own, by the functions' names. A column is
 * `name TYPE`, with `!` where it is never NULL.
 */
const ROWS: Readonly<Record<DialectName, readonly (readonly [functions: string, columns: string])[]>> = {
  // pg_proc's OUT arguments
  POSTGRESQL: [
    ['json_each jsonb_each', 'key TEXT!, value JSON'],
    ['json_each_text jsonb_each_text', 'key TEXT!, value TEXT'],
    ['json_array_elements jsonb_array_elements', 'value JSON'],
    ['json_array_elements_text jsonb_array_elements_text', 'value TEXT'],
    ['aclexplode', 'grantor OTHER, grantee OTHER, privilege_type TEXT, is_grantable BOOLEAN'],
    ['pg_options_to_table', 'option_name TEXT, option_value TEXT'],
    ['pg_mcv_list_items', 'index INTEGER, values ARRAY, nulls ARRAY, frequency FLOAT, base_frequency FLOAT'],
    ['pg_get_keywords', 'word TEXT, catcode OTHER, barelabel BOOLEAN, catdesc TEXT, baredesc TEXT'],
    ['pg_timezone_names', 'name TEXT, abbrev TEXT, utc_offset INTERVAL, is_dst BOOLEAN'],
    ['pg_timezone_abbrevs', 'abbrev TEXT, utc_offset INTERVAL, is_dst BOOLEAN'],
    ['pg_available_extensions', 'name TEXT, default_version TEXT, comment TEXT'],
    ['ts_parse', 'tokid INTEGER, token TEXT'],
    ['ts_token_type', 'tokid INTEGER, alias TEXT, description TEXT'],
    ['ts_debug', 'alias TEXT, description TEXT, token TEXT, dictionaries ARRAY, dictionary OTHER, lexemes ARRAY'],
    ['ts_stat', 'word TEXT, ndoc INTEGER, nentry INTEGER'],
  ],
  MYSQL: [],
  // https://sqlite.org/json1.html#jeach, series.html, pragma.html
  SQLITE: [
    [
      'json_each json_tree',
      'key ?, value ?, type TEXT!, atom ?, id INTEGER!, parent INTEGER, fullkey TEXT!, path TEXT!',
    ],
    ['generate_series', 'value INTEGER!'],
    ['pragma_table_info', 'cid INTEGER, name TEXT, type TEXT, notnull INTEGER, dflt_value ?, pk INTEGER'],
    [
      'pragma_table_xinfo',
      'cid INTEGER, name TEXT, type TEXT, notnull INTEGER, dflt_value ?, pk INTEGER, hidden INTEGER',
    ],
    ['pragma_table_list', 'schema TEXT, name TEXT, type TEXT, ncol INTEGER, wr INTEGER, strict INTEGER'],
    ['pragma_index_list', 'seq INTEGER, name TEXT, unique INTEGER, origin TEXT, partial INTEGER'],
    ['pragma_index_info', 'seqno INTEGER, cid INTEGER, name TEXT'],
    ['pragma_index_xinfo', 'seqno INTEGER, cid INTEGER, name TEXT, desc INTEGER, coll TEXT, key INTEGER'],
    [
      'pragma_foreign_key_list',
      'id INTEGER, seq INTEGER, table TEXT, from TEXT, to TEXT, on_update TEXT, on_delete TEXT, match TEXT',
    ],
    ['pragma_database_list', 'seq INTEGER, name TEXT, file TEXT'],
    ['pragma_collation_list', 'seq INTEGER, name TEXT'],
    ['pragma_compile_options', 'compile_options TEXT'],
    ['pragma_function_list', 'name TEXT, builtin INTEGER, type TEXT, enc TEXT, narg INTEGER, flags INTEGER'],
    ['pragma_module_list', 'name TEXT'],
    ['pragma_pragma_list', 'name TEXT'],
  ],
};

function readColumn(text: string): RelationColumn {
  const [, name, type, never] = /^(\w+) (\w+|\?)(!?)$/.exec(text.trim()) ?? [];
  if (name === undefined) throw new TypeError(`No column of a function: ${text}`);
  return { name, type: type === '?' ? undefined : plainType(type as SqlTypeName), nullable: never !== '!' };
}

type Columns = ReadonlyMap<string, readonly RelationColumn[]>;

function columnsByFunction(dialect: DialectName): Columns {
  const rows = ROWS[dialect].flatMap(([functions, columns]) => {
    const read = columns.split(',').map(readColumn);
    return functions.split(' ').map((name) => [name, read] as const);
  });
  return new Map(rows);
}

const COLUMNS: Readonly<Record<DialectName, Columns>> = {
  POSTGRESQL: columnsByFunction('POSTGRESQL'),
  MYSQL: columnsByFunction('MYSQL'),
  SQLITE: columnsByFunction('SQLITE'),
};

/** The columns of a function of the engine's, by its name in lower case. */
export function columnsOfFunction(dialect: DialectName, name: string): readonly RelationColumn[] | undefined {
  return COLUMNS[dialect].get(name.toLowerCase());
}
