import type { CaseExpression, Expression } from './expressions.js';

/** What a CASE may give, without the NULL that it gives by itself. */
export const resultsOf = ({ branches, otherwise }: CaseExpression): Expression[] => [
  ...branches.map(({ result }) => result),
  ...(otherwise === undefined ? [] : [otherwise]),
];
