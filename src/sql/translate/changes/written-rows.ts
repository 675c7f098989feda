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
    if (body.operator !== 'union') return undefined;
    const [left, right] = [rowsOf(body.left), rowsOf(body.right)];
    const rows = left && right && [...left, ...right];
    return rows === undefined || body.all ? rows : withoutTwins(rows);
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

/** Rows of literals, each once; undefined where it takes an engine to say which are the same. */
function withoutTwins(rows: readonly RowValues[]): readonly RowValues[] | undefined {
  const exact = new Map<string, RowValues>();
  const loose = new Set<string>();
  for (const row of rows) {
    const values = row.items.map(literalText);
    if (values.includes(undefined)) return undefined;
    const key = JSON.stringify(values);
    if (exact.has(key)) continue;
    exact.set(key, row);
    // 1 and 1.0, and texts that differ in case
    loose.add(
      JSON.stringify(values.map((value) => (Number.isNaN(Number(value)) ? value?.toLowerCase() : Number(value)))),
    );
  }
  return loose.size === exact.size ? [...exact.values()] : undefined;
}

function literalText(item: Expression): string | undefined {
  if (item.kind === 'null') return 'null';
  if (item.kind === 'string') return `'${item.value}`;
  return item.kind === 'number' ? item.text : undefined;
}

/** `WHERE true`, which SQLite's upserts have behind a query. */
const isAlways = (where: Expression | undefined): boolean =>
  where === undefined ||
  (where.kind === 'boolean' && where.value) ||
  (where.kind === 'number' && /^0*1$/.test(where.text));
