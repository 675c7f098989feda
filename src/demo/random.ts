/**
 * A small pseudo-random source (mulberry32). It uses 32-bit integer arithmetic only, so the
 * same seed gives the same sequence on every machine and every version of Node.
 */
export class RandomSource {
  private state: number;

  constructor(private readonly seed: number) {
    this.state = seed >>> 0;
  }

  /**
   * An independent source for one part of the data. Each part draws from its own sequence,
   * so that a change to one generator leaves the rows of the others as they were.
   */
  fork(name: string): RandomSource {
    let hash = (this.seed ^ 0x811c9dc5) >>> 0;
    for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193) >>> 0;
    return new RandomSource(hash);
  }

  /** A fraction from 0 (included) to 1 (excluded). */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number between both bounds, bounds included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** One of the items, each as likely as the others. */
  pick<T>(items: readonly T[]): T {
    return itemAt(items, Math.floor(this.fraction() * items.length));
  }

  /** One of the items, the early ones far more often: a few best sellers, a long tail. */
  pickEarly<T>(items: readonly T[]): T {
    const fraction = this.fraction();
    return itemAt(items, Math.floor(fraction * fraction * items.length));
  }

  /** One of the items, in proportion to its weight. */
  pickWeighted<T>(items: readonly (readonly [item: T, weight: number])[]): T {
    let left = this.fraction() * items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    return itemAt(items, items.length - 1)[0];
  }

  /** The items in a new order; the given list stays as it was. */
  shuffled<T>(items: readonly T[]): T[] {
    const order = items.map((item) => ({ item, key: this.fraction() }));
    return order.sort((left, right) => left.key - right.key).map(({ item }) => item);
  }

  /** Fills a form: `#` becomes a digit, `@` a capital letter, all else stays. */
  fillForm(form: string): string {
    return form.replace(/[#@]/g, (mark) =>
      mark === '#' ? String(this.whole(0, 9)) : this.pick(Array.from('ABDEFGHJLNPQRSTUWXYZ')),
    );
  }
}

/**
 * A shuffled stack of items that is dealt out whole before any item comes again. Random
 * picks repeat themselves sooner than readers expect; a deck keeps neighbours different.
 */
export class Deck<T> {
  private left: T[] = [];

  constructor(
    private readonly items: readonly T[],
    private readonly random: RandomSource,
  ) {}

  deal(): T {
    if (this.left.length === 0) this.left = this.random.shuffled(this.items);
    const item = this.left.pop();
    if (item === undefined) throw new Error('An empty deck has nothing to deal.');
    return item;
  }
}

function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error('An empty list has nothing to pick.');
  return item;
}
