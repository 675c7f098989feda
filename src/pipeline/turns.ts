import { ConcurrencyLimit, HeldPlaces, shareOfPool, type ConcurrencyBounds, type Holding } from '../auth/index.js';
import type { DatabaseAdapter, RegisteredDatabase } from '../databases/index.js';
import type { QueryRequest } from './query-request.js';

/**
 * Lets statements in that take a connection for themselves, and transactions and streams that hold one; what has one
 * already (a transaction's next statement, a stream's next batch) does not come here. One caller's can take all of
 * neither the service nor a database: on a server nobody takes a connection back from a slow statement.
 */
export class Turns {
  private readonly service: ConcurrencyLimit;
  private readonly databases = new WeakMap<DatabaseAdapter, ConcurrencyLimit>();
  private readonly shares: boolean;
  private readonly held: Readonly<Record<Holding, HeldPlaces>>;

  /** @param bounds undefined: all come in, and nobody has to share */
  constructor(bounds: ConcurrencyBounds | undefined) {
    this.service = new ConcurrencyLimit(bounds ?? { max: Infinity, perCaller: Infinity });
    this.shares = bounds !== undefined && bounds.perCaller < bounds.max;
    this.held = {
      transaction: new HeldPlaces('transaction', this.shares),
      stream: new HeldPlaces('stream', this.shares),
    };
  }

  /** @throws DragomanError OVERLOADED, QUERY_CANCELLED */
  async run<T>(
    { principal, signal }: Pick<QueryRequest, 'principal' | 'signal'>,
    database: RegisteredDatabase,
    work: () => Promise<T>,
  ): Promise<T> {
    const { name } = principal;
    if (!this.shares) return await this.service.run(name, signal, work);
    return await this.service.run(name, signal, () => this.of(database).run(name, signal, work));
  }

  /**
   * Takes a connection's place for as long as something is held, which counts with the caller's statements.
   * @returns gives it back, once
   * @throws DragomanError POOL_EXHAUSTED, OVERLOADED
   */
  hold(holding: Holding, database: RegisteredDatabase, caller: string): () => void {
    const connections = database.adapter.pool().max;
    const giveBack = [this.held[holding].take({ database: database.name, connections }, caller)];
    try {
      if (this.shares) giveBack.push(this.of(database).hold(caller));
    } catch (error) {
      for (const each of giveBack) each();
      throw error;
    }
    return () => {
      for (const each of giveBack.splice(0)) each();
    };
  }

  private of({ adapter, options }: RegisteredDatabase): ConcurrencyLimit {
    const known = this.databases.get(adapter);
    if (known !== undefined) return known;
    const { max } = options.pool;
    const made = new ConcurrencyLimit({
      ...{ max: Infinity, perCaller: shareOfPool(max), name: 'pool.max', told: max },
      kinds: 'statements, streams and transactions',
    });
    this.databases.set(adapter, made);
    return made;
  }
}
