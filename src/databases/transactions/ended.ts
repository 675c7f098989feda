import { DragomanError } from '../../errors/index.js';

/** For a call in a transaction that its owner has ended. */
export function ended(state: string): DragomanError {
  const how = state === 'COMMITTED' ? 'was committed' : 'was rolled back';
  return new DragomanError('TRANSACTION_NOT_FOUND', `The transaction has ended: it ${how}.`, {
    hint: 'Begin a new one with `beginTransaction`.',
  });
}
