/** From tokens to a tree. */
export { parseStatement, parseTokens } from './parse.js';
export { MAX_NESTING } from './cursor.js';
