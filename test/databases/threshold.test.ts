import { expect, it } from 'vitest';
import { Threshold } from '../../src/databases/threshold.js';
import { DragomanError } from '../../src/errors/index.js';
import { CancelSource } from '../../src/events/index.js';

const down = (): Promise<never> =>
  Promise.reject(new DragomanError('DATABASE_UNAVAILABLE', 'It is down.', { retryable: true }));

it('gives a place of the greediest to one who waits for less', async () => {
  const threshold = new Threshold({ acquireTimeoutMs: 30_000, maxWaiting: 4 });
  let open: () => Promise<string> = down;
  const ends: string[] = [];
  const wait = (caller: string): Promise<void> => {
    const waited = threshold.pass({ deadlineMs: Date.now() + 30_000, signal: new CancelSource(), caller }, () =>
      open(),
    );
    return waited.then(
      (outcome) => void ends.push(`${caller} ${outcome}`),
      (error: unknown) => void ends.push(`${caller} ${(error as DragomanError).code}`),
    );
  };
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

  const waiting = Array.from({ length: 4 }, () => wait('greedy'));
  await settled();
  expect([threshold.waiting, ends]).toEqual([4, []]);
  await wait('greedy');
  expect(ends.splice(0)).toEqual(['greedy DATABASE_UNAVAILABLE']);
  waiting.push(wait('modest'), wait('modest'));
  await settled();
  expect([threshold.waiting, ends.splice(0)]).toEqual([
    4,
    ['greedy DATABASE_UNAVAILABLE', 'greedy DATABASE_UNAVAILABLE'],
  ]);
  await wait('modest');
  expect(ends.splice(0)).toEqual(['modest DATABASE_UNAVAILABLE']);
  open = () => Promise.resolve('came in');
  await Promise.all(waiting);
  expect(ends.sort()).toEqual(['greedy came in', 'greedy came in', 'modest came in', 'modest came in']);
  expect(threshold.waiting).toBe(0);
});
