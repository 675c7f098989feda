import type { FunctionRow } from './function-row.js';
import {
  aggregate,
  each,
  effects,
  fromExtension,
  pure,
  rowsPure,
  rowsVolatile,
  rowsWithEffects,
  session,
  volatile,
} from './row-builders.js';

const values: readonly FunctionRow[] = [
  // uuid-ossp
  ...each(volatile, 'pg', 'UUID', 'NEVER', 'uuid_generate_v1 uuid_generate_v1mc'),
  ...each(pure, 'pg', 'UUID', 'STRICT', 'uuid_generate_v3 uuid_generate_v5'),
  ...each(pure, 'pg', 'UUID', 'NEVER', 'uuid_nil uuid_ns_dns uuid_ns_oid uuid_ns_url uuid_ns_x500'),
  // pgcrypto: what is encrypted for a public key, or with a password, holds random bytes.
  ...each(pure, 'pg', 'BINARY', 'STRICT', 'digest hmac dearmor encrypt encrypt_iv decrypt decrypt_iv'),
  ...each(pure, 'pg', 'TEXT', 'STRICT', 'armor crypt pgp_key_id pgp_sym_decrypt pgp_pub_decrypt'),
  ...each(pure, 'pg', 'BINARY', 'STRICT', 'pgp_sym_decrypt_bytea pgp_pub_decrypt_bytea'),
  rowsPure('pgp_armor_headers', 'OTHER', 'MAY', { pg: 'pgp_armor_headers' }),
  volatile('gen_salt', 'TEXT', 'STRICT', { pg: 'gen_salt' }),
  ...each(
    volatile,
    'pg',
    'BINARY',
    'STRICT',
    'gen_random_bytes pgp_sym_encrypt pgp_sym_encrypt_bytea pgp_pub_encrypt pgp_pub_encrypt_bytea',
  ),
  // pg_trgm; its threshold is a setting
  ...each(
    pure,
    'pg',
    'FLOAT',
    'STRICT',
    `similarity word_similarity strict_word_similarity similarity_dist word_similarity_dist_op
     strict_word_similarity_dist_op`,
  ),
  pure('show_trgm', 'ARRAY', 'STRICT', { pg: 'show_trgm' }),
  session('show_limit', 'FLOAT', 'NEVER', { pg: 'show_limit' }),
  effects('set_limit', 'FLOAT', 'STRICT', { pg: 'set_limit' }),
  // unaccent, fuzzystrmatch
  ...each(pure, 'pg', 'TEXT', 'STRICT', 'unaccent metaphone dmetaphone dmetaphone_alt text_soundex'),
  ...each(pure, 'pg', 'INTEGER', 'STRICT', 'levenshtein levenshtein_less_equal soundex_difference=difference'),
  pure('daitch_mokotoff', 'ARRAY', 'STRICT', { pg: 'daitch_mokotoff' }),
  // hstore
  ...each(pure, 'pg', 'OTHER', 'MAY', 'hstore tconvert slice hs_concat'),
  ...each(pure, 'pg', 'ARRAY', 'STRICT', 'akeys avals hstore_to_array hstore_to_matrix slice_array'),
  ...each(pure, 'pg', 'BOOLEAN', 'STRICT', 'exist defined isexists isdefined exists_any exists_all'),
  ...each(pure, 'pg', 'JSON', 'STRICT', 'hstore_to_json hstore_to_json_loose hstore_to_jsonb hstore_to_jsonb_loose'),
  ...each(pure, 'pg', 'TEXT', 'MAY', 'fetchval'),
  ...each(rowsPure, 'pg', 'TEXT', 'MAY', 'skeys svals'),
  rowsPure('hstore_each', 'OTHER', 'MAY', { pg: 'each' }),
  // ltree
  ...each(pure, 'pg', 'OTHER', 'MAY', 'subltree subpath text2ltree lca'),
  pure('ltree2text', 'TEXT', 'STRICT', { pg: 'ltree2text' }),
  ...each(pure, 'pg', 'INTEGER', 'STRICT', 'nlevel ltree_index=index'),
  // intarray, intagg
  ...each(pure, 'pg', 'ARRAY', 'STRICT', 'sort sort_asc sort_desc uniq subarray intset'),
  ...each(pure, 'pg', 'INTEGER', 'STRICT', 'icount idx'),
  aggregate('int_array_aggregate', 'ARRAY', 'MAY', { pg: 'int_array_aggregate' }),
  rowsPure('int_array_enum', 'INTEGER', 'MAY', { pg: 'int_array_enum' }),
  // cube, earthdistance, seg
  ...each(pure, 'pg', 'OTHER', 'MAY', 'cube cube_union cube_inter cube_enlarge cube_subset ll_to_earth earth_box'),
  ...each(pure, 'pg', 'INTEGER', 'STRICT', 'cube_dim'),
  ...each(pure, 'pg', 'BOOLEAN', 'STRICT', 'cube_is_point'),
  ...each(
    pure,
    'pg',
    'FLOAT',
    'STRICT',
    `cube_ll_coord cube_ur_coord cube_size cube_distance latitude longitude earth_distance sec_to_gc gc_to_sec seg_center
     seg_lower seg_upper seg_size`,
  ),
  pure('earth', 'FLOAT', 'NEVER', { pg: 'earth' }),
  // isn: weak input is a setting
  ...each(pure, 'pg', 'OTHER', 'STRICT', 'isbn isbn13 ismn ismn13 issn issn13 upc make_valid'),
  pure('is_valid', 'BOOLEAN', 'STRICT', { pg: 'is_valid' }),
  effects('isn_weak', 'BOOLEAN', 'MAY', { pg: 'isn_weak' }),
  ...each(pure, 'pg', 'OTHER', 'STRICT', 'seg_union seg_inter'),
  // lo, citext
  pure('cast_to_citext', 'TEXT', 'STRICT', { pg: 'citext' }),
  pure('lo_oid', 'OTHER', 'STRICT', { pg: 'lo_oid' }),
  // pgvector
  ...each(pure, 'pg', 'FLOAT', 'STRICT', 'l2_distance inner_product cosine_distance l1_distance vector_norm'),
  ...each(pure, 'pg', 'INTEGER', 'STRICT', 'vector_dims'),
];

/** The server's pages, buffers and counters, and the connection's certificate. */
const inspection: readonly FunctionRow[] = [
  ...each(session, 'pg', 'BOOLEAN', 'MAY', 'ssl_is_used ssl_client_cert_present'),
  ...each(session, 'pg', 'DECIMAL', 'MAY', 'ssl_client_serial'),
  ...each(
    session,
    'pg',
    'TEXT',
    'MAY',
    'ssl_cipher ssl_version ssl_client_dn ssl_client_dn_field ssl_issuer_dn ssl_issuer_field',
  ),
  ...each(rowsVolatile, 'pg', 'OTHER', 'MAY', 'ssl_extension_info'),
  ...each(rowsVolatile, 'pg', 'FLOAT', 'MAY', 'normal_rand'),
  ...each(volatile, 'pg', 'BINARY', 'MAY', 'get_raw_page'),
  ...each(volatile, 'pg', 'TEXT', 'MAY', 'brin_page_type hash_page_type fsm_page_contents'),
  ...each(volatile, 'pg', 'INTEGER', 'MAY', 'page_checksum free_space_of_page=pg_freespace/2'),
  ...each(volatile, 'pg', 'ARRAY', 'MAY', 'tuple_data_split'),
  ...each(volatile, 'pg', 'BIGINT', 'MAY', 'pg_relpages'),
  ...each(
    rowsVolatile,
    'pg',
    'OTHER',
    'MAY',
    `pg_buffercache_pages pg_buffercache_usage_counts free_space=pg_freespace/1 pg_stat_statements pgrowlocks
     visibility=pg_visibility/1 visibility_map=pg_visibility_map/1 pg_check_frozen pg_check_visible
     pg_get_wal_records_info pg_get_wal_records_info_till_end_of_wal pg_get_wal_stats
     pg_get_wal_stats_till_end_of_wal pg_get_wal_block_info heap_page_items heap_page_item_attrs bt_page_items
     bt_multi_page_stats brin_page_items brin_revmap_data gin_leafpage_items gist_page_items gist_page_items_bytea
     hash_page_items hash_bitmap_info pg_old_snapshot_time_mapping verify_heapam`,
  ),
  ...each(
    volatile,
    'pg',
    'OTHER',
    'MAY',
    `bt_index_check bt_index_parent_check gin_index_check visibility_of_page=pg_visibility/2
     visibility_map_of_page=pg_visibility_map/2 brin_metapage_info gin_metapage_info gin_page_opaque_info
     hash_page_stats hash_metapage_info gist_page_opaque_info page_header bt_metap bt_page_stats
     pg_stat_statements_info pg_get_wal_record_info pgstattuple pgstatindex pgstatginindex pgstattuple_approx
     pgstathashindex pg_visibility_map_summary heap_tuple_infomask_flags pg_buffercache_summary`,
  ),
];

const actions: readonly FunctionRow[] = [
  // dblink and postgres_fdw: other connections; all that one of them does is beyond the statement.
  ...each(
    effects,
    'pg',
    'TEXT',
    'MAY',
    `dblink_build_sql_delete dblink_build_sql_insert dblink_build_sql_update dblink_cancel_query dblink_close
     dblink_connect dblink_connect_u dblink_current_query dblink_disconnect dblink_error_message dblink_exec
       dblink_open  
     `,
  ),
  ...each(
    rowsWithEffects,
    'pg',
    'OTHER',
    'MAY',
    'dblink dblink_fetch dblink_get_notify dblink_get_pkey dblink_get_result',
  ),
  ...each(effects, 'pg', 'INTEGER', 'MAY', 'dblink_is_busy dblink_send_query'),
  ...each(effects, 'pg', 'ARRAY', 'MAY', 'dblink_get_connections'),
  ...each(effects, 'pg', 'BOOLEAN', 'MAY', 'postgres_fdw_disconnect postgres_fdw_disconnect_all'),
  ...each(rowsVolatile, 'pg', 'OTHER', 'MAY', 'postgres_fdw_get_connections'),
  // tablefunc and xml2 run SQL that is given as text, or made of names that are.
  ...each(
    rowsWithEffects,
    'pg',
    'OTHER',
    'MAY',
    'crosstab crosstab2 crosstab3 crosstab4 crosstabn connectby xpath_table',
  ),
  ...each(pure, 'pg', 'TEXT', 'STRICT', 'xpath_string xpath_nodeset xpath_list xml_encode_special_chars'),
  ...each(pure, 'pg', 'FLOAT', 'STRICT', 'xpath_number'),
  ...each(pure, 'pg', 'BOOLEAN', 'STRICT', 'xpath_bool xml_valid'),
  effects('xslt_process', 'TEXT', 'STRICT', { pg: 'xslt_process' }),
  // adminpack, pg_prewarm, pg_surgery, pg_visibility, pg_stat_statements, pg_buffercache, tcn and their like
  ...each(
    effects,
    'pg',
    'OTHER',
    'MAY',
    `pg_file_sync autoprewarm_start_worker heap_force_freeze heap_force_kill pg_truncate_visibility_map pg_stat_statements_reset
     pg_buffercache_evict pg_buffercache_evict_relation pg_buffercache_evict_all lo_manage`,
  ),
  ...each(effects, 'pg', 'BIGINT', 'MAY', 'pg_file_write pg_prewarm autoprewarm_dump_now'),
  ...each(effects, 'pg', 'BOOLEAN', 'MAY', 'pg_file_rename pg_file_unlink'),
  ...each(rowsWithEffects, 'pg', 'OTHER', 'MAY', 'pg_logdir_ls'),
];

/** Functions of the extensions that come with PostgreSQL, and of a few others. */
export const postgresqlExtensions: readonly FunctionRow[] = fromExtension([...values, ...inspection, ...actions]);
