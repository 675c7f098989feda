import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim, Lease, PooledConnection } from '../../../src/databases/pool/pooled-connection.js';
import { WaitingLine } from '../../../src/databases/pool/waiting-line.js';
import { DragomanError } from '../../../src/errors/index.js';
import { CancelSource } from '../../../src/events/index.js';

const never = (): Error => new DragomanError('POOL_EXHAUSTED', 'Nothing came.');
const served = {} as Lease<PooledConnection>;

class Line extends WaitingLine<PooledConnection> {
  readonly done: string[] = [];

  constructor() {
    super(() => undefined);
  }

  wait(name: string, claim: Partial<Claim> = {}): void {
    const whole = { deadlineMs: Infinity, signal: new CancelSource(), level: 0, preemptible: false, ...claim };
    void this.join({ ...whole, caller: name.replace(/\d+$/, '') }, 100_000, never).then(
      () => this.done.push(name),
      () => this.done.push(`${name} left`),
    );
  }

  /** Serves so many, and tells whom. */
  async serve(count = this.length): Promise<string[]> {
    const before = this.done.length;
    for (let n = 0; n < count; n++) this.next()?.grant(served);
    await new Promise((resolve) => setImmediate(resolve));
    return this.done.slice(before);
  }
}

describe('those who wait for a connection', () => {
  it('get it by callers in turn, each in its own order', async () => {
    const line = new Line();
    for (const name of ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1']) line.wait(name);
    expect(await line.serve()).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4']);
  });

  it('come next where they come single, whatever a greedy one has waiting', async () => {
    const line = new Line();
    for (let n = 0; n < 200; n++) line.wait(`greedy${n}`);
    await line.serve(50);
    line.wait('other1');
    line.wait('other2');
    expect(await line.serve(4)).toEqual(['other1', 'greedy50', 'other2', 'greedy51']);
  });

  it('do not get every turn by coming one at a time', async () => {
    const line = new Line();
    for (let n = 0; n < 10; n++) line.wait(`many${n}`);
    const order: string[] = [];
    for (let n = 0; n < 5; n++) {
      line.wait(`single${n}`);
      order.push(...(await line.serve(2)));
    }
    expect(order.filter((name) => name.startsWith('many'))).toHaveLength(5);
  });

  it('go behind a caller’s others where they gave their place away, not behind everybody', async () => {
    const line = new Line();
    line.wait('a1', { level: 1 });
    line.wait('b1');
    line.wait('a2');
    line.wait('b2');
    expect(await line.serve()).toEqual(['a2', 'b1', 'a1', 'b2']);
  });

  it('move up where one of theirs leaves', async () => {
    const line = new Line();
    const gone = new CancelSource();
    line.wait('a1', { signal: gone });
    for (const name of ['a2', 'a3', 'b1', 'b2']) line.wait(name);
    gone.abort();
    expect(await line.serve()).toEqual(['a1 left', 'a2', 'b1', 'a3', 'b2']);
  });

  it('give way to a caller with fewer where no place is left', async () => {
    const line = new Line();
    for (let n = 0; n < 4; n++) line.wait(`greedy${n}`);
    const claim = { deadlineMs: Infinity, signal: new CancelSource(), level: 0, preemptible: false };
    line.displaceFor({ ...claim, caller: 'other' })?.refuse(never());
    expect(line.length).toBe(3);
    expect(line.displaceFor({ ...claim, caller: 'greedy' })).toBeUndefined();
    expect(await line.serve()).toEqual(['greedy3 left', 'greedy0', 'greedy1', 'greedy2']);
  });

  it('are each served once, and callers in turn, however they come and go', async () => {
    const step = fc.oneof(
      fc.record({ come: fc.constantFrom('a', 'b', 'c'), level: fc.nat(2) }),
      fc.record({ serve: fc.integer({ min: 1, max: 3 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const line = new Line();
        let come = 0;
        for (const each of steps) {
          if ('come' in each) line.wait(`${each.come}${++come}`, { level: each.level });
          else await line.serve(each.serve);
        }
        await line.serve();
        expect(line.done).toHaveLength(come);
        expect(new Set(line.done).size).toBe(come);
        expect(line.length).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});
