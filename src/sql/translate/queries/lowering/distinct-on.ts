import type { Expression, Query, Select, TableName } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { scopeOfSelect } from '../../../typing/index.js';
import { binary, call, column, derivedTable, item, name, number, queryOf } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import type { Lowering } from './index.js';
import { rankedQuery, valueOf, type Ranked } from './ranked.js';

/** DISTINCT ON (a) … ORDER BY a, b: of the rows that agree in `a`, the first by `b`. */
export const distinctOn: Lowering = (query, t) => {
  const { body, orderBy = [], limit } = query;
  if (body.kind !== 'select' || body.distinctOn === undefined || t.to.features.foldsNames) return query;
  // rows of other keys may be alike in what is selected
  const { distinct: _, ...select } = body;
  const keys = body.distinctOn.map((one) => valueOf(one, select.columns, select, t));
  const order = orderBy.map((one) => ({ ...one, expression: valueOf(one.expression, select.columns, select, t) }));
  const ranked: Ranked = {
    rank: 'row_number',
    partitionBy: keys,
    orderBy: order,
    keeps: (rank) => binary('equal', rank, number(1, rank.span)),
  };
  const table = tableOfOpenStar(select, t);
  if (table !== undefined) return { ...query, body: firstByKey(select, table, ranked, t) };
  const made = rankedQuery(query, select, ranked, t);
  return limit === undefined ? made : { ...made, limit };
};

/** The one table of a select whose star stands for columns that are not known. */
function tableOfOpenStar({ columns, from = [], groupBy, ...select }: Select, t: Translator): TableName | undefined {
  const [table, second] = from;
  if (table?.kind !== 'table-name' || second !== undefined || groupBy !== undefined) return undefined;
  if (!columns.some(({ expression }) => expression.kind === 'star')) return undefined;
  const [source] = scopeOfSelect({ columns, from, ...select }, t.scope).from.sources;
  return source?.columns === undefined ? table : undefined;
}

/** What tells the rows of a table whose columns are not known: its own place, or the column that tables usually have for their key. */
const KEY: Readonly<Record<DialectName, string>> = { POSTGRESQL: 'ctid', MYSQL: 'id', SQLITE: 'rowid' };

/** The same select of the rows that come first. */
function firstByKey(
  select: Select,
  table: TableName,
  { rank, partitionBy, orderBy, keeps }: Ranked,
  t: Translator,
): Select {
  const { span } = select;
  const [alias, rankName] = [name(t.freshName('ranked'), span), name(t.freshName('rank'), span)];
  const id = name(KEY[t.target], span);
  const over = { kind: 'window', reference: false, partitionBy, orderBy, span } as const;
  const called = table.alias ?? table.name.parts[table.name.parts.length - 1];
  const key: Expression = column(called === undefined ? [id] : [called, id], span);
  const { distinctOn: _, where, ...plain } = select;
  const ranks: Query = queryOf({
    kind: 'select',
    columns: [item(key, id), item({ ...call(rank, [], span), over }, rankName)],
    from: [table],
    ...(where !== undefined && { where }),
    span,
  });
  const ranked = column([alias, rankName], span);
  const firsts: Query = queryOf({
    kind: 'select',
    columns: [item(column([alias, id], span))],
    from: [derivedTable(ranks, alias, span)],
    where: keeps(ranked, () => ranked),
    span,
  });
  return { ...plain, where: { kind: 'in-query', negated: false, operand: key, query: firsts, span } };
}
