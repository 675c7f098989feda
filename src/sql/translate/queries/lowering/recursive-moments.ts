import { functionOfCall } from '../../../analysis/function-of-call.js';
import { isNameOfDay, isNameOfTime, type SqlTypeName } from '../../../typing/index.js';
import {
  mapChildren,
  type CommonTable,
  type Expression,
  type Node,
  type Query,
  type QueryBody,
  type Select,
  type SelectItem,
} from '../../../ast/index.js';
import { call, name } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { isSelfNaming } from '../common-tables.js';
import { withFirst } from '../first-body.js';
import type { Lowering } from './index.js';
import { lastOf } from './references.js';

/**
 * WITH days(day) AS (SELECT min(placed_on) … UNION ALL SELECT date(day, '+1 day') …) of SQLite's, where days are texts: the first
 * one is written as the text that those behind it are, as PostgreSQL has one type for all.
 */
export const recursiveMoments: Lowering = (query, t) => {
  const { with: clause } = query;
  if (clause === undefined || t.source !== 'SQLITE' || t.target !== 'POSTGRESQL') return query;
  const tables = clause.tables.map((table) => (isSelfNaming(table, t) ? withTexts(table, t) : table));
  const isSame = tables.every((table, at) => table === clause.tables[at]);
  return isSame ? query : anew({ ...query, with: { ...clause, tables } });
};

/** Nodes of their own, as the types of those that are written are told already: of others than literals, which stay what they are. */
const anew = <T extends Node>(node: T): T =>
  node.kind === 'string' || node.kind === 'number' ? node : { ...mapChildren(node, anew) };

function withTexts(table: CommonTable, t: Translator): CommonTable {
  const { statement } = table;
  if (statement.kind !== 'query' || statement.body.kind !== 'set-operation') return table;
  const step = statement.body.right;
  const first = firstOf(statement.body);
  if (step.kind !== 'select' || first === undefined) return table;
  const known = t.scope.columnsOf({ kind: 'query', body: first, span: first.span });
  const columns = first.columns.map((one, at) => {
    const made = momentMade(step.columns[at]?.expression, t);
    const wanted = made && asText(one.expression, known?.[at]?.type?.type, made, t);
    return wanted === undefined
      ? one
      : asTextItem(one, table.columns.length > 0 ? undefined : known?.[at]?.name, wanted);
  });
  if (columns.every((one, at) => one === first.columns[at])) return table;
  const body: QueryBody = withFirst(statement.body, (one) => (one === first ? { ...first, columns } : one));
  return { ...table, statement: { ...statement, body } satisfies Query };
}

const firstOf = (body: QueryBody): Select | undefined =>
  body.kind === 'select' ? body : body.kind === 'set-operation' ? firstOf(body.left) : undefined;

type Made = 'date' | 'datetime';

const MADE: Readonly<Record<string, Made>> = { date_sqlite: 'date', datetime_sqlite: 'datetime' };

/** What each further row has: the text of a day or of a moment. */
const momentMade = (node: Expression | undefined, t: Translator): Made | undefined =>
  node?.kind === 'call' ? MADE[functionOfCall(node, t.from)?.meaning ?? ''] : undefined;

/** What the first row has is written by: by its type, or else by the name that it goes by and by what the others have. */
function asText(node: Expression, type: SqlTypeName | undefined, made: Made, t: Translator): Made | undefined {
  if (type === 'DATE') return 'date';
  if (type === 'TIMESTAMP' || type === 'TIMESTAMPTZ') return 'datetime';
  const [value] = node.kind === 'call' ? node.arguments : [node];
  const isPlain = node.kind === 'column' || /^(minimum|maximum)$/.test(functionOf(node, t) ?? '');
  if (type !== undefined || value?.kind !== 'column' || !isPlain) return undefined;
  const called = lastOf(value).value;
  return made === 'date' ? (isNameOfTime(called) ? undefined : 'date') : isNameOfDay(called) ? undefined : 'datetime';
}

const functionOf = (node: Expression, t: Translator): string | undefined =>
  node.kind === 'call' ? functionOfCall(node, t.from)?.meaning : undefined;

function asTextItem(one: SelectItem, called: string | undefined, made: Made): SelectItem {
  const alias = one.alias ?? (called === undefined ? undefined : name(called, one.span));
  return { ...one, expression: call(made, [one.expression], one.span), ...(alias !== undefined && { alias }) };
}
