/** Pauses between attempts, each longer than the one before. */
export interface BackOff {
  readonly fromMs: number;
  readonly factor: number;
  readonly mostMs: number;
}

/** Pauses are spread by so much around their length, so that many who wait do not come in one moment. */
const JITTER = 0.1;

/** A length of time, spread a little. */
export function spread(durationMs: number): number {
  return durationMs * (1 + JITTER * (2 * Math.random() - 1));
}

/** How long to wait after so many failures, at least one, before the next attempt; without spread. */
export function pauseMs({ fromMs, factor, mostMs }: BackOff, failures: number): number {
  return Math.min(mostMs, fromMs * factor ** (failures - 1));
}
