import { DragomanError } from '../../errors/index.js';
import { LONGEST_DELAY_MS } from '../before-moment.js';
import type { StepBounds } from './transaction-session.js';

/**
 * The order in which the steps of one transaction run: one after the other, as they came. Who waits is answered at its
 * own deadline, and when nobody waits for the answer any more; what was given up is never sent.
 */
export class Turns {
  /** Settles when all that came so far have ended. */
  last: Promise<unknown> = Promise.resolve();

  /** @param bounds left out: it is done, however long it waits */
  take<T>(work: () => Promise<T>, bounds?: StepBounds): Promise<T> {
    const wait = bounds === undefined ? undefined : new Wait(bounds);
    const turn = this.last.then(() => {
      wait?.end();
      return work();
    });
    this.last = turn.catch(() => undefined);
    return wait === undefined ? turn : Promise.race([turn, wait.inVain]);
  }
}

/** How long one waits for its turn. */
class Wait {
  /** Rejects once it is given up; resolves never. */
  readonly inVain: Promise<never>;
  private giveUp: (reason: DragomanError) => void = () => undefined;
  private reason: DragomanError | undefined;
  private readonly deadline: NodeJS.Timeout;

  constructor(private readonly bounds: StepBounds) {
    this.inVain = new Promise((_, reject) => (this.giveUp = reject));
    this.inVain.catch(() => undefined);
    const leftMs = Math.min(LONGEST_DELAY_MS, Math.max(0, bounds.deadlineMs - Date.now()));
    this.deadline = setTimeout(() => this.leave(late()), leftMs);
    bounds.signal.addEventListener('abort', this.onAbort);
  }

  /** Its turn has come. @throws DragomanError where it was given up */
  end(): void {
    if (this.bounds.signal.aborted) this.leave(cancelled());
    else if (Date.now() >= this.bounds.deadlineMs) this.leave(late());
    clearTimeout(this.deadline);
    this.bounds.signal.removeEventListener('abort', this.onAbort);
    if (this.reason !== undefined) throw this.reason;
  }

  private readonly onAbort = (): void => this.leave(cancelled());

  private leave(reason: DragomanError): void {
    this.reason ??= reason;
    this.giveUp(this.reason);
  }
}

function late(): DragomanError {
  return new DragomanError(
    'QUERY_TIMEOUT',
    'The deadline passed before its turn in the transaction came; it was not sent to the database.',
    { hint: 'Wait for the answer of one call before the next one, or give it more time with `timeoutMs`.' },
  );
}

function cancelled(): DragomanError {
  return new DragomanError(
    'QUERY_CANCELLED',
    'Nobody waits for its answer any more; it was not sent to the database, and the transaction stays as it is.',
  );
}
