import type { PooledConnection } from '../pool/pooled-connection.js';

/** What a control session can be asked. */
export interface ControlConnection extends PooledConnection {
  command(sql: string): Promise<void>;
  destroy(): void;
}

/** For how long one is waited for that is being opened, before another is opened in its place. */
const OPENING_MS = 1000;

/** A session kept for cancels and pings, so that neither waits for a place in a pool. Opened again when it broke. */
export class ControlSession<Connection extends ControlConnection> {
  private opening: Promise<Connection> | undefined;
  /** Since when it is being opened; undefined once it is. */
  private openingSince: number | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private closed = false;

  /** @param onLost told when the session breaks by itself */
  constructor(
    private readonly open: () => Promise<Connection>,
    private readonly onLost: () => void,
  ) {}

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

  /** Cuts off a session that does not answer; the next command opens another. One that has only begun to open may do so. */
  drop(): void {
    if (this.openingSince !== undefined && Date.now() - this.openingSince < OPENING_MS) return;
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
    this.openingSince = Date.now();
    try {
      const opened = await this.open();
      opened.onSpoiled = this.onLost;
      return opened;
    } catch (error) {
      // A failed attempt is not kept: the next command tries again.
      this.opening = undefined;
      throw error;
    } finally {
      this.openingSince = undefined;
    }
  }
}
