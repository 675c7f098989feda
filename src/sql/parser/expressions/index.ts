/** Expressions: a Pratt parser over each dialect's table of operators. */
export { parseExpression } from './expression.js';
