import type { RegisteredDatabase, Transaction } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import type { TransactionView } from './transaction-view.js';

/** How long a transaction may be left alone, and how long it may last. */
export interface TransactionTimes {
  readonly idleTimeoutMs: number;
  readonly maxDurationMs: number;
}

/** A transaction that is held open between calls, until it is ended or left alone for too long. */
export class HeldTransaction {
  private readonly startedAt = new Date();
  private usedMs = this.startedAt.getTime();
  private busy = 0;
  private idle: NodeJS.Timeout | undefined;
  private readonly cap: NodeJS.Timeout;

  constructor(
    readonly id: string,
    /** Who began it, and alone may go on with it. */
    readonly owner: string,
    readonly database: RegisteredDatabase,
    readonly transaction: Transaction,
    private readonly times: TransactionTimes,
  ) {
    this.cap = setTimeout(() => void transaction.abandon(lasted(times.maxDurationMs)), times.maxDurationMs).unref();
    this.waitIdle();
  }

  /** Has `settled` called once it has ended, however; nobody may have called since. */
  watch(settled: () => void): void {
    const { transaction } = this;
    transaction.onOver = () => {
      clearTimeout(this.idle);
      clearTimeout(this.cap);
      settled();
    };
    // Its database may have been closed before anybody could hold it.
    if (transaction.isOver) transaction.onOver();
  }

  view(): TransactionView {
    const { transaction, database, id, startedAt } = this;
    const endsMs = Math.min(this.usedMs + this.times.idleTimeoutMs, startedAt.getTime() + this.times.maxDurationMs);
    return {
      id,
      database: database.name,
      isolation: transaction.traits.isolation ?? null,
      readOnly: transaction.traits.readOnly,
      state: this.isExpired ? 'EXPIRED' : transaction.state,
      savepoints: [...transaction.savepoints],
      startedAt,
      expiresAt: transaction.isOver ? null : new Date(endsMs),
    };
  }

  /** Whether that is what ended it: one that was being committed or rolled back in that moment has been. */
  private get isExpired(): boolean {
    const { state, reason } = this.transaction;
    return state === 'ROLLED_BACK' && reason?.code === 'TRANSACTION_EXPIRED';
  }

  /** One call: as long as it lasts the transaction is not idle. */
  async use<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    this.busy++;
    clearTimeout(this.idle);
    try {
      return await work(this.transaction);
    } finally {
      this.busy--;
      this.usedMs = Date.now();
      if (this.busy === 0 && !this.transaction.isOver) this.waitIdle();
    }
  }

  private waitIdle(): void {
    const { idleTimeoutMs } = this.times;
    this.idle = setTimeout(() => void this.transaction.abandon(leftAlone(idleTimeoutMs)), idleTimeoutMs).unref();
  }
}

function leftAlone(ms: number): DragomanError {
  return new DragomanError(
    'TRANSACTION_EXPIRED',
    `The transaction was left alone for ${ms} ms and has been rolled back.`,
    {
      hint: 'Begin a new one; give it more time between calls with `idleTimeoutMs`.',
    },
  );
}

function lasted(ms: number): DragomanError {
  return new DragomanError(
    'TRANSACTION_EXPIRED',
    `The transaction has lasted ${ms} ms, the most that is allowed, and was rolled back.`,
    {
      hint: 'Do less in one transaction, or raise `transactions.maxDuration`.',
    },
  );
}
