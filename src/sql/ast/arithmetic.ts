import type { BinaryOperator } from './expressions.js';

type Operators = ReadonlySet<string>;

const of = (...operators: readonly BinaryOperator[]): Operators => new Set<string>(operators);

/** What computes a value with all its digits: a sum, a difference or a product has as many behind the point as its parts give it. */
export const EXACT_ARITHMETIC: Operators = of('add', 'subtract', 'multiply');

/** What makes a whole number of two everywhere; division does so in two engines of three. */
export const WHOLE_ARITHMETIC: Operators = of('add', 'subtract', 'multiply', 'modulo');

/** What reckons with two numbers, the division of whole numbers among it. */
export const ARITHMETIC: Operators = of('add', 'subtract', 'multiply', 'divide', 'modulo');
