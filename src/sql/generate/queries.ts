import type {
  CommonTable,
  CycleClause,
  Expression,
  IntoClause,
  Limit,
  LockingClause,
  Query,
  QueryBody,
  RowValues,
  SetOperation,
  TableQuery,
  Values,
  WithClause,
} from '../ast/index.js';
import {
  clause,
  commaSeparated,
  enclosed,
  lines,
  listClause,
  parenthesized,
  parenthesizedList,
  words,
} from './documents.js';
import { concat, type Doc, group, line } from './layout.js';
import { precedenceOf, PRIMARY } from './precedence.js';
import type { Printer, PrintTable } from './printer.js';
import { selectDocument } from './queries-select.js';

/** Queries as wholes: WITH, set operations, VALUES, and the clauses behind them. */
export const queries = {
  query: (node, printer) => group(queryDocument(node, printer)),
  values: (node, printer) => valuesDocument(node, printer.rules.valuesRow, printer),
  'row-values': ({ items }, printer) => parenthesizedList(printer.all(items)),
  'table-query': tableQuery,
  'set-operation': (node, printer) => setOperation(node, undefined, printer),
  with: withClause,
  'common-table': commonTable,
  search: ({ order, by, set }, printer) =>
    words(`SEARCH ${order} FIRST BY`, commaSeparated(printer.all(by)), 'SET', printer.print(set)),
  cycle,
  limit: limitClause,
  locking,
  into,
  'into-file': ({ format, path, options }, printer) => words(format, printer.print(path), options),
} satisfies Partial<PrintTable>;

/** A query without a group of its own: its clauses are broken with what stands around it. */
export function queryDocument(node: Query, printer: Printer): Doc {
  const { with: tables, body, orderBy, limit, locks, into: target } = node;
  const inColumns = printer.rules.intoPlace === 'columns' ? target : undefined;
  const atEnd = inColumns === undefined ? target : undefined;
  return lines(
    printer.optional(tables),
    bodyDocument(body, inColumns, printer),
    orderBy !== undefined && listClause('ORDER BY', printer.all(orderBy)),
    printer.optional(limit),
    printer.optional(atEnd),
    ...printer.all(locks ?? []),
  );
}

/** A query's body. PostgreSQL's INTO goes into its first SELECT. */
function bodyDocument(body: QueryBody, target: IntoClause | undefined, printer: Printer): Doc {
  if (body.kind === 'query') return lines(apart(body, printer), printer.optional(target));
  return printer.commented(body, bareBody(body, target, printer));
}

function bareBody(body: Exclude<QueryBody, Query>, target: IntoClause | undefined, printer: Printer): Doc {
  if (body.kind === 'select') return selectDocument(body, target, printer);
  if (body.kind === 'set-operation') return setOperation(body, target, printer);
  if (body.kind === 'values') return valuesDocument(body, printer.rules.valuesRow, printer);
  return tableQuery(body, printer);
}

function tableQuery({ name, only }: TableQuery, printer: Printer): Doc {
  return words('TABLE', only === true && 'ONLY', printer.print(name));
}

/** A query that must be kept apart from those around it. */
function apart(node: QueryBody, printer: Printer): Doc {
  const [open, close] = printer.rules.apart;
  return enclosed(open, printer.print(node), close);
}

const precedence = ({ operator }: SetOperation, printer: Printer): number =>
  operator === 'intersect' && printer.dialect.features.intersectFirst ? 2 : 1;

/** What nests to the left without parentheses is walked in a loop: a union may have thousands of members. */
function setOperation(whole: SetOperation, target: IntoClause | undefined, printer: Printer): Doc {
  const chain = [whole];
  let first: QueryBody = whole.left;
  for (let level = precedence(whole, printer); first.kind === 'set-operation'; first = first.left) {
    const own = precedence(first, printer);
    if (own < level) break;
    level = own;
    chain.push(first);
  }
  const start = first.kind === 'set-operation' ? apart(first, printer) : bodyDocument(first, target, printer);
  const parts = [printer.start(start, chain.slice(1))];
  for (const node of chain.reverse()) {
    const { operator, all, right } = node;
    parts.push(line, `${operator.toUpperCase()}${all ? ' ALL' : ''}`, line, rightMember(node, right, printer));
    // those of the whole are printed with it
    if (node !== whole) parts.push(...printer.behind(node));
  }
  return concat(parts);
}

function rightMember(node: SetOperation, right: QueryBody, printer: Printer): Doc {
  const staysApart = right.kind === 'set-operation' && precedence(right, printer) <= precedence(node, printer);
  return staysApart ? apart(right, printer) : bodyDocument(right, undefined, printer);
}

/** VALUES (1, 2), (3, 4); several rows stand one a line where they don't fit on one */
export function valuesDocument({ rows }: Values, rowWord: string, printer: Printer): Doc {
  const print = rows.length < MANY_ROWS ? (row: RowValues): Doc => printer.print(row) : rowOfMany(printer);
  const docs = rows.map((row) => concat([rowWord, print(row)]));
  return docs.length === 1 ? clause('VALUES', docs[0] ?? '') : listClause('VALUES', docs);
}

/** Of as many rows each has one line, however long: they are data, and read from top to bottom. */
const MANY_ROWS = 10;

const rowOfMany =
  (printer: Printer) =>
  (row: RowValues): Doc => {
    if (row.comments !== undefined) return printer.print(row);
    const items = printer.all(row.items);
    return items.every((item) => typeof item === 'string') ? `(${items.join(', ')})` : parenthesizedList(items);
  };

function withClause({ recursive, tables }: WithClause, printer: Printer): Doc {
  const docs = printer.all(tables);
  const word = recursive ? 'WITH RECURSIVE' : 'WITH';
  return docs.length === 1 ? clause(word, docs[0] ?? '') : listClause(word, docs);
}

function commonTable(
  { name, columns, materialized, statement, search, cycle: cycles }: CommonTable,
  printer: Printer,
): Doc {
  const hint = materialized === undefined ? undefined : materialized ? 'MATERIALIZED' : 'NOT MATERIALIZED';
  return words(
    printer.print(name),
    columns.length > 0 && parenthesizedList(printer.all(columns)),
    'AS',
    hint,
    parenthesized(printer.print(statement)),
    printer.optional(search),
    printer.optional(cycles),
  );
}

function cycle({ columns, set, to, otherwise, using }: CycleClause, printer: Printer): Doc {
  return words(
    clause('CYCLE', commaSeparated(printer.all(columns))),
    set === undefined ? 'RESTRICT' : clause('SET', printer.print(set)),
    to !== undefined && clause('TO', printer.print(to)),
    otherwise !== undefined && clause('DEFAULT', printer.print(otherwise)),
    using !== undefined && clause('USING', printer.print(using)),
  );
}

function limitClause(node: Limit, printer: Printer): Doc {
  const { count, rowsExamined } = node;
  return words(
    node.withTies === true ? tiesClause(node, printer) : boundClause(node, printer),
    rowsExamined !== undefined &&
      words(count === undefined && 'LIMIT', clause('ROWS EXAMINED', printer.print(rowsExamined))),
  );
}

/** OFFSET … ROWS FETCH FIRST … ROWS WITH TIES, whose counts are operands */
function tiesClause({ count, offset }: Limit, printer: Printer): Doc {
  const operand = (node: Expression): Doc => printer.wrappedIf(precedenceOf(node, printer) < PRIMARY, node);
  return words(
    offset !== undefined && words('OFFSET', operand(offset), 'ROWS'),
    words('FETCH FIRST', count !== undefined && operand(count), 'ROWS WITH TIES'),
  );
}

/** LIMIT … OFFSET …, or the other way around where parameters must keep their order */
function boundClause({ count, offset, offsetFirst, rowsExamined }: Limit, printer: Printer): Doc {
  if (count === undefined && offset === undefined && rowsExamined !== undefined) return '';
  const bound = count === undefined ? boundless(offset, printer) : printer.print(count);
  const skipped = printer.optional(offset);
  if (offsetFirst === true && bound !== undefined && skipped !== undefined) {
    const { offsetFirst: form } = printer.rules;
    return form === 'comma' ? words('LIMIT', concat([skipped, ',']), bound) : words('OFFSET', skipped, 'LIMIT', bound);
  }
  return words(bound !== undefined && clause('LIMIT', bound), skipped !== undefined && clause('OFFSET', skipped));
}

/** What stands for no bound. */
function boundless(offset: Expression | undefined, { rules }: Printer): Doc | undefined {
  return rules.boundless ?? (offset === undefined ? 'ALL' : undefined);
}

function locking({ strength, of, wait }: LockingClause, printer: Printer): Doc {
  const { shareLock } = printer.rules;
  if (strength === 'SHARE' && shareLock !== null && of.length === 0 && wait === undefined) return shareLock;
  return words(
    `FOR ${strength}`,
    of.length > 0 && clause('OF', commaSeparated(printer.all(of))),
    typeof wait === 'object' ? `WAIT ${wait.seconds}` : wait,
  );
}

function into({ table, persistence, variables, file }: IntoClause, printer: Printer): Doc {
  return words(
    'INTO',
    persistence,
    printer.optional(table),
    variables !== undefined && commaSeparated(printer.all(variables)),
    printer.optional(file),
  );
}
