import { DragomanError } from '../../errors/index.js';
import type { StatementBounds } from '../database-adapter.js';

/** How long a cancelled read has to end before its caller is answered without waiting for it. */
const READ_OVERDUE_MS = 120;
/** How long the server has to end what was cancelled before its connection is cut off. */
const CANCEL_PATIENCE_MS = 2000;
/** The longest delay that a timer takes. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/** What a running statement can do about its own session. */
export interface Cancelling {
  /** Tells the server to cancel; resolves once the server has confirmed it. */
  cancel(): Promise<void>;
  /** Cuts the session off. */
  destroy(): void;
}

/**
 * Watches one statement on a server: past its deadline, or when nobody waits for it any
 * more, the server is told to cancel. A session whose server answers neither the
 * statement nor the cancel is cut off.
 */
export class RunningStatement {
  /** Why the statement was cancelled; undefined while it was not, or only its remaining rows were. */
  reason: DragomanError | undefined;
  /** Whether the session was cut off, so that nobody knows what became of the statement. */
  abandoned = false;
  /** Rejects with the reason once a cancelled read is overdue; resolves never. */
  readonly overdue: Promise<never>;
  private rejectOverdue: (reason: DragomanError) => void = () => undefined;
  private confirmed: Promise<void> | undefined;
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly bounds: StatementBounds,
    private readonly session: Cancelling,
  ) {
    this.overdue = new Promise((_, reject) => (this.rejectOverdue = reject));
    this.overdue.catch(() => undefined);
    const leftMs = Math.min(MAX_DELAY_MS, Math.max(0, bounds.deadlineMs - Date.now()));
    this.after(leftMs, () => this.cancel(timedOut()));
    bounds.signal.addEventListener('abort', this.onAbort, { once: true });
    if (bounds.signal.aborted) this.onAbort();
  }

  /** Cancels the rest of a result that nobody needs. */
  readonly stopRows = (): void => {
    this.confirm();
  };

  /** Cancels the statement, for the first reason that is given. */
  cancel(reason: DragomanError): void {
    if (this.reason !== undefined) return;
    this.reason = reason;
    this.confirm();
    this.after(READ_OVERDUE_MS, () => this.rejectOverdue(reason));
  }

  /** Throws the reason where there is one: between two statements that belong together. */
  check(): void {
    if (this.reason !== undefined) throw this.reason;
  }

  /** From here on the outcome stands: no deadline may undo it, nor say that it is not. */
  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.bounds.signal.removeEventListener('abort', this.onAbort);
  }

  /**
   * Resolves once no cancel can reach the session any more, to whether one was sent: it
   * could still hit the next statement.
   */
  async settled(): Promise<boolean> {
    this.stop();
    if (this.confirmed === undefined) return false;
    await this.confirmed;
    return true;
  }

  private readonly onAbort = (): void =>
    this.cancel(
      new DragomanError('QUERY_CANCELLED', 'The statement was cancelled: nobody waits for its answer any more.'),
    );

  private confirm(): void {
    this.confirmed ??= new Promise((resolve) => {
      const cutOff = (): void => {
        this.abandoned = true;
        this.session.destroy();
        resolve();
      };
      const patience = setTimeout(cutOff, CANCEL_PATIENCE_MS);
      this.session
        .cancel()
        .then(resolve, cutOff)
        .finally(() => clearTimeout(patience));
    });
  }

  private after(delayMs: number, action: () => void): void {
    this.timers.add(setTimeout(action, delayMs));
  }
}

function timedOut(): DragomanError {
  return new DragomanError(
    'QUERY_TIMEOUT',
    'The statement did not end before its deadline and was cancelled; nothing was changed.',
    { hint: 'Give it more time with `options.timeoutMs`, or make it cheaper.' },
  );
}
