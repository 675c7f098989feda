import { DragomanError } from '../../errors/index.js';
import { LONGEST_DELAY_MS } from '../before-moment.js';
import type { StatementBounds } from '../database-adapter.js';
import type { SqliteConnection } from './sqlite-connection.js';

const REPEAT_MS = 20;
/** How long an interrupted statement has to end. The engine looks for interrupts between its steps, and one step may be long. */
const OVERDUE_MS = 120;
/**
 * Interrupts a connection once the statement's deadline passes or its caller is gone, and
 * again until `stop`: an interrupt has no effect on a statement that waits for a thread.
 */
export class StatementWatch {
  /** Why the statement was interrupted; undefined while it was not. */
  reason: DragomanError | undefined;
  /** Whether the statement went on in spite of the interrupt; its connection is free only when it ends. */
  isOverdue = false;
  /** Rejects with the reason once the statement is overdue; resolves never. */
  readonly overdue: Promise<never>;
  private readonly deadline: NodeJS.Timeout;
  private overdueTimer: NodeJS.Timeout | undefined;
  private rejectOverdue: (reason: DragomanError) => void = () => undefined;
  private repeat: NodeJS.Timeout | undefined;
  private readonly startedMs = Date.now();

  constructor(
    private readonly connection: SqliteConnection,
    private readonly bounds: Pick<StatementBounds, 'deadlineMs' | 'signal'>,
  ) {
    this.overdue = new Promise((_, reject) => (this.rejectOverdue = reject));
    this.overdue.catch(() => undefined);
    const left = Math.min(LONGEST_DELAY_MS, Math.max(0, bounds.deadlineMs - this.startedMs));
    this.deadline = setTimeout(() => this.cancel(this.timedOut()), left);
    bounds.signal.addEventListener('abort', this.onAbort);
    if (bounds.signal.aborted) this.onAbort();
  }

  /** Throws the reason where there is one: between two statements that belong together. */
  check(): void {
    if (this.reason !== undefined) throw this.reason;
  }

  stop(): void {
    clearTimeout(this.deadline);
    clearTimeout(this.overdueTimer);
    clearInterval(this.repeat);
    this.bounds.signal.removeEventListener('abort', this.onAbort);
  }

  private readonly onAbort = (): void => {
    this.cancel(
      new DragomanError('QUERY_CANCELLED', 'The statement was cancelled: nobody waits for its answer any more.'),
    );
  };

  /** Interrupts the statement, for the first reason that is given. */
  cancel(reason: DragomanError): void {
    if (this.reason !== undefined) return;
    this.reason = reason;
    this.connection.interrupt();
    this.repeat = setInterval(() => this.connection.interrupt(), REPEAT_MS);
    this.overdueTimer = setTimeout(() => {
      this.isOverdue = true;
      this.rejectOverdue(reason);
    }, OVERDUE_MS);
  }

  private timedOut(): DragomanError {
    return new DragomanError(
      'QUERY_TIMEOUT',
      'The statement did not end before its deadline and was interrupted; nothing was changed.',
      {
        hint: 'Give it more time with `timeoutMs`, or make it cheaper.',
      },
    );
  }
}
