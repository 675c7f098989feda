import {
  walk,
  type CommonTable,
  type Expression,
  type QueryBody,
  type Select,
  type SelectItem,
} from '../../ast/index.js';
import type { RelationColumn } from '../../typing/sources.js';
import type { SqlTypeName } from '../../typing/index.js';
import { plainType } from '../../typing/sql-type.js';
import { cast, dataType, name } from '../made-nodes.js';
import type { Translator } from '../translator.js';

/** Whether a common table names itself. */
export function isSelfNaming(table: CommonTable, t: Translator): boolean {
  const key = t.scope.key(table.name);
  let found = false;
  walk(table.statement, (node) => {
    found ||=
      node.kind === 'table-name' && node.name.parts.length === 1 && t.scope.key(node.name.parts[0] as never) === key;
    return !found;
  });
  return found;
}

/** What a target needs of the first part of a recursive table, whose types are those of the whole. */
const WIDER: Readonly<Record<string, Partial<Record<SqlTypeName, string>>>> = {
  POSTGRESQL: { TEXT: 'text', BIGINT: 'bigint', DECIMAL: 'numeric', FLOAT: 'double precision' },
  // texts are cut to the width of the first part's
  MYSQL: { TEXT: 'char' },
  SQLITE: {},
};

const MYSQL_WIDTH = '4000';

/** A recursive table whose first part has types that hold what the others give. */
export function recursiveTable(source: CommonTable, made: CommonTable, t: Translator): CommonTable {
  const { statement } = source;
  if (made.statement.kind !== 'query' || statement.kind !== 'query') return made;
  const found = recursiveColumns(statement.body, t);
  // what one column has in the next row is another's of this one
  const isWide = found.some(({ type }) => type?.type === 'BIGINT');
  const body = withFirst(made.statement.body, (select) => ({
    ...select,
    columns: select.columns.map((item, index) => {
      const column = found[index];
      const grows = isWide && column?.type?.type === 'INTEGER' && item.expression.kind === 'number';
      return widenedItem(item, grows ? { ...column, type: plainType('BIGINT') } : column, t);
    }),
  }));
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
  if (word === undefined || node.kind === 'cast' || node.kind === 'star') return node;
  const width = word === 'char' ? [{ kind: 'number', text: MYSQL_WIDTH, span: node.span } as const] : [];
  return cast(node, dataType(word, node.span, width));
}

/** The columns that both parts come to. */
const recursiveColumns = (body: QueryBody, t: Translator): readonly RelationColumn[] =>
  t.scope.columnsOf({ kind: 'query', body, span: body.span }) ?? [];

/** Changes the first SELECT of a chain. */
function withFirst(body: QueryBody, change: (select: Select) => Select): QueryBody {
  if (body.kind === 'select') return change(body);
  if (body.kind === 'set-operation') return { ...body, left: withFirst(body.left, change) };
  return body.kind === 'query' ? { ...body, body: withFirst(body.body, change) } : body;
}
