/**
 * Forms of queries that a target has not, said in other words of the source: each step answers with a query that means the
 * same, or with the same query. What comes out is translated like any other.
 */
import type { Query } from '../../../ast/index.js';
import type { Translator } from '../../translator.js';
import { boundedRecursion } from './bounded-recursion.js';
import { countedRows } from './counted-rows.js';
import { computedLimit } from './computed-limit.js';
import { correlatedTables } from './correlated-tables.js';
import { distinctOn } from './distinct-on.js';
import { distinctOrder } from './distinct-order.js';
import { distinctTexts } from './distinct-texts.js';
import { emptyWindows } from './empty-windows.js';
import { extremeRows } from './extreme-rows.js';
import { groupedStar } from './grouped-star.js';
import { havingAsWhere } from './having.js';
import { fullJoin } from './full-join.js';
import { groupingSets } from './grouping-sets.js';
import { keysInSubqueries } from './keys-in-subqueries.js';
import { lateralRows } from './lateral-rows.js';
import { lateralTables } from './lateral-tables.js';
import { placedStars } from './placed-stars.js';
import { orderedTable } from './ordered-table.js';
import { matchedTexts } from './matched-texts.js';
import { orderedRows } from './ordered-rows.js';
import { rowsInSelect } from './rows-in-select.js';
import { recursiveMoments } from './recursive-moments.js';
import { rightJoin } from './right-join.js';
import { sharedColumns } from './shared-columns.js';
import { shortQueries } from './short-queries.js';
import { unnestedLists } from './unnested-lists.js';
import { windowQueries } from './window-queries.js';
import { withTies } from './with-ties.js';

/** One way to say a query in other words; it answers with the query itself where there is nothing to say otherwise. */
export type Lowering = (query: Query, t: Translator) => Query;

/** In the order in which they are applied: what a later step makes of a query, an earlier one does not see. */
const STEPS: readonly Lowering[] = [
  boundedRecursion,
  recursiveMoments,
  countedRows,
  shortQueries,
  havingAsWhere,
  groupedStar,
  keysInSubqueries,
  extremeRows,
  rowsInSelect,
  matchedTexts,
  sharedColumns,
  unnestedLists,
  lateralRows,
  lateralTables,
  fullJoin,
  rightJoin,
  groupingSets,
  distinctOn,
  distinctTexts,
  distinctOrder,
  withTies,
  computedLimit,
  correlatedTables,
  orderedRows,
  orderedTable,
  windowQueries,
  emptyWindows,
  placedStars,
];

export const lowered: Lowering = (query, t) => STEPS.reduce((made, step) => step(made, t), query);
