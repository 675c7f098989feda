import { setImmediate } from 'node:timers/promises';

/** How many tables are put together before others have their turn: some milliseconds' work. */
const AT_ONCE = 200;

/** Maps many items, and lets everybody else have a turn in between. */
export async function inSlices<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Result,
  atOnce = AT_ONCE,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % atOnce === 0) await setImmediate();
    results.push(map(item));
  }
  return results;
}
