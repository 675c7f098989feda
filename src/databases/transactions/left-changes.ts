import { DragomanError } from '../../errors/index.js';

/** What to say where a rollback could not undo all. */
export const LEFT_CHANGES =
  'Changes of tables that undo nothing (MyISAM, Aria) have stayed: look what is there, and use InnoDB for what is to be undone.';

/** For who asked for a rollback that could not undo all. */
export function leftChanges(): DragomanError {
  return new DragomanError(
    'TRANSACTION_FAILED',
    'The transaction was rolled back, but the database could not undo all of it.',
    { hint: LEFT_CHANGES },
  );
}
