import type {
  CommonTable,
  Expression,
  Name,
  Query,
  QueryBody,
  Select,
  SelectItem,
  SetOperation,
  WithClause,
} from '../../../ast/index.js';
import { hasAggregate } from '../../../typing/aggregates.js';
import { scopeOfQuery } from '../../../typing/index.js';
import { allOf, binary, column, item, name, number, qualified, queryOf } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { isSelfNaming } from '../common-tables.js';
import type { Lowering } from './index.js';

/**
 * WITH t AS (SELECT … UNION ALL SELECT … FROM t LIMIT n) of SQLite's: where each row makes one row at most, they are counted
 * as they are made, and n of them are.
 */
export const boundedRecursion: Lowering = (query, t) => {
  const { with: clause } = query;
  if (clause === undefined || t.source !== 'SQLITE') return query;
  const scope = scopeOfQuery(query, t.scope);
  const tables = clause.tables.flatMap((table) =>
    counted(
      table,
      scope.tables?.find(t.scope.key(table.name))?.columns?.map(({ name: called }) => called),
      t,
    ),
  );
  const isSame = tables.length === clause.tables.length;
  return isSame ? query : { ...query, with: { ...clause, tables } satisfies WithClause };
};

/** The table in two: one that counts its rows, and one by the table's own name without the count. */
function counted(table: CommonTable, names: readonly string[] | undefined, t: Translator): readonly CommonTable[] {
  const { statement, span } = table;
  const bound = statement.kind === 'query' ? statement.limit : undefined;
  if (statement.kind !== 'query' || bound?.count === undefined || names === undefined || !isSelfNaming(table, t))
    return [table];
  const parts = stepsOfOne(statement, table, t);
  if (parts === undefined || bound.offset !== undefined || statement.orderBy !== undefined) return [table];
  const [inner, count] = [name(t.freshName('steps'), span), name(t.freshName('count'), span)];
  const columns = names.map((called, at) => table.columns[at] ?? name(called, span, !/^[a-z_]\w*$/.test(called)));
  const step = stepFrom(parts, inner, count, bound.count);
  const body: SetOperation = { ...parts.whole, left: withCount(parts.base, count), right: step };
  const { limit: _limit, ...rest } = statement;
  const rows: CommonTable = { ...table, name: inner, columns: [...columns, count], statement: { ...rest, body } };
  const shown: Select = {
    kind: 'select',
    columns: columns.map((one) => item(column([one], span))),
    from: [{ kind: 'table-name', name: qualified(inner.value, span), span }],
    span,
  };
  return [rows, { ...table, columns, statement: queryOf(shown) }];
}

interface Steps {
  readonly whole: SetOperation;
  readonly base: Select;
  readonly step: Select;
  /** What the step calls the table. */
  readonly alias: Name;
}

/** The parts of a recursion that makes one row of each, from one row on. */
function stepsOfOne({ body, with: tables }: Query, table: CommonTable, t: Translator): Steps | undefined {
  if (body.kind !== 'set-operation' || body.operator !== 'union' || !body.all || tables !== undefined) return undefined;
  const { right } = body;
  const left = withoutValues(body.left);
  if (left.kind !== 'select' || right.kind !== 'select' || left.from !== undefined) return undefined;
  const [only, other] = right.from ?? [];
  const isPlain = right.distinct !== true && right.groupBy === undefined && right.having === undefined;
  if (only?.kind !== 'table-name') return undefined;
  const [own, more] = only.name.parts;
  const isOwn = own !== undefined && more === undefined && t.scope.key(own) === t.scope.key(table.name);
  if (!isOwn || other !== undefined || !isPlain) return undefined;
  return right.columns.some(({ expression }) => hasAggregate(expression, t.from))
    ? undefined
    : { whole: body, base: left, step: right, alias: only.alias ?? own };
}

/** VALUES of one row as a query that counts can be put into. */
function withoutValues(body: QueryBody): QueryBody {
  const [only, another] = body.kind === 'values' ? body.rows : [];
  if (only === undefined || another !== undefined) return body;
  return { kind: 'select', columns: only.items.map((one) => item(one)), span: body.span };
}

const withCount = (base: Select, count: Name): Select => ({
  ...base,
  columns: [...base.columns, item(number(1, base.span), count)],
});

/** The next row, with the next number, while there are fewer than the bound. */
function stepFrom({ step, alias }: Steps, inner: Name, count: Name, bound: Expression): Select {
  const { span, where } = step;
  const reached = column([alias, count], span);
  const isBelow = binary('less', reached, bound);
  const next: SelectItem = item(binary('add', reached, number(1, span)), count);
  return {
    ...step,
    columns: [...step.columns, next],
    from: [{ kind: 'table-name', name: qualified(inner.value, span), alias, span }],
    where: allOf(where === undefined ? [isBelow] : [where, isBelow]),
  };
}
