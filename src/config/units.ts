interface Unit {
  readonly factor: number;
}

/** Milliseconds in a unit of time. */
const DURATION_UNITS = {
  ms: { factor: 1 },
  s: { factor: 1_000 },
  m: { factor: 60_000 },
  h: { factor: 3_600_000 },
} as const satisfies Record<string, Unit>;

/** Bytes in a unit of size. */
const SIZE_UNITS = {
  KB: { factor: 1024 },
  MB: { factor: 1024 ** 2 },
  GB: { factor: 1024 ** 3 },
} as const satisfies Record<string, Unit>;

/** Node's timers fire at once when they are given more than this. */
const MAX_DURATION_MS = 2 ** 31 - 1;

/** A whole number above zero and its unit, without a space: `250ms`, `30s`, `5m`, `1h`. */
export const DURATION_PATTERN = quantityPattern(DURATION_UNITS);

/** A whole number above zero and its unit, without a space: `64KB`, `256MB`, `1GB`. */
export const SIZE_PATTERN = quantityPattern(SIZE_UNITS);

/**
 * Milliseconds of a duration such as `250ms`, `30s`, `5m` or `1h`; undefined where the text
 * is none, which a bare number and anything above 24 days (2³¹−1 ms) are.
 */
export function parseDuration(text: string): number | undefined {
  return parseQuantity(text, DURATION_PATTERN, DURATION_UNITS, MAX_DURATION_MS);
}

/**
 * Bytes of a size such as `64KB`, `256MB` or `1GB`, counted in steps of 1024; undefined where
 * the text is none, which a bare number and anything above 2⁵³−1 are.
 */
export function parseSize(text: string): number | undefined {
  return parseQuantity(text, SIZE_PATTERN, SIZE_UNITS, Number.MAX_SAFE_INTEGER);
}

function quantityPattern(units: Record<string, Unit>): RegExp {
  return new RegExp(`^([1-9][0-9]*)(${Object.keys(units).join('|')})$`);
}

function parseQuantity(text: string, pattern: RegExp, units: Record<string, Unit>, max: number): number | undefined {
  const [, count, unit] = pattern.exec(text) ?? [];
  if (count === undefined || unit === undefined) return undefined;
  const value = Number(count) * (units[unit]?.factor ?? Number.NaN);
  return value <= max ? value : undefined;
}
