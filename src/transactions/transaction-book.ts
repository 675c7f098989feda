import { LRUCache } from 'lru-cache';
import {
  ended,
  leftChanges,
  type IsolationLevel,
  type RegisteredDatabase,
  type StepBounds,
  type Transaction,
} from '../databases/index.js';
import { DragomanError, thrownOn } from '../errors/index.js';
import type { CancelSignal } from '../events/index.js';
import { HeldTransaction, type TransactionTimes } from './held-transaction.js';
import { TransactionIds } from './transaction-ids.js';
import type { TransactionView } from './transaction-view.js';

/** Of how many that have ended it is remembered how, and for how long. */
const ENDED_KEPT = 10_000;
const ENDED_FOR_MS = 3_600_000;

/** What the book needs from those who make it. */
export interface TransactionBookOptions<Request, Outcome> {
  /** Takes a place for one that is held, until what it returns is called; throws where none is left for the caller. */
  readonly takePlace: (database: RegisteredDatabase, owner: string) => () => void;
  /** `idleTimeoutMs` where a caller names none; nobody may name more than `maxDurationMs`. */
  readonly times: TransactionTimes;
  /** Runs one statement in the transaction. */
  readonly execute: (transaction: Transaction, database: RegisteredDatabase, request: Request) => Promise<Outcome>;
  /** Told of each that has ended, however. */
  readonly onEnd: (
    view: TransactionView,
    held: { readonly database: RegisteredDatabase; readonly transaction: Transaction },
  ) => void;
}

/** How a transaction is wanted. */
export interface TransactionWish {
  readonly isolation?: IsolationLevel | undefined;
  readonly readOnly: boolean;
  readonly idleTimeoutMs?: number | undefined;
}

/** Who calls, and whether somebody still waits. */
export interface Caller {
  /** The principal's name: a transaction belongs to the one who began it. */
  readonly owner: string;
  readonly signal: CancelSignal;
}

interface Ended {
  readonly owner: string;
  readonly view: TransactionView;
  readonly reason: DragomanError | undefined;
}

/** The transactions that are held open between calls: ids, owners, deadlines. */
export class TransactionBook<Request, Outcome> {
  private readonly ids = new TransactionIds();
  private readonly held = new Map<string, HeldTransaction>();
  private readonly ended = new LRUCache<string, Ended>({ max: ENDED_KEPT, ttl: ENDED_FOR_MS, ttlResolution: 1000 });

  constructor(private readonly options: TransactionBookOptions<Request, Outcome>) {}

  /** @throws DragomanError BAD_USER_INPUT, POOL_EXHAUSTED, OVERLOADED, ISOLATION_UNSUPPORTED, DATABASE_READ_ONLY */
  async begin(database: RegisteredDatabase, wish: TransactionWish, caller: Caller): Promise<TransactionView> {
    const idleTimeoutMs = this.idleTimeoutOf(wish);
    const leave = this.options.takePlace(database, caller.owner);
    try {
      const bounds = boundsFor(database, caller);
      const { isolation, readOnly } = wish;
      const transaction = await database.adapter.begin({ isolation, readOnly, ...bounds }).catch((error: unknown) => {
        throw thrownOn(database.name, error);
      });
      const times = { ...this.options.times, idleTimeoutMs };
      const held = new HeldTransaction(this.ids.next(), caller.owner, database, transaction, times);
      this.held.set(held.id, held);
      held.watch(() => {
        leave();
        this.end(held);
      });
      return held.view();
    } catch (error) {
      leave();
      throw error;
    }
  }

  async execute(id: string, request: Request, caller: Caller): Promise<Outcome> {
    const held = this.find(id, caller);
    return await use(held, (transaction) => this.options.execute(transaction, held.database, request));
  }

  async savepoint(id: string, name: string, caller: Caller): Promise<TransactionView> {
    return await this.step(id, caller, (transaction, bounds) => transaction.savepoint(name, bounds));
  }

  async rollbackTo(id: string, name: string, caller: Caller): Promise<TransactionView> {
    return await this.step(id, caller, (transaction, bounds) => transaction.rollbackTo(name, bounds));
  }

  async release(id: string, name: string, caller: Caller): Promise<TransactionView> {
    return await this.step(id, caller, (transaction, bounds) => transaction.release(name, bounds));
  }

  /** @throws DragomanError OUTCOME_UNKNOWN, TRANSACTION_FAILED, or what the engine refuses it for */
  async commit(id: string, caller: Caller): Promise<TransactionView> {
    return await this.step(id, caller, (transaction, bounds) => transaction.commit(bounds));
  }

  /** @throws DragomanError TRANSACTION_FAILED where it was undone but for tables that undo nothing */
  async rollback(id: string, caller: Caller): Promise<TransactionView> {
    return await this.step(id, caller, async (transaction, { deadlineMs }) => {
      await transaction.rollback(deadlineMs);
      if (transaction.leftChanges) throw leftChanges();
    });
  }

  /** What is known of it, also for a while after it has ended. */
  view(id: string, { owner }: Pick<Caller, 'owner'>): TransactionView {
    const held = this.held.get(id);
    if (held?.owner === owner) return held.view();
    const ended = this.ended.get(id);
    if (ended?.owner === owner) return ended.view;
    throw this.unknown(id);
  }

  /** Rolls all of them back. */
  async close(): Promise<void> {
    const reason = new DragomanError('ADAPTER_CLOSED', 'The transaction was rolled back: the service is stopping.');
    await Promise.all([...this.held.values()].map(({ transaction }) => transaction.abandon(reason)));
  }

  private async step(
    id: string,
    caller: Caller,
    work: (transaction: Transaction, bounds: StepBounds) => Promise<void>,
  ): Promise<TransactionView> {
    const held = this.find(id, caller);
    await use(held, (transaction) => work(transaction, boundsFor(held.database, caller)));
    return held.view();
  }

  private find(id: string, { owner }: Caller): HeldTransaction {
    const held = this.held.get(id);
    if (held?.owner === owner) return held;
    const past = this.ended.get(id);
    if (past?.owner !== owner) throw this.unknown(id);
    throw past.reason ?? ended(past.view.state);
  }

  private end(held: HeldTransaction): void {
    this.held.delete(held.id);
    const view = held.view();
    this.ended.set(held.id, { owner: held.owner, view, reason: held.transaction.reason });
    this.options.onEnd(view, held);
  }

  private unknown(id: string): DragomanError {
    if (this.ids.originOf(id) === 'elsewhere') {
      return new DragomanError(
        'TRANSACTION_NOT_FOUND',
        'The transaction was begun on another instance of the service, or on this one before it was started again.',
        {
          hint: 'Send every call of a transaction to the instance that began it; what was open when one stopped has been rolled back.',
        },
      );
    }
    return new DragomanError('TRANSACTION_NOT_FOUND', 'There is no such transaction.', {
      hint: 'Begin one with `beginTransaction`; who began it alone can go on with it.',
    });
  }

  private idleTimeoutOf({ idleTimeoutMs }: TransactionWish): number {
    const { times } = this.options;
    if (idleTimeoutMs === undefined) return Math.min(times.idleTimeoutMs, times.maxDurationMs);
    if (idleTimeoutMs >= 1 && idleTimeoutMs <= times.maxDurationMs) return idleTimeoutMs;
    throw new DragomanError(
      'BAD_USER_INPUT',
      `idleTimeoutMs is ${idleTimeoutMs}; it must be from 1 to ${times.maxDurationMs}.`,
      {
        hint: 'The most that is allowed is `transactions.maxDuration`.',
      },
    );
  }
}

async function use<T>(held: HeldTransaction, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  try {
    return await held.use(work);
  } catch (error) {
    throw thrownOn(held.database.name, error);
  }
}

function boundsFor({ options }: RegisteredDatabase, { owner, signal }: Caller): StepBounds {
  return { deadlineMs: Date.now() + options.timeoutMs, signal, caller: owner };
}
