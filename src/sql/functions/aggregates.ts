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
  aggregate('count', 'BIGINT', 'NEVER', { pg: 'count/0-1', my: 'count', lite: 'count/0-1' }),
  aggregate('sum', SUM, 'STRICT', { pg: 'sum/1', my: 'sum/1', lite: 'sum/1' }),
  aggregate('average', MEAN, 'STRICT', { pg: 'avg/1', my: 'avg/1', lite: 'avg/1' }),
  aggregate('minimum', argument(0), 'STRICT', { pg: 'min/1', my: 'min/1', lite: 'min/1' }),
  aggregate('maximum', argument(0), 'STRICT', { pg: 'max/1', my: 'max/1', lite: 'max/1' }),
  aggregate('any_value', argument(0), 'MAY', { pg: 'any_value/1', my: 'any_value/1' }),
  // Texts and a separator. MySQL has the separator as a word of its grammar, and cuts at group_concat_max_len.
  aggregate('join_texts', argument(0), 'STRICT', { pg: 'string_agg/2', lite: 'string_agg/2 group_concat/2' }),
  aggregate('join_texts_by_comma', 'TEXT', 'STRICT', { lite: 'group_concat/1' }),
  aggregate('join_texts_mysql', 'TEXT', 'MAY', { my: 'group_concat/1+' }),
  // An empty group has NULL in PostgreSQL and MySQL, an empty array or object in SQLite.
  aggregate('json_array_of_group', 'JSON', 'MAY', { pg: 'jsonb_agg/1 json_agg/1', my: 'json_arrayagg/1' }),
  aggregate('json_object_of_group', 'JSON', 'MAY', {
    pg: 'jsonb_object_agg/2 json_object_agg/2',
    my: 'json_objectagg/2',
  }),
  aggregate('json_group_array', 'JSON', 'NEVER', { lite: 'json_group_array/1' }),
  aggregate('json_group_object', 'JSON', 'NEVER', { lite: 'json_group_object/2' }),
  aggregate('jsonb_group_array', 'BINARY', 'NEVER', { lite: 'jsonb_group_array' }),
  aggregate('jsonb_group_object', 'BINARY', 'NEVER', { lite: 'jsonb_group_object' }),
  aggregate('bitwise_and', BITS, BITS_NULL, { pg: 'bit_and/1', my: 'bit_and/1' }),
  aggregate('bitwise_or', BITS, BITS_NULL, { pg: 'bit_or/1', my: 'bit_or/1' }),
  aggregate('bitwise_xor', BITS, BITS_NULL, { pg: 'bit_xor/1', my: 'bit_xor/1' }),
  // stddev and variance without a suffix: of a sample in PostgreSQL, of the population in MySQL.
  aggregate('deviation_of_sample', SPREAD, 'MAY', { pg: 'stddev/1 stddev_samp/1', my: 'stddev_samp/1' }),
  aggregate('deviation_of_population', SPREAD, 'STRICT', { pg: 'stddev_pop/1', my: 'std/1 stddev/1 stddev_pop/1' }),
  aggregate('variance_of_sample', SPREAD, 'MAY', { pg: 'variance/1 var_samp/1', my: 'var_samp/1' }),
  aggregate('variance_of_population', SPREAD, 'STRICT', { pg: 'var_pop/1', my: 'variance/1 var_pop/1' }),
  // A float, and 0.0 for an empty group.
  aggregate('total', 'FLOAT', 'NEVER', { lite: 'total/1' }),
];

const postgresql: readonly FunctionRow[] = [
  aggregate('all_true', TRUTH, 'STRICT', { pg: 'bool_and/1 every/1' }),
  aggregate('any_true', TRUTH, 'STRICT', { pg: 'bool_or/1' }),
  aggregate('array_of_group', arrayOf(0), 'MAY', { pg: 'array_agg/1' }),
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
    `corr/2 covar_pop/2 covar_samp/2 regr_avgx/2 regr_avgy/2 regr_intercept/2 regr_r2/2 regr_slope/2 regr_sxx/2
     regr_sxy/2 regr_syy/2`,
  ),
  aggregate('regr_count', 'BIGINT', 'NEVER', { pg: 'regr_count/2' }),
  // WITHIN GROUP: the argument in the parentheses is a fraction, the values stand in ORDER BY.
  aggregate('mode', 'OTHER', 'STRICT', { pg: 'mode/0' }),
  ...each(aggregate, 'pg', 'OTHER', 'MAY', 'percentile_cont/1 percentile_disc/1'),
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
