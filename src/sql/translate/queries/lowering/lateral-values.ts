import {
  mapChildren,
  type DerivedTable,
  type Expression,
  type Node,
  type Query,
  type Select,
} from '../../../ast/index.js';
import { binary, choose, column, item, name, number, queryOf, unionOf } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import type { PlainRows } from './lateral-rows.js';
import { lastOf, qualifierOf } from './references.js';

/** LATERAL (VALUES (a), (b)) AS x (k): the numbers 1 and 2, and for `k` the one of a and b that has the number. */
export function listedRows({ query, alias, columns, span }: DerivedTable, t: Translator): PlainRows | undefined {
  const { body } = query;
  if (body.kind !== 'values' || alias === undefined || query.orderBy !== undefined || query.limit !== undefined)
    return undefined;
  const numbered = name(t.freshName('row'), span);
  const [first, ...others] = body.rows.map((_, at): Select => ({
    kind: 'select',
    columns: [item(number(at + 1, span), numbered)],
    span,
  })) as [Select, ...Select[]];
  const table: DerivedTable = {
    kind: 'derived-table',
    lateral: false,
    query: { ...queryOf(first), body: unionOf(first, others) },
    alias,
    span,
  };
  const [prefix, start] = t.scope.context.rules.valuesColumns;
  const width = body.rows[0]?.items.length ?? 0;
  const values = new Map<string, Expression>();
  for (let index = 0; index < width; index += 1) {
    const called = columns?.[index];
    const key = called === undefined ? `${prefix}${start + index}` : t.scope.key(called);
    const choices = body.rows.map(({ items }) => items[index] as Expression);
    values.set(key, chosen(choices, column([alias, numbered], span)));
  }
  return { table, on: [], rewritten: (whole) => withValues(whole, t.scope.key(alias), values, t) };
}

/** The value of the row that has the number. */
function chosen(choices: readonly Expression[], numbered: Expression): Expression {
  const last = choices[choices.length - 1] as Expression;
  const branches = choices
    .slice(0, -1)
    .map((value, at) => [binary('equal', numbered, number(at + 1, numbered.span)), value] as const);
  return branches.length === 0 ? last : choose(branches, last, numbered.span);
}

function withValues(query: Query, alias: string, values: ReadonlyMap<string, Expression>, t: Translator): Query {
  const { body } = query;
  if (body.kind !== 'select') return query;
  const put = <N extends Node>(node: N, within: boolean): N => {
    if (node.kind !== 'column') {
      return mapChildren(node, (child) => put(child, within || child.kind === 'query'));
    }
    const qualifier = qualifierOf(node, t);
    // without a qualifier, a query within may mean a column of its own
    const isMeant = qualifier === undefined ? !within : qualifier === alias;
    return ((isMeant ? values.get(t.scope.key(lastOf(node))) : undefined) ?? node) as N;
  };
  const aliases = new Set(body.columns.flatMap((one) => (one.alias === undefined ? [] : [t.scope.key(one.alias)])));
  return {
    ...query,
    body: put(body, false),
    ...(query.orderBy !== undefined && {
      orderBy: query.orderBy.map((one) => {
        const { expression } = one;
        const isOfResult =
          expression.kind === 'column' && expression.parts.length === 1 && aliases.has(t.scope.key(lastOf(expression)));
        return isOfResult ? one : put(one, false);
      }),
    }),
  };
}
