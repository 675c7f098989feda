/**
 * Says that nobody waits for an answer any more. An AbortSignal is one too; but one of Node's
 * for each request outlives young collections, and takes all of the request's objects with it.
 */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(event: 'abort', listener: () => void): void;
  removeEventListener(event: 'abort', listener: () => void): void;
}

/** A signal, with the right to give it; once. */
export class CancelSource implements CancelSignal {
  private isAborted = false;
  private readonly listeners = new Set<() => void>();

  get aborted(): boolean {
    return this.isAborted;
  }

  addEventListener(_event: 'abort', listener: () => void): void {
    this.listeners.add(listener);
  }

  removeEventListener(_event: 'abort', listener: () => void): void {
    this.listeners.delete(listener);
  }

  abort(): void {
    if (this.isAborted) return;
    this.isAborted = true;
    for (const listener of this.listeners) listener();
    this.listeners.clear();
  }
}
