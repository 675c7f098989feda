import { setTimeout as sleep } from 'node:timers/promises';
import { DragomanError } from '../../errors/index.js';
import { before } from '../before-moment.js';
import type { StatementRequest, StatementResult } from '../database-adapter.js';
import { SCHEMA_CHANGES } from '../server/change-kinds.js';
import { ended } from './ended.js';
import type { IsolationLevel } from './isolation-level.js';
import { Savepoints } from './savepoints.js';
import type { Standing, StepBounds, TransactionSession } from './transaction-session.js';
import { Turns } from './turns.js';

/** Where a transaction is in its life; FAILED takes nothing but a rollback, or may have been committed or not. */
export type TransactionState = 'ACTIVE' | 'FAILED' | 'COMMITTED' | 'ROLLED_BACK';

type Ended = Exclude<TransactionState, 'ACTIVE'>;

/** One that may be committed or not has failed. */
const STATES = {
  ACTIVE: 'ACTIVE',
  FAILED: 'FAILED',
  ROLLED_BACK: 'ROLLED_BACK',
  ENDED: 'FAILED',
} as const satisfies Record<Standing, TransactionState>;

/** How long a rollback may take that its owner asked for. */
const ROLLBACK_MS = 5000;
/** Of a transaction that is ended from outside: how long what runs has to end, and how long the rollback. */
const CANCEL_MS = 150;
const ABANDON_MS = 80;
const LONGEST_NAME = 200;

/** What is known of a transaction besides its statements. */
export interface TransactionTraits {
  /** Undefined: the database's own. */
  readonly isolation?: IsolationLevel | undefined;
  readonly readOnly: boolean;
}

/**
 * One transaction on a connection of its own. Steps that come at the same time run in the
 * order in which they came. Once it has ended, its connection is given back and every
 * further step is refused.
 */
export class Transaction {
  /** Why it ended otherwise than by a commit or rollback of its owner's. */
  reason: DragomanError | undefined;
  /** Whether a statement of it may have changed what relations are. */
  changesSchema = false;
  /** Told once, when it has ended, however. */
  onOver: (() => void) | undefined;
  private readonly marks = new Savepoints();
  private ended: Ended | undefined;
  private readonly turns = new Turns();
  private committing = false;
  private undoing: Promise<void> | undefined;
  private abandoning: Promise<void> | undefined;

  constructor(
    private readonly session: TransactionSession,
    readonly traits: TransactionTraits,
    /** Told once, when its connection has been given back. */
    private readonly onEnd: (transaction: Transaction) => void,
  ) {}

  get state(): TransactionState {
    return this.ended ?? STATES[this.session.standing];
  }

  get isOver(): boolean {
    return this.ended !== undefined;
  }

  /** Whether a rollback left changes, in tables that undo nothing. */
  get leftChanges(): boolean {
    return this.session.leftChanges;
  }

  get savepoints(): readonly string[] {
    return this.marks.names;
  }

  /** @throws DragomanError TRANSACTION_FAILED where the engine takes no statement before a rollback */
  async execute(request: StatementRequest): Promise<StatementResult> {
    this.changesSchema ||= SCHEMA_CHANGES.has(request.kind);
    return await this.step(true, request, () => this.session.run(request));
  }

  /** The version of the schema that its statements see; undefined where they see the one that is there when they run. */
  async schemaVersion(bounds: StepBounds): Promise<string | undefined> {
    const { session } = this;
    return session.schemaVersion && (await this.step(true, bounds, async () => session.schemaVersion?.(bounds)));
  }

  /** @throws DragomanError BAD_USER_INPUT for a name that can't be one */
  async savepoint(name: string, bounds: StepBounds): Promise<void> {
    if (name.trim() === '' || name.length > LONGEST_NAME) {
      throw new DragomanError('BAD_USER_INPUT', `A savepoint's name has 1 to ${LONGEST_NAME} characters.`);
    }
    await this.step(true, bounds, async () => {
      const mark = this.marks.nextMark();
      await this.session.command(`SAVEPOINT ${mark}`, bounds);
      this.marks.add(name, mark);
    });
  }

  /** Undoes what was done since the savepoint, which stays. A failed transaction goes on from there. */
  async rollbackTo(name: string, bounds: StepBounds): Promise<void> {
    await this.step(false, bounds, async () => {
      const none = this.session.standing === 'FAILED' ? 'end it with `rollbackTransaction`' : undefined;
      await this.session.rollbackTo(this.marks.markOf(name, none), bounds);
      this.marks.backTo(name);
    });
  }

  /** Forgets the savepoint, and those behind it. */
  async release(name: string, bounds: StepBounds): Promise<void> {
    await this.step(true, bounds, async () => {
      await this.session.command(`RELEASE SAVEPOINT ${this.marks.markOf(name)}`, bounds);
      this.marks.drop(name);
    });
  }

  /**
   * @throws DragomanError OUTCOME_UNKNOWN; TRANSACTION_FAILED for one that failed, which is rolled back instead; what
   *   the engine refuses it for, which has rolled it back as well
   */
  async commit(bounds: StepBounds): Promise<void> {
    await this.step(false, bounds, async () => {
      if (this.session.standing === 'FAILED') {
        await this.undo(ROLLBACK_MS);
        throw new DragomanError('TRANSACTION_FAILED', 'The transaction had failed: it was rolled back instead.', {
          hint: 'Begin a new one; of what this one did nothing is left.',
        });
      }
      this.committing = true;
      try {
        await this.session.commit(bounds);
        this.end('COMMITTED');
      } catch (error) {
        const isUnknown = error instanceof DragomanError && error.code === 'OUTCOME_UNKNOWN';
        if (isUnknown) {
          this.reason = error;
          this.end('FAILED');
        } else await this.undo(ROLLBACK_MS);
        throw error;
      }
    });
  }

  /**
   * Undoes everything, whoever waits for it; without effect where it has ended.
   * @throws DragomanError QUERY_TIMEOUT where what runs before it takes longer than that; it is done all the same
   */
  async rollback(deadlineMs = Infinity): Promise<void> {
    const turn = this.turns.take(async () => {
      if (!this.isOver) await this.undo(ROLLBACK_MS);
    });
    await before(deadlineMs, turn, rollbackWaits);
  }

  /** Ends it from outside: what runs is cancelled, and everything undone within a quarter of a second. */
  abandon(reason: DragomanError): Promise<void> {
    return (this.abandoning ??= this.isOver ? Promise.resolve() : this.undoFromOutside(reason));
  }

  private async undoFromOutside(reason: DragomanError): Promise<void> {
    // What is being committed can't be taken back, and what its owner undoes has no other reason.
    if (this.committing || this.undoing !== undefined) {
      await this.turns.last;
      return;
    }
    this.reason = reason;
    this.session.cancel(reason);
    // Nothing more gets a turn.
    await Promise.race([this.turns.last, sleep(CANCEL_MS, undefined, { ref: false })]);
    if (!this.isOver) await this.undo(ABANDON_MS);
  }

  /** One after the other; what follows the end is refused. */
  private step<T>(mustBeActive: boolean, bounds: StepBounds, work: () => Promise<T>): Promise<T> {
    return this.turns.take(async () => {
      this.refuseWhereOver();
      if (mustBeActive && this.session.standing === 'FAILED') throw failed(this.savepoints);
      try {
        return await work();
      } catch (error) {
        this.noteEnd(error);
        throw error;
      }
    }, bounds);
  }

  /** After an error with which the engine has ended it by itself: a deadlock's victim, a lost connection. */
  private noteEnd(error: unknown): void {
    const { standing } = this.session;
    if (this.isOver || standing === 'ACTIVE' || standing === 'FAILED') return;
    if (standing === 'ENDED' && error instanceof DragomanError) this.reason = error;
    else this.reason ??= undone(error);
    this.end(STATES[standing]);
  }

  private refuseWhereOver(): void {
    if (this.reason !== undefined) throw this.reason;
    if (this.isOver) throw ended(this.state);
  }

  /** Once, whoever asks for it. */
  private undo(withinMs: number): Promise<void> {
    return (this.undoing ??= this.undoNow(withinMs));
  }

  private async undoNow(withinMs: number): Promise<void> {
    await this.session.rollback(withinMs);
    this.end('ROLLED_BACK');
  }

  private end(state: Ended): void {
    if (this.isOver) return;
    this.ended = state;
    this.session.giveBack();
    this.onEnd(this);
    this.onOver?.();
  }
}

const rollbackWaits = (): DragomanError =>
  new DragomanError('QUERY_TIMEOUT', 'The rollback waits for what runs before it, and is done when its turn comes.', {
    hint: 'Look with `databaseTransaction` how it stands.',
  });

function undone(error: unknown): DragomanError {
  const why = error instanceof DragomanError ? ` ${error.message}` : '';
  return new DragomanError('TRANSACTION_FAILED', `The database has rolled the whole transaction back.${why}`, {
    hint: 'Begin a new one, and send all of it again.',
  });
}

function failed(savepoints: readonly string[]): DragomanError {
  const back = savepoints.length === 0 ? '' : ', or go back to a savepoint with `rollbackToSavepoint`';
  return new DragomanError(
    'TRANSACTION_FAILED',
    'An earlier statement failed, and the database takes no more in this transaction.',
    { hint: `End it with \`rollbackTransaction\`${back}.` },
  );
}
