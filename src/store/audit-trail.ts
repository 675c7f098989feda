import type { AuditEntry } from './audit-entry.js';

/** Where entries are kept, and told. */
export interface AuditSinks {
  /** Undefined: they are not kept. */
  readonly keep: ((entries: readonly AuditEntry[]) => Promise<void>) | undefined;
  /** Removes what is older than this moment. */
  readonly prune: (before: string) => Promise<void>;
  /** Told of each at once; undefined: nobody is. */
  readonly log: ((entry: AuditEntry) => void) | undefined;
  /** Told where entries can't be kept, and how many were lost for it. */
  readonly onTrouble: (error: unknown, lost: number) => void;
}

/** How long an entry waits for others to be written with. */
const GATHERED_MS = 250;
const WRITTEN_AT_ONCE = 500;
/** While the store can't be written: more are not held, so that the service lives on. */
const HELD = 50_000;
const RETRY_MS = 2000;
const PRUNED_EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** The audit log as it is written: nobody waits for it, and what the store does not take at once is held for it. */
export class AuditTrail {
  private readonly waiting: AuditEntry[] = [];
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  private readonly pruning: NodeJS.Timeout | undefined;

  constructor(
    private readonly sinks: AuditSinks,
    private readonly retentionDays: number,
  ) {
    if (sinks.keep === undefined) return;
    this.pruning = setInterval(() => this.prune(), PRUNED_EVERY_MS).unref();
    this.prune();
  }

  record(entry: AuditEntry): void {
    this.sinks.log?.(entry);
    if (this.sinks.keep === undefined) return;
    this.waiting.push(entry);
    if (this.waiting.length > HELD) this.sinks.onTrouble(undefined, this.waiting.splice(0, WRITTEN_AT_ONCE).length);
    this.timer ??= setTimeout(() => void this.flush(), GATHERED_MS);
  }

  /** Resolves when all that was recorded is kept, or can't be now. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.write());
    await this.writing;
  }

  async close(): Promise<void> {
    clearInterval(this.pruning);
    await this.flush();
    clearTimeout(this.timer);
  }

  private async write(): Promise<void> {
    const { keep, onTrouble } = this.sinks;
    while (keep !== undefined && this.waiting.length > 0) {
      const entries = this.waiting.slice(0, WRITTEN_AT_ONCE);
      try {
        await keep(entries);
      } catch (error) {
        onTrouble(error, 0);
        this.timer ??= setTimeout(() => void this.flush(), RETRY_MS);
        return;
      }
      this.waiting.splice(0, entries.length);
    }
  }

  private prune(): void {
    const before = new Date(Date.now() - this.retentionDays * DAY_MS).toISOString();
    this.sinks.prune(before).catch((error: unknown) => this.sinks.onTrouble(error, 0));
  }
}
