import type { DragomanError } from '../../errors/index.js';
import type { StatementKind } from '../../sql/index.js';
import { before } from '../before-moment.js';
import type { StatementForm, StatementRequest, StatementResult } from '../database-adapter.js';
import type { Standing, StepBounds, TransactionSession } from '../transactions/transaction-session.js';
import type { BorrowedSession, Step } from './borrowed-session.js';
import { SCHEMA_CHANGES } from './change-kinds.js';
import type { HeldSession } from './held-session.js';
import type { AnySession, SessionCommands } from './server-engine.js';
import type { SessionCare } from './session-care.js';

const STATEMENT: Step = { stage: 'open', after: 'open' };
const MAY_END: Step = { stage: 'open', after: 'unsure' };
const COMMIT: Step = { stage: 'committing', after: 'ended' };
const ROLLBACK: Step = { stage: 'open', after: 'ended' };

/** A signal of nobody: a rollback is done whoever waits for it. */
const NOBODY = new AbortController().signal;
/** By how much longer than it may take a rollback is watched, so that nothing cancels it. */
const UNWATCHED_MS = 60_000;

/** What an adapter lends to its transactions. */
export interface TransactionMeans<Session extends AnySession> {
  readonly commands: SessionCommands;
  readonly care: SessionCare<Session>;
  readonly run: (held: HeldSession<Session>, request: StatementRequest) => Promise<StatementResult>;
  /** Whether the engine may end the transaction for a statement of this kind. */
  readonly mayEnd: (kind: StatementKind) => boolean;
  /** The coded error for what the driver threw. */
  readonly codedError: (error: unknown, form: StatementForm | undefined) => unknown;
}

/** A transaction on a session of a server. */
export class ServerTransaction<Session extends AnySession> implements TransactionSession {
  leftChanges = false;
  /** One that changes what relations are: others see that only when it is committed. */
  private schemaChange: StatementForm | undefined;

  constructor(
    private readonly session: BorrowedSession<Session>,
    private readonly means: TransactionMeans<Session>,
  ) {}

  get standing(): Standing {
    return this.session.standing;
  }

  async run(request: StatementRequest): Promise<StatementResult> {
    const { care, run } = this.means;
    this.session.leave(care.inTransaction(this.session.connection, request));
    if (SCHEMA_CHANGES.has(request.kind)) this.schemaChange = request;
    const keepsOpen = !this.means.mayEnd(request.kind);
    return await this.coded(request, () =>
      this.session.step(request, keepsOpen ? STATEMENT : MAY_END, async (held) => {
        // Kept to itself: what a transaction prepares could be outdated within it.
        held.fate = 'clean';
        return await run(held, request);
      }),
    );
  }

  async command(sql: string, bounds: StepBounds): Promise<void> {
    await this.coded(undefined, () =>
      this.session.step(bounds, STATEMENT, ({ connection }) => connection.command(sql)),
    );
  }

  async rollbackTo(mark: string, bounds: StepBounds): Promise<void> {
    await this.coded(undefined, () =>
      this.session.step(bounds, STATEMENT, (held) => this.undo(held, `ROLLBACK TO SAVEPOINT ${mark}`)),
    );
  }

  async commit(bounds: StepBounds): Promise<void> {
    await this.coded(undefined, () =>
      this.session.step(bounds, COMMIT, async ({ connection, running }) => {
        running.conclude();
        await connection.command(this.means.commands.commit);
      }),
    );
    if (this.schemaChange !== undefined) this.means.care.noteChange(this.schemaChange);
  }

  async rollback(withinMs: number): Promise<void> {
    if (this.standing === 'ROLLED_BACK' || this.standing === 'ENDED') return;
    const untilMs = Date.now() + withinMs;
    const bounds = { deadlineMs: untilMs + UNWATCHED_MS, signal: NOBODY };
    const rollingBack = this.session.step(bounds, ROLLBACK, (held) => this.undo(held, this.means.commands.rollback));
    const late = (): Error => new Error('The rollback was not answered in time.');
    await before(untilMs, rollingBack, late).catch(() => this.session.cutOff());
  }

  cancel(reason: DragomanError): void {
    this.session.cancel(reason);
  }

  giveBack(): void {
    this.session.giveBack();
  }

  private async undo({ connection }: HeldSession<Session>, sql: string): Promise<void> {
    if (!(await connection.undo(sql))) this.leftChanges = true;
  }

  private async coded<T>(form: StatementForm | undefined, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.means.codedError(error, form);
    }
  }
}
