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

export function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Texts of a list that stand in it before, each by its place, and where it stood first; whatever is no text is passed by. */
export function repeats(values: readonly unknown[]): { readonly index: number; readonly first: number }[] {
  const firsts = new Map<string, number>();
  return values.flatMap((value, index) => {
    if (typeof value !== 'string') return [];
    const first = firsts.get(value);
    if (first !== undefined) return [{ index, first }];
    firsts.set(value, index);
    return [];
  });
}
