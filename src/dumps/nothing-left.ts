import { DragomanError } from '../errors/index.js';
import { NOTHING_TO_DO, type Statement, type TranslatedStatement } from '../sql/index.js';

/** @throws DragomanError UNTRANSLATABLE for what would leave nothing of an index, or of all that was loaded so far */
export function refuseNothingLeft(tree: Statement, { sql }: Pick<TranslatedStatement, 'sql'>): void {
  refuseRollback(tree);
  if (tree.kind !== 'create-index' || sql !== NOTHING_TO_DO) return;
  throw new DragomanError('UNTRANSLATABLE', 'The target has no index of this kind.', {
    hint: 'Search by what the target has for it.',
  });
}

/** @throws DragomanError UNTRANSLATABLE for what takes all back that was loaded so far */
function refuseRollback(tree: Statement): void {
  if (tree.kind !== 'transaction' || tree.action !== 'rollback') return;
  throw new DragomanError('UNTRANSLATABLE', 'All is loaded in one transaction, which this would take back.', {
    hint: 'Leave it out, with the statements that it takes back.',
  });
}

/** Whether a statement does something. */
export const isSomething = (sql: string): boolean => sql !== NOTHING_TO_DO;
