/** Results compared across databases: whether they agree, and where they don't. */
export {
  compareDatabases,
  MOST_COMPARED,
  type ComparedResult,
  type Comparison,
  type RunRead,
} from './compare-databases.js';
export { compareRows, MOST_DIFFERENCES, type ComparedRows, type ResultDifference } from './compare-rows.js';
