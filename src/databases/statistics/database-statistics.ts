import type { TransactionState } from '../transactions/transaction.js';
import { LatencySketch } from './latency-sketch.js';

/** What was counted of one database since a moment. Times are in milliseconds. */
export interface StatisticsFigures {
  readonly database: string;
  /** Statements that ran, whether they ended well or not; a batch of parameter sets counts once. */
  readonly queries: number;
  /** Of these, those that failed: by the database, a deadline, or their client's departure. */
  readonly errors: number;
  readonly slowQueries: number;
  readonly rowsReturned: number;
  readonly meanTimeMs: number;
  /** Within 1% of the exact ones. */
  readonly p50TimeMs: number;
  readonly p95TimeMs: number;
  readonly p99TimeMs: number;
  readonly transactionsCommitted: number;
  readonly transactionsRolledBack: number;
  readonly since: Date;
}

/** What is counted of a statement that has ended. */
export interface EndedStatement {
  /** From the hand-over to the database until its end. */
  readonly durationMs: number;
  readonly rows: number;
  readonly failed: boolean;
}

/** Counts the statements of one database, in memory that does not grow with their number. */
export class DatabaseStatistics {
  private counts = noCounts();

  constructor(
    private readonly database: string,
    /** Statements that take as long or longer are slow. */
    private readonly slowQueryThresholdMs: number,
  ) {}

  record({ durationMs, rows, failed }: EndedStatement): void {
    const { counts } = this;
    counts.queries++;
    counts.rows += rows;
    counts.totalMs += durationMs;
    if (failed) counts.errors++;
    if (durationMs >= this.slowQueryThresholdMs) counts.slow++;
    counts.times.add(durationMs);
  }

  /** Told by whoever runs transactions of several statements. One that FAILED may be committed or not: it counts as neither. */
  recordTransaction(end: TransactionState): void {
    if (end === 'COMMITTED' || end === 'ROLLED_BACK') this.counts[end]++;
  }

  /** Begins to count anew. */
  reset(): void {
    this.counts = noCounts();
  }

  figures(): StatisticsFigures {
    const { queries, errors, slow, rows, totalMs, times, COMMITTED, ROLLED_BACK, since } = this.counts;
    return {
      database: this.database,
      queries,
      errors,
      slowQueries: slow,
      rowsReturned: rows,
      meanTimeMs: queries === 0 ? 0 : totalMs / queries,
      p50TimeMs: times.quantile(0.5),
      p95TimeMs: times.quantile(0.95),
      p99TimeMs: times.quantile(0.99),
      transactionsCommitted: COMMITTED,
      transactionsRolledBack: ROLLED_BACK,
      since,
    };
  }
}

const noCounts = () => ({
  queries: 0,
  errors: 0,
  slow: 0,
  rows: 0,
  totalMs: 0,
  times: new LatencySketch(),
  COMMITTED: 0,
  ROLLED_BACK: 0,
  since: new Date(),
});
