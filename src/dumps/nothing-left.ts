import { DragomanError } from '../errors/index.js';
import { NOTHING_TO_DO, type Statement, type TranslatedStatement } from '../sql/index.js';

/** @throws DragomanError UNTRANSLATABLE for an index of which nothing is left, which a dump tells by its name */
export function refuseNoIndex(tree: Statement, { sql }: Pick<TranslatedStatement, 'sql'>): void {
  if (tree.kind !== 'create-index' || sql !== NOTHING_TO_DO) return;
  throw new DragomanError('UNTRANSLATABLE', 'The target has no index of this kind.', {
    hint: 'Search by what the target has for it.',
  });
}

/** Whether a statement does something. */
export const isSomething = (sql: string): boolean => sql !== NOTHING_TO_DO;
