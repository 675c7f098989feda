import { functionOfCall } from '../../../analysis/function-of-call.js';
import { ARITHMETIC, type BinaryExpression, type Expression, type FunctionCall } from '../../../ast/index.js';
import { bounded } from '../../functions/groups/over-rows.js';
import { allOf, boolean, choose, isNull } from '../../made-nodes.js';
import { withGroups } from '../../queries/bare-columns.js';
import type { Translator } from '../../translator.js';
import { numberOf } from '../coercion.js';
import { adapting } from '../documents/json-operators.js';
import { SQLITE_TYPE } from '../documents/json-types.js';
import { written } from '../documents/json-written.js';
import { isWholePart } from '../moments/moment-words.js';
import { numberAtStart } from './number-starts.js';
import { WHOLE_TYPES } from './number-types.js';

/** A condition of the target, or what is known of it before the statement runs. */
type Wholeness = Expression | boolean;

/** Where SQLite has a whole number; elsewhere it is one with places behind the point. */
const IS_WHOLE = { POSTGRESQL: '$1 = trunc($1)', MYSQL: '$1 = TRUNCATE($1, 0)' } as const;
const ALL_WHOLE = { POSTGRESQL: 'bool_and($1)', MYSQL: 'MIN($1) = 1' } as const;

/** Functions whose answer has places behind the point, whatever they are called with. */
const ALWAYS_REAL: ReadonlySet<string> = new Set(['average', 'total', 'round', 'power', 'square_root']);

/**
 * Whether SQLite has a number as a whole one: a column of decimals keeps 10.00 as 10, and what is computed of such numbers is
 * whole as well. https://www.sqlite.org/datatype3.html#type_affinity
 */
export function storedWhole(node: Expression, t: Translator): Wholeness {
  if (WHOLE_TYPES.has(t.typeName(node)) || isWholePart(node, t)) return true;
  if (node.kind === 'unary' && node.operator !== 'not') return storedWhole(node.operand, t);
  if (node.kind === 'binary' && ARITHMETIC.has(node.operator)) return both(node, t);
  if (node.kind === 'string') return !/[.e]/i.test(numberAtStart(node.value));
  const inDocument = ofDocument(node, t);
  if (inDocument !== undefined) return inDocument;
  return node.kind === 'call' ? ofCall(node, t) : ofValue(node, t);
}

/** A number in a document is whole where it is written so; truth values are 1 and 0. */
function ofDocument(node: Expression, t: Translator): Expression | undefined {
  const found = adapting(node, t);
  if (found === undefined || t.target === 'SQLITE') return undefined;
  const type = t.form(SQLITE_TYPE[t.target], [written(found, 'document', node, t)], node);
  return t.form("$1 IN ('integer', 'true', 'false')", [type], node);
}

function ofValue(node: Expression, t: Translator): Wholeness {
  if (t.typeName(node) === 'FLOAT' || t.target === 'SQLITE') return false;
  return t.form(IS_WHOLE[t.target], [numberOf(node, t)], node);
}

function both({ left, right, span }: Pick<BinaryExpression, 'left' | 'right' | 'span'>, t: Translator): Wholeness {
  const sides = [storedWhole(left, t), storedWhole(right, t)];
  if (sides.includes(false)) return false;
  const open = sides.filter((side): side is Expression => typeof side !== 'boolean');
  return open.length === 0 ? true : { ...allOf(open), span };
}

/** Whether a quotient of SQLite's is that of whole numbers. */
export const dividesWhole = (node: BinaryExpression, t: Translator): Wholeness => both(node, t);

function ofCall(node: FunctionCall, t: Translator): Wholeness {
  const meaning = functionOfCall(node, t.from)?.meaning ?? '';
  const [first] = node.arguments;
  if (ALWAYS_REAL.has(meaning)) return false;
  if (first === undefined) return ofValue(node, t);
  if (meaning === 'sum') return ofSum(node, first, t);
  if (meaning === 'abs') return storedWhole(first, t);
  return meaning === 'coalesce' ? ofFirst(node.arguments, t) : ofValue(node, t);
}

/** A sum is whole where all of its summands are. */
function ofSum(node: FunctionCall, summand: Expression, t: Translator): Wholeness {
  if (t.target === 'SQLITE' || node.over !== undefined) return ofValue(node, t);
  const { target } = t;
  return withGroups(undefined, t, () => {
    const each = storedWhole(summand, t);
    return typeof each === 'boolean' ? each : t.form(ALL_WHOLE[target], [bounded(each, node, t)], node);
  });
}

/** The first value that is not NULL. */
function ofFirst([head, ...others]: readonly Expression[], t: Translator): Wholeness {
  if (head === undefined) return true;
  const whole = storedWhole(head, t);
  if (others.length === 0) return whole;
  const rest = ofFirst(others, t);
  if (typeof whole === 'boolean' && whole === rest) return whole;
  const [here, behind] = [whole, rest].map((one) => (typeof one === 'boolean' ? boolean(one, head.span) : one)) as [
    Expression,
    Expression,
  ];
  return choose([[isNull(t.value(head), true), here]], behind, head.span);
}
