import type { DialectName, Statement } from '../sql/index.js';
import type { Definitions } from './definitions.js';

type Drop = Extract<Statement, { kind: 'drop' }>;

/** Whether an index is dropped from its table, which has to be named: https://dev.mysql.com/doc/refman/8.4/en/drop-index.html */
const NAMES_TABLE: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: true, SQLITE: false };

/**
 * DROP INDEX where the target wants to know the table: one statement for each index that the script made.
 *
 * @returns undefined for any other statement, and for an index that the script does not know and that has to be there
 */
export function withOwners(tree: Statement, definitions: Definitions): readonly Drop[] | undefined {
  if (tree.kind !== 'drop' || tree.object !== 'INDEX' || !NAMES_TABLE[definitions.to.name]) return undefined;
  const { ifExists, ...drop } = tree;
  const found = tree.names.map((name) => ({ name, on: definitions.ownerOf(name) }));
  if (ifExists !== true && found.some(({ on }) => on === undefined)) return undefined;
  return found.flatMap(({ name, on }) => (on === undefined ? [] : [{ ...drop, names: [name], on }]));
}
