import { DragomanError } from '../../errors/index.js';
import { before } from '../before-moment.js';
import type { Lease, ReleaseFate } from '../pool/pooled-connection.js';
import type { Standing, StepBounds } from '../transactions/transaction-session.js';
import { isLost, reasonOf, type HeldSession, type Stage } from './held-session.js';
import type { AnySession, Failure } from './server-engine.js';

/** How long the server has to say where a transaction stands. */
const STANDING_MS = 2000;
/** What becomes of a session, from the least to the most that a statement may have left in it. */
const FATES: readonly ReleaseFate[] = ['keep', 'clean', 'discard'];

/** One step on a borrowed session, and whether its transaction is open after it. */
export interface Step {
  readonly stage: Stage;
  readonly after: 'open' | 'unsure' | 'ended';
}

/** What the sessions of a server do for one that is borrowed. */
export interface Lender<Session> {
  /** Watches one step: past its deadline the server is told to cancel. */
  watch(bounds: StepBounds): HeldSession<Session>;
  failureOf(error: unknown): Failure;
  /** Told when its connection is gone: the server is to end what it ran, and is looked at. */
  lost(session: Session): void;
}

/** A session that is held for a transaction, one step after the other. */
export class BorrowedSession<Session extends AnySession> {
  standing: Standing = 'ACTIVE';
  private isLost = false;
  private fate: ReleaseFate = 'keep';
  private present: HeldSession<Session> | undefined;

  constructor(
    private readonly lease: Lease<Session>,
    private readonly lender: Lender<Session>,
  ) {}

  get connection(): Session {
    return this.lease.connection;
  }

  /** Notes what a statement may leave behind. */
  leave(fate: ReleaseFate): void {
    if (FATES.indexOf(fate) > FATES.indexOf(this.fate)) this.fate = fate;
  }

  /** Does one step within its bounds; its end is waited for in any case, as only that tells what it did. */
  async step<T>(bounds: StepBounds, step: Step, work: (held: HeldSession<Session>) => Promise<T>): Promise<T> {
    const held = this.lender.watch(bounds);
    const { running } = held;
    held.stage = step.stage;
    this.present = held;
    this.connection.running = running;
    try {
      running.check();
      const outcome = await work(held);
      if (step.after !== 'ended') await this.assertOpen(step);
      // Of a failed transaction the server takes nothing but the way back.
      if (this.standing === 'FAILED') this.standing = 'ACTIVE';
      return outcome;
    } catch (error) {
      throw await this.failed(error, held, step);
    } finally {
      running.stop();
      this.present = undefined;
      // A cancel that came too late must not hit the next step.
      await running.confirmed;
    }
  }

  /** Cancels the step that runs, for this reason. */
  cancel(reason: DragomanError): void {
    this.present?.running.cancel(reason);
  }

  /** Cuts the connection off: the server undoes what was begun on it, and ends what it runs. */
  cutOff(): void {
    this.standing = 'ROLLED_BACK';
    if (this.isLost) return;
    this.isLost = true;
    this.lender.lost(this.connection);
    this.connection.destroy();
  }

  giveBack(): void {
    this.connection.running = undefined;
    this.lease.release(this.isLost ? 'discard' : this.fate);
  }

  /** The last line of defence against what commits by itself: the server is believed, and asked where its answer does not tell. */
  private async assertOpen({ after }: Step): Promise<void> {
    const { connection } = this;
    const told = connection.told ?? (after === 'unsure' ? await connection.standing() : 'ACTIVE');
    if (told !== 'NONE') return;
    this.standing = 'ENDED';
    throw endedByStatement();
  }

  private async failed(error: unknown, held: HeldSession<Session>, step: Step): Promise<unknown> {
    const failure = this.lender.failureOf(error);
    held.running.stop();
    await held.running.confirmed;
    if (isLost(failure)) this.cutOff();
    else if (this.standing !== 'ENDED') await this.ask(step.after === 'unsure' ? 'ENDED' : 'ROLLED_BACK');
    if (this.standing === 'ENDED') {
      this.leave('discard');
      return endedByStatement(error);
    }
    return reasonOf(error, failure, held, 'change');
  }

  /** @param none what it means that there is no transaction any more */
  private async ask(none: Standing): Promise<void> {
    const unsaid = (): Error => new Error('The server did not say where the transaction stands.');
    await before(Date.now() + STANDING_MS, this.connection.standing(), unsaid).then(
      (told) => (this.standing = told === 'NONE' ? none : told),
      () => this.cutOff(),
    );
  }
}

/** A statement did it that was not known to; whether it committed or undid what was done before it, the server does not say. */
function endedByStatement(error?: unknown): DragomanError {
  if (error instanceof DragomanError && error.code === 'OUTCOME_UNKNOWN') return error;
  const words = error instanceof Error ? ` The database says: ${error.message}` : '';
  return new DragomanError(
    'OUTCOME_UNKNOWN',
    `The statement has ended the transaction in the database: what was done before it may be committed.${words}`,
    {
      hint: 'Look what is there before you send it again, and send such a statement by itself with `execute`.',
      cause: error,
    },
  );
}
