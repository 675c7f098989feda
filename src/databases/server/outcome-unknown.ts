import { DragomanError } from '../../errors/index.js';

/** The connection ended while a change was under way: it may have been made, and running it again might make it twice. */
export function outcomeUnknown(cause: unknown): DragomanError {
  return new DragomanError(
    'OUTCOME_UNKNOWN',
    'The connection to the database ended while the change was under way; nobody can tell whether it was made.',
    { hint: 'Look whether it was made before you send it again.', cause },
  );
}
