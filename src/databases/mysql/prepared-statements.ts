import { LRUCache } from 'lru-cache';
import type { Connection, PrepareStatementInfo } from 'mysql2';
import type { RowForm, RowForms } from './row-forms.js';

/** Statements that stay prepared on one connection; the server's own bound is for all connections together. */
const STATEMENTS_KEPT = 100;

/** A statement that the session has prepared. */
export interface Prepared {
  readonly native: PrepareStatementInfo;
  readonly form: RowForm;
}

/** What one session has prepared: the driver's own book of it is asked for by texts that it joins anew each time. */
export class PreparedStatements {
  private readonly bySql = new LRUCache<string, Prepared>({
    max: STATEMENTS_KEPT,
    dispose: (_dropped, sql, why) => {
      if (why === 'evict' || why === 'delete') this.connection.unprepare(sql);
    },
  });

  constructor(
    private readonly connection: Pick<Connection, 'prepare' | 'unprepare'>,
    private readonly forms: RowForms,
  ) {}

  get(sql: string): Prepared | undefined {
    return this.bySql.get(sql);
  }

  async prepare(sql: string): Promise<Prepared> {
    const native = await new Promise<PrepareStatementInfo>((resolve, reject) => {
      this.connection.prepare(sql, (error: Error | null | undefined, statement) =>
        error instanceof Error ? reject(error) : resolve(statement),
      );
    });
    const prepared = { native, form: this.forms.of(sql) };
    this.bySql.set(sql, prepared);
    return prepared;
  }

  /** After the session was made new: the server has forgotten them. */
  clear(): void {
    this.bySql.clear();
  }

  /** Lets the server forget one. */
  drop(sql: string): void {
    this.bySql.delete(sql);
  }
}
