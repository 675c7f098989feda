import type { StatementBounds } from '../database-adapter.js';

/** What a pool keeps: a connection of any engine. */
export interface PooledConnection {
  /** True once it must not be used again. */
  readonly spoiled: boolean;
  /** Called when it breaks while nobody uses it; whoever has it sets this. */
  onSpoiled?: (() => void) | undefined;
  /** Cancels what runs on it; without effect where nothing does. */
  interrupt(): void;
  /** Makes its session what it was when it was opened. */
  reset?(): Promise<void>;
  /** Asks for a sign of life as cheaply as can be, and leaves nothing behind; rejects where none comes. */
  validate?(): Promise<void>;
  close(): Promise<void>;
}

/** What becomes of a connection that is given back: it is kept as it is, cleaned before it is lent again, or closed. */
export type ReleaseFate = 'keep' | 'clean' | 'discard';

/** A connection that is held, until `release` gives it back. */
export interface Lease<Connection extends PooledConnection> {
  readonly connection: Connection;
  /** True once the pool took the place away: what runs is interrupted, and may be started again later. */
  readonly preempted: boolean;
  release(fate?: ReleaseFate): void;
}

/** Who asks for a connection. */
export interface Claim extends Pick<StatementBounds, 'deadlineMs' | 'signal' | 'caller'> {
  /** How often this statement gave its place away already: fewer go first. */
  readonly level: number;
  /** Whether what will run may be interrupted and started again. */
  readonly preemptible: boolean;
  /** Whether a connection was just found dead: what has been idle beside it may be dead as well. */
  readonly fresh?: boolean;
}
