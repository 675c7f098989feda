import { functionOfCall } from '../../../analysis/function-of-call.js';
import type { Expression, Node, OperatorExpression } from '../../../ast/index.js';
import { cast, dataType } from '../../made-nodes.js';
import { inSource } from '../../in-source.js';
import type { Translator } from '../../translator.js';

/** PostgreSQL's ranges, by the type of their ends. */
const RANGES: Readonly<Record<string, string>> = {
  daterange: 'date',
  tsrange: 'timestamp',
  tstzrange: 'timestamptz',
  int4range: 'integer',
  int8range: 'bigint',
  numrange: 'numeric',
};

interface Range {
  readonly lower: Expression;
  readonly upper: Expression;
  /** How the ends compare with what is in the range. */
  readonly fromLower: '>' | '>=';
  readonly toUpper: '<' | '<=';
}

/** A range that is made on the spot, with its ends known to belong to it or not. */
function rangeOf(node: Expression, t: Translator): Range | undefined {
  if (node.kind !== 'call') return undefined;
  const type = RANGES[functionOfCall(node, t.from)?.names.POSTGRESQL?.[0]?.name ?? ''];
  const [lower, upper, bounds] = node.arguments;
  if (type === undefined || lower === undefined || upper === undefined) return undefined;
  const written = bounds === undefined ? '[)' : bounds.kind === 'string' ? bounds.value : '';
  if (!/^[[(][\])]$/.test(written)) return undefined;
  const typed = (one: Expression): Expression =>
    one.kind === 'string' || one.kind === 'null' ? cast(one, dataType(type, one.span)) : one;
  return {
    lower: typed(lower),
    upper: typed(upper),
    fromLower: written.startsWith('[') ? '>=' : '>',
    toUpper: written.endsWith(']') ? '<=' : '<',
  };
}

const isOpen = (end: Expression, t: Translator): boolean => !isString(end) && t.typeOf(end).nullable !== false;
const isString = (end: Expression): boolean => end.kind === 'cast' && end.operand.kind === 'string';

/** Whether a value is in a range, `value <@ range` and `range @> value`, or two ranges meet; an end that is NULL is none. */
export function inRange({ symbol, left, right, ...node }: OperatorExpression, t: Translator): Expression | undefined {
  if (left === undefined) return undefined;
  if (symbol === '&&') return bothRanges(left, right, { ...node, symbol, left, right }, t);
  if (symbol !== '<@' && symbol !== '@>') return undefined;
  const [value, written] = symbol === '<@' ? [left, right] : [right, left];
  const range = rangeOf(written, t);
  if (range === undefined || rangeOf(value, t) !== undefined) return undefined;
  const tests = [
    bound(`$1 ${range.fromLower} $2`, '$2', isOpen(range.lower, t)),
    bound(`$1 ${range.toUpper} $3`, '$3', isOpen(range.upper, t)),
  ];
  return inSource(tests.join(' AND '), [value, range.lower, range.upper], { ...node, symbol, left, right }, t);
}

const bound = (test: string, end: string, open: boolean): string => (open ? `(${end} IS NULL OR ${test})` : test);

/** Whether two ranges that are made on the spot have a value in common. */
export function bothRanges(left: Expression, right: Expression, at: Node, t: Translator): Expression | undefined {
  const first = rangeOf(left, t);
  const second = rangeOf(right, t);
  if (first === undefined || second === undefined) return undefined;
  const within = (from: Range, to: Range): string => (from.fromLower === '>=' && to.toUpper === '<=' ? '<=' : '<');
  const tests = [
    `$1 ${within(first, second)} $4`,
    `$3 ${within(second, first)} $2`,
    `$1 ${within(first, first)} $2`,
    `$3 ${within(second, second)} $4`,
  ].map((test) => `COALESCE(${test}, TRUE)`);
  return inSource(tests.join(' AND '), [first.lower, first.upper, second.lower, second.upper], at, t);
}
