import type { FunctionRow } from './function-row.js';
import { DYNAMIC } from './return-rules.js';
import {
  aggregate,
  aggregateWithEffects,
  each,
  effects,
  fromExtension,
  pure,
  rowsWithEffects,
  session,
  volatile,
} from './row-builders.js';

/** Functions of MySQL's plugins and components, of MariaDB's engines, and of well-known libraries. */
const mysql: readonly FunctionRow[] = [
  ...each(
    effects,
    'my',
    'TEXT',
    'MAY',
    `asynchronous_connection_failover_add_managed asynchronous_connection_failover_add_source
     asynchronous_connection_failover_delete_managed asynchronous_connection_failover_delete_source
     asynchronous_connection_failover_reset audit_api_message_emit_udf audit_log_encryption_password_get
     audit_log_encryption_password_set audit_log_filter_flush audit_log_filter_remove_filter
     audit_log_filter_remove_user audit_log_filter_set_filter audit_log_filter_set_user audit_log_read
     audit_log_read_bookmark audit_log_rotate firewall_group_delist firewall_group_enlist flush_rewrite_cache
     group_replication_disable_member_action group_replication_enable_member_action
     group_replication_reset_member_actions group_replication_set_as_primary
     group_replication_set_communication_protocol group_replication_set_write_concurrency
     group_replication_switch_to_multi_primary_mode group_replication_switch_to_single_primary_mode
     keyring_aws_rotate_cmk keyring_aws_rotate_keys keyring_hashicorp_update_config keyring_key_fetch
     keyring_key_generate keyring_key_length_fetch keyring_key_remove keyring_key_store keyring_key_type_fetch
     load_rewrite_rules masking_dictionaries_flush masking_dictionary_remove masking_dictionary_term_add
     masking_dictionary_term_remove mysql_firewall_flush_status normalize_statement read_firewall_group_allowlist
     read_firewall_groups read_firewall_users read_firewall_whitelist set_firewall_group_mode set_firewall_mode
     service_get_read_locks service_get_write_locks service_release_locks version_tokens_delete version_tokens_edit
     version_tokens_lock_exclusive version_tokens_lock_shared version_tokens_set version_tokens_unlock
     gen_dictionary_load gen_dictionary_drop sys_exec sys_eval sys_get sys_set http_get http_post spider_direct_sql
     spider_bg_direct_sql spider_copy_tables spider_ping_table spider_flush_table_mon_cache
     mroonga_command`,
  ),
  ...each(
    volatile,
    'my',
    'TEXT',
    'MAY',
    `create_asymmetric_priv_key create_asymmetric_pub_key create_dh_parameters asymmetric_encrypt asymmetric_sign
     gen_blocklist gen_blacklist gen_dictionary gen_range gen_rnd_canada_sin gen_rnd_email gen_rnd_iban gen_rnd_pan
     gen_rnd_ssn gen_rnd_uk_nin gen_rnd_us_phone gen_rnd_uuid version_tokens_show
     group_replication_get_communication_protocol group_replication_get_write_concurrency`,
  ),
  ...each(
    pure,
    'my',
    'TEXT',
    'MAY',
    `asymmetric_decrypt asymmetric_verify asymmetric_derive create_digest mask_canada_sin mask_iban mask_inner mask_outer
     mask_pan mask_pan_relaxed mask_ssn mask_uk_nin mask_uuid mroonga_escape mroonga_highlight_html mroonga_normalize
     mroonga_query_expand mroonga_snippet mroonga_snippet_html`,
  ),
  // System-versioned tables of MariaDB: what the registry of transactions says.
  ...each(volatile, 'my', 'BIGINT', 'MAY', 'trt_trx_id trt_commit_id trt_trx_sees trt_trx_sees_eq'),
  ...each(volatile, 'my', 'TEXT', 'MAY', 'trt_begin_ts trt_commit_ts trt_iso_level'),
];

/** Functions of SQLite's shell and of the extensions in its source tree. */
const sqlite: readonly FunctionRow[] = [
  ...each(
    effects,
    'lite',
    'OTHER',
    'MAY',
    `readfile writefile edit eval remember icu_load_collation shell_putsnl shell_add_schema shell_module_schema
     sha1_query sha3_query`,
  ),
  ...each(rowsWithEffects, 'lite', 'OTHER', 'MAY', 'fsdir csv zipfile_read=zipfile/1'),
  aggregateWithEffects('zipfile_make', 'BINARY', 'MAY', { lite: 'zipfile/2+' }),
  ...each(volatile, 'lite', 'TEXT', 'NEVER', 'uuid_text=uuid uuid7'),
  ...each(volatile, 'lite', 'INTEGER', 'MAY', 'usleep'),
  ...each(
    pure,
    'lite',
    'TEXT',
    'MAY',
    `base64 base85 uuid_str sha1_sqlite=sha1 sha3_show lsmode zipfile_cds decimal decimal_add decimal_sub decimal_mul
     decimal_pow2 decimal_exp dtostr spellfix1_phonehash spellfix1_translit
     rot13`,
  ),
  ...each(
    pure,
    'lite',
    'BINARY',
    'MAY',
    'sha3 uuid_blob sqlar_compress sqlar_uncompress ieee754_to_blob uncompress_sqlite=uncompress',
  ),
  ...each(pure, 'lite', 'BINARY', 'MAY', 'compress_sqlite=compress'),
  ...each(
    pure,
    'lite',
    'INTEGER',
    'MAY',
    `regexp regexpi decimal_cmp is_base85 editdist3 spellfix1_editdist
     spellfix1_scriptcode `,
  ),
  ...each(pure, 'lite', 'FLOAT', 'MAY', 'strtod ieee754_from_blob'),
  ...each(pure, 'lite', DYNAMIC, 'MAY', 'ieee754'),
  ...each(session, 'lite', 'TEXT', 'MAY', 'shell_idquote shell_escape_crnl'),
  aggregate('decimal_sum', 'TEXT', 'MAY', { lite: 'decimal_sum' }),
  ...each(
    aggregate,
    'lite',
    'FLOAT',
    'MAY',
    'median percentile percentile_cont_sqlite=percentile_cont percentile_disc_sqlite=percentile_disc',
  ),
];

/** Functions that are there only where a library is loaded. */
export const loadableFunctions: readonly FunctionRow[] = fromExtension([...mysql, ...sqlite]);
