import type { FunctionCall, OrderItem } from '../../../ast/index.js';
import { column, name } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { primaryKeyOf } from '../../queries/primary-keys.js';

/**
 * The order in which an aggregate meets the rows, where nothing says one: SQLite and MySQL read tables by their keys, and
 * SQLite gathers as it reads. The others sort rows into groups, which leaves those of a group in any order.
 */
export function orderOfRows(node: FunctionCall, t: Translator): readonly OrderItem[] | undefined {
  if (t.target === 'SQLITE' || node.distinct === true || node.over !== undefined || node.orderBy !== undefined)
    return undefined;
  const { from } = t.scope;
  const keys = from.sources.map(({ path, columns = [] }) => {
    const alias = path[path.length - 1];
    const table = columns.find((one) => one.table !== undefined)?.table;
    if (alias === undefined || table === undefined) return [];
    const primary = primaryKeyOf(table, t);
    const known = columns.map((one) => one.name);
    return primary.every((key) => known.includes(key)) ? primary.map((key) => [alias, key] as const) : [];
  });
  // rows that nothing tells apart are better left as they come
  if (keys.length === 0 || keys.some((one) => one.length === 0)) return undefined;
  const { span } = node;
  return keys.flat().map(([alias, key]) => ({
    kind: 'order-item',
    expression: column([name(alias, span), name(key, span, key !== key.toLowerCase())], span),
    span,
  }));
}
