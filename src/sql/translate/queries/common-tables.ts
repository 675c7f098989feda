import {
  contains,
  type CommonTable,
  type Expression,
  type Name,
  type QueryBody,
  type SelectItem,
} from '../../ast/index.js';
import type { RelationColumn } from '../../typing/sources.js';
import type { SqlTypeName } from '../../typing/index.js';
import { plainType } from '../../typing/sql-type.js';
import { cast, dataType, item, name } from '../made-nodes.js';
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
  // what one column has in the next row is another's of this one
  const isWide = t.source === 'SQLITE' || found.some(({ type }) => type?.type === 'BIGINT');
  const widenedOne = (one: SelectItem, index: number): SelectItem => {
    const column = found[index];
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
  if (word === undefined || node.kind === 'cast' || node.kind === 'star') return node;
  if (word === 'signed') return t.form(OF_EIGHT_BYTES, [node], node);
  const width = (MYSQL_WIDTHS[word] ?? []).map(
    (digits) => ({ kind: 'number', text: digits, span: node.span }) as const,
  );
  return cast(node, dataType(word, node.span, width));
}

/** A number that is written out is no wider than its digits to MariaDB, whatever it is cast to. */
const isWrittenNumber = (node: Expression): boolean =>
  node.kind === 'number' || (node.kind === 'cast' && isWrittenNumber(node.operand));

/** The columns that both parts come to. */
const recursiveColumns = (body: QueryBody, t: Translator): readonly RelationColumn[] =>
  t.scope.columnsOf({ kind: 'query', body, span: body.span }) ?? [];
