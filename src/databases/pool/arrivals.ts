/**
 * How long ago one may have been begun that another waits for as well. One that takes longer
 * must hold up nobody who did not wait for it from the start.
 */
const FRESH_MS = 500;

/** A connection on its way to those who wait: it is being opened, or asked for a sign of life. */
export interface Arrival {
  /** Whether the pool counts on it for one who waits. */
  wanted: boolean;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

/**
 * The connections on their way. Who waited for one may have been served by another or have
 * left; the next who waits then takes it over, so that no more are opened than are wanted.
 */
export class Arrivals {
  private readonly present = new Set<Arrival>();
  private wanted = 0;

  get size(): number {
    return this.present.size;
  }

  /** How many of those who wait, the first ones, have one on its way. */
  get promised(): number {
    return this.wanted;
  }

  begin(wanted: boolean): Arrival {
    const arrival = { wanted, since: Date.now() };
    this.present.add(arrival);
    if (wanted) this.wanted++;
    return arrival;
  }

  end(arrival: Arrival): void {
    this.present.delete(arrival);
    if (arrival.wanted) this.wanted--;
  }

  /** Promises one that nobody waits for any more to one who waits; false where there is none that will be there soon. */
  adopt(): boolean {
    const freshSince = Date.now() - FRESH_MS;
    for (const arrival of this.present) {
      if (arrival.wanted || arrival.since < freshSince) continue;
      arrival.wanted = true;
      this.wanted++;
      return true;
    }
    return false;
  }

  /** There are fewer who wait than are promised one: the oldest is nobody's. */
  disown(): void {
    for (const arrival of this.present) {
      if (!arrival.wanted) continue;
      arrival.wanted = false;
      this.wanted--;
      return;
    }
  }
}
