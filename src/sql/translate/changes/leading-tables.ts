import {
  contains,
  mapChildren,
  type Delete,
  type Node,
  type Query,
  type TableName,
  type Update,
  type WithClause,
} from '../../ast/index.js';
import { allColumnsOf, derivedTable } from '../made-nodes.js';
import type { Translator } from '../translator.js';

/**
 * A change with the common tables before it. MariaDB knows none before UPDATE and DELETE: there each query that names one
 * has them itself, and a table in FROM becomes a query.
 */
export function withoutLeadingTables<Change extends Update | Delete>(
  tables: WithClause | undefined,
  made: Change,
  t: Translator,
): Change {
  if (tables === undefined) return made;
  const leading = t.node(tables);
  if (!t.to.features.duplicateKeys) return { ...made, with: leading };
  const names = new Set(leading.tables.map(({ name }) => name.value.toLowerCase()));
  const isNamed = (node: Node): boolean =>
    node.kind === 'table-name' &&
    node.name.parts.length === 1 &&
    names.has(node.name.parts[0]?.value.toLowerCase() ?? '');
  const within = (node: Node): Node => {
    if (node.kind === 'query') return contains(node, isNamed) ? withTables(node, leading) : node;
    if (node.kind === 'table-name') return isNamed(node) ? asQuery(node, leading) : node;
    return mapChildren(node, within);
  };
  return within(made) as Change;
}

function withTables(query: Query, leading: WithClause): Query {
  const own = query.with;
  const all: WithClause =
    own === undefined
      ? leading
      : { ...own, recursive: own.recursive || leading.recursive, tables: [...leading.tables, ...own.tables] };
  return { ...query, with: all };
}

function asQuery(node: TableName, leading: WithClause): Node {
  const { alias, span } = node;
  const { alias: _, ...bare } = node;
  const query = allColumnsOf([bare], span, { with: leading });
  const called = alias ?? node.name.parts[0];
  return called === undefined ? node : derivedTable(query, called, span);
}
