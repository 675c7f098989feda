import { describe, expect, it } from 'vitest';
import { ConcurrencyLimit } from '../../src/auth/index.js';
import { CancelSource } from '../../src/events/index.js';
import { refusal } from '../support/test-pipeline.js';

/** Work that ends when it is told to, and says in which order it began. */
function bench(limit: ConcurrencyLimit) {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const start = (caller: string, signal = new CancelSource()): Promise<void> =>
    limit.run(caller, signal, () => {
      begun.push(caller);
      return new Promise((resolve) => ends.push(resolve));
    });
  const endNext = async (): Promise<void> => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, start, endNext };
}

describe('work beyond what may be under way at once', () => {
  it('waits, and is let in by callers in turn', async () => {
    const { begun, start, endNext } = bench(new ConcurrencyLimit({ max: 2, perCaller: 2 }));
    const greedy = Array.from({ length: 4 }, () => start('greedy'));
    const others = [start('one'), start('two'), start('one')];
    for (let n = 0; n < 7; n++) await endNext();
    await Promise.all([...greedy, ...others]);
    expect(begun).toEqual(['greedy', 'greedy', 'greedy', 'one', 'two', 'greedy', 'one']);
  });

  it('leaves a share to others', async () => {
    const { begun, start, endNext } = bench(new ConcurrencyLimit({ max: 4, perCaller: 3 }));
    const greedy = Array.from({ length: 6 }, () => start('greedy'));
    expect(begun).toEqual(['greedy', 'greedy', 'greedy']);
    const other = start('other');
    expect(begun.at(-1)).toBe('other');
    for (let n = 0; n < 7; n++) await endNext();
    await Promise.all([...greedy, other]);
    expect(begun).toHaveLength(7);
  });

  it('is refused where as many wait already', async () => {
    const { start, endNext } = bench(new ConcurrencyLimit({ max: 1, perCaller: 1 }));
    const [first, second] = [start('a'), start('a')];
    const error = await refusal(start('a'), 'OVERLOADED');
    expect(error.retryable).toBe(true);
    expect(error.extensions()).toMatchObject({ limit: { name: 'concurrency', max: 1 }, retryAfterMs: 1000 });
    expect(error.details.hint).toContain('limits.concurrency');
    // Somebody else has a place to wait.
    const other = start('b');
    for (let n = 0; n < 3; n++) await endNext();
    await Promise.all([first, second, other]);
  });

  it('is given up where its client is gone, and its place is free again', async () => {
    const { begun, start, endNext } = bench(new ConcurrencyLimit({ max: 1, perCaller: 1 }));
    const first = start('a');
    const gone = new CancelSource();
    const waiting = refusal(start('b', gone), 'QUERY_CANCELLED');
    gone.abort();
    await waiting;
    const third = start('c');
    await endNext();
    await endNext();
    await Promise.all([first, third]);
    expect(begun).toEqual(['a', 'c']);
  });

  it('gives its place back where it fails', async () => {
    const limit = new ConcurrencyLimit({ max: 1, perCaller: 1 });
    for (let n = 0; n < 3; n++)
      await expect(limit.run('a', new CancelSource(), () => Promise.reject(new Error('broken')))).rejects.toThrow(
        'broken',
      );
    expect(await limit.run('a', new CancelSource(), () => Promise.resolve('done'))).toBe('done');
  });
});
