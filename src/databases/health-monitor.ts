import { DragomanError } from '../errors/index.js';
import type { DatabaseAdapter } from './database-adapter.js';
import type { HealthOptions } from './database-options.js';

export type HealthStatus = 'UNKNOWN' | 'HEALTHY' | 'DEGRADED' | 'UNREACHABLE';

/** The health of a database as its last ping found it. */
export interface DatabaseHealth {
  readonly database: string;
  readonly status: HealthStatus;
  readonly checkedAt: Date | null;
  /** How long the last answered ping took. */
  readonly latencyMs: number | null;
  readonly consecutiveFailures: number;
  /** Why the last ping failed. */
  readonly error: string | null;
}

/** Pings spread by so much around the interval, so that many databases are not asked in one moment. */
const JITTER = 0.1;

/**
 * Pings one database for as long as it is registered. One good ping makes an unknown
 * database HEALTHY; after that it takes `failures` bad ones in a row to call it
 * UNREACHABLE (DEGRADED until then), and `successes` good ones to trust it again.
 */
export class HealthMonitor {
  private health: DatabaseHealth;
  private timer: NodeJS.Timeout | undefined;
  private goodPings = 0;
  private stopped = false;

  constructor(
    private readonly adapter: DatabaseAdapter,
    private readonly options: HealthOptions,
    /** Called when the status changed. */
    private readonly onChange: (health: DatabaseHealth) => void,
  ) {
    this.health = {
      database: adapter.name,
      status: 'UNKNOWN',
      checkedAt: null,
      latencyMs: null,
      consecutiveFailures: 0,
      error: null,
    };
  }

  get present(): DatabaseHealth {
    return this.health;
  }

  /** Pings now, and from now on. Resolves after the first ping, which may have failed. */
  async start(): Promise<void> {
    await this.check();
    this.schedule();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private schedule(): void {
    if (this.stopped) return;
    const delay = this.options.intervalMs * (1 + JITTER * (2 * Math.random() - 1));
    this.timer = setTimeout(() => {
      void this.check().finally(() => this.schedule());
    }, delay).unref();
  }

  private async check(): Promise<void> {
    const started = performance.now();
    try {
      await this.adapter.ping(this.options.timeoutMs);
      this.record({ latencyMs: performance.now() - started });
    } catch (error) {
      this.record({
        error: error instanceof DragomanError ? error.message : 'The ping failed for an unexpected reason.',
      });
    }
  }

  private record(ping: { readonly latencyMs: number } | { readonly error: string }): void {
    if (this.stopped) return;
    const before = this.health;
    const good = 'latencyMs' in ping;
    this.goodPings = good ? this.goodPings + 1 : 0;
    const consecutiveFailures = good ? 0 : before.consecutiveFailures + 1;
    this.health = {
      database: before.database,
      status: good ? this.afterGoodPing(before.status) : this.afterFailure(before.status, consecutiveFailures),
      checkedAt: new Date(),
      latencyMs: good ? ping.latencyMs : before.latencyMs,
      consecutiveFailures,
      error: good ? null : ping.error,
    };
    if (this.health.status !== before.status) this.onChange(this.health);
  }

  private afterGoodPing(before: HealthStatus): HealthStatus {
    const trusted = before === 'UNKNOWN' || before === 'HEALTHY' || this.goodPings >= this.options.successes;
    return trusted ? 'HEALTHY' : before;
  }

  private afterFailure(before: HealthStatus, failures: number): HealthStatus {
    if (before === 'UNKNOWN' || before === 'UNREACHABLE' || failures >= this.options.failures) return 'UNREACHABLE';
    return 'DEGRADED';
  }
}
