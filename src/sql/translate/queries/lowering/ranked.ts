import type { Expression, OrderItem, Query, Select, SelectItem } from '../../../ast/index.js';
import { columnName } from '../../../typing/names/index.js';
import { scopeOfSelect } from '../../../typing/index.js';
import { call, column, derivedTable, item, name } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { expandedItems } from './expanded-items.js';

/** A query around a SELECT, with columns of its own that only its conditions and its order see. */
export interface Ranked {
  /** What computes the rank: `row_number` or `rank`. */
  readonly rank: 'row_number' | 'rank';
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly OrderItem[];
  /** Which ranks stay; the place is asked for where it is needed beside the rank. */
  readonly keeps: (rank: Expression, place: () => Expression) => Expression;
}

/**
 * SELECT … FROM (SELECT …, row_number() OVER (…) AS rank FROM …) AS ranked WHERE rank … ORDER BY …: the rows of a query
 * that are bounded by their rank. The clauses of the whole, LIMIT aside, go with it.
 */
export function rankedQuery(
  query: Query,
  select: Select,
  { rank, partitionBy, orderBy, keeps }: Ranked,
  t: Translator,
): Query {
  const { span } = select;
  const alias = name(t.freshName('ranked'), span);
  const rankName = name(t.freshName('rank'), span);
  const items = expandedItems(select, t);
  const names = namesOf(items, select, t);
  const hidden = (query.orderBy ?? []).map((order): SelectItem =>
    item(valueOf(order.expression, items, select, t), name(t.freshName('key'), span)),
  );
  const over = { kind: 'window', reference: false, partitionBy, orderBy, span } as const;
  const { distinctOn: _, ...plain } = select;
  const placeName = name(t.freshName('place'), span);
  const place: SelectItem[] = [];
  const where = keeps(column([alias, rankName], span), () => {
    place[0] = item({ ...call('row_number', [], span), over }, placeName);
    return column([alias, placeName], span);
  });
  const inner: Select = {
    ...plain,
    columns: [
      ...items.map((one, index) => ({ ...one, alias: names[index] as NonNullable<SelectItem['alias']> })),
      ...hidden,
      item({ ...call(rank, [], span), over }, rankName),
      ...place,
    ],
  };
  const outer: Select = {
    kind: 'select',
    columns: names.map((called) => item(column([alias, called], span), called)),
    from: [derivedTable({ kind: 'query', body: inner, span }, alias, span)],
    where,
    span,
  };
  const ordered = (query.orderBy ?? []).map((order, index) => ({
    ...order,
    expression: column([alias, hidden[index]?.alias as NonNullable<SelectItem['alias']>], span),
  }));
  const { limit: _limit, orderBy: _order, ...rest } = query;
  return { ...rest, body: outer, ...(ordered.length > 0 && { orderBy: ordered }) };
}

/** What the columns are called; a name that comes twice is made another one within. */
export function namesOf(
  items: readonly SelectItem[],
  select: Select,
  t: Translator,
): NonNullable<SelectItem['alias']>[] {
  const scope = scopeOfSelect(select, t.scope);
  const taken = new Set<string>();
  return items.map((one) => {
    const called = columnName(one, scope, 'result');
    const unique = taken.has(scope.keyOf(called)) || called === '?column?' ? t.freshName('column') : called;
    taken.add(scope.keyOf(unique));
    return name(unique, one.span, one.alias?.quoted ?? !/^[a-z_]\w*$/.test(unique));
  });
}

/** The value that a row is ordered by: an expression, or a column of the result by its alias or number. */
export function valueOf(
  expression: Expression,
  items: readonly SelectItem[],
  select: Select,
  t: Translator,
): Expression {
  if (expression.kind === 'number') return items[Number(expression.text) - 1]?.expression ?? expression;
  const [only] = expression.kind === 'column' && expression.parts.length === 1 ? expression.parts : [];
  if (only === undefined) return expression;
  const scope = scopeOfSelect(select, t.scope);
  const aliased = items.find(({ alias }) => alias !== undefined && scope.key(alias) === scope.key(only));
  return aliased?.expression ?? expression;
}
