/**
 * Pragmas that change nothing, in lower case. https://sqlite.org/pragma.html; the others run checks, write, or set
 * something even when they are given no value.
 */
const ALONE =
  'application_id auto_vacuum automatic_index busy_timeout cache_size cache_spill case_sensitive_like cell_size_check ' +
  'checkpoint_fullfsync collation_list compile_options data_version database_list default_cache_size defer_foreign_keys ' +
  'encoding foreign_keys freelist_count fullfsync function_list hard_heap_limit ignore_check_constraints journal_mode ' +
  'journal_size_limit legacy_alter_table locking_mode max_page_count mmap_size module_list page_count page_size ' +
  'pragma_list query_only read_uncommitted recursive_triggers reverse_unordered_selects schema_version secure_delete ' +
  'soft_heap_limit synchronous table_list temp_store threads trusted_schema user_version wal_autocheckpoint writable_schema';

const WITH_ARGUMENT =
  'foreign_key_check foreign_key_list index_info index_list index_xinfo integrity_check quick_check table_info ' +
  'table_list table_xinfo';

export const READ_PRAGMAS: ReadonlyMap<string, 'alone' | 'with-argument'> = new Map([
  ...ALONE.split(' ').map((name) => [name, 'alone'] as const),
  ...WITH_ARGUMENT.split(' ').map((name) => [name, 'with-argument'] as const),
]);
