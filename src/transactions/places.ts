import { shareOfPool } from '../auth/index.js';
import { mostHeld, type RegisteredDatabase } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';

/** Where there are several, one caller can't take all of them. */
export interface PlaceBounds {
  readonly shares: boolean;
}

/**
 * The places for transactions that are held open: half of a database's connections, so that they can't keep everybody else
 * out. Where callers share, one has three quarters of them at most, and the last is for somebody who holds none.
 */
export class Places {
  private readonly takenOf = new Map<string, Map<string, number>>();

  constructor(private readonly bounds: PlaceBounds) {}

  /**
   * Takes one, until what it returns is called.
   * @throws DragomanError POOL_EXHAUSTED, OVERLOADED
   */
  take(database: RegisteredDatabase, caller: string): () => void {
    const taken = this.takenOf.get(database.name) ?? new Map<string, number>();
    this.refuseTooMany(database, taken, caller);
    taken.set(caller, (taken.get(caller) ?? 0) + 1);
    this.takenOf.set(database.name, taken);
    return () => {
      const left = (taken.get(caller) ?? 1) - 1;
      if (left > 0) taken.set(caller, left);
      else taken.delete(caller);
      if (taken.size === 0) this.takenOf.delete(database.name);
    };
  }

  private refuseTooMany(
    { name, options: { pool } }: RegisteredDatabase,
    taken: ReadonlyMap<string, number>,
    caller: string,
  ): void {
    const most = mostHeld(pool.max);
    const all = [...taken.values()].reduce((sum, count) => sum + count, 0);
    if (all >= most) throw allTaken(name, most);
    const own = taken.get(caller) ?? 0;
    if (!this.bounds.shares || own === 0) return;
    if (own >= shareOfPool(most) || all + 1 >= most) throw shareTaken(name, own, pool.max);
  }
}

function allTaken(database: string, most: number): DragomanError {
  return new DragomanError('POOL_EXHAUSTED', `${most} transactions are open on "${database}", as many as may be.`, {
    hint: 'Try again once one has ended, or raise `pool.max`: half of it may be held by transactions.',
  });
}

function shareTaken(database: string, own: number, max: number): DragomanError {
  return new DragomanError(
    'OVERLOADED',
    `You have ${own} ${own === 1 ? 'transaction' : 'transactions'} open on "${database}"; what is left is for others.`,
    {
      hint: 'Commit one or roll it back before you begin another, or raise `pool.max`: half of it may be held by transactions, three quarters of that by one caller.',
      limit: { name: 'pool.max', max },
    },
  );
}
