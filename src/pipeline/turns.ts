import { ConcurrencyLimit, shareOfPool, type ConcurrencyBounds } from '../auth/index.js';
import type { DatabaseAdapter, RegisteredDatabase } from '../databases/index.js';
import type { QueryRequest } from './query-request.js';

/**
 * Lets statements in that take a connection for themselves; what has one already (a transaction's next statement, a
 * stream) does not come here. One caller's can take all of neither the service nor a database: on a server nobody takes
 * a connection back from a slow statement.
 */
export class Turns {
  private readonly service: ConcurrencyLimit;
  private readonly databases = new WeakMap<DatabaseAdapter, ConcurrencyLimit>();
  private readonly shares: boolean;

  /** @param bounds undefined: all come in, and nobody has to share */
  constructor(bounds: ConcurrencyBounds | undefined) {
    this.service = new ConcurrencyLimit(bounds ?? { max: Infinity, perCaller: Infinity });
    this.shares = bounds !== undefined && bounds.perCaller < bounds.max;
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

  private of({ adapter, options }: RegisteredDatabase): ConcurrencyLimit {
    const known = this.databases.get(adapter);
    if (known !== undefined) return known;
    const { max } = options.pool;
    const made = new ConcurrencyLimit({ max: Infinity, perCaller: shareOfPool(max), name: 'pool.max', told: max });
    this.databases.set(adapter, made);
    return made;
  }
}
