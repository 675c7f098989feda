import type { Expression, LogicalExpression } from '../../ast/index.js';
import type { InfixRule } from '../../dialects/grammar-rules.js';
import type { Cursor } from '../cursor.js';
import { parsePattern, specialInfix } from './infix.js';
import { parsePrefixed } from './prefix.js';

/**
 * An expression whose operators bind at least as tightly as `minimum`; any expression where that is left out.
 *
 *     expression: prefixed (infix-form)*
 */
export function parseExpression(cursor: Cursor, minimum = 0): Expression {
  cursor.descend();
  const expression = continueExpression(cursor, parsePrefixed(cursor), minimum);
  cursor.ascend();
  return expression;
}

/** The expression that begins with `first`. */
export function continueExpression(cursor: Cursor, first: Expression, minimum = 0): Expression {
  let left = first;
  let levels = 0;
  // of two operators that don't associate, the second would be read by nobody
  let refused = Infinity;
  for (;;) {
    const found = infixAt(cursor);
    if (found === undefined || found.rule.precedence < minimum) break;
    // left to an outer level, it would take more for its operand than stands beside it
    if (found.rule.precedence === refused) cursor.unexpected();
    const next = readInfix(cursor, left, found);
    if (next === undefined) break;
    left = next;
    refused = found.rule.associativity === 'none' ? found.rule.precedence : Infinity;
    // a chain is read in a loop, and yet it is a deep tree
    cursor.descend();
    levels += 1;
  }
  cursor.ascend(levels);
  return left;
}

/** An infix form where the reader stands, with whether NOT stands before it. */
interface FoundInfix {
  readonly rule: InfixRule;
  readonly key: string;
  readonly negated: boolean;
}

const NEGATABLE: ReadonlySet<string> = new Set('IN BETWEEN LIKE ILIKE SIMILAR REGEXP RLIKE GLOB MATCH'.split(' '));

function infixAt(cursor: Cursor): FoundInfix | undefined {
  const key = cursor.key();
  const { infix, custom } = cursor.dialect.operators;
  if (key === 'NOT') return negatedInfixAt(cursor);
  const rule = infix.get(key);
  if (rule !== undefined) return { rule, key, negated: false };
  if (custom === null || cursor.token()?.kind !== 'operator' || key === ':' || key === ':=' || key === '=>')
    return undefined;
  return { rule: { precedence: custom, associativity: 'left', reads: { special: 'operator' } }, key, negated: false };
}

function negatedInfixAt(cursor: Cursor): FoundInfix | undefined {
  const { infix } = cursor.dialect.operators;
  const key = cursor.key(1);
  const notNull = key === 'NULL' ? infix.get('NOT NULL') : undefined;
  if (notNull !== undefined) return { rule: notNull, key: 'NOT NULL', negated: true };
  const rule = NEGATABLE.has(key) ? infix.get(key) : undefined;
  return rule === undefined ? undefined : { rule, key, negated: true };
}

function readInfix(cursor: Cursor, left: Expression, { rule, key, negated }: FoundInfix): Expression | undefined {
  const { reads } = rule;
  if ('special' in reads) return specialInfix[reads.special](cursor, left, { rule, negated });
  if ('logical' in reads) return readLogical(cursor, left, reads.logical, rule);
  cursor.index += negated ? 2 : 1;
  if ('pattern' in reads) {
    return parsePattern(cursor, left, {
      rule,
      language: reads.pattern,
      negated: negated || reads.negated === true,
      isSign: !/\w/.test(key),
    });
  }
  const quantified =
    key === '=' || !/\w/.test(key)
      ? specialInfix.quantified(cursor, left, { operator: reads.binary, negated: false })
      : undefined;
  if (quantified !== undefined) return quantified;
  const right = parseExpression(cursor, rightMinimum(rule));
  return { kind: 'binary', operator: reads.binary, left, right, span: cursor.from(left) };
}

/** How tightly the right operand must bind. */
export function rightMinimum({ associativity, precedence }: InfixRule): number {
  return associativity === 'right' ? precedence : precedence + 1;
}

/** a AND b AND c …: one node, as long as the chain is. */
function readLogical(
  cursor: Cursor,
  left: Expression,
  operator: LogicalExpression['operator'],
  rule: InfixRule,
): LogicalExpression {
  const operands = [left];
  while (isSame(cursor, operator)) {
    cursor.index += 1;
    operands.push(parseExpression(cursor, rule.precedence + 1));
  }
  return { kind: 'logical', operator, operands, span: cursor.from(left) };
}

function isSame(cursor: Cursor, operator: LogicalExpression['operator']): boolean {
  const reads = cursor.dialect.operators.infix.get(cursor.key())?.reads;
  return reads !== undefined && 'logical' in reads && reads.logical === operator;
}
