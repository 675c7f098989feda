/** Ways into the file's data as it was written, of which nothing is known to be as it should. */

/** The entries of `databases:`; none where it is no list. */
export function databaseEntries(data: unknown): readonly unknown[] {
  const entries = property(data, 'databases');
  return Array.isArray(entries) ? (entries as readonly unknown[]) : [];
}

/** What a mapping holds under a key itself; undefined where it is none or has no such key. */
export function property(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
