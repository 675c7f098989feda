import type { FunctionRow } from './function-row.js';
import { argument, DYNAMIC, TRUTH } from './return-rules.js';
import { each, pure } from './row-builders.js';

const SPELLING_OF_JSON =
  "PostgreSQL's json and SQLite keep the order of keys and doubled ones; jsonb and MySQL sort the keys and keep the last.";

const shared: readonly FunctionRow[] = [
  pure(
    'json_object_of_pairs',
    'JSON',
    'NEVER',
    { pg: 'jsonb_build_object json_build_object', my: 'json_object', lite: 'json_object' },
    { caveat: SPELLING_OF_JSON },
  ),
  pure('json_array_of_values', 'JSON', 'NEVER', {
    pg: 'jsonb_build_array json_build_array',
    my: 'json_array',
    lite: 'json_array',
  }),
];

const postgresql: readonly FunctionRow[] = [
  // SQL's constructors; json_object is a function of arrays of text as well.
  pure('json_object_standard', 'JSON', 'MAY', { pg: 'json_object' }),
  pure('json_array_standard', 'JSON', 'NEVER', { pg: 'json_array' }),
  ...each(pure, 'pg', 'JSON', 'MAY', 'json_parse=json json_scalar json_query_standard=json_query'),
  pure('json_value_standard', 'TEXT', 'MAY', { pg: 'json_value' }),
  pure('json_exists_standard', 'BOOLEAN', 'MAY', { pg: 'json_exists' }),
  pure('json_serialize', 'TEXT', 'STRICT', { pg: 'json_serialize' }),
  ...each(
    pure,
    'pg',
    'JSON',
    'STRICT',
    `to_json/1 to_jsonb/1 row_to_json/1-2 array_to_json jsonb_object json_strip_nulls/1-2 jsonb_strip_nulls/1-2
     jsonb_set/3-4 jsonb_insert/3-4
     jsonb_concat jsonb_delete jsonb_delete_path`,
  ),
  ...each(
    pure,
    'pg',
    'JSON',
    'MAY',
    `jsonb_set_lax json_extract_path jsonb_extract_path json_array_element jsonb_array_element json_object_field
     jsonb_object_field jsonb_path_query_array/2-4 jsonb_path_query_first/2-4 jsonb_path_query_array_tz
     jsonb_path_query_first_tz`,
  ),
  ...each(
    pure,
    'pg',
    'TEXT',
    'MAY',
    `json_extract_path_text jsonb_extract_path_text json_array_element_text jsonb_array_element_text json_object_field_text
     jsonb_object_field_text`,
  ),
  ...each(pure, 'pg', 'TEXT', 'STRICT', 'json_typeof/1 jsonb_typeof/1 jsonb_pretty'),
  ...each(pure, 'pg', 'INTEGER', 'STRICT', 'json_array_length/1 jsonb_array_length/1'),
  ...each(
    pure,
    'pg',
    'BOOLEAN',
    'STRICT',
    'jsonb_contains jsonb_contained jsonb_exists jsonb_exists_any jsonb_exists_all',
  ),
  ...each(
    pure,
    'pg',
    'BOOLEAN',
    'MAY',
    `jsonb_path_exists/2-4 jsonb_path_exists_opr jsonb_path_match jsonb_path_match_opr jsonb_path_exists_tz
     jsonb_path_match_tz`,
  ),
  ...each(pure, 'pg', argument(0), 'MAY', 'json_populate_record jsonb_populate_record'),
  pure('jsonb_populate_record_valid', 'BOOLEAN', 'MAY', { pg: 'jsonb_populate_record_valid' }),
  ...each(pure, 'pg', 'OTHER', 'MAY', 'json_to_record jsonb_to_record'),
];

const mysql: readonly FunctionRow[] = [
  ...each(
    pure,
    'my',
    'JSON',
    'MAY',
    `json_extract_mysql=json_extract/2+ json_keys/1-2 json_search json_merge_preserve=json_merge_preserve,json_merge
     json_merge_patch/2+ json_array_append/3+ json_array_insert_mysql=json_array_insert json_insert_mysql=json_insert/3+
     json_replace_mysql=json_replace/3+ json_set_mysql=json_set/3+ json_remove_mysql=json_remove/2+
     json_query_mysql=json_query
     json_compact/1 json_loose/1 json_normalize/1 json_key_value json_object_filter_keys json_object_to_array
     json_array_intersect json_schema_validation_report column_json`,
  ),
  pure('json_value_mysql', 'TEXT', 'MAY', { my: 'json_value' }),
  pure('json_quote_text', 'TEXT', 'MAY', { my: 'json_quote/1' }),
  ...each(
    pure,
    'my',
    'TEXT',
    'MAY',
    'json_unquote json_type_mysql=json_type/1 json_pretty_mysql=json_pretty,json_detailed',
  ),
  ...each(pure, 'my', 'INTEGER', 'MAY', 'json_length/1-2 json_depth json_storage_size json_storage_free'),
  ...each(
    pure,
    'my',
    TRUTH,
    'MAY',
    `json_contains/2-3 json_contains_path/3+ json_overlaps/2 json_equals json_exists_mysql=json_exists/2 json_schema_valid
     member_of json_valid_mysql=json_valid/1`,
  ),
  // Dynamic columns of MariaDB, the forerunner of JSON there.
  ...each(pure, 'my', 'BINARY', 'MAY', 'column_create column_add column_delete'),
  ...each(pure, 'my', 'INTEGER', 'MAY', 'column_check column_exists'),
  ...each(pure, 'my', 'TEXT', 'MAY', 'column_list column_get'),
];

const JSON_EDITS = 'insert replace set remove patch array_insert extract';

const sqlite: readonly FunctionRow[] = [
  pure('json_sqlite', 'JSON', 'STRICT', { lite: 'json/1' }),
  pure('jsonb_sqlite', 'BINARY', 'STRICT', { lite: 'jsonb' }),
  pure('jsonb_object_sqlite', 'BINARY', 'NEVER', { lite: 'jsonb_object' }),
  pure('jsonb_array_sqlite', 'BINARY', 'NEVER', { lite: 'jsonb_array' }),
  pure('json_quote_value', 'JSON', 'NEVER', { lite: 'json_quote/1' }),
  pure('json_pretty_sqlite', 'TEXT', 'MAY', { lite: 'json_pretty' }),
  // One path answers with a value of SQL, several with an array.
  pure('json_extract_sqlite', DYNAMIC, 'MAY', { lite: 'json_extract/2' }),
  pure('json_extract_several', 'JSON', 'MAY', { lite: 'json_extract/3+' }),
  ...each(pure, 'lite', DYNAMIC, 'MAY', 'json_arrow=-> json_arrow_text=->>'),
  ...JSON_EDITS.split(' ')
    .filter((edit) => edit !== 'extract')
    .map((edit) => pure(`json_${edit}_sqlite`, 'JSON', 'MAY', { lite: `json_${edit}` })),
  ...JSON_EDITS.split(' ').map((edit) => pure(`jsonb_${edit}_sqlite`, 'BINARY', 'MAY', { lite: `jsonb_${edit}` })),
  pure('json_type_sqlite', 'TEXT', 'MAY', { lite: 'json_type/1-2' }),
  pure('json_valid_sqlite', 'INTEGER', 'STRICT', { lite: 'json_valid/1-2' }),
  pure('json_array_length_sqlite', 'INTEGER', 'MAY', { lite: 'json_array_length/1-2' }),
  pure('json_error_position', 'INTEGER', 'STRICT', { lite: 'json_error_position/1' }),
];

/** Functions of JSON; the answer of an aggregate of JSON stands among the aggregates. */
export const jsonFunctions: readonly FunctionRow[] = [...shared, ...postgresql, ...mysql, ...sqlite];
