import type { Scanner } from './scanner.js';
import { isPunctuation, keyword } from './token.js';

/** Words that an operand follows, so that `?`, `:name` or `%(name)s` behind them is a placeholder. */
const BEFORE_OPERANDS: ReadonlySet<string> = new Set(
  (
    'ALL AND ANY ARRAY AS AT BETWEEN BINARY BY CALL CASE COLLATE DEFAULT DELETE DISTINCT DIV DO ELSE ELSEIF ' +
    'ESCAPE EXCEPT EXECUTE EXISTS EXPLAIN FETCH FIRST FOR FROM FULL GLOB GROUP HAVING IF ILIKE IN INSERT ' +
    'INTERSECT INTERVAL INTO IS JOIN KILL LATERAL LIKE LIMIT MATCH MOD NEXT NOT OF OFFSET ON OR ORDER ' +
    'OVERLAPS PASSING PRAGMA RANGE REGEXP RETURN RETURNING RLIKE ROW ROWS SELECT SEPARATOR SET SIMILAR SOME SOUNDS ' +
    'TABLE THEN TO UNION UNTIL UPDATE USE USING VALUES VARIADIC WHEN WHERE WHILE WITH XOR'
  ).split(' '),
);

/**
 * Whether an operand, and no operator, can come next. This is told from the token before alone:
 * it decides what `?`, `@`, `:` and `%(` are.
 */
export function operandExpected(scanner: Scanner): boolean {
  const { previous, beforePrevious } = scanner;
  switch (previous?.kind) {
    case undefined:
    case 'operator':
      return true;
    case 'punctuation':
      return '([{,;'.includes(previous.text);
    case 'word':
      return BEFORE_OPERANDS.has(keyword(previous)) && !isPunctuation(beforePrevious, '.');
    default:
      return false;
  }
}
