import type { Dialect, Statement } from '../../sql/index.js';
import type { ScriptViews } from './cascading-drops.js';

type Drop = Extract<Statement, { kind: 'drop' }>;

/**
 * What drops a view of the script that is made anew: PostgreSQL puts none in the place of one with other columns or types.
 * https://www.postgresql.org/docs/current/sql-createview.html
 *
 * @returns undefined where it may stay, or others read it
 */
export function dropOfReplaced(tree: Statement, views: ScriptViews, to: Dialect): Drop | undefined {
  if (tree.kind !== 'create-view' || tree.orReplace !== true || to.name !== 'POSTGRESQL') return undefined;
  if (!views.has(tree.name) || views.directlyReading(tree.name).length > 0) return undefined;
  return { kind: 'drop', object: 'VIEW', names: [tree.name], span: tree.span };
}
