import type { DragomanError } from '../../../src/errors/index.js';
import type { StatementResult } from '../../../src/databases/index.js';
import type { Standing, TransactionSession } from '../../../src/databases/transactions/transaction-session.js';

/** A session whose steps end when the test says so. */
export class FakeSession implements TransactionSession {
  standing: Standing = 'ACTIVE';
  leftChanges = false;
  /** What was sent, in order. */
  readonly sent: string[] = [];
  givenBack = 0;
  private readonly pending: { readonly what: string; readonly end: (error?: Error) => void }[] = [];

  async run(): Promise<StatementResult> {
    await this.send('statement');
    return { columns: [], tuples: [], affectedRows: null, lastInsertId: null, truncated: false };
  }

  async command(sql: string): Promise<void> {
    await this.send(sql);
  }

  async rollbackTo(mark: string): Promise<void> {
    await this.send(`ROLLBACK TO ${mark}`);
  }

  async commit(): Promise<void> {
    await this.send('COMMIT');
  }

  async rollback(): Promise<void> {
    await this.send('ROLLBACK');
    this.standing = 'ROLLED_BACK';
  }

  cancel(reason: DragomanError): void {
    for (const step of this.pending.filter(({ what }) => what === 'statement')) step.end(reason);
  }

  giveBack(): void {
    this.givenBack++;
  }

  /** Ends the oldest step of that kind which is under way. */
  async end(what: string, error?: Error): Promise<void> {
    const place = this.pending.findIndex((step) => step.what === what);
    if (place < 0) throw new Error(`No ${what} is under way; sent were ${this.sent.join(', ')}.`);
    this.pending[place]?.end(error);
    await settled();
  }

  private send(what: string): Promise<void> {
    this.sent.push(what);
    return new Promise((resolve, reject) => {
      const step = {
        what,
        end: (error?: Error) => {
          this.pending.splice(this.pending.indexOf(step), 1);
          if (error === undefined) resolve();
          else reject(error);
        },
      };
      this.pending.push(step);
    });
  }
}

/** Lets everything go on that waits for nothing from outside. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
