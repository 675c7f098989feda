import type { PoolOptions } from '../database-options.js';

/** How a database’s connections are kept. CLUSTERED is for clusters: one budget over their nodes. */
export type PoolStrategy = 'NONE' | 'SIMPLE' | 'ADVANCED' | 'CLUSTERED';

/** The strategies that a single database can have. */
export type OwnPoolStrategy = Exclude<PoolStrategy, 'CLUSTERED'>;

/** What a strategy does beside what all do: `max` and the queue hold for each. */
export interface PoolPolicy {
  /** A connection is kept for the next request; else it is closed after the one that it was opened for. */
  readonly keeps: boolean;
  /** `min` connections are opened ahead, and anew when one was lost. */
  readonly fills: boolean;
  /** A connection is replaced once it is `maxLifetimeMs` old. */
  readonly ages: boolean;
  /** One that was idle for long is asked for a sign of life before it is lent. */
  readonly validates: boolean;
}

export const POOL_POLICIES: Readonly<Record<OwnPoolStrategy, PoolPolicy>> = {
  NONE: { keeps: false, fills: false, ages: false, validates: false },
  SIMPLE: { keeps: true, fills: false, ages: false, validates: false },
  ADVANCED: { keeps: true, fills: true, ages: true, validates: true },
};

/** Settings that say something only where the strategy has what they are about. */
export const SETTINGS_BY_POLICY = {
  min: 'keeps',
  idleTimeoutMs: 'keeps',
  maxLifetimeMs: 'ages',
} as const satisfies Partial<Record<keyof PoolOptions, keyof PoolPolicy>>;
