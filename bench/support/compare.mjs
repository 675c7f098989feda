// Comparisons within one run: the sides take turns, and what is told is the median of each turn's ratio.

/** The middle one of numbers. */
export function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

/**
 * Measures the sides in turns; each round begins with another side, so that none always runs after the same one.
 * @template Figures
 * @param {Record<string, () => Promise<Figures>>} sides
 * @returns {Promise<Record<string, Figures>[]>} the figures of each round, by side
 */
export async function takeTurns(sides, rounds) {
  const names = Object.keys(sides);
  const all = [];
  for (let round = 0; round < rounds; round += 1) {
    const figures = {};
    for (const index of names.keys()) {
      const name = names[(round + index) % names.length];
      figures[name] = await sides[name]();
    }
    all.push(figures);
  }
  return all;
}

/** The median of the rounds' ratios, with the least and the greatest of them. */
export function ratio(rounds, of) {
  const ratios = rounds.map(of);
  return { median: median(ratios), least: Math.min(...ratios), greatest: Math.max(...ratios) };
}

export function showRatio({ median: middle, least, greatest }) {
  return `${middle.toFixed(2)} (${least.toFixed(2)} to ${greatest.toFixed(2)})`;
}

export function verdict(isMet) {
  return isMet ? 'met' : 'NOT MET';
}
