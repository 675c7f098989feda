import { contains, type Expression, type QueryBody, type RowValues, type Values } from '../../ast/index.js';

/**
 * Queries that write out a row each, as a list of rows: PostgreSQL reads a text in a list as its column's type, and one in
 * UNION as a text. Undefined of any other query.
 */
export function writtenRows(body: QueryBody): Values | undefined {
  const rows = body.kind === 'set-operation' ? rowsOf(body) : undefined;
  return rows && { kind: 'values', rows, span: body.span };
}

function rowsOf(body: QueryBody): readonly RowValues[] | undefined {
  if (body.kind === 'set-operation') {
    if (body.operator !== 'union' || !body.all) return undefined;
    const [left, right] = [rowsOf(body.left), rowsOf(body.right)];
    return left && right && [...left, ...right];
  }
  if (body.kind !== 'select') return undefined;
  const { columns, from, where, groupBy, having, span } = body;
  if (from !== undefined || groupBy !== undefined || having !== undefined || !isAlways(where)) return undefined;
  const items = columns.map(({ expression }) => expression);
  if (items.some(({ kind }) => kind === 'star')) return undefined;
  const isOverRows = items.some((item) =>
    contains(item, (node) => node.kind === 'call' && (node.over !== undefined || node.arguments.length === 0)),
  );
  return isOverRows ? undefined : [{ kind: 'row-values', items, span }];
}

/** `WHERE true`, which SQLite's upserts have behind a query. */
const isAlways = (where: Expression | undefined): boolean =>
  where === undefined ||
  (where.kind === 'boolean' && where.value) ||
  (where.kind === 'number' && /^0*1$/.test(where.text));
