import type { Statement } from '../../sql/index.js';
import type { ScriptViews } from './script-views.js';
import type { Definitions } from '../tables/definitions.js';

/**
 * Whether a statement drops, where they are there, views by the names of tables, or tables by the names of views: MySQL
 * looks by, and the others fail.
 */
export const isOfOtherKind = (
  { object, names, ifExists }: Extract<Statement, { kind: 'drop' }>,
  views: ScriptViews,
  definitions: Definitions,
): boolean =>
  ifExists === true &&
  names.every((name) => {
    const isView = views.has(name);
    const isTable = !isView && definitions.of(name) !== undefined;
    return (object === 'VIEW' && isTable) || (object === 'TABLE' && isView);
  });
