import {
  contains,
  type CastExpression,
  type CommonTable,
  type Expression,
  rewrite,
  type Name,
  type Node,
  type Query,
  type QueryBody,
  type SelectItem,
  type TableName,
} from '../../ast/index.js';
import type { RelationColumn } from '../../typing/sources.js';
import type { SqlTypeName } from '../../typing/index.js';
import { plainType } from '../../typing/sql-type.js';
import { allColumnsOf, cast, dataType, item, name, qualified } from '../made-nodes.js';
import { withFirst } from './first-body.js';
import type { Translator } from '../translator.js';

/** Whether a common table names itself. */
export function isSelfNaming(table: CommonTable, t: Translator): boolean {
  const key = t.scope.key(table.name);
  return contains(
    table.statement,
    (node) =>
      node.kind === 'table-name' && node.name.parts.length === 1 && t.scope.key(node.name.parts[0] as Name) === key,
  );
}

/** What a target needs of the first part of a recursive table, whose types are those of the whole. */
const WIDER: Readonly<Record<string, Partial<Record<SqlTypeName, string>>>> = {
  POSTGRESQL: { TEXT: 'text', BIGINT: 'bigint', DECIMAL: 'numeric', FLOAT: 'double precision' },
  // texts are cut to the width of the first part's, and numbers to its digits
  MYSQL: { TEXT: 'char', BIGINT: 'signed', DECIMAL: 'decimal', FLOAT: 'double' },
  SQLITE: {},
};

/** MariaDB casts small literals to four bytes; the common type of both is that of the second. */
const OF_EIGHT_BYTES = 'COALESCE($1, 9223372036854775807)';

const MYSQL_WIDTHS: Readonly<Record<string, readonly string[]>> = { char: ['4000'], decimal: ['65', '16'] };

/** A recursive table whose first part has types that hold what the others give. */
export function recursiveTable(source: CommonTable, made: CommonTable, t: Translator): CommonTable {
  const { statement } = source;
  if (made.statement.kind !== 'query' || statement.kind !== 'query') return made;
  const found = recursiveColumns(statement.body, t);
  const joinsText = joinedColumns(statement.body, t);
  // what one column has in the next row is another's of this one
  const isWide = t.source === 'SQLITE' || found.some(({ type }) => type?.type === 'BIGINT');
  const widenedOne = (one: SelectItem, index: number): SelectItem => {
    const known = found[index];
    const column = known?.type === undefined && joinsText(index) ? { ...known, type: plainType('TEXT') } : known;
    const grows = isWide && column?.type?.type === 'INTEGER' && one.expression.kind === 'number';
    return widenedItem(one, grows ? { ...column, type: plainType('BIGINT') } : column, t);
  };
  const body = withFirst(made.statement.body, (first) => {
    if (first.kind === 'select') return { ...first, columns: first.columns.map(widenedOne) };
    if (first.kind !== 'values') return first;
    const [head, ...others] = first.rows;
    const wide = head?.items.map((one, index) => widenedOne(item(one), index).expression);
    return head === undefined || wide === undefined ? first : { ...first, rows: [{ ...head, items: wide }, ...others] };
  });
  return { ...made, statement: { ...made.statement, body } };
}

/**
 * A recursive table that names itself in several of its parts, as SQLite and MySQL have it. PostgreSQL takes one such part,
 * which may have a table of its own with the rows so far.
 */
export function inOneStep(source: CommonTable, made: CommonTable, t: Translator): CommonTable {
  const { statement } = made;
  if (t.target !== 'POSTGRESQL' || t.source === 'POSTGRESQL' || statement.kind !== 'query') return made;
  const key = t.scope.key(source.name);
  const names = (node: Node): node is TableName =>
    node.kind === 'table-name' && node.name.parts.length === 1 && t.scope.key(node.name.parts[0] as Name) === key;
  const parts = partsOf(statement.body);
  const first = parts.findIndex((part) => contains(part.body, names));
  const steps = parts.slice(first);
  const isSame = parts.every(({ all }, at) => at === 0 || all === parts[1]?.all);
  if (first < 1 || steps.length < 2 || !isSame) return made;
  const rows = name(t.freshName('rows'), made.span);
  const renamed = (body: QueryBody): QueryBody =>
    rewrite(body, (node) =>
      names(node) ? { ...node, name: qualified(rows.value, node.span), alias: node.alias ?? made.name } : node,
    );
  const shared = allColumnsOf(
    [{ kind: 'table-name', name: qualified(made.name.value, made.span), span: made.span }],
    made.span,
  );
  const table: CommonTable = { kind: 'common-table', name: rows, columns: [], statement: shared, span: made.span };
  const all = parts[1]?.all === true;
  const step: Query = {
    kind: 'query',
    with: { kind: 'with', recursive: false, tables: [table], span: made.span },
    body: chained(
      steps.map(({ body }) => renamed(body)),
      all,
    ),
    span: made.span,
  };
  const bases = parts.slice(0, first).map(({ body }) => body);
  return { ...made, statement: { ...statement, body: chained([...bases, step], all) } };
}

interface Part {
  readonly body: QueryBody;
  /** Whether it keeps rows that are there already. */
  readonly all: boolean;
}

const partsOf = (body: QueryBody): readonly Part[] =>
  body.kind === 'set-operation' && body.operator === 'union'
    ? [...partsOf(body.left), { body: body.right, all: body.all }]
    : [{ body, all: true }];

const chained = (bodies: readonly QueryBody[], all: boolean): QueryBody =>
  bodies.reduce((left, right) => ({ kind: 'set-operation', operator: 'union', all, left, right, span: left.span }));

/** A column that keeps its name, which a cast would take from it. */
function widenedItem(
  item: SelectItem,
  { name: called, type }: Partial<RelationColumn> = {},
  t: Translator,
): SelectItem {
  const expression = widened(item.expression, type?.type, t);
  if (expression === item.expression) return item;
  const alias = item.alias ?? (called === undefined ? undefined : name(called, item.span));
  return { ...item, expression, ...(alias !== undefined && { alias }) };
}

function widened(node: Expression, type: SqlTypeName | undefined, t: Translator): Expression {
  const word = type === undefined ? undefined : WIDER[t.target]?.[type];
  if (t.target === 'MYSQL' && type === 'BIGINT' && isWrittenNumber(node))
    return t.form('COALESCE($1, 9223372036854775807)', [node], node);
  if (word === undefined || (node.kind === 'cast' && !isOfOwnWidth(node)) || node.kind === 'star') return node;
  if (word === 'signed') return t.form(OF_EIGHT_BYTES, [node], node);
  const width = (MYSQL_WIDTHS[word] ?? []).map(
    (digits) => ({ kind: 'number', text: digits, span: node.span }) as const,
  );
  return cast(node.kind === 'cast' ? node.operand : node, dataType(word, node.span, width));
}

/** CAST(name AS CHAR) is as wide as the name to MySQL. */
const isOfOwnWidth = ({ type }: CastExpression): boolean => type.name === 'char' && type.arguments.length === 0;

/** A number that is written out is no wider than its digits to MariaDB, whatever it is cast to. */
const isWrittenNumber = (node: Expression): boolean =>
  node.kind === 'number' || (node.kind === 'cast' && isWrittenNumber(node.operand));

/** Which columns a later part joins texts for, whatever the first has there. */
function joinedColumns(body: QueryBody, t: Translator): (index: number) => boolean {
  const [, ...later] = partsOf(body);
  return (index) =>
    later.some((part) => {
      const value = part.body.kind === 'select' ? part.body.columns[index]?.expression : undefined;
      return value !== undefined && (value.kind === 'binary' || value.kind === 'call') && t.familyOf(value) === 'text';
    });
}

/** The columns that both parts come to. */
const recursiveColumns = (body: QueryBody, t: Translator): readonly RelationColumn[] =>
  t.scope.columnsOf({ kind: 'query', body, span: body.span }) ?? [];
