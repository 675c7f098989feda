import type { FunctionCall, Join, Name, OrderItem, Query, Select } from '../../../ast/index.js';
import { hasAggregate, isAggregate } from '../../../typing/aggregates.js';
import { binary, boolean, column, derivedTable, item, name, number, queryOf } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { keyOfRows } from '../primary-keys.js';
import type { Lowering } from './index.js';
import { rankedQuery, valueOf } from './ranked.js';

const DIRECTIONS: Readonly<Record<string, 'asc' | 'desc'>> = { max: 'desc', min: 'asc' };

/**
 * max(x) or min(x) beside columns that are no keys: to SQLite these are of the row that has it, which is the first by x.
 * https://sqlite.org/lang_select.html#bareagg
 */
export const extremeRows: Lowering = (query, t) => {
  const { body } = query;
  if (body.kind !== 'select' || !t.scope.context.rules.distinctNames || !t.to.features.duplicateKeys) return query;
  const extreme = onlyExtreme(body, t);
  const [of] = extreme?.arguments ?? [];
  if (extreme === undefined || of === undefined || body.from === undefined) return query;
  const keys = (body.groupBy?.items ?? []).flatMap((one) =>
    one.kind === 'grouping-set'
      ? []
      : [valueOf(one.kind === 'order-item' ? one.expression : one, body.columns, body, t)],
  );
  const direction = DIRECTIONS[calledBy(extreme)] ?? 'asc';
  const { groupBy: _, ...plain } = body;
  const columns = plain.columns.map((one) => (one.expression === extreme ? { ...one, expression: of } : one));
  const ranked = rankedQuery(
    query,
    { ...plain, columns },
    {
      rank: 'row_number',
      partitionBy: keys,
      orderBy: [
        { kind: 'order-item', expression: of, direction, nulls: 'last', span: of.span },
        // of rows with the same extreme SQLite takes the one that comes first
        ...keyOfRows(body, t).map((one): OrderItem => ({ kind: 'order-item', expression: one, span: of.span })),
      ],
      keeps: (rank) => binary('equal', rank, number(1, rank.span)),
    },
    t,
  );
  return body.groupBy === undefined ? inOneRow(ranked, t) : ranked;
};

/** Rows that are one group have a row even where there are none. */
function inOneRow(query: Query, t: Translator): Query {
  const { body, span } = query;
  if (body.kind !== 'select') return query;
  const [alone, found] = [name(t.freshName('alone'), span), name(t.freshName('found'), span)];
  const one: Select = { kind: 'select', columns: [item(number(1, span), name('one', span))], span };
  const { with: tables, limit, ...rest } = query;
  const join: Join = {
    kind: 'join',
    type: 'left',
    natural: false,
    left: derivedTable(queryOf(one), alone, span),
    right: derivedTable(rest, found, span),
    on: boolean(true, span),
    span,
  };
  const columns = body.columns.map(({ alias }) => item(column([found, alias as Name], span), alias));
  return {
    ...(tables !== undefined && { with: tables }),
    ...(limit !== undefined && { limit }),
    kind: 'query',
    body: { kind: 'select', columns, from: [join], span },
    span,
  };
}

const calledBy = ({ name: { parts } }: FunctionCall): string => parts[0]?.value.toLowerCase() ?? '';

/** The one aggregate of a select, which is a column by itself, beside one that is neither key nor aggregate. */
function onlyExtreme({ columns, having, groupBy }: Select, t: Translator): FunctionCall | undefined {
  if (having !== undefined) return undefined;
  const found = columns.filter(({ expression }) => hasAggregate(expression, t.from));
  const [only] = found;
  const call = only?.expression;
  if (found.length !== 1 || call?.kind !== 'call' || !isAggregate(call, t.from) || call.arguments.length !== 1)
    return undefined;
  const bare = columns.length - 1 - (groupBy?.items.length ?? 0);
  return calledBy(call) in DIRECTIONS && bare > 0 && call.filter === undefined ? call : undefined;
}
