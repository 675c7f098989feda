import { walk, type CommonTable, type Expression, type QueryBody, type Select } from '../../ast/index.js';
import type { SqlTypeName } from '../../typing/index.js';
import { cast, dataType } from '../made-nodes.js';
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
  const types = recursiveTypes(statement.body, t);
  // what one column has in the next row is another's of this one
  const isWide = types.includes('BIGINT');
  const body = withFirst(made.statement.body, (select) => ({
    ...select,
    columns: select.columns.map((item, index) => {
      const type = types[index] === 'INTEGER' && isWide && item.expression.kind === 'number' ? 'BIGINT' : types[index];
      return { ...item, expression: widened(item.expression, type, t) };
    }),
  }));
  return { ...made, statement: { ...made.statement, body } };
}

function widened(node: Expression, type: SqlTypeName | undefined, t: Translator): Expression {
  const name = type === undefined ? undefined : WIDER[t.target]?.[type];
  if (name === undefined || node.kind === 'cast' || node.kind === 'star') return node;
  const width = name === 'char' ? [{ kind: 'number', text: MYSQL_WIDTH, span: node.span } as const] : [];
  return cast(node, dataType(name, node.span, width));
}

/** The types that the columns of both parts come to. */
function recursiveTypes(body: QueryBody, t: Translator): (SqlTypeName | undefined)[] {
  const columns = t.scope.columnsOf({ kind: 'query', body, span: body.span });
  return columns?.map(({ type }) => type?.type) ?? [];
}

/** Changes the first SELECT of a chain. */
function withFirst(body: QueryBody, change: (select: Select) => Select): QueryBody {
  if (body.kind === 'select') return change(body);
  if (body.kind === 'set-operation') return { ...body, left: withFirst(body.left, change) };
  return body.kind === 'query' ? { ...body, body: withFirst(body.body, change) } : body;
}
