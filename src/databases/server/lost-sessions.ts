/** How long to wait before the server is asked again. */
const PAUSE_MS = 1000;
/** How long it is asked at all: what runs there ends by itself, or an operator has seen it. */
const GIVE_UP_MS = 600_000;

/** When a session began, by this process's clock: no sooner, no later. */
export interface Birth {
  readonly fromMs: number;
  readonly toMs: number;
}

/** How long ago a session began. */
export interface Age {
  readonly leastMs: number;
  readonly mostMs: number;
}

/**
 * Sessions whose connection was lost while they ran a statement. A server learns of that
 * only when it has something to send: until then the statement runs on, and holds its
 * locks. So the server is told to end them, as soon as it can be reached.
 */
export class LostSessions {
  private readonly lost = new Map<number, Birth>();
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  /** @param end tells the server; fails where the server does not answer */
  constructor(private readonly end: (id: number, age: Age) => Promise<void>) {}

  add(id: number, birth: Birth): void {
    if (this.closed) return;
    this.lost.set(id, birth);
    this.schedule(0);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private schedule(delayMs: number): void {
    this.timer ??= setTimeout(() => {
      void this.endAll().finally(() => {
        this.timer = undefined;
        if (this.lost.size > 0 && !this.closed) this.schedule(PAUSE_MS);
      });
    }, delayMs).unref();
  }

  private async endAll(): Promise<void> {
    for (const [id, { fromMs, toMs }] of this.lost) {
      const nowMs = performance.now();
      const isEnded = await this.end(id, { leastMs: nowMs - toMs, mostMs: nowMs - fromMs }).then(
        () => true,
        () => false,
      );
      if (isEnded || nowMs - toMs > GIVE_UP_MS) this.lost.delete(id);
      // The next one would wait in vain just the same.
      if (!isEnded) return;
    }
  }
}
