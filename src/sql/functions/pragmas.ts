import type { FunctionRow } from './function-row.js';
import { each, rowsOfSession, rowsWithEffects } from './row-builders.js';

const named = (list: string): string =>
  list
    .split(/\s+/)
    .map((pragma) => `pragma_${pragma}`)
    .join(' ');

/**
 * SQLite's pragmas as table-valued functions. Only those that ask are to be had in this form, with one
 * exception: `optimize`, which writes statistics. What they answer hangs on the schema or the session, not on rows alone. A pragma of a later SQLite is unknown until it is listed.
 */
export const pragmaFunctions: readonly FunctionRow[] = [
  ...each(
    rowsOfSession,
    'lite',
    'OTHER',
    'MAY',
    named('foreign_key_check foreign_key_list index_info index_list index_xinfo integrity_check quick_check'),
  ),
  ...each(rowsOfSession, 'lite', 'OTHER', 'MAY', named('table_info table_list table_xinfo')),
  ...each(
    rowsOfSession,
    'lite',
    'OTHER',
    'MAY',
    named(`analysis_limit application_id auto_vacuum automatic_index busy_timeout cache_size cache_spill cell_size_check
      checkpoint_fullfsync collation_list compile_options count_changes data_version database_list default_cache_size
      defer_foreign_keys empty_result_callbacks encoding foreign_keys freelist_count full_column_names fullfsync
      function_list hard_heap_limit ignore_check_constraints journal_mode journal_size_limit legacy_alter_table
      locking_mode max_page_count module_list page_count page_size pragma_list query_only read_uncommitted
      recursive_triggers reverse_unordered_selects schema_version secure_delete short_column_names soft_heap_limit
      synchronous temp_store threads trusted_schema user_version writable_schema`),
  ),
  ...each(rowsWithEffects, 'lite', 'OTHER', 'MAY', 'pragma_optimize'),
];
