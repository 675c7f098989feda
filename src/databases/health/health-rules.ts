import { pauseMs, type BackOff } from '../back-off.js';
import type { PoolFigures } from '../database-adapter.js';
import type { HealthOptions } from '../database-options.js';

/** How well a database answers. */
export type HealthStatus = 'UNKNOWN' | 'HEALTHY' | 'DEGRADED' | 'UNREACHABLE';

/** What one ping found. */
export type Observation =
  | { readonly kind: 'answered'; readonly latencyMs: number; readonly pool: PoolFigures }
  | { readonly kind: 'failed'; readonly error: string };

/** What all pings so far add up to. */
export interface HealthState {
  readonly status: HealthStatus;
  /** Why it is not HEALTHY, for a person; null where it is, or where nothing is known yet. */
  readonly error: string | null;
  /** How long the last answered ping took. */
  readonly latencyMs: number | null;
  /** How many of the last pings in a row failed, were answered, were slow, found the pool near its end, found neither. */
  readonly failed: number;
  readonly answered: number;
  readonly slow: number;
  readonly strained: number;
  readonly easy: number;
}

export const UNOBSERVED: HealthState = {
  ...{ status: 'UNKNOWN', error: null, latencyMs: null },
  ...{ failed: 0, answered: 0, slow: 0, strained: 0, easy: 0 },
};

/** A ping that takes this share of its time limit is slow. */
const SLOW_SHARE = 0.5;
/** A pool is near its end while requests wait, or this share of it is busy. */
const BUSY_SHARE = 0.9;
/** So many pings in a row must find it so: a moment's rush is what a queue is for. */
const STRAINED_PINGS = 3;
/** While the next ping decides, it comes soon. */
const DECIDING_MS = 250;
/** Each pause is a fifth longer, so that an outage is never seen to last longer by much more than a fifth of it. */
const BACK_OFF: BackOff = { fromMs: DECIDING_MS, factor: 1.2, mostMs: 5000 };

/**
 * The state after one more ping. The first ping decides by itself; from then on it takes
 * `failures` bad ones in a row to call a database UNREACHABLE, and `successes` good ones to trust it again.
 */
export function observe(before: HealthState, observation: Observation, options: HealthOptions): HealthState {
  if (observation.kind === 'failed') return afterFailure(before, observation.error, options);
  const { latencyMs, pool } = observation;
  const isSlow = latencyMs > options.timeoutMs * SLOW_SHARE;
  const strain = strainOf(pool);
  const counted = {
    latencyMs,
    failed: 0,
    answered: before.answered + 1,
    slow: isSlow ? before.slow + 1 : 0,
    strained: strain === undefined ? 0 : before.strained + 1,
    easy: isSlow || strain !== undefined ? 0 : before.easy + 1,
  };
  const isTrusted = before.status !== 'UNREACHABLE' || counted.answered >= options.successes;
  if (!isTrusted) return { ...counted, status: 'UNREACHABLE', error: recovering(counted.answered, options.successes) };
  const wasTrusted = before.status === 'UNKNOWN' || before.status === 'HEALTHY';
  const trouble = troubleOf(counted, strain, options);
  if (trouble !== undefined) return { ...counted, status: 'DEGRADED', error: trouble };
  // Out of DEGRADED it takes as many good pings, and easy ones: on the edge it would go to and fro.
  const isWell = wasTrusted || before.status === 'UNREACHABLE' || counted.easy >= options.successes;
  if (isWell) return { ...counted, status: 'HEALTHY', error: null };
  return { ...counted, status: 'DEGRADED', error: recovering(counted.easy, options.successes) };
}

/** How long to wait after a ping before the next one, without spread. */
export function untilNextPing(
  { status, failed, answered }: HealthState,
  { intervalMs, successes }: HealthOptions,
): number {
  const soonMs = Math.min(intervalMs, DECIDING_MS);
  if (status === 'UNREACHABLE' && failed > 0) return pauseMs({ ...BACK_OFF, fromMs: soonMs }, failed);
  return failed > 0 || (status !== 'HEALTHY' && answered < successes) ? soonMs : intervalMs;
}

function afterFailure(before: HealthState, error: string, { failures }: HealthOptions): HealthState {
  const failed = before.failed + 1;
  const isGone = before.status === 'UNKNOWN' || before.status === 'UNREACHABLE' || failed >= failures;
  const counted = { latencyMs: before.latencyMs, failed, answered: 0, slow: 0, strained: 0, easy: 0 };
  return { ...counted, status: isGone ? 'UNREACHABLE' : 'DEGRADED', error };
}

function troubleOf(
  { slow, strained, latencyMs }: Pick<HealthState, 'slow' | 'strained' | 'latencyMs'>,
  strain: string | undefined,
  { failures, timeoutMs }: HealthOptions,
): string | undefined {
  if (slow >= failures) {
    return `It answers slowly: the last ping took ${Math.round(latencyMs ?? 0)} ms; more than ${timeoutMs * SLOW_SHARE} ms counts as slow.`;
  }
  return strained >= STRAINED_PINGS ? strain : undefined;
}

/** What is the matter with a pool that is near its end. */
function strainOf({ open, idle, max, waiting }: PoolFigures): string | undefined {
  const busy = open - idle;
  if (waiting === 0 && busy < max * BUSY_SHARE) return undefined;
  const line = waiting === 0 ? '' : `, and ${waiting === 1 ? '1 request waits' : `${waiting} requests wait`} for one`;
  return `Its pool is near its end: ${busy} of ${max} connections are busy${line}. Raise \`pool.max\`, or make its statements shorter.`;
}

function recovering(good: number, wanted: number): string {
  return `It answers again: ${good} of ${wanted} good pings so far.`;
}
