/** The terminal that a bar is drawn on. */
export interface Terminal {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** How often the bar is drawn at most. */
const EVERY_MS = 100;
const LONGEST_BAR = 30;
const MEGABYTE = 1e6;

/** A bar that tells how much of a file was read; it is drawn on a terminal alone, over itself. */
export class ProgressBar {
  readonly #startedMs = performance.now();
  #drawnMs = -Infinity;
  #drawn = false;

  /** @param totalBytes undefined where it is not known, as of a pipe */
  constructor(
    readonly terminal: Terminal,
    readonly totalBytes: number | undefined,
  ) {}

  /** @param what was done, in a few words: `12,345 statements` */
  show(bytes: number, what: string): void {
    const nowMs = performance.now();
    if (this.terminal.isTTY !== true || nowMs - this.#drawnMs < EVERY_MS) return;
    this.#drawnMs = nowMs;
    this.#drawn = true;
    const width = (this.terminal.columns ?? 80) - 1;
    this.terminal.write(`\r\u001b[K${this.#text(bytes, what, nowMs).slice(0, width)}`);
  }

  /** Takes the bar away, for other lines. */
  clear(): void {
    if (this.#drawn) this.terminal.write('\r\u001b[K');
    this.#drawn = false;
  }

  #text(bytes: number, what: string, nowMs: number): string {
    const seconds = Math.max((nowMs - this.#startedMs) / 1000, 0.001);
    const speed = `${(bytes / MEGABYTE / seconds).toFixed(1)} MB/s`;
    if (this.totalBytes === undefined || this.totalBytes === 0)
      return `${(bytes / MEGABYTE).toFixed(1)} MB, ${speed}, ${what}`;
    const share = Math.min(1, bytes / this.totalBytes);
    const filled = Math.round(share * LONGEST_BAR);
    const bar = '█'.repeat(filled) + '░'.repeat(LONGEST_BAR - filled);
    const left = share > 0 ? `, ${clock((seconds / share) * (1 - share))} left` : '';
    return `${bar} ${String(Math.floor(share * 100)).padStart(3)} %, ${speed}${left}, ${what}`;
  }
}

function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
