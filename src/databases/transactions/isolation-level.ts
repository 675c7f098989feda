import { DragomanError } from '../../errors/index.js';

/** How far a transaction is kept from seeing what others do, the least first. */
export const ISOLATION_LEVELS = ['READ_UNCOMMITTED', 'READ_COMMITTED', 'REPEATABLE_READ', 'SERIALIZABLE'] as const;

/** One of the levels of the SQL standard. */
export type IsolationLevel = (typeof ISOLATION_LEVELS)[number];

/** A level as SQL spells it: READ COMMITTED. */
export const spelledLevel = (level: IsolationLevel): string => level.replace('_', ' ');

/** @throws DragomanError ISOLATION_UNSUPPORTED where the engine lacks the level that is wanted */
export function assertLevel(
  wanted: IsolationLevel | undefined,
  { engine, levels }: { readonly engine: string; readonly levels: readonly IsolationLevel[] },
): void {
  if (wanted === undefined || levels.includes(wanted)) return;
  throw new DragomanError('ISOLATION_UNSUPPORTED', `${engine} has no isolation level ${wanted}.`, {
    hint: `It has ${levels.join(', ')}; left out, the database's own is used.`,
  });
}
