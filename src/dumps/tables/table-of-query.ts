import { describedTable, tableOfQuery, type Catalogue, type Statement } from '../../sql/index.js';
import type { Definitions } from './definitions.js';

/**
 * CREATE TABLE … AS as a table with columns of their own and the rows that go into it, where the columns of the query are
 * known: what comes behind may change them, and each engine has types of its own for what a query computes.
 * https://www.postgresql.org/docs/current/sql-createtableas.html
 */
export function withColumnsOfQuery(tree: Statement, definitions: Definitions): readonly Statement[] {
  const { from, to } = definitions;
  if (tree.kind !== 'create-table' || tree.query === undefined || from.name === to.name) return [tree];
  const isPlain = (tree.elements ?? []).length === 0 && tree.ifNotExists !== true && tree.persistence !== 'TEMPORARY';
  if (!isPlain || (to.name === 'POSTGRESQL' && from.name !== 'MYSQL')) return [tree];
  const catalogue: Catalogue = {
    table: (path) => {
      const known = definitions.at(path);
      return (
        known &&
        describedTable(
          known.table,
          known.indexes.map(({ tree: index }) => index),
          from,
        )
      );
    },
  };
  const made = tableOfQuery(tree, from, catalogue);
  if (made === undefined) return [tree];
  return tree.withData === false ? [made.table] : [made.table, made.rows];
}
