import type { Claim } from './pooled-connection.js';

/** How long a statement may run at each level before one that waits may take its place. */
const sliceMs = (level: number): number => 200 * 4 ** level;

/** One who has a place. */
export interface Holder {
  readonly claim: Claim;
  /** Milliseconds since the epoch. */
  readonly since: number;
  readonly preempted: boolean;
}

/**
 * Who has to give their place to those who wait: for each of them, the one that has
 * overstayed its slice longest and is no level below.
 * @param waiting the claims for which no connection is on its way, in their order
 */
export function placesToTake<H extends Holder>(holders: Iterable<H>, waiting: readonly Claim[]): H[] {
  const now = Date.now();
  const overstay = ({ since, claim }: H): number => now - since - sliceMs(claim.level);
  const all = [...holders];
  const candidates = all
    .filter((holder) => holder.claim.preemptible && !holder.preempted && overstay(holder) > 0)
    .sort((left, right) => overstay(right) - overstay(left));
  const onTheWay = all.filter(({ preempted }) => preempted).length;
  const taken: H[] = [];
  for (const { level } of waiting.slice(onTheWay)) {
    const place = candidates.findIndex(({ claim }) => level <= claim.level);
    if (place < 0) break;
    taken.push(...candidates.splice(place, 1));
  }
  return taken;
}
