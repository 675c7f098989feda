import type { Query, QueryBody, Select, SelectItem, SetOperation, Star } from '../ast/index.js';
import { hasAggregate } from './aggregates.js';
import { scopeBehind } from './common-tables.js';
import { commonType } from './common-type.js';
import { readFrom } from './from-clause.js';
import { columnName } from './names/index.js';
import { Scope, type Grouping } from './scope.js';
import { columnOf, type Field, type RelationColumn, type RelationColumns } from './sources.js';
import { nullableIfAll, nullableIfAny, UNKNOWN } from './typed.js';
import { tableSource } from './table-sources.js';

/** Where the name of a column is asked for: in the result, or in a table that is derived from the query. */
export type NamePlace = 'result' | 'derived';

/** The scope of a query's body: the one around it, with the tables of its WITH clause. */
export function scopeOfQuery(query: Query, outer: Scope): Scope {
  const { scopes } = outer.context;
  const known = scopes.get(query);
  if (known !== undefined) return known;
  const scope = scopeBehind(query.with, outer);
  scopes.set(query, scope);
  return scope;
}

/** The scope of a select's expressions: what its FROM has. */
export function scopeOfSelect(select: Select, outer: Scope): Scope {
  const { context } = outer;
  const known = context.scopes.get(select);
  if (known !== undefined) return known;
  const scope = new Scope({ context, outer, from: readFrom(select.from ?? [], outer), grouping: groupingOf(select) });
  context.scopes.set(select, scope);
  return scope;
}

function groupingOf({ groupBy }: Select): Grouping {
  if (groupBy === undefined) return 'none';
  const hasSets = groupBy.items.some(
    (item) => item.kind === 'grouping-set' || (item.kind === 'row' && item.items.length === 0),
  );
  return hasSets ? 'sets' : 'plain';
}

/** The columns of a query; those that have no type of their own yet may still get it from their surroundings. */
export function queryColumns(query: Query, outer: Scope, place: NamePlace): RelationColumns {
  return bodyColumns(query.body, scopeOfQuery(query, outer), place);
}

type BodyReader<Kind extends QueryBody['kind']> = (
  body: Extract<QueryBody, { kind: Kind }>,
  scope: Scope,
  place: NamePlace,
) => RelationColumns;

const BODIES: { readonly [Kind in QueryBody['kind']]: BodyReader<Kind> } = {
  query: queryColumns,
  select: selectColumns,
  values: ({ rows }, scope) => {
    const [prefix, first] = scope.context.rules.valuesColumns;
    const typed = rows.map(({ items }) => items.map((item) => scope.typeOf(item)));
    return rows[0]?.items.map((_, index) => ({
      name: `${prefix}${first + index}`,
      ...combined(
        typed.flatMap((row) => row[index] ?? []),
        scope,
      ),
    }));
  },
  'table-query': ({ name }, scope) => tableSource({ name }, scope).columns,
  'set-operation': (body, scope, place) => branchColumns(branchesOf(body), scope, place),
};

export function bodyColumns(body: QueryBody, scope: Scope, place: NamePlace = 'derived'): RelationColumns {
  const read = BODIES[body.kind] as BodyReader<QueryBody['kind']>;
  return read(body, scope, place);
}

function selectColumns(select: Select, outer: Scope, place: NamePlace): RelationColumns {
  const scope = scopeOfSelect(select, outer);
  return itemColumns(select.columns, scope, place);
}

/** The columns of a list of expressions and stars, of a SELECT or RETURNING; undefined where a star can't be expanded. */
export function itemColumns(items: readonly SelectItem[], scope: Scope, place: NamePlace): RelationColumns {
  const columns: RelationColumn[] = [];
  for (const item of items) {
    const { expression } = item;
    if (expression.kind === 'star') {
      const expanded = starColumns(expression, scope);
      if (expanded === undefined) return undefined;
      for (const column of expanded) columns.push(column);
    } else if (expression.kind === 'field' && expression.field === undefined) {
      const row = expression.operand.kind === 'column' ? scope.source(expression.operand.parts) : undefined;
      if (row?.columns === undefined) return undefined;
      for (const column of row.columns) columns.push(columnOf({ source: row, column }));
    } else columns.push(itemColumn(item, scope, place));
  }
  return columns;
}

function itemColumn(item: SelectItem, scope: Scope, place: NamePlace): RelationColumn {
  const { expression } = item;
  const name = columnName(item, scope, place);
  if (expression.kind !== 'column') return { ...scope.typeOf(expression), name, expression };
  const { type, nullable, untyped, table, databaseType, ...found } = scope.resolve(expression);
  const nameInTable = table && (found.nameInTable ?? found.name);
  return { name, type, nullable, ...(untyped && { untyped }), table, nameInTable, databaseType, expression };
}

function starColumns({ qualifier }: Star, scope: Scope): RelationColumns {
  const fields = (list: readonly Field[] | undefined): RelationColumns => list?.map(columnOf);
  if (qualifier.length === 0) return fields(scope.from.fields);
  const source = scope.source(qualifier);
  return fields(source?.columns?.map((column) => ({ source, column })));
}

const combined = (typed: readonly RelationColumnType[], scope: Scope): RelationColumnType => ({
  type: commonType(typed, scope.context.rules.common),
  nullable: nullableIfAny(typed.map(({ nullable }) => nullable)),
  ...(typed.every(({ untyped }) => untyped) && { untyped: true as const }),
});
type RelationColumnType = Pick<RelationColumn, 'type' | 'nullable' | 'untyped'>;

/** How the NULLs of both sides come together. */
const SET_NULLS: Readonly<
  Record<SetOperation['operator'], (left: boolean | undefined, right: boolean | undefined) => boolean | undefined>
> = {
  union: (left, right) => nullableIfAny([left, right]),
  except: (left) => left,
  intersect: (left, right) => nullableIfAll([left, right]),
};

/** One of the queries that set operations combine. */
export interface Branch {
  readonly body: QueryBody;
  /** What combines it with those before it; of the first it says nothing. */
  readonly operator: SetOperation['operator'];
}

/** The queries of a chain of set operations, from the first on; a single one of what is no such chain. */
export function branchesOf(body: QueryBody): Branch[] {
  const branches: Branch[] = [];
  let first = body;
  while (first.kind === 'set-operation') {
    branches.push({ body: first.right, operator: first.operator });
    first = first.left;
  }
  branches.push({ body: first, operator: 'union' });
  return branches.reverse();
}

/** Names are those of the first branch; types are what those of all branches become. */
export function branchColumns(branches: readonly Branch[], scope: Scope, place: NamePlace): RelationColumns {
  const lists = branches.map(({ body, operator }) => ({
    merge: SET_NULLS[operator],
    columns: bodyColumns(body, scope, place),
  }));
  const [first, ...others] = lists;
  return first?.columns?.map(({ name, ...column }, index) => {
    const typed: RelationColumnType[] = [column];
    let { nullable } = column;
    for (const { merge, columns } of others) {
      const other = columns?.[index] ?? UNKNOWN;
      typed.push(other);
      nullable = merge(nullable, other.nullable);
    }
    return { name, ...combined(typed, scope), nullable };
  });
}

/**
 * Whether a query surely gives one row: it has aggregates and no groups, or no FROM, and nothing that leaves out its row.
 */
export function givesOneRow({ body, limit }: Query, scope: Scope): boolean {
  if (limit !== undefined || body.kind !== 'select') return false;
  const { groupBy, having, from, where, columns } = body;
  if (groupBy !== undefined || having !== undefined) return false;
  if (from === undefined && where === undefined) return columns.length > 0;
  return columns.some(({ expression }) => hasAggregate(expression, scope.context.dialect));
}
