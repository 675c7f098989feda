import { DragomanError } from '../../errors/index.js';
import { spread } from '../back-off.js';
import type { DatabaseAdapter } from '../database-adapter.js';
import type { HealthOptions } from '../database-options.js';
import {
  observe,
  UNOBSERVED,
  untilNextPing,
  type HealthState,
  type HealthStatus,
  type Observation,
} from './health-rules.js';

/** The health of a database as its pings found it. */
export interface DatabaseHealth {
  readonly database: string;
  readonly status: HealthStatus;
  readonly checkedAt: Date | null;
  /** How long the last answered ping took. */
  readonly latencyMs: number | null;
  readonly consecutiveFailures: number;
  /** Why it is not HEALTHY. */
  readonly error: string | null;
}

/** Connections that break one after another ask for no more pings than one in so long. */
const LEAST_PAUSE_MS = 50;

/**
 * Pings one database for as long as it is registered, at once where a connection to it
 * broke or could not be opened. What the pings add up to is for the rules to say.
 */
export class HealthMonitor {
  private state: HealthState = UNOBSERVED;
  private checkedAt: Date | null = null;
  private timer: NodeJS.Timeout | undefined;
  private isChecking = false;
  /** How often trouble came while a ping was under way, which may have been answered before. */
  private suspicions = 0;
  private watching = true;

  constructor(
    private readonly adapter: DatabaseAdapter,
    private readonly options: HealthOptions,
    /** Called when the status changed. */
    private readonly onChange: (health: DatabaseHealth) => void,
  ) {
    adapter.onTrouble = () => this.suspect();
  }

  get present(): DatabaseHealth {
    const { status, latencyMs, failed, error } = this.state;
    return {
      database: this.adapter.name,
      status,
      checkedAt: this.checkedAt,
      latencyMs,
      consecutiveFailures: failed,
      error,
    };
  }

  /** Pings now, and from now on. Resolves after the first ping, which may have failed. */
  async start(): Promise<void> {
    await this.check();
  }

  stop(): void {
    this.watching = false;
    this.adapter.onTrouble = undefined;
    clearTimeout(this.timer);
  }

  /** A database that is known to be gone is asked no more often for that. */
  private suspect(): void {
    const { status } = this.state;
    if (status === 'UNKNOWN' || status === 'UNREACHABLE') return;
    if (this.isChecking) this.suspicions++;
    else this.schedule(LEAST_PAUSE_MS);
  }

  private schedule(delayMs: number): void {
    clearTimeout(this.timer);
    if (!this.watching) return;
    this.timer = setTimeout(() => void this.check(), delayMs).unref();
  }

  private async check(): Promise<void> {
    this.isChecking = true;
    const known = this.suspicions;
    const found = await this.ping();
    this.isChecking = false;
    this.record(found, this.suspicions > known);
  }

  private record(found: Observation, isSuspect: boolean): void {
    if (!this.watching) return;
    const before = this.state.status;
    this.state = observe(this.state, found, this.options);
    this.checkedAt = new Date();
    const isOpen = isSuspect && this.state.status !== 'UNREACHABLE';
    this.schedule(isOpen ? LEAST_PAUSE_MS : spread(untilNextPing(this.state, this.options)));
    if (this.state.status !== before) this.onChange(this.present);
  }

  private async ping(): Promise<Observation> {
    const started = performance.now();
    try {
      await this.adapter.ping(this.options.timeoutMs);
      return { kind: 'answered', latencyMs: performance.now() - started, pool: this.adapter.pool() };
    } catch (error) {
      const reason = error instanceof DragomanError ? error.message : 'The ping failed for an unexpected reason.';
      return { kind: 'failed', error: reason };
    }
  }
}
