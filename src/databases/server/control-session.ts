import type { PooledConnection } from '../pool/connection-pool.js';

/** What a control session can be asked. */
export interface ControlConnection extends PooledConnection {
  command(sql: string): Promise<void>;
  destroy(): void;
}

/** A session kept for cancels and pings, so that neither waits for a place in a pool. Opened again when it broke. */
export class ControlSession<Connection extends ControlConnection> {
  private opening: Promise<Connection> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(private readonly open: () => Promise<Connection>) {}

  /** Runs a command that may run twice: where the session proves to be broken, it runs on the next one. */
  async command(sql: string): Promise<void> {
    const run = (connection: Connection): Promise<void> => connection.command(sql);
    const present = this.opening;
    try {
      await this.use(run);
    } catch (error) {
      // One that was there before, and is broken now; one that was opened for this command failed for good.
      const broken = await present?.catch(() => undefined);
      if (broken?.spoiled !== true || this.closed) throw error;
      await this.use(run);
    }
  }

  /** One after the other: a driver's connection takes one command at a time. */
  async use<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await this.connection();
    const turn = this.last.then(() => work(connection));
    this.last = turn.catch(() => undefined);
    return await turn;
  }

  /** Cuts off a session that does not answer; the next command opens another. */
  drop(): void {
    const dropped = this.opening;
    this.opening = undefined;
    this.last = Promise.resolve();
    void dropped?.then(
      (connection) => connection.destroy(),
      () => undefined,
    );
  }

  async close(): Promise<void> {
    this.closed = true;
    const connection = await this.opening?.catch(() => undefined);
    await connection?.close();
  }

  private async connection(): Promise<Connection> {
    const present = await (this.opening ??= this.openOne());
    if (!present.spoiled || this.closed) return present;
    this.drop();
    return await (this.opening ??= this.openOne());
  }

  private async openOne(): Promise<Connection> {
    const opening = this.open();
    opening.catch(() => {
      // A failed attempt is not kept: the next command tries again.
      this.opening = undefined;
    });
    return await opening;
  }
}
