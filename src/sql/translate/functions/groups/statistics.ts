import type { FormRow, FormTable } from '../form.js';
import { aggregates } from './over-rows.js';

/** Sums of a group, of which spreads and regressions are made; `$1` is y, and `$2` x where there are two. */
const N = 'COUNT($1)';
const SQUARES = '(SUM($1 * 1e0 * $1) - SUM($1) * 1e0 * SUM($1) / COUNT($1))';
const NOT_NEGATIVE = (sql: string): string => `CASE WHEN ${sql} > 0 THEN ${sql} ELSE ${sql} * 0 END`;

const variance = (of: string): string => `${NOT_NEGATIVE(SQUARES)} / ${of}`;
const SAMPLE = `NULLIF(${N} - 1, 0)`;

/** MariaDB rounds the spread of exact numbers over a window to four digits; that of floats it does not. */
const spread = (called: string, sql: string): FormRow => ({
  takes: 'number',
  my: aggregates(`${called}($1 * 1e0)`),
  lite: aggregates(sql),
  whole: true,
});

/** The same over pairs, none of which has a NULL. */
const Y = 'CASE WHEN $2 IS NOT NULL THEN $1 END';
const X = 'CASE WHEN $1 IS NOT NULL THEN $2 END';
const PAIRS = `COUNT(${Y})`;
const SYY = `(SUM((${Y}) * 1e0 * $1) - SUM(${Y}) * 1e0 * SUM(${Y}) / ${PAIRS})`;
const SXX = `(SUM((${X}) * 1e0 * $2) - SUM(${X}) * 1e0 * SUM(${X}) / ${PAIRS})`;
const SXY = `(SUM($1 * 1e0 * $2) - SUM(${X}) * 1e0 * SUM(${Y}) / ${PAIRS})`;
const SLOPE = `${SXY} / NULLIF(${SXX}, 0)`;

const pairs = (sql: string): FormRow => ({
  takes: 'number',
  my: aggregates(sql),
  lite: aggregates(sql),
  whole: true,
});

/**
 * Spreads, which SQLite has not, and regressions, which only PostgreSQL has.
 * https://www.postgresql.org/docs/15/functions-aggregate.html#FUNCTIONS-AGGREGATE-STATISTICS-TABLE
 */
export const statisticsForms: FormTable = {
  variance_of_population: spread('VAR_POP', variance(N)),
  variance_of_sample: spread('VAR_SAMP', variance(SAMPLE)),
  deviation_of_population: spread('STDDEV_POP', `SQRT(${variance(N)})`),
  deviation_of_sample: spread('STDDEV_SAMP', `SQRT(${variance(SAMPLE)})`),
  regr_count: pairs(PAIRS),
  regr_avgx: pairs(`AVG((${X}) * 1e0)`),
  regr_avgy: pairs(`AVG((${Y}) * 1e0)`),
  regr_sxx: pairs(SXX),
  regr_syy: pairs(SYY),
  regr_sxy: pairs(SXY),
  regr_slope: pairs(SLOPE),
  regr_intercept: pairs(`(SUM(${Y}) - SUM(${X}) * ${SLOPE}) / ${PAIRS}`),
  regr_r2: pairs(
    `CASE WHEN ${SXX} = 0 THEN NULL WHEN ${SYY} = 0 THEN 1e0 ELSE ${SXY} * ${SXY} / (${SXX} * ${SYY}) END`,
  ),
  corr: pairs(`${SXY} / NULLIF(SQRT(${SXX} * ${SYY}), 0)`),
  covar_pop: pairs(`${SXY} / ${PAIRS}`),
  covar_samp: pairs(`${SXY} / NULLIF(${PAIRS} - 1, 0)`),
};
