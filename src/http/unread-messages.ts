import type { WebSocket } from 'ws';

/** So many bytes may wait for a client that does not read. */
const MOST_UNREAD = 1_048_576;

/**
 * Listens to a client only while it reads what it is told: each of its messages is answered, and the answers would
 * otherwise pile up here.
 */
export class UnreadMessages {
  private takenAtMs = Date.now();
  private unreadBytes = 0;

  constructor(private readonly socket: WebSocket) {
    socket.on('ping', () => this.listenOrNot());
  }

  /** To be called with each message that came. */
  listenOrNot(): void {
    if (this.socket.bufferedAmount > MOST_UNREAD) this.socket.pause();
  }

  /** Sends a text; resolves once it has left. */
  async send(text: string): Promise<void> {
    if (this.socket.readyState !== this.socket.OPEN) return;
    await new Promise<void>((resolve) => this.socket.send(text, () => resolve()));
    if (this.socket.isPaused && this.socket.bufferedAmount <= MOST_UNREAD) this.socket.resume();
  }

  /** For how long one that is not listened to has taken nothing: what it took since it was asked last counts. */
  takesNothingForMs(): number {
    const { isPaused, bufferedAmount } = this.socket;
    if (!isPaused || bufferedAmount < this.unreadBytes) this.takenAtMs = Date.now();
    this.unreadBytes = bufferedAmount;
    return Date.now() - this.takenAtMs;
  }
}
