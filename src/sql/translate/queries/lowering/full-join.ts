import type {
  ColumnReference,
  Expression,
  Join,
  Name,
  OrderItem,
  Query,
  Select,
  SelectItem,
  TableReference,
} from '../../../ast/index.js';
import {
  allOf,
  binary,
  call,
  column,
  derivedTable,
  item,
  name,
  not,
  number,
  queryOf,
  unionOf,
} from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { expandedItems } from './expanded-items.js';
import { chainOf, replaced, type JoinChain } from './joins.js';
import type { Lowering } from './index.js';
import { namesOf } from './ranked.js';
import { lastOf, qualifierOf, substituteFree } from './references.js';
import { FIRST_WITH_OUTER_JOINS } from './right-join.js';

const hasFullJoins = (t: Translator): boolean =>
  t.to.features.foldsNames ||
  (t.to.features.callableTables && (t.rules.server.version ?? FIRST_WITH_OUTER_JOINS) >= FIRST_WITH_OUTER_JOINS);

/**
 * a FULL JOIN b: a LEFT JOIN b, and besides the rows of b that have no partner, beside a row of NULLs. Both together
 * are a table that has the columns which the query names.
 */
export const fullJoin: Lowering = (query, t) => {
  const { body } = query;
  if (body.kind !== 'select' || hasFullJoins(t)) return query;
  const chain = chainOf(body);
  const at = chain?.joins.findIndex(({ type }) => type === 'full') ?? -1;
  if (chain === undefined || at < 0) return query;
  return composed(query, body, { chain, at }, t);
};

interface Place {
  readonly chain: JoinChain;
  readonly at: number;
}

function composed(query: Query, select: Select, { chain, at }: Place, t: Translator): Query {
  const join = chain.joins[at] as Join;
  const on = conditionOf(join, t);
  const items = expandedItems(select, t);
  const names = namesOf(items, select, t);
  const named = items.map((one, index) => ({ ...one, alias: names[index] as Name }));
  const plain: Select = { ...select, columns: named };
  const outer = {
    ...query,
    body: plain,
    ...(query.orderBy !== undefined && { orderBy: query.orderBy.map((one) => byNumber(one, items, t)) }),
  };
  const merged = mergedNames(join, t);
  const gathered = new Gathered(merged, join, t);
  const { from: _from, ...clauses } = plain;
  const { with: tables, ...clausesOfQuery } = { ...outer, body: clauses } satisfies Query;
  // common tables see none of the joined ones
  const rewritten = {
    ...substituteFree(clausesOfQuery satisfies Query, (reference) => gathered.put(reference), t),
    ...(tables !== undefined && { with: tables }),
  };
  const rows = bothParts(join, on, { chain, at }, gathered.items);
  const { alias, span } = gathered;
  return {
    ...rewritten,
    body: { ...rewritten.body, from: [derivedTable(rows, alias, span)] },
  };
}

/** What orders by a column of the result names it by its number, so that it is taken for no column of the tables. */
function byNumber(order: OrderItem, items: readonly SelectItem[], t: Translator): OrderItem {
  const [only] =
    order.expression.kind === 'column' && order.expression.parts.length === 1 ? order.expression.parts : [];
  const at =
    only === undefined
      ? -1
      : items.findIndex(({ alias }) => alias !== undefined && t.scope.key(alias) === t.scope.key(only));
  return at < 0 ? order : { ...order, expression: number(at + 1, order.span) };
}

/** The columns that a query names, each with the name that it has in the derived table. */
class Gathered {
  readonly alias: Name;
  readonly span: Join['span'];
  readonly #found = new Map<string, SelectItem>();

  constructor(
    private readonly merged: ReadonlyMap<string, Expression>,
    join: Join,
    private readonly t: Translator,
  ) {
    this.span = join.span;
    this.alias = name(t.freshName('joined'), join.span);
  }

  get items(): readonly SelectItem[] {
    const found = [...this.#found.values()];
    return found.length > 0 ? found : [item(number(1, this.span), name('one', this.span))];
  }

  /** What stands in a column's place. */
  put(reference: ColumnReference): Expression {
    const { t } = this;
    const last = lastOf(reference);
    const key = `${qualifierOf(reference, t) ?? ''}.${t.scope.key(last)}`;
    const known = this.#found.get(key) ?? this.#add(key, reference);
    return column([this.alias, known.alias as Name], reference.span);
  }

  #add(key: string, reference: ColumnReference): SelectItem {
    const { t } = this;
    const merged = reference.parts.length === 1 ? this.merged.get(t.scope.key(lastOf(reference))) : undefined;
    const made = item(merged ?? reference, name(t.freshName('column'), reference.span));
    this.#found.set(key, made);
    return made;
  }
}

/** ON, also where USING says it. */
function conditionOf(join: Join, t: Translator): Expression {
  if (join.on !== undefined) return join.on;
  if (join.using === undefined)
    return t.refuse(join, 'A FULL JOIN by the names that both tables share can’t be composed.', 'Use ON.');
  return allOf(
    join.using.map((each) => binary('equal', sideColumn(join.left, each, t), sideColumn(join.right, each, t))),
  );
}

/** A column of one side, which must be one table to be named. */
function sideColumn(side: TableReference, called: Name, t: Translator): Expression {
  return column([...tableOf(side, t), called], called.span);
}

function tableOf(side: TableReference, t: Translator): readonly Name[] {
  if (side.kind !== 'join' && side.alias !== undefined) return [side.alias];
  if (side.kind === 'table-name') return side.name.parts;
  return t.refuse(side, 'A FULL JOIN with USING over several tables can’t be composed.', 'Use ON.');
}

/** The columns that USING made one of two: that of either side which is there. */
function mergedNames({ using, left, right }: Join, t: Translator): Map<string, Expression> {
  return new Map(
    (using ?? []).map((each) => [
      t.scope.key(each),
      call('coalesce', [sideColumn(left, each, t), sideColumn(right, each, t)], each.span),
    ]),
  );
}

function bothParts(join: Join, on: Expression, { chain, at }: Place, columns: readonly SelectItem[]): Query {
  const { span, left, right } = join;
  const plain: Join = { kind: 'join', type: 'left', natural: false, left, right, on, span };
  const turned: Join = { ...plain, left: right, right: left };
  const partnerless = not({
    kind: 'exists',
    query: queryOf({ kind: 'select', columns: [item(number(1, span))], from: [left], where: on, span }),
    span,
  });
  const first: Select = { kind: 'select', columns, from: [replaced(chain, at, plain)], span };
  const second: Select = { kind: 'select', columns, from: [replaced(chain, at, turned)], where: partnerless, span };
  return { kind: 'query', body: unionOf(first, [second]), span };
}
