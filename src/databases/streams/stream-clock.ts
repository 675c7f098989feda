import { DragomanError } from '../../errors/index.js';
import { LONGEST_DELAY_MS } from '../before-moment.js';
import type { StreamRequest } from './row-stream.js';

/**
 * The deadlines of a stream: one for the whole of it, where it has one; else one from each
 * batch to the next, whichever side takes the time.
 */
export class StreamClock {
  private readonly total: NodeJS.Timeout | undefined;
  private batch: NodeJS.Timeout | undefined;

  constructor(
    private readonly request: StreamRequest,
    private readonly onLate: (error: DragomanError) => void,
  ) {
    const { deadlineMs } = request;
    if (deadlineMs !== Infinity) this.total = after(deadlineMs - Date.now(), () => onLate(late()));
    this.waitsForDatabase();
  }

  waitsForDatabase(): void {
    this.restart('The database did not give the next batch of rows');
  }

  waitsForTaker(): void {
    this.restart('The client did not take the next batch of rows');
  }

  stop(): void {
    clearTimeout(this.total);
    clearTimeout(this.batch);
  }

  private restart(what: string): void {
    const { batchMs } = this.request;
    clearTimeout(this.batch);
    if (batchMs === Infinity) return;
    const tell = (): void =>
      this.onLate(
        new DragomanError('QUERY_TIMEOUT', `${what} within ${batchMs} ms; the stream was ended.`, {
          hint: 'Give the whole stream a time of its own with `options.timeoutMs`.',
        }),
      );
    this.batch = after(batchMs, tell);
  }
}

function after(delayMs: number, action: () => void): NodeJS.Timeout {
  return setTimeout(action, Math.min(LONGEST_DELAY_MS, Math.max(0, delayMs)));
}

function late(): DragomanError {
  return new DragomanError('QUERY_TIMEOUT', 'The stream did not end before its deadline and was ended.', {
    hint: 'Give it more time with `options.timeoutMs`; left out, each batch has the database’s `timeout`.',
  });
}
