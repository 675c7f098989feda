import type { Statement } from '../../sql/index.js';
import type { Definitions } from '../tables/definitions.js';
import type { ScriptViews } from './script-views.js';

type Drop = Extract<Statement, { kind: 'drop' }>;

/**
 * A view of the script that is made anew, and those that read it, which are dropped before and made again behind it:
 * PostgreSQL puts none in the place of one with other columns or types.
 * https://www.postgresql.org/docs/current/sql-createview.html
 *
 * @returns undefined for any other statement
 */
export function aroundReplaced(
  tree: Statement,
  views: ScriptViews,
  { from, to }: Definitions,
): Statement[] | undefined {
  if (tree.kind !== 'create-view' || to.name !== 'POSTGRESQL' || from.name === to.name) return undefined;
  if ((tree.orReplace !== true && tree.alter !== true) || !views.has(tree.name)) return undefined;
  const readers = views.reading(tree.name);
  const { orReplace: _, alter: __, ...made } = tree;
  const dropped = [...readers.map(({ name }) => name), tree.name].map((name): Drop => ({
    kind: 'drop',
    object: 'VIEW',
    names: [name],
    span: tree.span,
  }));
  return [...dropped, made, ...[...readers].reverse()];
}
