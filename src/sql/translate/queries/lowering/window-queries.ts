import { functionOfCall } from '../../../analysis/function-of-call.js';
import {
  contains,
  isNoQuery,
  mapChildren,
  type Expression,
  type FunctionCall,
  type Name,
  type NamedWindow,
  type Node,
  type Query,
  type Select,
  type SelectItem,
  type TableName,
  type WindowSpecification,
} from '../../../ast/index.js';
import { scopeOfSelect } from '../../../typing/index.js';
import { readInterval } from '../../expressions/intervals/intervals.js';
import { allOf, binary, call, cast, column, dataType, item, name, qualified } from '../../made-nodes.js';
import { isExpression, type Translator } from '../../translator.js';
import { isOfSources } from '../own-columns.js';
import { expandedItems } from './expanded-items.js';
import type { Lowering } from './index.js';
import { namesOf, valueOf } from './ranked.js';
import { inFrame, type RowValue } from './window-bounds.js';

/**
 * Aggregates over windows that the target has not: those that gather values, and frames by GROUPS, by months, or that leave
 * rows out. The rows are a common table, and the aggregate is a query of those that are in the row’s frame.
 */
export const windowQueries: Lowering = (query, t) => {
  const { body } = query;
  if (body.kind !== 'select' || t.to.features.foldsNames || body.distinctOn !== undefined) return query;
  const isSuch = (node: Node): boolean => isLacking(node, body, t);
  const roots: readonly Node[] = [...body.columns, ...(query.orderBy ?? [])];
  if (!roots.some((one) => contains(one, isSuch, isNoQuery))) return query;
  if (body.distinct === true || query.locks !== undefined) return query;
  const { sources } = scopeOfSelect(body, t.scope).from;
  // MariaDB’s common tables see nothing of the query around theirs
  const sees = (node: Node): boolean => node.kind === 'column' && !isOfSources(node, sources, t);
  if (t.scope.outer !== undefined && contains(body, sees, isNoQuery)) return query;
  return new WindowQuery(body, t).made(query);
};

/** Aggregates that gather values, which no server of MySQL’s kind has over windows. */
const GATHERING: ReadonlySet<string> = new Set(
  'join_texts join_texts_by_comma array_of_group json_array_of_group json_object_of_group json_group_array json_group_object'.split(
    ' ',
  ),
);

/** Whether a call is an aggregate over a window that the target does not have. */
function isLacking(node: Node, select: Select, t: Translator): node is FunctionCall {
  if (node.kind !== 'call' || node.over === undefined) return false;
  const row = functionOfCall(node, t.from);
  if (row?.class !== 'aggregate') return false;
  const over = whole(node.over, select, t);
  if (over === undefined) return false;
  const { frame } = over;
  if (frame?.unit === 'RANGE' && [frame.start, frame.end].some((one) => isOfMonths(one?.distance, t))) return true;
  if (!t.to.features.duplicateKeys) return false;
  const excludes = frame?.exclude !== undefined && frame.exclude !== 'NO OTHERS';
  return frame?.unit === 'GROUPS' || excludes || GATHERING.has(row.meaning);
}

/** Months have no length that a frame could go by. */
function isOfMonths(distance: Expression | undefined, t: Translator): boolean {
  if (distance === undefined) return false;
  const interval = distance.kind === 'string' ? cast(distance, dataType('interval', distance.span)) : distance;
  return readInterval(interval, t)?.some(({ unit }) => unit === 'MONTH' || unit === 'YEAR') === true;
}

/** A window with all that it goes out from; undefined where it names one that is not there. */
function whole(over: WindowSpecification, select: Select, t: Translator): WindowSpecification | undefined {
  const { base } = over;
  if (base === undefined) return over;
  const named = select.windows?.find((one) => t.scope.key(one.name) === t.scope.key(base))?.window;
  const from = named && whole(named, select, t);
  if (from === undefined) return undefined;
  const { base: _, ...own } = over;
  return {
    ...own,
    reference: false,
    partitionBy: from.partitionBy,
    orderBy: over.orderBy.length > 0 ? over.orderBy : from.orderBy,
    ...((over.frame ?? from.frame) && { frame: over.frame ?? from.frame }),
  };
}

/** One query that is said so. */
class WindowQuery {
  readonly #hidden: SelectItem[] = [];
  readonly #rows: Name;
  readonly #here: Name;

  constructor(
    private readonly select: Select,
    private readonly t: Translator,
  ) {
    this.#rows = name(t.freshName('rows'), select.span);
    this.#here = name(t.freshName('here'), select.span);
  }

  made(query: Query): Query {
    const { select, t } = this;
    const { span } = select;
    const items = expandedItems(select, t);
    const names = namesOf(items, select, t);
    const columns = items.map((one, index) => item(this.#lifted(one.expression), names[index] as Name));
    const orderBy = query.orderBy?.map((order) => ({
      ...order,
      expression: this.#lifted(valueOf(order.expression, items, select, t)),
    }));
    const { windows, ...rest } = select;
    const named = windows?.filter((one) => this.#isNamed(one.name, windows)) ?? [];
    const body: Select = { ...rest, columns: this.#hidden, ...(named.length > 0 && { windows: named }) };
    const inner: Query = { kind: 'query', body, span };
    const table = { kind: 'common-table', name: this.#rows, columns: [], statement: inner, span } as const;
    const tables = [...(query.with?.tables ?? []), table];
    return {
      ...query,
      with: { kind: 'with', recursive: false, ...query.with, tables, span },
      body: { kind: 'select', columns, from: [this.#table(this.#here)], span },
      ...(orderBy !== undefined && { orderBy }),
    };
  }

  /** Whether what the rows still have, or another window, goes out from a window of that name. */
  #isNamed(called: Name, windows: readonly NamedWindow[]): boolean {
    const { scope } = this.t;
    const goesOut = (node: Node): boolean =>
      node.kind === 'window' && node.base !== undefined && scope.key(node.base) === scope.key(called);
    return [...this.#hidden, ...windows.map(({ window }) => window)].some((one) => contains(one, goesOut));
  }

  #table(alias: Name): TableName {
    return { kind: 'table-name', name: qualified(this.#rows.value, alias.span), alias, span: alias.span };
  }

  /** An expression of the rows: what is of them is a column of the common table. */
  #lifted<N extends Node>(node: N): N | Expression {
    if (isLacking(node, this.select, this.t)) return this.#gathered(node);
    if (isExpression(node) && !this.#holdsLacking(node)) return this.#value(node, this.#here);
    return mapChildren(node, (child) => this.#lifted(child));
  }

  #holdsLacking(node: Node): boolean {
    return contains(node, (one) => isLacking(one, this.select, this.t), isNoQuery);
  }

  /** A column that the common table has for an expression of its rows; what is the same for all of them stays. */
  #value(node: Expression, alias: Name): Expression {
    if (node.kind === 'star' || !contains(node, (one) => this.#isOfRows(one))) return node;
    return column([alias, this.#hide(node)], node.span);
  }

  #isOfRows(node: Node): boolean {
    if (node.kind === 'call') return (functionOfCall(node, this.t.from)?.class ?? 'scalar') !== 'scalar';
    return node.kind === 'column' || node.kind === 'query' || node.kind === 'star';
  }

  #hide(node: Expression): Name {
    const called = name(this.t.freshName('value'), node.span);
    this.#hidden.push(item(node, called));
    return called;
  }

  #both(node: Expression, there: Name): RowValue {
    const called = this.#hide(node);
    return {
      here: column([this.#here, called], node.span),
      there: column([there, called], node.span),
    };
  }

  /** The aggregate of the rows that are in the frame. */
  #gathered(node: FunctionCall): Expression {
    const { t } = this;
    const { span } = node;
    const over = whole(node.over as WindowSpecification, this.select, t) as WindowSpecification;
    const there = name(t.freshName('there'), span);
    const { frame: _, ...unframed } = over;
    const ranked = (rank: string): RowValue => this.#both({ ...call(rank, [], span), over: unframed }, there);
    const bounds = inFrame(over, { place: ranked, key: (one) => this.#both(one.expression, there) }, t);
    if (bounds === undefined)
      return t.refuse(node, 'The frame of this window can’t be said in the target.', 'Use ROWS.');
    const parts = over.partitionBy.map((one) => {
      const part = this.#both(one, there);
      return binary('not-distinct', part.there, part.here);
    });
    const { over: _over, filter, ...plain } = node;
    const isGathering = GATHERING.has(functionOfCall(node, t.from)?.meaning ?? '');
    const aggregate: FunctionCall = {
      ...plain,
      arguments: node.arguments.map((one) => this.#value(one, there)),
      ...(isGathering && { orderBy: [{ kind: 'order-item' as const, expression: ranked('row_number').there, span }] }),
      ...(filter !== undefined && { filter: this.#value(filter, there) }),
    };
    const conditions = [...parts, ...bounds];
    const select: Select = {
      kind: 'select',
      columns: [item(aggregate)],
      from: [this.#table(there)],
      ...(conditions.length > 0 && { where: allOf(conditions) }),
      span,
    };
    return { kind: 'subquery', query: { kind: 'query', body: select, span }, span };
  }
}
