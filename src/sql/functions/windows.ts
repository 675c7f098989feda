import type { FunctionRow } from './function-row.js';
import { argument, perDialect } from './return-rules.js';
import { each, windowed } from './row-builders.js';

/**
 * Functions that need an OVER clause. With arguments rank, dense_rank, percent_rank and cume_dist are
 * PostgreSQL's hypothetical aggregates.
 */
export const windowFunctions: readonly FunctionRow[] = [
  windowed('row_number', 'BIGINT', 'NEVER', { pg: 'row_number', my: 'row_number', lite: 'row_number' }),
  windowed('rank', 'BIGINT', 'NEVER', { pg: 'rank/0', my: 'rank', lite: 'rank' }),
  windowed('dense_rank', 'BIGINT', 'NEVER', { pg: 'dense_rank/0', my: 'dense_rank', lite: 'dense_rank' }),
  windowed('percent_rank', 'FLOAT', 'NEVER', { pg: 'percent_rank/0', my: 'percent_rank', lite: 'percent_rank' }),
  windowed('cume_dist', 'FLOAT', 'NEVER', { pg: 'cume_dist/0', my: 'cume_dist', lite: 'cume_dist' }),
  windowed('ntile', perDialect('INTEGER', 'BIGINT', 'INTEGER'), 'MAY', { pg: 'ntile', my: 'ntile', lite: 'ntile' }),
  windowed('lag', argument(0), 'MAY', { pg: 'lag/1-3', my: 'lag/1-3', lite: 'lag/1-3' }),
  windowed('lead', argument(0), 'MAY', { pg: 'lead/1-3', my: 'lead/1-3', lite: 'lead/1-3' }),
  windowed('first_value', argument(0), 'MAY', { pg: 'first_value', my: 'first_value', lite: 'first_value' }),
  windowed('last_value', argument(0), 'MAY', { pg: 'last_value', my: 'last_value', lite: 'last_value' }),
  windowed('nth_value', argument(0), 'MAY', { pg: 'nth_value', my: 'nth_value', lite: 'nth_value' }),
  // MariaDB has these over a window only.
  ...each(windowed, 'my', 'FLOAT', 'MAY', 'median_mysql=median percentile_cont_mysql=percentile_cont'),
  windowed('percentile_disc_mysql', 'OTHER', 'MAY', { my: 'percentile_disc' }),
];
