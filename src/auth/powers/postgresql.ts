import { commandDemands, NONE, words, type StatementPowers } from './statement-powers.js';

/**
 * Of PostgreSQL. https://www.postgresql.org/docs/current/functions-admin.html,
 * https://www.postgresql.org/docs/current/catalogs.html, https://www.postgresql.org/docs/current/monitoring-stats.html
 */
export const postgresql: StatementPowers = {
  openEffects: words(
    `nextval setval setseed txid_current pg_current_xact_id pg_notify set_limit isn_weak
     pg_advisory_lock pg_advisory_lock_shared pg_advisory_xact_lock pg_advisory_xact_lock_shared pg_advisory_unlock
     pg_advisory_unlock_all pg_advisory_unlock_shared pg_try_advisory_lock pg_try_advisory_lock_shared
     pg_try_advisory_xact_lock pg_try_advisory_xact_lock_shared
     lo_close lo_creat lo_create lo_from_bytea lo_get lo_lseek lo_lseek64 lo_open lo_put lo_tell lo_tell64 lo_truncate
     lo_truncate64 lo_unlink loread lowrite`,
  ),
  openSession: words(
    `current_user user current_role session_user current_database current_catalog current_schema version
     pg_backend_pid lastval pg_client_encoding getdatabaseencoding pg_is_in_recovery pg_get_keywords
     pg_sleep pg_sleep_for pg_sleep_until pg_size_pretty pg_size_bytes pg_column_size
     to_tsvector to_tsquery plainto_tsquery phraseto_tsquery websearch_to_tsquery ts_headline`,
  ),
  tellingCalls: /^(?:pg_|currtid|amvalidate$|ts_debug$)/,
  openVariables: words(''),
  openShows:
    /^(?:server_version|server_version_num|server_encoding|client_encoding|transaction_isolation|transaction isolation level|default_transaction_isolation|timezone|time zone|datestyle|intervalstyle|standard_conforming_strings|integer_datetimes|max_identifier_length|extra_float_digits|lc_collate|lc_ctype)$/i,
  hiddenTables:
    /(?:^|\.)(?:pg_authid|pg_shadow|pg_user_mappings?|pg_subscription|pg_file_settings|pg_hba_file_rules|pg_ident_file_mappings|pg_largeobject|pg_stat_activity|pg_stat_replication|pg_stat_ssl|pg_stat_gssapi|pg_stat_wal_receiver|pg_stat_subscription|pg_prepared_statements|pg_cursors|pg_stat_statements|pg_config|pg_settings|pg_db_role_setting|pg_backend_memory_contexts|pg_shmem_allocations)$|(?:^|\.)(?:pg_stat_statements|user_mapping_options|foreign_server_options|_pg_user_mappings|_pg_foreign_servers)$/,
  // https://www.postgresql.org/docs/current/runtime-config-connection.html and the chapters beside it
  hiddenShows:
    /^(?:all|config_file|data_directory|hba_file|ident_file|external_pid_file|primary_conninfo|primary_slot_name|krb_server_keyfile|log_directory|log_filename|unix_socket_directories|dynamic_library_path|event_source|stats_temp_directory|ssl_\w+|\w+_command|\w+_cleanup_command|\w+_librar(?:y|ies))(?!\w)/i,
  hiddenCalls:
    /^(?:pg_stat_get_(?:activity|backend_\w+|wal_\w+|subscription|progress_info)|pg_stat_statements\w*|pg_(?:hba|ident)_file_\w+|pg_show_all_(?:file_)?settings|pg_prepared_statement|pg_cursor|pg_config|pg_ls_\w+|pg_current_logfile|pg_tablespace_location|pg_get_(?:backend_memory_contexts|shmem_allocations\w*)|pg_options_to_table|(?:table|schema|database|cursor)_to_xml\w*)$/,
  hiddenRoutines: NONE,
  openSystemWrites: NONE,
  settingCalls: words('current_setting'),
  commands: commandDemands({
    READ: 'LISTEN, UNLISTEN',
    WRITE:
      'ANALYZE, ANALYSE, VACUUM, NOTIFY, REFRESH MATERIALIZED VIEW, DISCARD, CLOSE, FETCH, MOVE, DECLARE, WAIT FOR',
    SCHEMA:
      'REINDEX, CLUSTER, CREATE STATISTICS, ALTER STATISTICS, CREATE POLICY, ALTER POLICY, CREATE RULE, ALTER RULE, ' +
      'ALTER TRIGGER, CREATE COLLATION, ALTER COLLATION, ALTER SCHEMA, CREATE TEXT SEARCH CONFIGURATION, ' +
      'ALTER TEXT SEARCH CONFIGURATION, CREATE TEXT SEARCH DICTIONARY, ALTER TEXT SEARCH DICTIONARY',
  }),
  hiddenSettings:
    /^(?:role|session authorization|session_authorization|session_replication_role|default_transaction_read_only|transaction_read_only|standard_conforming_strings|backslash_quote|client_encoding|names|allow_system_table_mods|allow_in_place_tablespaces|\w+_preload_libraries|dynamic_library_path|lo_compat_privileges|zero_damaged_pages|ignore_system_indexes|ignore_checksum_failure|log_\w+|track_activities)$/,
  // what drivers and dumps begin their sessions with
  openValues: new Map([
    ['standard_conforming_strings', /^(?:on|true|yes|1|default)$/],
    ['client_encoding', /^(?:utf-?8|unicode|default)$/],
    ['names', /^(?:utf-?8|unicode|default)$/],
  ]),
  openOptions: new Map(),
  hiddenDefinitions: NONE,
  openModules: words(''),
};
