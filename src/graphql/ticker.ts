import type { Unsubscribe } from '../events/index.js';

/** One timer for all that are told something equally often, however many subscribe. */
export class Ticker {
  private readonly beats = new Map<number, Beat>();

  /** Calls the listener every so often, until it is unsubscribed; the first time may come sooner. */
  every(everyMs: number, listener: () => void): Unsubscribe {
    const beat = this.beats.get(everyMs) ?? this.begin(everyMs);
    // Of its own, so that a listener may be there twice.
    const own = (): void => listener();
    beat.listeners.add(own);
    return () => {
      beat.listeners.delete(own);
      if (beat.listeners.size > 0 || this.beats.get(everyMs) !== beat) return;
      clearInterval(beat.timer);
      this.beats.delete(everyMs);
    };
  }

  private begin(everyMs: number): Beat {
    const listeners = new Set<() => void>();
    const timer = setInterval(() => listeners.forEach((listener) => listener()), everyMs);
    const beat = { timer, listeners };
    this.beats.set(everyMs, beat);
    return beat;
  }
}

interface Beat {
  readonly timer: NodeJS.Timeout;
  readonly listeners: Set<() => void>;
}

/** That of all subscriptions of this process. */
export const ticker = new Ticker();
