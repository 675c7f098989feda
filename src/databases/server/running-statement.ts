import { DragomanError } from '../../errors/index.js';
import { alarm, dropAlarm, type Alarm } from '../alarms.js';
import { before, LONGEST_DELAY_MS } from '../before-moment.js';
import type { StatementBounds } from '../database-adapter.js';

/** How long a cancelled read has to end before its caller is answered without waiting for it. */
const READ_OVERDUE_MS = 120;
/** How long after a cancel another one is sent: one that overtook its statement had no effect. */
const CANCEL_AGAIN_MS = 100;
/** How long the server has to end what was cancelled before its connection is cut off. */
const CANCEL_PATIENCE_MS = 2000;
/** The longest delay that a timer takes, with some to spare. */
const MAX_DELAY_MS = LONGEST_DELAY_MS - CANCEL_PATIENCE_MS;

/** What can be told to end, as it has to make room. */
export interface Interruptible {
  interrupt(): void;
}

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
export class RunningStatement implements Interruptible {
  /** Why the statement was cancelled; undefined while it was not, or only its remaining rows were. */
  reason: DragomanError | undefined;
  /** Told the reason once a cancelled statement is overdue. */
  onOverdue: ((reason: DragomanError) => void) | undefined;
  /** Settles once no cancel can reach the session any more; undefined where none was sent. */
  confirmed: Promise<void> | undefined;
  private isOver = false;
  private tellOver: (() => void) | undefined;
  private readonly deadline: Alarm;
  private followUp: NodeJS.Timeout | undefined;
  private overdue: NodeJS.Timeout | undefined;

  constructor(
    private readonly bounds: Pick<StatementBounds, 'deadlineMs' | 'signal'>,
    private readonly session: Cancelling,
  ) {
    this.deadline = alarm(bounds.deadlineMs, () => this.cancel(timedOut()));
    bounds.signal.addEventListener('abort', this.onAbort);
    if (bounds.signal.aborted) this.onAbort();
  }

  /** Cancels the rest of a result that nobody needs. */
  stopRows(): void {
    this.confirm();
  }

  interrupt(): void {
    this.cancel(new DragomanError('QUERY_CANCELLED', 'The statement was cancelled: the database is being closed.'));
  }

  /** Cancels the statement, for the first reason that is given. */
  cancel(reason: DragomanError): void {
    if (this.reason !== undefined) return;
    this.reason = reason;
    this.confirm();
    this.overdue = setTimeout(() => this.onOverdue?.(reason), READ_OVERDUE_MS);
  }

  /** Throws the reason where there is one: between two statements that belong together. */
  check(): void {
    if (this.reason !== undefined) throw this.reason;
  }

  /**
   * From here on the outcome stands: no deadline may undo it, nor say that it is not. A server
   * that does not tell the outcome is cut off.
   */
  conclude(): void {
    this.stop();
    this.followUp = setTimeout(() => this.session.destroy(), this.leftMs() + CANCEL_PATIENCE_MS);
  }

  /** Leaves the session to whoever has it next, once `confirmed` has settled: a cancel could still hit that one. */
  stop(): void {
    this.isOver = true;
    this.tellOver?.();
    dropAlarm(this.deadline);
    clearTimeout(this.overdue);
    clearTimeout(this.followUp);
    this.bounds.signal.removeEventListener('abort', this.onAbort);
  }

  private readonly onAbort = (): void =>
    this.cancel(
      new DragomanError('QUERY_CANCELLED', 'The statement was cancelled: nobody waits for its answer any more.'),
    );

  private confirm(): void {
    this.confirmed ??= this.cancelUntilOver();
  }

  private async cancelUntilOver(): Promise<void> {
    while (!this.isOver) {
      if (!(await this.isCancelConfirmed())) {
        this.session.destroy();
        return;
      }
      await this.overOrLater();
    }
  }

  private async overOrLater(): Promise<void> {
    // It may have ended while the cancel was on its way.
    if (this.isOver) return;
    await new Promise<void>((resolve) => {
      this.tellOver = resolve;
      this.followUp = setTimeout(resolve, CANCEL_AGAIN_MS);
    });
  }

  private async isCancelConfirmed(): Promise<boolean> {
    const unconfirmed = (): Error => new Error('The server did not confirm the cancel.');
    return await before(Date.now() + CANCEL_PATIENCE_MS, this.session.cancel(), unconfirmed).then(
      () => true,
      () => false,
    );
  }

  private leftMs(): number {
    return Math.min(MAX_DELAY_MS, Math.max(0, this.bounds.deadlineMs - Date.now()));
  }
}

function timedOut(): DragomanError {
  return new DragomanError(
    'QUERY_TIMEOUT',
    'The statement did not end before its deadline and was cancelled; nothing was changed.',
    { hint: 'Give it more time with `timeoutMs`, or make it cheaper.' },
  );
}
