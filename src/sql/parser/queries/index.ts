/** Queries: SELECT, VALUES, TABLE, their combinations, and what belongs to a whole query. */
export { atQuery, continueQuery, goesOnAsQuery, parseQuery, parseQueryWith } from './query.js';
export { parseWith } from './with-clause.js';
export { parseOrderBy } from './order-by.js';
export { parseLimit } from './limit.js';
export { parseTableReferences, parseTableName } from './table-references.js';
export { parseSelectItems } from './select.js';
