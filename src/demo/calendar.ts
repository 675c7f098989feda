/** Length of a day in milliseconds; moments are milliseconds since 1970, in UTC. */
export const DAY = 86_400_000;

/** The bookshop's first day. */
export const SHOP_OPENED = Date.UTC(2021, 2, 1, 9);

/**
 * The moment at which the data were "taken". It is fixed, as data that depended on
 * today's date would differ from one creation to the next.
 */
export const DATA_TAKEN = Date.UTC(2025, 11, 31, 18);

/** The text of a DATE column: `2024-03-09`. */
export function dateText(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** The text of a TIMESTAMP column, as SQLite's own CURRENT_TIMESTAMP writes it: `2024-03-09 14:05:00`. */
export function timestampText(moment: number): string {
  return new Date(moment).toISOString().slice(0, 19).replace('T', ' ');
}

/** The moment that a DATE or TIMESTAMP text stands for. */
export function momentOf(text: string): number {
  return Date.parse(text.length === 10 ? `${text}T00:00:00Z` : `${text.replace(' ', 'T')}Z`);
}

/** The same day and hour some years later. */
export function yearsAfter(moment: number, years: number): number {
  return moment + Math.round(years * 365.25) * DAY;
}
