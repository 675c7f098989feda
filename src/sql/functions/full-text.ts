import type { FunctionRow } from './function-row.js';
import { byType } from './return-rules.js';
import { each, effects, pure, rowsPure, rowsWithEffects, session } from './row-builders.js';

/** Full-text search. Without a configuration PostgreSQL takes the session's. */
export const fullTextFunctions: readonly FunctionRow[] = [
  ...each(
    session,
    'pg',
    'OTHER',
    'STRICT',
    `tsvector_by_session=to_tsvector/1 tsquery_by_session=to_tsquery/1 plain_tsquery_by_session=plainto_tsquery/1
     phrase_tsquery_by_session=phraseto_tsquery/1 web_tsquery_by_session=websearch_to_tsquery/1
     json_tsvector_by_session=json_to_tsvector/2 jsonb_tsvector_by_session=jsonb_to_tsvector/2`,
  ),
  ...each(
    pure,
    'pg',
    'OTHER',
    'STRICT',
    `tsvector=to_tsvector/2 tsquery=to_tsquery/2 plain_tsquery=plainto_tsquery/2 phrase_tsquery=phraseto_tsquery/2
     web_tsquery=websearch_to_tsquery/2 json_tsvector=json_to_tsvector/3 jsonb_tsvector=jsonb_to_tsvector/3
     tsquery_phrase setweight strip ts_delete ts_filter array_to_tsvector tsquery_and tsquery_or tsquery_not`,
  ),
  session('get_current_ts_config', 'OTHER', 'NEVER', { pg: 'get_current_ts_config' }),
  // The document is the first of two arguments; of more it may be the first or the second.
  session('ts_headline', byType(0, { JSON: 'JSON' }, 'TEXT'), 'STRICT', { pg: 'ts_headline/2' }),
  session('ts_headline_with_options', 'OTHER', 'STRICT', { pg: 'ts_headline/3-4' }),
  ...each(pure, 'pg', 'FLOAT', 'STRICT', 'ts_rank ts_rank_cd'),
  ...each(pure, 'pg', 'ARRAY', 'MAY', 'tsvector_to_array ts_lexize'),
  ...each(pure, 'pg', 'INTEGER', 'STRICT', 'numnode'),
  pure('querytree', 'TEXT', 'STRICT', { pg: 'querytree' }),
  pure('ts_rewrite', 'OTHER', 'STRICT', { pg: 'ts_rewrite/3' }),
  // These two run a query that is given as text.
  effects('ts_rewrite_by_query', 'OTHER', 'STRICT', { pg: 'ts_rewrite/2' }),
  rowsWithEffects('ts_stat', 'OTHER', 'MAY', { pg: 'ts_stat' }),
  ...each(rowsPure, 'pg', 'OTHER', 'MAY', 'ts_debug ts_parse ts_token_type'),
  ...each(pure, 'pg', 'BOOLEAN', 'STRICT', 'ts_match_vq ts_match_qv ts_match_tt ts_match_tq'),
  // MATCH … AGAINST of MySQL and the function behind SQLite's operator.
  pure('match_against', 'FLOAT', 'NEVER', { my: 'match' }),
  pure('match_sqlite', 'INTEGER', 'MAY', { lite: 'match' }),
  // Auxiliary functions of FTS3 and FTS5; the first argument is the table.
  pure('bm25', 'FLOAT', 'MAY', { lite: 'bm25' }),
  ...each(pure, 'lite', 'TEXT', 'MAY', 'highlight snippet offsets fts5_get_locale fts5_source_id'),
  pure('matchinfo', 'BINARY', 'MAY', { lite: 'matchinfo' }),
  ...each(pure, 'lite', 'OTHER', 'MAY', 'fts5_locale fts5_insttoken'),
  // Pointers to the module's inside, one to write through, and a merge of FTS3's index.
  ...each(effects, 'lite', 'OTHER', 'MAY', 'fts5_api=fts5 fts3_tokenizer fts3_optimize=optimize'),
];
