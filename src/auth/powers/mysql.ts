import { commandDemands, NONE, words, type StatementPowers } from './statement-powers.js';

/** Modes under which texts are read as they are here. https://mariadb.com/kb/en/sql-mode/ */
const OPEN_MODES =
  'strict_trans_tables strict_all_tables no_zero_date no_zero_in_date error_for_division_by_zero no_auto_create_user ' +
  'no_engine_substitution no_auto_value_on_zero only_full_group_by no_unsigned_subtraction traditional ' +
  'pad_char_to_full_length allow_invalid_dates';
const MODE = `(?:${OPEN_MODES.split(' ').join('|')})`;
const UNICODE = /^(?:utf8|utf8mb3|utf8mb4)$/;

/**
 * Of MySQL and MariaDB. https://dev.mysql.com/doc/refman/8.4/en/privileges-provided.html,
 * https://dev.mysql.com/doc/refman/8.4/en/show.html, https://mariadb.com/kb/en/show/
 */
export const mysql: StatementPowers = {
  openEffects: words('nextval setval last_insert_id get_lock release_lock release_all_locks'),
  openSession: words(
    `current_user user session_user system_user current_role database schema version connection_id last_insert_id
     row_count found_rows charset collation coercibility`,
  ),
  tellingCalls: NONE,
  // https://dev.mysql.com/doc/connector-j/en/ and its like send these
  openVariables: words(
    `version version_comment version_compile_os license sql_mode autocommit max_allowed_packet time_zone
     system_time_zone transaction_isolation tx_isolation transaction_read_only tx_read_only auto_increment_increment
     auto_increment_offset character_set_client character_set_connection character_set_results character_set_server
     character_set_database collation_server collation_connection collation_database interactive_timeout wait_timeout
     net_write_timeout net_read_timeout lower_case_table_names max_execution_time max_statement_time
     sql_auto_is_null group_concat_max_len performance_schema query_cache_size query_cache_type`,
  ),
  openShows: /^(?:warnings|errors)$/i,
  hiddenTables:
    /^(?:mysql|performance_schema|sys)\.|^information_schema\.(?:processlist|user_attributes|user_privileges|applicable_roles|administrable_role_authorizations|enabled_roles|innodb_trx|innodb_locks|innodb_lock_waits|files|plugins|user_statistics|client_statistics)$/i,
  hiddenCalls: NONE,
  hiddenRoutines: /^(?:mysql|sys|performance_schema)$/i,
  openSystemWrites: NONE,
  settingCalls: words(''),
  hiddenShows:
    /^(?:FULL\s+)?PROCESSLIST\b|^(?:ENGINE|BINARY|BINLOG|MASTER|SLAVE|ALL\s+SLAVES|REPLICA|REPLICAS|RELAYLOG|GRANTS|CREATE\s+USER|PROFILES?|USER_STATISTICS|CLIENT_STATISTICS|EXPLAIN|ANALYZE)\b/i,
  commands: commandDemands({
    READ: 'CHECKSUM TABLE, CHECKSUM TABLES, HELP, GET DIAGNOSTICS, GET CURRENT DIAGNOSTICS',
    WRITE: 'ANALYZE TABLE, ANALYZE LOCAL TABLE, ANALYZE TABLES, CHECK TABLE, CHECK TABLES, CHECK VIEW, DO',
    SCHEMA: 'OPTIMIZE TABLE, OPTIMIZE LOCAL TABLE, OPTIMIZE TABLES, REPAIR TABLE, REPAIR LOCAL TABLE, REPAIR TABLES',
  }),
  hiddenSettings:
    /^(?:@@)?(?:global|persist|persist_only)\b|^(?:role|default role|password|sql_log_bin|sql_log_off|gtid_next|pseudo_thread_id|pseudo_slave_mode|transaction_read_only|tx_read_only|server_id|gtid_domain_id|gtid_seq_no|skip_replication|skip_parallel_replication|binlog_\w+|wsrep_\w+|debug\w*|slow_query_log\w*|log_slow_\w+|(?:default_)?(?:tmp_)?storage_engine|enforce_storage_engine|sql_mode|names|character set|charset|character_set_client|character_set_connection)$/i,
  // what drivers and ORMs begin their sessions with
  openValues: new Map([
    ['sql_mode', new RegExp(`^,?(?:${MODE}(?:,${MODE})*)?,?$`)],
    ['names', UNICODE],
    ['character set', UNICODE],
    ['charset', UNICODE],
    ['character_set_client', UNICODE],
    ['character_set_connection', UNICODE],
  ]),
  // engines that keep their rows in the server's own folder
  openOptions: new Map([
    [
      'ENGINE',
      /^(?:innodb|xtradb|myisam|aria|memory|heap|csv|archive|blackhole|merge|mrg_myisam|rocksdb|columnstore|ndb|ndbcluster|sequence)$/i,
    ],
    ['CONNECTION', NONE],
    ['DATA DIRECTORY', NONE],
    ['INDEX DIRECTORY', NONE],
  ]),
  hiddenDefinitions: /\b(?:DATA|INDEX)\s+DIRECTORY\b|\bENGINE\b\s*=?\s*(?!(?:innodb|myisam|aria)\b)\w/i,
  openModules: words(''),
};
