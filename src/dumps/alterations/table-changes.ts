import type { AlterTable, Statement } from '../../sql/index.js';

/** Whether what foreign keys refer to that are held back goes by another name then. */
export const renames = (tree: Statement): boolean =>
  tree.kind === 'alter-table' &&
  tree.actions.some(
    (action) =>
      action.kind === 'rename-to' ||
      action.kind === 'rename-column' ||
      (action.kind === 'change-column' && action.oldName !== undefined),
  );

/** RENAME TABLE, as a change of each table. */
export const renamings = ({ renames: pairs }: Extract<Statement, { kind: 'rename-tables' }>): AlterTable[] =>
  pairs.map(({ from, to, span }) => ({
    kind: 'alter-table',
    object: 'TABLE',
    name: from,
    actions: [{ kind: 'rename-to', name: to, span }],
    span,
  }));

/** Whether a change leaves a table with less than it had. */
export const takesAway = (action: AlterTable['actions'][number]): boolean =>
  action.kind === 'drop-constraint' || (action.kind === 'alter-column' && action.change === 'drop-default');

/** Whether a change of a table does nothing but take parts in, or let them go. */
export const attaches = (tree: Statement): boolean =>
  tree.kind === 'alter-table' && tree.actions.every(({ kind }) => kind === 'alter-other');
