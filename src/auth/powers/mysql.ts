import { commandDemands, words, type StatementPowers } from './statement-powers.js';

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
  hiddenTables:
    /^(?:mysql|performance_schema|sys)\.|^information_schema\.(?:processlist|user_attributes|user_privileges|applicable_roles|administrable_role_authorizations|enabled_roles|innodb_trx|innodb_locks|innodb_lock_waits|files|plugins|user_statistics|client_statistics)$/i,
  hiddenShows:
    /^(?:FULL\s+)?PROCESSLIST\b|^(?:ENGINE|BINARY|BINLOG|MASTER|SLAVE|ALL\s+SLAVES|REPLICA|REPLICAS|RELAYLOG|GRANTS\s+FOR|CREATE\s+USER|PROFILES?|USER_STATISTICS|CLIENT_STATISTICS|EXPLAIN|ANALYZE)\b/i,
  commands: commandDemands({
    READ: 'CHECKSUM TABLE, CHECKSUM TABLES, HELP, GET DIAGNOSTICS, GET CURRENT DIAGNOSTICS',
    WRITE: 'ANALYZE TABLE, ANALYZE LOCAL TABLE, ANALYZE TABLES, CHECK TABLE, CHECK TABLES, CHECK VIEW, DO',
    SCHEMA: 'OPTIMIZE TABLE, OPTIMIZE LOCAL TABLE, OPTIMIZE TABLES, REPAIR TABLE, REPAIR LOCAL TABLE, REPAIR TABLES',
  }),
  hiddenSettings:
    /^(?:@@)?(?:global|persist|persist_only)\b|^(?:role|default role|password|sql_log_bin|sql_log_off|gtid_next|pseudo_thread_id|pseudo_slave_mode|transaction_read_only|tx_read_only|server_id|binlog_format)$/i,
};
