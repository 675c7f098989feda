import { commandDemands, words, type StatementPowers } from './statement-powers.js';

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
     pg_backend_pid lastval pg_client_encoding getdatabaseencoding`,
  ),
  hiddenTables:
    /^(?:pg_catalog\.)?(?:pg_authid|pg_shadow|pg_user_mappings?|pg_subscription|pg_file_settings|pg_hba_file_rules|pg_ident_file_mappings|pg_largeobject|pg_stat_activity|pg_stat_replication|pg_stat_ssl|pg_stat_gssapi|pg_stat_wal_receiver|pg_stat_subscription|pg_prepared_statements|pg_cursors|pg_stat_statements|pg_config)$|(?:^|\.)(?:pg_stat_statements|user_mapping_options|foreign_server_options|_pg_user_mappings|_pg_foreign_servers)$/,
  hiddenShows: /^(?:ALL|config_file|data_directory|hba_file|ident_file|external_pid_file|primary_conninfo)\b/i,
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
    /^(?:role|session authorization|session_authorization|session_replication_role|default_transaction_read_only|transaction_read_only)$/,
};
