import { contains, ownKey, type Node, type QualifiedName, type Statement } from '../../sql/index.js';
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
    for (const name of referringTo(one.name, definitions)) {
      const key = ownKey(name, definitions.from);
      if (!keys.has(key)) tables.push({ ...one, name });
      keys.add(key);
    }
  }
  return { ...truncate, tables };
}

function referringTo(name: QualifiedName, definitions: Definitions): QualifiedName[] {
  const key = ownKey(name, definitions.from);
  const refers = (node: Node): boolean =>
    node.kind === 'foreign-reference' && ownKey(node.table, definitions.from) === key;
  return definitions.all().flatMap(({ table }) => (contains(table, refers) ? [table.name] : []));
}
