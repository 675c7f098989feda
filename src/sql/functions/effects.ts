import type { FunctionRow } from './function-row.js';
import { each, effects, pure, rowsWithEffects } from './row-builders.js';

/** What PostgreSQL's functions change: sequences, settings, locks, large objects, replication, the server. */
const postgresql: readonly FunctionRow[] = [
  // MariaDB has sequences as well, which it calls by their names, not by texts.
  effects('nextval', 'BIGINT', 'MAY', { pg: 'nextval' }),
  effects('nextval_by_name', 'BIGINT', 'MAY', { my: 'nextval' }),
  effects('setval', 'BIGINT', 'MAY', { pg: 'setval' }),
  effects('setval_by_name', 'BIGINT', 'MAY', { my: 'setval' }),
  effects('set_config', 'TEXT', 'MAY', { pg: 'set_config' }),
  // A transaction gets its id by the first of these.
  ...each(effects, 'pg', 'BIGINT', 'NEVER', 'txid_current'),
  ...each(
    effects,
    'pg',
    'OTHER',
    'MAY',
    `setseed pg_current_xact_id pg_notify pg_advisory_lock pg_advisory_lock_shared pg_advisory_xact_lock
     pg_advisory_xact_lock_shared pg_advisory_unlock_all`,
  ),
  ...each(
    effects,
    'pg',
    'BOOLEAN',
    'MAY',
    `pg_advisory_unlock pg_advisory_unlock_shared pg_try_advisory_lock pg_try_advisory_lock_shared
     pg_try_advisory_xact_lock pg_try_advisory_xact_lock_shared pg_cancel_backend pg_terminate_backend pg_reload_conf
     pg_rotate_logfile pg_rotate_logfile_old pg_log_backend_memory_contexts pg_promote
     pg_replication_origin_session_is_setup`,
  ),
  // Reading a large object takes a descriptor of the session, or reads what no statement names.
  ...each(effects, 'pg', 'BINARY', 'MAY', 'lo_get loread'),
  ...each(
    effects,
    'pg',
    'INTEGER',
    'MAY',
    'lo_close lo_export lo_lseek lo_open lo_tell lo_truncate lo_truncate64 lo_unlink lowrite',
  ),
  ...each(effects, 'pg', 'OTHER', 'MAY', 'lo_creat lo_create lo_from_bytea lo_import lo_put'),
  ...each(effects, 'pg', 'BIGINT', 'MAY', 'lo_lseek64 lo_tell64'),
  // The server's files.
  ...each(effects, 'pg', 'TEXT', 'MAY', 'pg_read_file pg_read_file_old'),
  ...each(effects, 'pg', 'BINARY', 'MAY', 'pg_read_binary_file'),
  ...each(effects, 'pg', 'OTHER', 'MAY', 'pg_stat_file'),
  ...each(rowsWithEffects, 'pg', 'TEXT', 'MAY', 'pg_ls_dir'),
  ...each(effects, 'pg', 'TEXT', 'MAY', 'pg_export_snapshot'),
  ...each(
    effects,
    'pg',
    'OTHER',
    'MAY',
    `pg_switch_wal pg_switch_xlog pg_create_restore_point pg_backup_start pg_backup_stop pg_start_backup pg_stop_backup
     pg_logical_emit_message pg_log_standby_snapshot pg_wal_replay_pause pg_wal_replay_resume pg_sync_replication_slots
     pg_replication_slot_advance pg_create_physical_replication_slot pg_create_logical_replication_slot
     pg_copy_physical_replication_slot pg_copy_logical_replication_slot pg_drop_replication_slot
     pg_replication_origin_create pg_replication_origin_drop pg_replication_origin_advance
     pg_replication_origin_session_setup pg_replication_origin_session_reset pg_replication_origin_session_progress
     pg_replication_origin_xact_setup pg_replication_origin_xact_reset`,
  ),
  ...each(
    rowsWithEffects,
    'pg',
    'OTHER',
    'MAY',
    `pg_logical_slot_get_changes pg_logical_slot_get_binary_changes pg_logical_slot_peek_changes
     pg_logical_slot_peek_binary_changes`,
  ),
  ...each(
    effects,
    'pg',
    'OTHER',
    'MAY',
    `pg_stat_reset pg_stat_reset_shared pg_stat_reset_single_table_counters pg_stat_reset_single_function_counters
     pg_stat_reset_slru pg_stat_reset_replication_slot pg_stat_reset_subscription_stats pg_stat_reset_backend_stats
     pg_stat_clear_snapshot pg_stat_force_next_flush pg_clear_relation_stats pg_restore_relation_stats
     pg_clear_attribute_stats pg_restore_attribute_stats`,
  ),
  // Indexes, the catalogue, and what pg_upgrade and pg_dump call.
  ...each(
    effects,
    'pg',
    'INTEGER',
    'MAY',
    'brin_summarize_new_values brin_summarize_range pg_import_system_collations',
  ),
  ...each(effects, 'pg', 'BIGINT', 'MAY', 'gin_clean_pending_list'),
  ...each(
    effects,
    'pg',
    'OTHER',
    'MAY',
    `brin_desummarize_range pg_nextoid pg_stop_making_pinned_objects pg_extension_config_dump
     binary_upgrade_add_sub_rel_state binary_upgrade_create_empty_extension binary_upgrade_logical_slot_has_caught_up
     binary_upgrade_replorigin_advance binary_upgrade_set_missing_value binary_upgrade_set_record_init_privs
     binary_upgrade_set_next_array_pg_type_oid binary_upgrade_set_next_heap_pg_class_oid
     binary_upgrade_set_next_heap_relfilenode binary_upgrade_set_next_index_pg_class_oid
     binary_upgrade_set_next_index_relfilenode binary_upgrade_set_next_multirange_array_pg_type_oid
     binary_upgrade_set_next_multirange_pg_type_oid binary_upgrade_set_next_pg_authid_oid
     binary_upgrade_set_next_pg_enum_oid binary_upgrade_set_next_pg_tablespace_oid binary_upgrade_set_next_pg_type_oid
     binary_upgrade_set_next_toast_pg_class_oid binary_upgrade_set_next_toast_relfilenode`,
  ),
  // A validator of options, which only raises errors.
  pure('postgresql_fdw_validator', 'BOOLEAN', 'STRICT', { pg: 'postgresql_fdw_validator' }),
];

/** Of MySQL's and MariaDB's. */
const mysql: readonly FunctionRow[] = [
  effects('set_last_insert_id', 'BIGINT', 'STRICT', { my: 'last_insert_id/1' }),
  ...each(effects, 'my', 'INTEGER', 'MAY', 'get_lock release_lock release_all_locks benchmark'),
  effects('load_file', 'BINARY', 'MAY', { my: 'load_file' }),
  ...each(
    effects,
    'my',
    'INTEGER',
    'MAY',
    `master_pos_wait=master_pos_wait,source_pos_wait wait_for_executed_gtid_set wait_until_sql_thread_after_gtids
     master_gtid_wait wsrep_sync_wait_upto_gtid`,
  ),
];

/** Of SQLite's. */
const sqlite: readonly FunctionRow[] = [
  effects('load_extension', 'OTHER', 'MAY', { lite: 'load_extension' }),
  effects('sqlite_log', 'OTHER', 'MAY', { lite: 'sqlite_log' }),
];

/** Functions that do something beyond answering; those of text search, XML and extensions stand there. */
export const functionsWithEffects: readonly FunctionRow[] = [...postgresql, ...mysql, ...sqlite];
