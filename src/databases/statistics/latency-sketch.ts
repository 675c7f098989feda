import { LogCollapsingLowestDenseDDSketch } from '@datadog/sketches-js';

/** How far a quantile may be from the exact one, as a part of it. */
const RELATIVE_ACCURACY = 0.01;
/** Eight bytes each at most. At 1% so many bins reach from nanoseconds to weeks; the lowest would be merged beyond that. */
const MOST_BINS = 2048;

/** Durations, in so little memory that quantiles are told within 1% (a DDSketch: https://www.vldb.org/pvldb/vol12/p2195-masson.pdf). */
export class LatencySketch {
  private readonly sketch = new LogCollapsingLowestDenseDDSketch({
    relativeAccuracy: RELATIVE_ACCURACY,
    binLimit: MOST_BINS,
  });

  add(durationMs: number): void {
    this.sketch.accept(durationMs);
  }

  /** The least duration that this part of all did not exceed; 0 where nothing was added. */
  quantile(part: number): number {
    const { count } = this.sketch;
    if (count === 0) return 0;
    // The sketch counts ranks from 0 to count - 1 and rounds them down, which for few durations is another one.
    return this.sketch.getValueAtQuantile(Math.min(1, (Math.ceil(part * count) - 0.5) / (count - 1)));
  }
}
