/** What is run for nobody in particular is run for one caller. */
export const nameOf = (caller: string | undefined): string => caller ?? '';

/**
 * Whoever has most of what waits, to give one up for a caller who wants a place.
 * @param owners whose each of what waits is
 * @returns undefined where nobody would have more than that caller with one more
 */
export function greedierCaller(owners: Iterable<string>, caller: string): string | undefined {
  const counts = new Map<string, number>();
  for (const owner of owners) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  const [greediest, most] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one), ['', 0]);
  return most <= (counts.get(caller) ?? 0) + 1 ? undefined : greediest;
}
