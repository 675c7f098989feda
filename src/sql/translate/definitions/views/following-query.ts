import { foldName, isSameName, ownKey } from '../../../analysis/folded-names.js';
import {
  contains,
  rewrite,
  type AlterAction,
  type AlterTable,
  type ColumnReference,
  type Name,
  type Node,
  type Query,
  type RenameColumn,
} from '../../../ast/index.js';
import type { Dialect } from '../../../dialects/index.js';

type TableName = Extract<Node, { kind: 'table-name' }>;
type DerivedTable = Extract<Node, { kind: 'derived-table' }>;

export const isRenameOfColumn = (action: AlterAction): action is RenameColumn =>
  action.kind === 'rename-column' && action.object === 'COLUMN';

/**
 * A view's query as it reads a table that is called otherwise, or columns of it, by its new names: what it calls its own columns
 * stays.
 *
 * @param columns those that the table had before; empty where its columns keep their names, or a star stands for them
 */
export function followingQuery(
  query: Query,
  { name, actions }: AlterTable,
  columns: readonly Name[],
  dialect: Dialect,
): Query {
  const key = ownKey(name, dialect);
  // of others it would hang on what it does not read
  const read = hasStar(query) ? columns : columns.filter((column) => readsColumn(query, column, dialect));
  return rewrite<Query>(query, (node: Node) => {
    if (node.kind === 'column') return withoutSchema(node, key, dialect);
    const isIt = node.kind === 'table-name' && ownKey(node.name, dialect) === key;
    return isIt ? actions.reduce(followed(read, dialect), node) : node;
  });
}

/** A column that is called by its table, as it is in what stands in the table's place. */
function withoutSchema(column: ColumnReference, table: string, dialect: Dialect): ColumnReference {
  const [qualifier, ...others] = column.parts.slice(-2);
  if (column.parts.length < 3 || qualifier === undefined || others.length === 0) return column;
  return foldName(qualifier, dialect).toLowerCase() === table ? { ...column, parts: [qualifier, ...others] } : column;
}

/** A table as a view reads it behind an action: by its other name, or with its columns by the names that they had. */
const followed =
  (columns: readonly Name[], dialect: Dialect) =>
  (table: TableName | DerivedTable, action: AlterAction): TableName | DerivedTable => {
    if (table.kind !== 'table-name') return table;
    const { span } = table;
    const alias = table.alias ?? table.name.parts.at(-1);
    if (action.kind === 'rename-to') return { ...table, name: action.name, ...(alias && { alias }) };
    if (!isRenameOfColumn(action) || columns.length === 0) return table;
    const items = columns.map((name) => {
      const isIt = isSameName(name, action.from, dialect);
      const expression = { kind: 'column', parts: [isIt ? action.to : name], span } as const;
      return { kind: 'select-item', expression, ...(isIt && { alias: name }), span } as const;
    });
    const { alias: _, ...plain } = table;
    const body = { kind: 'select', columns: items, from: [plain], span } as const;
    return {
      kind: 'derived-table',
      lateral: false,
      query: { kind: 'query', body, span },
      ...(alias && { alias }),
      span,
    };
  };

/** Whether a view takes the name of a column from its table: it says no other, or a star stands for it. */
export function takesNameOf(query: Query, column: Name, dialect: Dialect): boolean {
  const { body } = query;
  if (body.kind !== 'select') return false;
  return body.columns.some(({ expression, alias }) => {
    if (expression.kind === 'star') return true;
    const last = expression.kind === 'column' ? expression.parts.at(-1) : undefined;
    return (
      last !== undefined &&
      (alias === undefined || isSameName(alias, column, dialect)) &&
      isSameName(last, column, dialect)
    );
  });
}

/** A view's query that calls its own column by the other name of its table's. */
export function withOtherOutput(query: Query, { from, to }: RenameColumn, dialect: Dialect): Query {
  const { body } = query;
  if (body.kind !== 'select') return query;
  const columns = body.columns.map((item) => {
    const last = item.expression.kind === 'column' ? item.expression.parts.at(-1) : undefined;
    const isIt = last !== undefined && isSameName(item.alias ?? last, from, dialect) && isSameName(last, from, dialect);
    return isIt ? { ...item, alias: to } : item;
  });
  return { ...query, body: { ...body, columns } };
}

/** Whether a query reads a column of the name, by the name; tables that are joined by all that they share read any. */
const readsColumn = (query: Query, column: Name, dialect: Dialect): boolean =>
  contains(query, (node) => {
    if (node.kind === 'join') return node.natural || (node.using ?? []).some((one) => isSameName(one, column, dialect));
    const last = node.kind === 'column' ? node.parts.at(-1) : undefined;
    return last !== undefined && isSameName(last, column, dialect);
  });

/** The same where a star may stand for it, too. */
export const mayReadColumn = (query: Query, column: Name, dialect: Dialect): boolean =>
  hasStar(query) || readsColumn(query, column, dialect);

/** Whether a star stands in a query for columns. */
export const hasStar = (query: Query): boolean => contains(query, ({ kind }) => kind === 'star');
