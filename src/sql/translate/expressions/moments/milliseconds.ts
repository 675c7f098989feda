/** Seconds since 1970 reach this in the year 5138: a number past it counts milliseconds, as mappers keep them in SQLite. */
export const MILLISECONDS_FROM = 1e11;
const WHOLE = /^-?\d+$/;

/** The moment, in UTC, that a whole number of milliseconds since 1970 is; undefined for any other number. */
export function momentOfMilliseconds(written: string): string | undefined {
  const value = Number(written);
  if (!WHOLE.test(written) || Math.abs(value) < MILLISECONDS_FROM) return undefined;
  const moment = new Date(value);
  // years of other than four digits are written otherwise
  if (Number.isNaN(moment.getTime()) || moment.getUTCFullYear() < 1 || moment.getUTCFullYear() > 9999) return undefined;
  return moment
    .toISOString()
    .replace('T', ' ')
    .replace(/\.?0*Z$/, '');
}
