import type { Expression, FunctionCall, OrderItem, QualifiedName, Star } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { commaList } from '../lists.js';
import { parseName } from '../names.js';
import { parseOrderBy, parseOrderItems } from '../queries/order-by.js';
import { parseOver } from '../queries/windows.js';
import { parseExpression } from './expression.js';
import { parseKeywordCall } from './keyword-calls.js';

type Arguments = Pick<FunctionCall, 'arguments' | 'distinct' | 'orderBy' | 'separator' | 'limit'>;

/** name '(' arguments ')' [WITHIN GROUP …] [FILTER …] [OVER …] */
export function parseCall(cursor: Cursor, name: QualifiedName): Expression {
  const only = name.parts.length === 1 ? name.parts[0] : undefined;
  const form =
    only === undefined || only.quoted ? undefined : cursor.dialect.keywordCalls.get(only.value.toUpperCase());
  const call = form === undefined ? plainCall(cursor, name) : parseKeywordCall(cursor, name, form);
  return call.kind === 'call' ? withSuffixes(cursor, call) : call;
}

function plainCall(cursor: Cursor, name: QualifiedName): FunctionCall {
  const parts = parseArguments(cursor);
  return { kind: 'call', name, ...parts, span: cursor.from(name) };
}

/** '(' [ '*' | [DISTINCT | ALL] argument (',' argument)* [ORDER BY …] [SEPARATOR text] [LIMIT …] ] ')' */
export function parseArguments(cursor: Cursor): Arguments {
  cursor.expect('(');
  if (cursor.take(')')) return { arguments: [] };
  if (cursor.at('*', ')')) {
    const star: Star = { kind: 'star', qualifier: [], span: { start: cursor.start, end: cursor.start + 1 } };
    cursor.take('*', ')');
    return { arguments: [star] };
  }
  const distinct = cursor.take('DISTINCT');
  if (!distinct) cursor.take('ALL');
  const items = cursor.deeper(() => commaList(cursor, parseArgument));
  const orderBy = cursor.at('ORDER', 'BY') ? parseOrderBy(cursor) : undefined;
  const separator = cursor.take('SEPARATOR') ? parseExpression(cursor) : undefined;
  const limit = cursor.take('LIMIT') ? parseBounds(cursor) : undefined;
  cursor.expect(')');
  return {
    arguments: items,
    ...(distinct && { distinct }),
    ...(orderBy !== undefined && { orderBy }),
    ...(separator !== undefined && { separator }),
    ...(limit !== undefined && { limit }),
  };
}

/** [offset ','] count | count OFFSET offset: https://mariadb.com/kb/en/group_concat/ */
function parseBounds(cursor: Cursor): Expression[] {
  const bounds = commaList(cursor, (inner) => parseExpression(inner));
  return bounds.length === 1 && cursor.take('OFFSET') ? [parseExpression(cursor), ...bounds] : bounds;
}

/** expression | VARIADIC argument | name ('=>' | ':=') expression */
export function parseArgument(cursor: Cursor): Expression {
  const { start } = cursor;
  if (cursor.dialect.features.composites) {
    if (cursor.take('VARIADIC')) {
      return { kind: 'variadic-argument', value: parseArgument(cursor), span: cursor.since(start) };
    }
    if (cursor.key(1) === '=>' || cursor.key(1) === ':=') {
      const name = parseName(cursor);
      cursor.index += 1;
      return { kind: 'named-argument', name, value: parseExpression(cursor), span: cursor.since(start) };
    }
  }
  return parseExpression(cursor);
}

/** What may follow a call: each clause at most once, in this order. */
function withSuffixes(cursor: Cursor, call: FunctionCall): FunctionCall {
  if (!SUFFIXES.has(cursor.key())) return call;
  const withinGroup = cursor.at('WITHIN', 'GROUP') ? parseWithinGroup(cursor) : undefined;
  const filter = cursor.take('FILTER', '(') ? parseFilter(cursor) : undefined;
  const fromLast = takesEnd(call) && cursor.take('FROM', 'LAST');
  if (!fromLast && takesEnd(call)) cursor.take('FROM', 'FIRST');
  const nulls = parseNulls(cursor);
  const over = cursor.at('OVER') ? cursor.deeper(parseOver) : undefined;
  return {
    ...call,
    ...(withinGroup !== undefined && { withinGroup }),
    ...(filter !== undefined && { filter }),
    ...(fromLast && { fromLast }),
    ...(nulls !== undefined && { nulls }),
    ...(over !== undefined && { over }),
    span: cursor.from(call),
  };
}

/** NTH_VALUE alone counts from an end; behind other calls `FROM first` names a table. */
const takesEnd = ({ name }: FunctionCall): boolean => name.parts.at(-1)?.value.toLowerCase() === 'nth_value';

const SUFFIXES: ReadonlySet<string> = new Set(['WITHIN', 'FILTER', 'FROM', 'RESPECT', 'IGNORE', 'OVER']);

/** WITHIN GROUP '(' ORDER BY … ')' */
function parseWithinGroup(cursor: Cursor): readonly OrderItem[] {
  cursor.expect('WITHIN', 'GROUP', '(');
  cursor.expect('ORDER', 'BY');
  const items = parseOrderItems(cursor);
  cursor.expect(')');
  return items;
}

/** … WHERE condition ')' */
function parseFilter(cursor: Cursor): Expression {
  cursor.expect('WHERE');
  const condition = parseExpression(cursor);
  cursor.expect(')');
  return condition;
}

function parseNulls(cursor: Cursor): 'respect' | 'ignore' | undefined {
  if (cursor.take('RESPECT', 'NULLS')) return 'respect';
  return cursor.take('IGNORE', 'NULLS') ? 'ignore' : undefined;
}
