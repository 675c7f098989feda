import { DragomanError } from '../errors/index.js';

/** How many subscriptions may run, and how long what they come over may last. */
export interface SubscriptionBounds {
  readonly perConnection: number;
  readonly perPrincipal: number;
  /** How long a WebSocket may stay open on which nothing runs. */
  readonly idleTimeoutMs: number;
  /** How long a WebSocket or an event stream may last at all. */
  readonly maxDurationMs: number;
}

/** Counts the subscriptions of principals and connections. */
export class SubscriptionSeats {
  private readonly ofPrincipals = new Map<string, number>();
  private readonly ofConnections = new WeakMap<object, number>();

  constructor(private readonly bounds: SubscriptionBounds) {}

  /**
   * Takes a seat.
   * @param connection the WebSocket that it comes over; an event stream is a connection of its own
   * @returns gives it back; once, however often it is called
   * @throws DragomanError OVERLOADED
   */
  take(principal: string, connection: object | undefined): () => void {
    const { perPrincipal, perConnection } = this.bounds;
    const own = this.ofPrincipals.get(principal) ?? 0;
    const here = connection === undefined ? 0 : (this.ofConnections.get(connection) ?? 0);
    if (here >= perConnection) throw full(perConnection, 'over one connection', 'perConnection');
    if (own >= perPrincipal) throw full(perPrincipal, 'for one principal', 'perPrincipal');
    this.ofPrincipals.set(principal, own + 1);
    if (connection !== undefined) this.ofConnections.set(connection, here + 1);
    let taken = true;
    return () => {
      if (!taken) return;
      taken = false;
      this.giveBack(principal, connection);
    };
  }

  private giveBack(principal: string, connection: object | undefined): void {
    const left = (this.ofPrincipals.get(principal) ?? 1) - 1;
    if (left === 0) this.ofPrincipals.delete(principal);
    else this.ofPrincipals.set(principal, left);
    if (connection !== undefined) this.ofConnections.set(connection, (this.ofConnections.get(connection) ?? 1) - 1);
  }
}

function full(max: number, where: string, key: 'perConnection' | 'perPrincipal'): DragomanError {
  return new DragomanError('OVERLOADED', `${max} subscriptions run ${where}, as many as may.`, {
    hint: `End one of them, or raise \`limits.subscriptions.${key}\`.`,
    limit: { name: `subscriptions.${key}`, max },
  });
}
