import {
  asked,
  type CommonTable,
  type Expression,
  type IntoClause,
  type Limit,
  type LockingClause,
  type OrderItem,
  type Query,
  type QueryBody,
  type Select,
  type Values,
  type WithClause,
} from '../../ast/index.js';
import { scopeOfQuery, scopeOfSelect } from '../../typing/index.js';
import { exactName } from '../expressions/names.js';
import { item, name, unionOf } from '../made-nodes.js';
import { withWrittenNames } from '../output-names.js';
import type { RuleTable, Translator } from '../translator.js';
import { withAliases } from './aliases.js';
import { groupedRows, withGroups } from './bare-columns.js';
import { combinedOrder } from './combined-order.js';
import { inOneStep, isSelfNaming, recursiveTable } from './common-tables.js';
import { lowered } from './lowering/index.js';
import { orderItems } from './order.js';
import { noticeRecursionOrder } from './recursion-order.js';
import { setOperation } from './set-operations.js';

/** Queries as wholes. */
export const queries: RuleTable = {
  query,
  'set-operation': setOperation,
  values,
  'table-query': (node, t) => ({ ...node, name: t.node(node.name) }),
  with: withClause,
  'common-table': commonTable,
  limit,
  locking,
  into: (node: IntoClause, t) => t.refuse(node, 'SELECT … INTO can’t be carried over.', 'Insert what a query selects.'),
};

function query(written: Query, t: Translator): Query {
  const node = t.within(scopeOfQuery(written, t.scope), () => lowered(written, t));
  if (t.result === written) t.result = node.body;
  return withGroups(undefined, t, () => t.within(scopeOfQuery(node, t.scope), () => queryParts(node, t)));
}

function queryParts(node: Query, t: Translator): Query {
  const { kind, with: tables, body, orderBy, limit: bound, locks, into, span, comments } = node;
  if (into !== undefined) t.node(into);
  noticeRecursionOrder(node, t);
  const kept = (locks ?? []).flatMap((lock) => lockFor(lock, t) ?? []);
  return {
    kind,
    with: tables && t.node(tables),
    body: t.node(body),
    orderBy: orderFor(orderBy, body, t),
    limit: bound && boundFor(bound, t),
    locks: kept.length > 0 ? kept : undefined,
    span,
    comments,
  };
}

/** MySQL's ORDER BY NULL asks for no order. */
function orderFor(all: readonly OrderItem[] | undefined, body: QueryBody, t: Translator): OrderItem[] | undefined {
  const items = all?.filter(({ expression }) => expression.kind !== 'null') ?? [];
  return items.length === 0 ? undefined : orderOf(items, body, t);
}

/** What orders a query sees the columns of its one SELECT, and their aliases first. */
function orderOf(orderBy: readonly OrderItem[], body: QueryBody, t: Translator): OrderItem[] {
  if (body.kind !== 'select') return combinedOrder(orderBy, body, t);
  return t.within(scopeOfSelect(body, t.scope), () =>
    withGroups(groupedRows(body, t), t, () =>
      withAliases({ select: body, place: 'order-by' }, t, () => orderItems(orderBy, body, t)),
    ),
  );
}

/** VALUES as a query: where rows need a word before them that not every server has, SELECTs stand for them. */
function values(node: Values, t: Translator): QueryBody {
  if (!t.to.features.valuesIsCall && !t.from.features.valuesIsCall) return t.children(node);
  if (!t.to.features.valuesIsCall) return { ...node, rows: t.all(node.rows) };
  const [prefix, start] = t.scope.context.rules.valuesColumns;
  const [head, ...others] = node.rows.map(({ items, span }, row): Select => ({
    kind: 'select',
    columns: items.map((value, index) =>
      item(t.value(value), row === 0 ? name(`${prefix}${start + index}`, span) : undefined),
    ),
    span,
  }));
  return unionOf(head as Select, others);
}

function withClause(node: WithClause, t: Translator): WithClause {
  const { tables } = node;
  const recursive =
    node.recursive || (t.from.features.alwaysRecursive && tables.some((table) => isSelfNaming(table, t)));
  return { ...node, recursive, tables: tables.map((table) => commonTable(table, t)) };
}

function commonTable(node: CommonTable, t: Translator): CommonTable {
  if (node.search !== undefined || node.cycle !== undefined) {
    t.refuse(
      node,
      'SEARCH and CYCLE of a recursive table have no counterpart in the target.',
      'Carry the path in a column.',
    );
  }
  if (node.statement.kind !== 'query') t.refuse(node.statement, 'A change within a query can’t be carried over.');
  if (node.statement.limit !== undefined && t.source === 'SQLITE' && isSelfNaming(node, t)) {
    t.refuse(node, 'The rows of a recursive table can’t be bounded in the target.', 'Bound the recursion with WHERE.');
  }
  const { materialized, ...rest } = node;
  const hint = t.to.features.onConflict && materialized !== undefined ? { materialized } : {};
  const made: CommonTable = {
    ...rest,
    ...hint,
    name: t.node(node.name),
    columns: node.columns.map((one) => exactName(t.scope.fold(one), one, t)),
    statement: withWrittenNames(
      node.statement,
      t.node(isSelfNaming(node, t) ? withoutOrder(node.statement) : node.statement),
      t,
    ),
  };
  return isSelfNaming(node, t) ? inOneStep(node, recursiveTable(node, made, t), t) : made;
}

/** SQLite's order in which a recursion takes its rows changes none of them, but where they come out. https://sqlite.org/lang_with.html */
function withoutOrder(statement: Query): Query {
  const { orderBy: _, ...rest } = statement;
  return statement.limit === undefined ? rest : statement;
}

/** A bound that is none goes; a negative one is none to SQLite. */
function boundFor(node: Limit, t: Translator): Limit | undefined {
  const made = t.node(node);
  return made.count === undefined && made.offset === undefined ? undefined : made;
}

function limit(node: Limit, t: Translator): Limit {
  const { count, offset, rowsExamined, offsetFirst: _, ...rest } = node;
  if (rowsExamined !== undefined) t.refuse(node, 'ROWS EXAMINED has no counterpart in the target.');
  const bounded = count !== undefined && !isUnbounded(count) ? bound(count, t) : undefined;
  const skipped = offset !== undefined && !isZero(offset) ? bound(offset, t) : undefined;
  return {
    ...rest,
    ...(bounded !== undefined && { count: bounded }),
    ...(skipped !== undefined && { offset: skipped }),
  };
}

const isEndless = (content: string): boolean => content === '18446744073709551615';
const isNothing = (content: string): boolean => content === '0';

const isUnbounded = (node: Expression): boolean =>
  node.kind === 'null' ||
  (node.kind === 'unary' && node.operator === 'minus') ||
  (node.kind === 'number' && asked(node, isEndless));
const isZero = (node: Expression): boolean => node.kind === 'number' && asked(node, isNothing);

/** A number, or a place for one; MySQL takes nothing else. */
function bound(node: Expression, t: Translator): Expression {
  const isPlain = node.kind === 'number' || node.kind === 'parameter';
  if (!isPlain && t.to.features.duplicateKeys)
    t.refuse(node, 'LIMIT takes no expression in the target.', 'Compute the number before.');
  return t.value(node);
}

const STRENGTHS: Readonly<Record<LockingClause['strength'], LockingClause['strength']>> = {
  UPDATE: 'UPDATE',
  'NO KEY UPDATE': 'UPDATE',
  SHARE: 'SHARE',
  'KEY SHARE': 'SHARE',
};

function lockFor(node: LockingClause, t: Translator): LockingClause | undefined {
  if (t.to.features.rowLocks) return t.node(node);
  // a change has the whole file to itself from its start, so that nobody else changes what it reads
  if (!t.isChange) t.notice('LOCK_DROPPED', node);
  return undefined;
}

function locking(node: LockingClause, t: Translator): LockingClause {
  const { of, wait, ...rest } = node;
  if (typeof wait === 'object')
    t.refuse(node, 'A lock that is waited for so long has no counterpart.', 'Set lock_timeout, or use NOWAIT.');
  return {
    ...rest,
    strength: STRENGTHS[node.strength],
    // MariaDB locks the rows of all tables alike
    of: t.to.features.duplicateKeys ? [] : t.all(of),
    ...(wait !== undefined && { wait }),
  };
}
