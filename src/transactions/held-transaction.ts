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
    /** Told once, when it has ended, however. */
    private readonly onEnd: (held: HeldTransaction) => void,
  ) {
    this.cap = setTimeout(() => void this.expire(lasted(times.maxDurationMs)), times.maxDurationMs).unref();
    this.waitIdle();
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
      if (this.transaction.isOver) this.settle();
      else if (this.busy === 0) this.waitIdle();
    }
  }

  /** Ends it from outside: the service stops, its database was removed. */
  async abandon(reason: DragomanError): Promise<void> {
    await this.transaction.abandon(reason);
    this.settle();
  }

  /** Notes that it has ended, where it has; nobody may have called since. */
  settle(): void {
    clearTimeout(this.idle);
    clearTimeout(this.cap);
    this.onEnd(this);
  }

  private waitIdle(): void {
    const { idleTimeoutMs } = this.times;
    this.idle = setTimeout(() => void this.expire(leftAlone(idleTimeoutMs)), idleTimeoutMs).unref();
  }

  private async expire(reason: DragomanError): Promise<void> {
    await this.transaction.abandon(reason);
    this.settle();
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
