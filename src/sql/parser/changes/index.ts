/** INSERT, REPLACE, UPDATE, DELETE and MERGE. */
export { atChange, parseChange, parseStatementBody } from './change.js';
