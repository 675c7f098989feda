import type { FunctionRow } from './function-row.js';
import { each, pure, rowsOfSession, rowsPure, session } from './row-builders.js';

/** What the catalogue says of objects and rights, by the session's user and search path. */
const catalogue: readonly FunctionRow[] = [
  ...each(
    session,
    'pg',
    'BOOLEAN',
    'MAY',
    `has_any_column_privilege has_column_privilege has_database_privilege has_foreign_data_wrapper_privilege
     has_function_privilege has_language_privilege has_largeobject_privilege has_parameter_privilege has_schema_privilege
     has_sequence_privilege has_server_privilege has_table_privilege has_tablespace_privilege has_type_privilege
     pg_has_role pg_collation_is_visible pg_conversion_is_visible pg_function_is_visible pg_opclass_is_visible
     pg_operator_is_visible pg_opfamily_is_visible pg_statistics_obj_is_visible pg_table_is_visible
     pg_ts_config_is_visible pg_ts_dict_is_visible pg_ts_parser_is_visible pg_ts_template_is_visible pg_type_is_visible
     pg_column_is_updatable pg_index_column_has_property pg_index_has_property pg_indexam_has_property
     pg_relation_is_publishable satisfies_hash_partition`,
  ),
  ...each(
    session,
    'pg',
    'TEXT',
    'MAY',
    `col_description obj_description shobj_description format_type oidvectortypes pg_describe_object pg_get_constraintdef
     pg_get_expr pg_get_function_arg_default pg_get_function_arguments pg_get_function_identity_arguments
     pg_get_function_result pg_get_function_sqlbody pg_get_functiondef pg_get_indexdef pg_get_partition_constraintdef
     pg_get_partkeydef pg_get_ruledef pg_get_serial_sequence pg_get_statisticsobjdef pg_get_statisticsobjdef_columns
     pg_get_triggerdef pg_get_userbyid pg_get_viewdef pg_collation_for=pg_collation_for,collation pg_relation_filepath
     pg_tablespace_location pg_encoding_to_char pg_indexam_progress_phasename pg_collation_actual_version
     pg_database_collation_actual_version unicode_version icu_unicode_version pg_get_acl`,
  ),
  ...each(
    session,
    'pg',
    'INTEGER',
    'MAY',
    `pg_char_to_encoding pg_encoding_max_length pg_relation_is_updatable pg_event_trigger_table_rewrite_reason to_regtypemod`,
  ),
  ...each(session, 'pg', 'ARRAY', 'MAY', 'pg_get_statisticsobjdef_expressions pg_settings_get_flags acldefault'),
  ...each(
    session,
    'pg',
    'OTHER',
    'MAY',
    `to_regclass to_regcollation to_regnamespace to_regoper to_regoperator to_regproc to_regprocedure to_regrole to_regtype
     pg_basetype pg_get_object_address pg_identify_object pg_identify_object_as_address pg_sequence_parameters
     pg_filenode_relation pg_get_replica_identity_index pg_relation_filenode pg_partition_root makeaclitem
     pg_replication_origin_oid pg_event_trigger_table_rewrite_oid`,
  ),
  ...each(session, 'pg', 'TIMESTAMPTZ', 'MAY', 'pg_conf_load_time pg_postmaster_start_time'),
  session('pg_jit_available', 'BOOLEAN', 'NEVER', { pg: 'pg_jit_available' }),
  ...each(
    rowsOfSession,
    'pg',
    'OTHER',
    'MAY',
    `pg_available_extension_versions pg_available_extensions pg_config pg_extension_update_paths
     pg_event_trigger_ddl_commands pg_event_trigger_dropped_objects pg_get_catalog_foreign_keys pg_get_publication_tables
     pg_get_wal_resource_managers pg_partition_ancestors pg_partition_tree pg_tablespace_databases`,
  ),
  rowsPure('pg_get_keywords', 'OTHER', 'MAY', { pg: 'pg_get_keywords' }),
];

/** Functions of PostgreSQL's own kinds of values: sizes, places in the log, snapshots. */
const values: readonly FunctionRow[] = [
  ...each(pure, 'pg', 'TEXT', 'STRICT', 'pg_size_pretty pg_column_compression'),
  ...each(pure, 'pg', 'BIGINT', 'STRICT', 'pg_size_bytes txid_snapshot_xmax txid_snapshot_xmin'),
  ...each(pure, 'pg', 'BOOLEAN', 'STRICT', 'pg_visible_in_snapshot txid_visible_in_snapshot pg_input_is_valid'),
  ...each(pure, 'pg', 'INTEGER', 'STRICT', 'pg_column_size'),
  ...each(pure, 'pg', 'OTHER', 'MAY', 'pg_snapshot_xmax pg_snapshot_xmin pg_input_error_info pg_column_toast_chunk_id'),
  ...each(pure, 'pg', 'DECIMAL', 'STRICT', 'pg_wal_lsn_diff'),
  ...each(rowsPure, 'pg', 'OTHER', 'MAY', 'pg_snapshot_xip'),
  ...each(rowsPure, 'pg', 'BIGINT', 'MAY', 'txid_snapshot_xip'),
  // By the server's timeline and the size of its segments.
  ...each(session, 'pg', 'TEXT', 'STRICT', 'pg_walfile_name'),
  ...each(session, 'pg', 'OTHER', 'STRICT', 'pg_walfile_name_offset pg_split_walfile_name'),
];

/** What PostgreSQL tells of its catalogue and its own values. */
export const catalogueInformation: readonly FunctionRow[] = [...catalogue, ...values];
