import { describe, expect, it } from 'vitest';
import type { DialectName } from '../../../src/sql/index.js';
import { functionRow } from '../../../src/sql/functions/index.js';

const names = (text: string): string[] => text.trim().split(/\s+/);

/** Each of these, called in a SELECT, changes something, runs text as SQL, or reads the server's files. */
const WITH_EFFECTS: Record<DialectName, string[]> = {
  POSTGRESQL: names(`
    nextval setval set_config setseed pg_notify txid_current pg_current_xact_id pg_export_snapshot
    pg_advisory_lock pg_advisory_lock_shared pg_advisory_xact_lock pg_advisory_xact_lock_shared pg_try_advisory_lock
    pg_try_advisory_lock_shared pg_try_advisory_xact_lock pg_try_advisory_xact_lock_shared pg_advisory_unlock
    pg_advisory_unlock_shared pg_advisory_unlock_all pg_cancel_backend pg_terminate_backend pg_reload_conf
    pg_rotate_logfile pg_promote pg_switch_wal pg_create_restore_point pg_backup_start pg_backup_stop pg_start_backup
    pg_stop_backup pg_wal_replay_pause pg_wal_replay_resume pg_logical_emit_message pg_log_standby_snapshot
    pg_create_logical_replication_slot pg_create_physical_replication_slot pg_drop_replication_slot
    pg_replication_slot_advance pg_logical_slot_get_changes pg_logical_slot_peek_changes pg_replication_origin_create
    pg_stat_reset pg_stat_reset_shared pg_stat_statements_reset pg_import_system_collations gin_clean_pending_list
    brin_summarize_new_values lo_import lo_export lo_create lo_unlink lo_put lo_get lo_open lowrite loread
    pg_read_file pg_read_binary_file pg_ls_dir pg_stat_file query_to_xml query_to_xmlschema query_to_xml_and_xmlschema
    cursor_to_xml ts_stat dblink dblink_exec dblink_connect dblink_send_query crosstab connectby xpath_table
    pg_file_write pg_file_unlink pg_prewarm set_limit isn_weak heap_force_kill pg_truncate_visibility_map
    addgeometrycolumn pg_nextoid binary_upgrade_set_next_pg_type_oid`),
  MYSQL: names(`
    last_insert_id get_lock release_lock release_all_locks benchmark load_file master_pos_wait source_pos_wait
    wait_for_executed_gtid_set wait_until_sql_thread_after_gtids master_gtid_wait wsrep_sync_wait_upto_gtid nextval
    setval sys_exec sys_eval keyring_key_store keyring_key_remove audit_log_filter_flush version_tokens_set
    service_get_write_locks group_replication_set_as_primary spider_direct_sql load_rewrite_rules`),
  SQLITE: names(`
    load_extension fts3_tokenizer sqlite_log optimize readfile writefile edit eval fsdir sha3_query
    icu_load_collation pragma_optimize`),
};

/** Answers that differ from call to call, or in time. */
const VOLATILE: Record<DialectName, string[]> = {
  POSTGRESQL: names(`
    random random_normal gen_random_uuid uuidv7 uuid_generate_v1 uuid_generate_v4 gen_random_bytes gen_salt
    pgp_sym_encrypt now current_timestamp current_date current_time localtime localtimestamp statement_timestamp
    transaction_timestamp clock_timestamp timeofday pg_sleep pg_sleep_for array_shuffle pg_relation_size
    pg_stat_get_numscans pg_lock_status pg_current_wal_lsn table_to_xml normal_rand`),
  MYSQL: names(`
    rand uuid uuid_short random_bytes sleep now sysdate current_timestamp current_date current_time curdate curtime
    localtime localtimestamp utc_date utc_time utc_timestamp is_used_lock unix_timestamp encrypt`),
  SQLITE: names('random randomblob current_date current_time current_timestamp dbstat'),
};

/** Answers that hang on the session. */
const OF_SESSION: Record<DialectName, string[]> = {
  POSTGRESQL: names(`
    current_user session_user user current_role current_schema current_schemas current_database current_setting
    pg_backend_pid inet_client_addr currval lastval version pg_my_temp_schema has_table_privilege show_limit`),
  MYSQL: names(`
    current_user user session_user system_user database schema connection_id found_rows row_count version current_role`),
  SQLITE: names('changes total_changes last_insert_rowid sqlite_version pragma_foreign_keys pragma_query_only'),
};

const cases = (table: Record<DialectName, string[]>): [DialectName, string][] =>
  Object.entries(table).flatMap(([dialect, list]) =>
    list.map((name): [DialectName, string] => [dialect as DialectName, name]),
  );

describe('what a function may do', () => {
  it.each(cases(WITH_EFFECTS))('%s: %s has effects', (dialect, name) => {
    expect(functionRow(dialect, name)?.volatility).toBe('EFFECTS');
  });

  it.each(cases(VOLATILE))('%s: %s is volatile', (dialect, name) => {
    expect(functionRow(dialect, name)?.volatility).toBe('VOLATILE');
  });

  it.each(cases(OF_SESSION))('%s: %s hangs on the session', (dialect, name) => {
    expect(functionRow(dialect, name)?.volatility).toBe('SESSION');
  });
});
