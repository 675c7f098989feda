import type { PooledConnection } from '../pool/connection-pool.js';

/** What a control session can be asked. */
export interface ControlConnection extends PooledConnection {
  command(sql: string): Promise<void>;
  destroy(): void;
}

/** A session kept for cancels and pings, so that neither waits for a place in a pool. Opened again when it broke. */
export class ControlSession<Connection extends ControlConnection> {
  private opening: Promise<Connection> | undefined;
  private closed = false;

  constructor(private readonly open: () => Promise<Connection>) {}

  async command(sql: string): Promise<void> {
    const connection = await this.connection();
    await connection.command(sql);
  }

  /** Cuts off a session that does not answer; the next command opens another. */
  drop(): void {
    const dropped = this.opening;
    this.opening = undefined;
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
