import type { FunctionRow, ReturnRule } from './function-row.js';
import { perDialect } from './return-rules.js';
import { each, rowsOfSession, session } from './row-builders.js';

/** What the session is: its user, database, settings, and what it did last. */
export const sessionFunctions: readonly FunctionRow[] = [
  // In PostgreSQL a role, in MySQL 'user'@'host'.
  session('current_user_postgresql', 'TEXT', 'NEVER', { pg: 'current_user/0 user/0 current_role/0 getpgusername/0' }),
  session('session_user_postgresql', 'TEXT', 'NEVER', { pg: 'session_user/0' }),
  session('system_user_postgresql', 'TEXT', 'MAY', { pg: 'system_user' }),
  session('current_user_mysql', 'TEXT', 'MAY', { my: 'current_user/0' }),
  session('session_user_mysql', 'TEXT', 'MAY', { my: 'user/0 session_user/0 system_user/0' }),
  session('current_role_mysql', 'TEXT', 'MAY', { my: 'current_role' }),
  session('roles_graphml', 'TEXT', 'MAY', { my: 'roles_graphml' }),
  session('current_database', 'TEXT', 'MAY', { pg: 'current_database/0 current_catalog/0', my: 'database/0 schema/0' }),
  session('current_schema', 'TEXT', 'MAY', { pg: 'current_schema' }),
  session('current_schemas', 'ARRAY', 'STRICT', { pg: 'current_schemas' }),
  session('connection_id', perDialect<ReturnRule>('INTEGER', 'BIGINT', 'BIGINT'), 'NEVER', {
    pg: 'pg_backend_pid',
    my: 'connection_id',
  }),
  session('version_text', 'TEXT', 'NEVER', { pg: 'version/0' }),
  session('version_number_text', 'TEXT', 'NEVER', { my: 'version/0', lite: 'sqlite_version/0' }),
  session('current_setting', 'TEXT', 'MAY', { pg: 'current_setting' }),
  session('current_query', 'TEXT', 'MAY', { pg: 'current_query' }),
  ...each(session, 'pg', 'BIGINT', 'MAY', 'currval'),
  // MariaDB's lastval names the sequence.
  session('lastval', 'BIGINT', 'NEVER', { pg: 'lastval/0' }),
  session('lastval_of_sequence', 'BIGINT', 'MAY', { my: 'lastval' }),
  session('last_insert_id', 'BIGINT', 'NEVER', { my: 'last_insert_id/0' }),
  session('last_insert_rowid', 'BIGINT', 'NEVER', { lite: 'last_insert_rowid/0' }),
  ...each(session, 'my', 'BIGINT', 'NEVER', 'row_count/0 found_rows'),
  ...each(session, 'lite', 'BIGINT', 'NEVER', 'changes/0 total_changes'),
  ...each(session, 'pg', 'OTHER', 'MAY', 'inet_client_addr inet_server_addr'),
  ...each(session, 'pg', 'INTEGER', 'MAY', 'inet_client_port inet_server_port'),
  ...each(session, 'pg', 'OTHER', 'NEVER', 'pg_my_temp_schema'),
  ...each(session, 'pg', 'TEXT', 'NEVER', 'pg_client_encoding getdatabaseencoding'),
  ...each(session, 'pg', 'BOOLEAN', 'MAY', 'pg_is_other_temp_schema row_security_active'),
  ...each(session, 'pg', 'INTEGER', 'NEVER', 'pg_trigger_depth'),
  // The transaction's own id is told, not assigned.
  session('pg_current_xact_id_if_assigned', 'OTHER', 'MAY', { pg: 'pg_current_xact_id_if_assigned' }),
  session('txid_current_if_assigned', 'BIGINT', 'MAY', { pg: 'txid_current_if_assigned' }),
  ...each(rowsOfSession, 'pg', 'TEXT', 'MAY', 'pg_listening_channels'),
  ...each(
    rowsOfSession,
    'pg',
    'OTHER',
    'MAY',
    'pg_cursor pg_prepared_statement pg_show_all_settings pg_timezone_abbrevs pg_timezone_names',
  ),
  ...each(session, 'my', 'TEXT', 'MAY', 'charset collation mysql_query_attribute_string icu_version'),
  ...each(session, 'my', 'INTEGER', 'MAY', 'coercibility validate_password_strength'),
  ...each(session, 'my', 'BIGINT', 'MAY', 'ps_current_thread_id ps_thread_id'),
  ...each(session, 'my', 'TEXT', 'MAY', 'statement_digest statement_digest_text binlog_gtid_pos'),
  ...each(session, 'my', 'BINARY', 'MAY', 'wsrep_last_written_gtid wsrep_last_seen_gtid'),
  ...each(session, 'lite', 'TEXT', 'MAY', 'sqlite_source_id sqlite_compileoption_get'),
  ...each(session, 'lite', 'INTEGER', 'STRICT', 'sqlite_compileoption_used'),
  ...each(session, 'lite', 'BIGINT', 'MAY', 'sqlite_offset'),
];
