import { DragomanError } from '../../errors/index.js';
import { Transaction, type TransactionTraits } from './transaction.js';
import type { TransactionSession } from './transaction-session.js';

/** The transactions of one database that are open. */
export class OpenTransactions {
  private readonly open = new Set<Transaction>();
  private closed = false;

  constructor(private readonly database: string) {}

  /** Whether one is open that may change something. */
  get someWrite(): boolean {
    return [...this.open].some(({ traits }) => !traits.readOnly);
  }

  begin(session: TransactionSession, { isolation, readOnly }: TransactionTraits): Transaction {
    const transaction = new Transaction(session, { isolation, readOnly }, (ended) => this.open.delete(ended));
    this.open.add(transaction);
    // It began while its database was about to be closed.
    if (this.closed) void transaction.abandon(this.reason());
    return transaction;
  }

  /** Rolls all of them back, and those that begin later: their database is being closed. */
  async abandonAll(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.open].map((transaction) => transaction.abandon(this.reason())));
  }

  private reason(): DragomanError {
    return new DragomanError(
      'ADAPTER_CLOSED',
      `The transaction was rolled back: the database "${this.database}" is being closed.`,
    );
  }
}
