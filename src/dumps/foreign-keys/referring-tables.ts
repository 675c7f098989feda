import { ownKey, type Catalogue, type Statement } from '../../sql/index.js';
import type { Definitions } from '../tables/definitions.js';

/**
 * TRUNCATE … CASCADE with the tables that it means, where the target has no word for them: those of the script whose
 * foreign keys lead to what is emptied. https://www.postgresql.org/docs/current/sql-truncate.html
 */
export function withReferring(tree: Statement, definitions: Definitions): Statement {
  if (tree.kind !== 'truncate' || tree.behavior !== 'CASCADE' || definitions.to.name === 'POSTGRESQL') return tree;
  const { behavior: _, ...truncate } = tree;
  const keys = new Set(tree.tables.map(({ name }) => ownKey(name, definitions.from)));
  const tables = [...tree.tables];
  for (const one of tables) {
    for (const name of definitions.referringTo(one.name)) {
      const key = ownKey(name, definitions.from);
      if (!keys.has(key)) tables.push({ ...one, name });
      keys.add(key);
    }
  }
  return { ...truncate, tables };
}

/**
 * The tables that a script makes, with what hangs on the one that a row may be replaced in.
 *
 * @param areLookedAt whether the source looks at foreign keys: else nothing becomes of the rows that refer to the one replaced
 */
export function withReferringRows(
  tree: Statement,
  catalogue: Catalogue,
  definitions: Definitions,
  areLookedAt: boolean,
): Catalogue {
  if (tree.kind !== 'insert' || tree.violation !== 'replace' || !definitions.has(tree.table)) return catalogue;
  // which may watch for rows that are deleted
  if (definitions.triggersOf(tree.table).length > 0) return catalogue;
  const names = areLookedAt ? definitions.referringTo(tree.table) : [];
  const foreignKeys = names.map((name) => ({ table: ownKey(name, definitions.from), name: '' }));
  return { table: (path) => catalogue.table(path), hangingOn: () => ({ views: [], foreignKeys }) };
}
