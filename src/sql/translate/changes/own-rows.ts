import { mapChildren, type Delete, type Limit, type Node, type TableName, type Update } from '../../ast/index.js';
import { allColumnsOf, derivedTable, number } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import type { ChangedTable } from './changed-table.js';

/**
 * MySQL lets no query within a change read the table that is changed: a copy of its rows is read instead, and a bound that
 * is none keeps the copy from being merged away (https://dev.mysql.com/doc/refman/8.4/en/derived-table-optimization.html).
 */
export function withoutOwnRows<Change extends Update | Delete>(
  made: Change,
  table: ChangedTable,
  t: Translator,
): Change {
  if (!t.to.features.duplicateKeys) return made;
  const own = pathOf(table.translated);
  const copied = (node: Node): Node =>
    node.kind === 'table-name' && pathOf(node.name) === own ? copyOf(node, t) : mapChildren(node, copied);
  const inQueries = (node: Node): Node => (node.kind === 'query' ? copied(node) : mapChildren(node, inQueries));
  return inQueries(made) as Change;
}

const pathOf = ({ parts }: TableName['name']): string => parts.map(({ value }) => value.toLowerCase()).join('.');

function copyOf(node: TableName, t: Translator): Node {
  const { alias, span } = node;
  const { alias: _, ...bare } = node;
  const limit: Limit = { kind: 'limit', count: number(t.to.features.boundlessLimit, span), span };
  const all = allColumnsOf([bare], span, { limit });
  const called = alias ?? node.name.parts[node.name.parts.length - 1];
  return called === undefined ? node : derivedTable(all, called, span);
}
