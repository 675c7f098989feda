import { mostHeld, mostStreams } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import { shareOfPool } from './concurrency-limit.js';

/** What holds a connection for longer than one answer. */
export type Holding = 'transaction' | 'stream';

/** A database's connections. */
export interface HeldPool {
  readonly database: string;
  /** How many it may have now. */
  readonly connections: number;
}

interface HoldingRule {
  /** How many of so many connections all callers may hold so. */
  readonly most: (connections: number) => number;
  readonly many: string;
  readonly part: string;
  readonly remedy: string;
}

const RULES: Readonly<Record<Holding, HoldingRule>> = {
  transaction: {
    most: mostHeld,
    many: 'transactions',
    part: 'half of it may be held by transactions',
    remedy: 'Commit one or roll it back before you begin another',
  },
  stream: {
    most: mostStreams,
    many: 'streams',
    part: 'somewhat less than half of it may stream',
    remedy: 'Take one to its end, or leave it, before you begin another',
  },
};

/**
 * The places for what is held open: a part of a database's connections, so that they can't keep everybody else out. Where
 * callers share, one has three quarters of them at most, and the last is for somebody who holds none.
 */
export class HeldPlaces {
  private readonly rule: HoldingRule;
  private readonly takenOf = new Map<string, Map<string, number>>();

  /** @param shares whether there are several callers, so that one can't take all */
  constructor(
    private readonly holding: Holding,
    private readonly shares: boolean,
  ) {
    this.rule = RULES[holding];
  }

  /**
   * Takes one, until what it returns is called.
   * @throws DragomanError POOL_EXHAUSTED, OVERLOADED
   */
  take(pool: HeldPool, caller: string): () => void {
    const taken = this.takenOf.get(pool.database) ?? new Map<string, number>();
    this.refuseTooMany(pool, taken, caller);
    taken.set(caller, (taken.get(caller) ?? 0) + 1);
    this.takenOf.set(pool.database, taken);
    return () => {
      const left = (taken.get(caller) ?? 1) - 1;
      if (left > 0) taken.set(caller, left);
      else taken.delete(caller);
      if (taken.size === 0) this.takenOf.delete(pool.database);
    };
  }

  private refuseTooMany({ database, connections }: HeldPool, taken: ReadonlyMap<string, number>, caller: string): void {
    const most = this.rule.most(connections);
    const all = [...taken.values()].reduce((sum, count) => sum + count, 0);
    if (all >= most) throw this.allTaken(database, most);
    const own = taken.get(caller) ?? 0;
    if (!this.shares || own === 0) return;
    if (own >= shareOfPool(most) || all + 1 >= most) throw this.shareTaken(database, own, connections);
  }

  private allTaken(database: string, most: number): DragomanError {
    const { many, part } = this.rule;
    return new DragomanError('POOL_EXHAUSTED', `As many ${many} are open on "${database}" as may be: ${most}.`, {
      hint: `Try again once one has ended, or raise \`pool.max\`: ${part}.`,
    });
  }

  private shareTaken(database: string, own: number, connections: number): DragomanError {
    const { many, part, remedy } = this.rule;
    const have = `${own} ${own === 1 ? this.holding : many}`;
    return new DragomanError('OVERLOADED', `You have ${have} open on "${database}"; what is left is for others.`, {
      hint: `${remedy}, or raise \`pool.max\`: ${part}, three quarters of that by one caller.`,
      limit: { name: 'pool.max', max: connections },
    });
  }
}
