import type { FunctionRow, NullRule, ReturnRule } from './function-row.js';
import { argument, arrayOf, byType, perDialect, TRUTH } from './return-rules.js';
import { aggregate, each } from './row-builders.js';

const SUM = perDialect<ReturnRule>(
  byType(
    0,
    {
      INTEGER: 'BIGINT',
      BIGINT: 'DECIMAL',
      DECIMAL: 'DECIMAL',
      FLOAT: 'FLOAT',
      INTERVAL: 'INTERVAL',
      TIME: 'INTERVAL',
    },
    'OTHER',
  ),
  byType(0, { BOOLEAN: 'DECIMAL', INTEGER: 'DECIMAL', BIGINT: 'DECIMAL', DECIMAL: 'DECIMAL' }, 'FLOAT'),
  byType(0, { BOOLEAN: 'BIGINT', INTEGER: 'BIGINT', BIGINT: 'BIGINT', DECIMAL: 'DECIMAL' }, 'FLOAT'),
);
const MEAN = perDialect<ReturnRule>(
  byType(0, { INTEGER: 'DECIMAL', BIGINT: 'DECIMAL', DECIMAL: 'DECIMAL', FLOAT: 'FLOAT' }, 'INTERVAL'),
  byType(0, { BOOLEAN: 'DECIMAL', INTEGER: 'DECIMAL', BIGINT: 'DECIMAL', DECIMAL: 'DECIMAL' }, 'FLOAT'),
  'FLOAT',
);
const SPREAD = perDialect<ReturnRule>(byType(0, { FLOAT: 'FLOAT' }, 'DECIMAL'), 'FLOAT', 'FLOAT');
const BITS = perDialect<ReturnRule>(argument(0), 'BIGINT', 'BIGINT');
/** MySQL starts from all ones, or from 0, so that without rows it answers with those. */
const BITS_NULL = perDialect<NullRule>('STRICT', 'NEVER', 'NEVER');

const shared: readonly FunctionRow[] = [
  aggregate('count', 'BIGINT', 'NEVER', { pg: 'count', my: 'count', lite: 'count' }),
  aggregate('sum', SUM, 'STRICT', { pg: 'sum', my: 'sum', lite: 'sum' }),
  aggregate('average', MEAN, 'STRICT', { pg: 'avg', my: 'avg', lite: 'avg' }),
  aggregate('minimum', argument(0), 'STRICT', { pg: 'min', my: 'min', lite: 'min/1' }),
  aggregate('maximum', argument(0), 'STRICT', { pg: 'max', my: 'max', lite: 'max/1' }),
  aggregate('any_value', argument(0), 'MAY', { pg: 'any_value', my: 'any_value' }),
  // Texts and a separator. MySQL has the separator as a word of its grammar, and cuts at group_concat_max_len.
  aggregate('join_texts', argument(0), 'STRICT', { pg: 'string_agg', lite: 'string_agg/2 group_concat/2' }),
  aggregate('join_texts_by_comma', 'TEXT', 'STRICT', { lite: 'group_concat/1' }),
  aggregate('join_texts_mysql', 'TEXT', 'MAY', { my: 'group_concat' }),
  // An empty group has NULL in PostgreSQL and MySQL, an empty array or object in SQLite.
  aggregate('json_array_of_group', 'JSON', 'MAY', { pg: 'jsonb_agg json_agg', my: 'json_arrayagg' }),
  aggregate('json_object_of_group', 'JSON', 'MAY', { pg: 'jsonb_object_agg json_object_agg', my: 'json_objectagg' }),
  aggregate('json_group_array', 'JSON', 'NEVER', { lite: 'json_group_array' }),
  aggregate('json_group_object', 'JSON', 'NEVER', { lite: 'json_group_object' }),
  aggregate('jsonb_group_array', 'BINARY', 'NEVER', { lite: 'jsonb_group_array' }),
  aggregate('jsonb_group_object', 'BINARY', 'NEVER', { lite: 'jsonb_group_object' }),
  aggregate('bitwise_and', BITS, BITS_NULL, { pg: 'bit_and', my: 'bit_and' }),
  aggregate('bitwise_or', BITS, BITS_NULL, { pg: 'bit_or', my: 'bit_or' }),
  aggregate('bitwise_xor', BITS, BITS_NULL, { pg: 'bit_xor', my: 'bit_xor' }),
  // stddev and variance without a suffix: of a sample in PostgreSQL, of the population in MySQL.
  aggregate('deviation_of_sample', SPREAD, 'MAY', { pg: 'stddev stddev_samp', my: 'stddev_samp' }),
  aggregate('deviation_of_population', SPREAD, 'STRICT', { pg: 'stddev_pop', my: 'std stddev stddev_pop' }),
  aggregate('variance_of_sample', SPREAD, 'MAY', { pg: 'variance var_samp', my: 'var_samp' }),
  aggregate('variance_of_population', SPREAD, 'STRICT', { pg: 'var_pop', my: 'variance var_pop' }),
  // A float, and 0.0 for an empty group.
  aggregate('total', 'FLOAT', 'NEVER', { lite: 'total' }),
];

const postgresql: readonly FunctionRow[] = [
  aggregate('all_true', TRUTH, 'STRICT', { pg: 'bool_and every' }),
  aggregate('any_true', TRUTH, 'STRICT', { pg: 'bool_or' }),
  aggregate('array_of_group', arrayOf(0), 'MAY', { pg: 'array_agg' }),
  aggregate('range_union', 'OTHER', 'STRICT', { pg: 'range_agg' }),
  aggregate('range_intersection', argument(0), 'STRICT', { pg: 'range_intersect_agg' }),
  aggregate('xml_of_group', 'OTHER', 'STRICT', { pg: 'xmlagg' }),
  ...each(
    aggregate,
    'pg',
    'JSON',
    'MAY',
    `json_arrayagg json_objectagg json_agg_strict jsonb_agg_strict json_object_agg_strict json_object_agg_unique
     json_object_agg_unique_strict jsonb_object_agg_strict jsonb_object_agg_unique jsonb_object_agg_unique_strict`,
  ),
  ...each(
    aggregate,
    'pg',
    'FLOAT',
    'MAY',
    `corr covar_pop covar_samp regr_avgx regr_avgy regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy`,
  ),
  aggregate('regr_count', 'BIGINT', 'NEVER', { pg: 'regr_count' }),
  // WITHIN GROUP: the argument in the parentheses is a fraction, the values stand in ORDER BY.
  aggregate('mode', 'OTHER', 'STRICT', { pg: 'mode' }),
  ...each(aggregate, 'pg', 'OTHER', 'MAY', 'percentile_cont percentile_disc'),
  // Which rank these values would have in the group. Without arguments they are window functions.
  ...each(aggregate, 'pg', 'BIGINT', 'NEVER', 'hypothetical_rank=rank/1+ hypothetical_dense_rank=dense_rank/1+'),
  ...each(
    aggregate,
    'pg',
    'FLOAT',
    'NEVER',
    'hypothetical_percent_rank=percent_rank/1+ hypothetical_cume_dist=cume_dist/1+',
  ),
];

/** Functions over a group of rows. */
export const aggregateFunctions: readonly FunctionRow[] = [
  ...shared,
  ...postgresql,
  ...each(aggregate, 'my', 'OTHER', 'MAY', 'st_collect_mysql=st_collect'),
];
