import {
  contains,
  type Expression,
  type Name,
  type OrderItem,
  type Query,
  type Select,
  type SelectItem,
  type Span,
  type TableReference,
  type WindowFrame,
} from '../../../ast/index.js';
import { scopeOfSelect } from '../../../typing/index.js';
import { binary, call, choose, column, isNull, name, number } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { writtenAlike } from '../../written-alike.js';
import type { Lowering } from './index.js';
import { lastOf } from './references.js';
import { assignmentIn, readAssignment, type Assigned } from './user-variables.js';

/**
 * SELECT @n := @n + 1, … FROM …, (SELECT @n := 0) v ORDER BY …: rows that variables count, rank and add up, as MySQL 5 had no
 * functions over windows. https://dev.mysql.com/doc/refman/8.4/en/user-variables.html
 */
export const countedRows: Lowering = (query, t) => {
  const { body } = query;
  if (body.kind !== 'select' || t.to.features.duplicateKeys || body.from === undefined) return query;
  if (body.distinct === true || body.groupBy !== undefined || body.having !== undefined) return query;
  if (!body.columns.some(({ expression }) => assignmentIn(expression) !== undefined)) return query;
  const starts = new Map(body.from.flatMap((one) => [...startsIn(one)]));
  const from = body.from.flatMap((one) => withoutStarts(one) ?? []);
  const orderBy = query.orderBy ?? orderWithin(from, t);
  const ordered = orderBy === undefined ? query : { ...query, orderBy };
  const columns = overWindows(ordered, starts, t);
  return columns === undefined || from.length === 0 ? query : { ...ordered, body: { ...body, columns, from } };
};

/** SELECT … FROM (SELECT … ORDER BY x) o: the rows come in the order of the only table there is, where its columns say that. */
function orderWithin(from: readonly TableReference[], t: Translator): readonly OrderItem[] | undefined {
  const [only, other] = from;
  if (only?.kind !== 'derived-table' || other !== undefined || only.columns !== undefined) return undefined;
  const { alias, query } = only;
  const { body, orderBy } = query;
  if (alias === undefined || body.kind !== 'select' || orderBy === undefined) return undefined;
  const given = orderBy.map((one): OrderItem | undefined => {
    const called = nameWithin(one.expression, body, t);
    return called && { ...one, expression: column([alias, called], one.span) };
  });
  return given.includes(undefined) ? undefined : (given as OrderItem[]);
}

/** What a query in FROM calls the column that orders it; undefined where it has none. */
function nameWithin(key: Expression, { columns }: Select, t: Translator): Name | undefined {
  const wanted = key.kind === 'column' ? lastOf(key) : undefined;
  if (wanted === undefined) return undefined;
  const isNamed = ({ alias, expression }: SelectItem): boolean => {
    const own = alias ?? (expression.kind === 'column' ? lastOf(expression) : undefined);
    return own !== undefined && t.scope.key(own) === t.scope.key(wanted);
  };
  return columns.some((one) => isNamed(one) || one.expression.kind === 'star') ? wanted : undefined;
}

/** Whether two expressions are the same column, of which one may name its table. */
function isSame(one: Expression, other: Expression, t: Translator): boolean {
  if (writtenAlike(one) === writtenAlike(other)) return true;
  if (one.kind !== 'column' || other.kind !== 'column') return false;
  const isOpen = one.parts.length === 1 || other.parts.length === 1;
  return isOpen && t.scope.key(lastOf(one)) === t.scope.key(lastOf(other));
}

/** What the variables begin with: a table of one row that does nothing else. */
function startsIn(node: TableReference): ReadonlyMap<string, Expression> {
  if (node.kind === 'join') return new Map([...startsIn(node.left), ...startsIn(node.right)]);
  if (node.kind !== 'derived-table' || node.query.body.kind !== 'select' || node.query.body.from !== undefined)
    return new Map();
  const values = node.query.body.columns.map(({ expression }) => expression);
  const set = values.flatMap((one) => (one.kind === 'variable-assignment' ? [one] : []));
  return new Map(set.length === values.length ? set.map((one) => [one.target.name, one.value]) : []);
}

/** A table reference without such tables; undefined where it is no more than that. */
function withoutStarts(node: TableReference): TableReference | undefined {
  if (node.kind !== 'join') return startsIn(node).size === 0 ? node : undefined;
  const [left, right] = [withoutStarts(node.left), withoutStarts(node.right)];
  if (left === undefined || right === undefined) return left ?? right;
  return { ...node, left, right };
}

type Starts = ReadonlyMap<string, Expression>;

/** The columns with functions over windows for what is assigned; undefined where one of them means anything else. */
function overWindows(query: Query, starts: Starts, t: Translator): SelectItem[] | undefined {
  const { body } = query;
  if (body.kind !== 'select') return undefined;
  const read: Assigned[] = [];
  const made: SelectItem[] = [];
  for (const one of body.columns) {
    const assignment = assignmentIn(one.expression);
    const assigned = assignment && readAssignment(assignment, read);
    const value = assigned && overWindow(assigned, query, starts, t);
    if (assignment !== undefined && value === undefined) return undefined;
    if (assigned !== undefined) read.push(assigned);
    const { alias = name(t.textOf(one.expression), one.span, true) } = one;
    made.push(value === undefined ? one : { ...one, expression: value, alias });
  }
  // what is compared with a row's value is that of the row before, which is kept behind it
  const kept = new Set(read.flatMap((one) => (one.means === 'value' ? [one.name] : [])));
  return read.every((one) => one.previous === undefined || kept.has(one.previous)) ? made : undefined;
}

function overWindow(assigned: Assigned, query: Query, starts: Starts, t: Translator): Expression | undefined {
  const { means, of, span } = assigned;
  if (means === 'value') return of;
  const order = orderOf(query, t);
  const [first, ...rest] = order;
  const over = { kind: 'window', reference: false, span } as const;
  const start = starts.get(assigned.name);
  if (means === 'row' || means === 'sum') {
    if (start?.kind !== 'number' || (means === 'sum' && order.length === 0)) return undefined;
    const counted: Expression =
      means === 'row' || of === undefined
        ? { ...call('row_number', [], span), over: { ...over, partitionBy: [], orderBy: order } }
        : { ...call('sum', [of], span), over: { ...over, partitionBy: [], orderBy: order, frame: soFar(span) } };
    return Number(start.text) === 0 ? counted : binary('add', counted, number(Number(start.text), span));
  }
  if (of === undefined || first === undefined || !isSame(first.expression, of, t)) return undefined;
  if (means === 'row of group') {
    const counted: Expression = {
      ...call('row_number', [], span),
      over: { ...over, partitionBy: [of], orderBy: rest },
    };
    // NULL is not the same as the NULL before
    return choose([[isNull(of), number(1, span)]], counted, span);
  }
  const isNever = query.body.kind === 'select' && scopeOfSelect(query.body, t.scope).typeOf(of).nullable === false;
  if (!isNever) return undefined;
  return { ...call(means, [], span), over: { ...over, partitionBy: [], orderBy: [first] } };
}

/** All rows from the first one on. */
const soFar = (span: Span): WindowFrame => ({
  kind: 'frame',
  unit: 'ROWS',
  start: { kind: 'frame-bound', bound: 'UNBOUNDED PRECEDING', span },
  span,
});

/** What the rows are ordered by besides what is counted of them. */
function orderOf({ orderBy = [], body }: Query, t: Translator): NonNullable<Query['orderBy']>[number][] {
  const counted = new Set(
    body.kind !== 'select'
      ? []
      : body.columns.flatMap(({ alias, expression }) =>
          alias !== undefined && assignmentIn(expression) !== undefined ? [t.scope.key(alias)] : [],
        ),
  );
  return orderBy.filter(({ expression }) => {
    const [plain] = expression.kind === 'column' && expression.parts.length === 1 ? expression.parts : [];
    if (plain !== undefined && counted.has(t.scope.key(plain))) return false;
    return !contains(expression, ({ kind }) => kind === 'variable-assignment' || kind === 'variable');
  });
}
