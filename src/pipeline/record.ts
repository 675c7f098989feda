import type { RegisteredDatabase } from '../databases/index.js';

/** The last step: runs what the adapter is asked for, and tells the database's statistics how it ended. */
export async function recorded<T>(
  { statistics }: RegisteredDatabase,
  work: () => Promise<T>,
  rowsOf: (outcome: T) => number,
): Promise<T> {
  const started = performance.now();
  try {
    const outcome = await work();
    statistics.record({ durationMs: performance.now() - started, rows: rowsOf(outcome), failed: false });
    return outcome;
  } catch (error) {
    statistics.record({ durationMs: performance.now() - started, rows: 0, failed: true });
    throw error;
  }
}
