import type { FunctionRow } from './function-row.js';
import { each, rowsVolatile, volatile } from './row-builders.js';

/** PostgreSQL's counters, without what all of their names begin with. */
const counters = (list: string): string =>
  list
    .split(/\s+/)
    .map((counter) => `pg_stat_get_${counter}`)
    .join(' ');

const statistics: readonly FunctionRow[] = [
  ...each(
    volatile,
    'pg',
    'BIGINT',
    'MAY',
    counters(`analyze_count autoanalyze_count autovacuum_count bgwriter_buf_written_checkpoints bgwriter_buf_written_clean
     bgwriter_maxwritten_clean bgwriter_requested_checkpoints bgwriter_timed_checkpoints blocks_fetched blocks_hit
     buf_alloc buf_fsync_backend buf_written_backend checkpointer_buffers_written checkpointer_num_performed
     checkpointer_num_requested checkpointer_num_timed checkpointer_restartpoints_performed
     checkpointer_restartpoints_requested checkpointer_restartpoints_timed checkpointer_slru_written
     db_blocks_fetched db_blocks_hit db_checksum_failures db_conflict_all db_conflict_bufferpin db_conflict_lock
     db_conflict_logicalslot db_conflict_snapshot db_conflict_startup_deadlock db_conflict_tablespace db_deadlocks
     db_parallel_workers_launched db_parallel_workers_to_launch db_sessions db_sessions_abandoned db_sessions_fatal
     db_sessions_killed db_temp_bytes db_temp_files db_tuples_deleted db_tuples_fetched db_tuples_inserted
     db_tuples_returned db_tuples_updated db_xact_commit db_xact_rollback dead_tuples function_calls ins_since_vacuum
     live_tuples mod_since_analyze numscans tuples_deleted tuples_fetched tuples_hot_updated tuples_inserted
     tuples_newpage_updated tuples_returned tuples_updated vacuum_count xact_blocks_fetched xact_blocks_hit
     xact_function_calls xact_numscans xact_tuples_deleted xact_tuples_fetched xact_tuples_hot_updated
     xact_tuples_inserted xact_tuples_newpage_updated xact_tuples_returned xact_tuples_updated`),
  ),
  ...each(
    volatile,
    'pg',
    'FLOAT',
    'MAY',
    counters(`checkpoint_sync_time checkpoint_write_time checkpointer_sync_time checkpointer_write_time db_active_time
     db_blk_read_time db_blk_write_time db_idle_in_transaction_time db_session_time function_self_time
     function_total_time total_analyze_time total_autoanalyze_time total_autovacuum_time total_vacuum_time
     xact_function_self_time xact_function_total_time`),
  ),
  ...each(volatile, 'pg', 'INTEGER', 'MAY', counters(`backend_client_port backend_pid db_numbackends`)),
  ...each(
    volatile,
    'pg',
    'OTHER',
    'MAY',
    counters(`archiver backend_client_addr backend_dbid backend_subxact backend_userid replication_slot subscription_stats wal
     wal_receiver`),
  ),
  ...each(volatile, 'pg', 'TEXT', 'MAY', counters(`backend_activity backend_wait_event backend_wait_event_type`)),
  ...each(
    volatile,
    'pg',
    'TIMESTAMPTZ',
    'MAY',
    counters(`backend_activity_start backend_start backend_xact_start bgwriter_stat_reset_time checkpointer_stat_reset_time
     db_checksum_last_failure db_stat_reset_time last_analyze_time last_autoanalyze_time last_autovacuum_time
     last_vacuum_time lastscan snapshot_timestamp`),
  ),
  ...each(rowsVolatile, 'pg', 'INTEGER', 'MAY', counters(`backend_idset`)),
  ...each(
    rowsVolatile,
    'pg',
    'OTHER',
    'MAY',
    counters(`activity backend_io backend_wal io progress_info recovery_prefetch slru subscription wal_senders`),
  ),
  ...each(volatile, 'pg', 'BOOLEAN', 'MAY', 'pg_stat_have_stats'),
];

/** Sizes, locks, the log, replication, memory: what changes without a statement of the session. */
const state: readonly FunctionRow[] = [
  ...each(
    volatile,
    'pg',
    'BIGINT',
    'MAY',
    `pg_database_size pg_indexes_size pg_relation_size pg_table_size pg_tablespace_size pg_total_relation_size
     pg_sequence_last_value`,
  ),
  ...each(volatile, 'pg', 'INTEGER', 'MAY', 'mxid_age'),
  ...each(volatile, 'pg', 'ARRAY', 'MAY', 'pg_blocking_pids pg_safe_snapshot_blocking_pids'),
  ...each(
    volatile,
    'pg',
    'BOOLEAN',
    'MAY',
    'pg_is_in_recovery pg_is_wal_replay_paused pg_isolation_test_session_is_blocked amvalidate',
  ),
  volatile('pg_notification_queue_usage', 'FLOAT', 'NEVER', { pg: 'pg_notification_queue_usage' }),
  ...each(volatile, 'pg', 'TIMESTAMPTZ', 'MAY', 'pg_last_xact_replay_timestamp pg_xact_commit_timestamp'),
  ...each(
    volatile,
    'pg',
    'TEXT',
    'MAY',
    'pg_current_logfile pg_get_wal_replay_pause_state pg_xact_status txid_status pg_get_wal_summarizer_state',
  ),
  ...each(
    volatile,
    'pg',
    'OTHER',
    'MAY',
    `pg_current_snapshot txid_current_snapshot pg_current_wal_flush_lsn pg_current_wal_insert_lsn pg_current_wal_lsn
     pg_last_wal_receive_lsn pg_last_wal_replay_lsn pg_control_checkpoint pg_control_init pg_control_recovery
     pg_control_system pg_last_committed_xact pg_xact_commit_timestamp_origin pg_replication_origin_progress currtid2`,
  ),
  ...each(
    rowsVolatile,
    'pg',
    'OTHER',
    'MAY',
    `pg_lock_status pg_prepared_xact pg_get_backend_memory_contexts pg_get_multixact_members pg_get_replication_slots
     pg_get_shmem_allocations pg_get_shmem_allocations_numa pg_get_aios pg_get_wait_events
     pg_hba_file_rules pg_ident_file_mappings pg_show_all_file_settings pg_show_replication_origin_status
     pg_ls_archive_statusdir pg_ls_logdir pg_ls_logicalmapdir pg_ls_logicalsnapdir pg_ls_replslotdir pg_ls_summariesdir
     pg_ls_tmpdir pg_ls_waldir pg_available_wal_summaries pg_wal_summary_contents`,
  ),
  ...each(volatile, 'my', 'INTEGER', 'MAY', 'is_free_lock'),
  ...each(volatile, 'my', 'BIGINT', 'MAY', 'is_used_lock'),
];

/** Statistics and the state of the server. */
export const serverState: readonly FunctionRow[] = [...statistics, ...state];
