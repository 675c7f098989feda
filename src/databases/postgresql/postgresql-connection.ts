import { randomInt } from 'node:crypto';
import type { Socket } from 'node:net';
import type { Client, FieldDef as Field } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { RowIntake } from '../server/row-intake.js';
import type { Interruptible } from '../server/running-statement.js';
import type { NativeOutcome, ServerConnection, ToldStanding } from '../server/server-engine.js';
import type { PostgresqlStatement } from './postgresql-parameters.js';
import { located } from './postgresql-errors.js';
import { Portal } from './portal.js';
import { isStale, PreparedStatements } from './prepared-statements.js';
import { StatementQuery, type TextRow } from './statement-query.js';

/** How long a server has to say goodbye before the socket is closed. */
const FAREWELL_MS = 500;
const SEEDS = 2 ** 47;

/** By the status that ReadyForQuery tells (https://www.postgresql.org/docs/current/protocol-message-formats.html). */
const STANDINGS: Readonly<Record<string, ToldStanding>> = { T: 'ACTIVE', E: 'FAILED', I: 'NONE' };

/** What the driver's client has beside what its types tell. */
type NativeClient = Client & {
  readonly processID: number;
  getTransactionStatus(): string | null;
  readonly connection: { readonly stream: Pick<Socket, 'pause' | 'resume' | 'destroy'> };
};

/** A client that a TypeORM runner handed out, held for as long as the pool keeps it. */
export class PostgresqlConnection implements ServerConnection<PostgresqlStatement, Field, TextRow> {
  marked = false;
  spoiled = false;
  onSpoiled: (() => void) | undefined;
  running: Interruptible | undefined;
  private readonly ended: Promise<void>;
  private readonly prepared = new PreparedStatements();

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: NativeClient,
  ) {
    this.ended = new Promise((resolve) => {
      client.once('end', () => {
        this.spoil();
        resolve();
      });
    });
    client.on('error', () => this.spoil());
  }

  static async open(source: DataSource): Promise<PostgresqlConnection> {
    const runner = source.createQueryRunner();
    return new PostgresqlConnection(runner, (await runner.connect()) as NativeClient);
  }

  get id(): number {
    return this.client.processID;
  }

  async run(
    statement: PostgresqlStatement,
    intake: RowIntake<Field, TextRow>,
    onEnough: () => void,
    mayStay = false,
  ): Promise<NativeOutcome> {
    // One row more than is wanted tells whether there are more. A change is made whole, however many rows it returns.
    const limit = statement.reads ? intake.maxRows + 1 : 0;
    const { prepared } = this;
    const { sql } = statement;
    // The same text with other types is another statement: those whose types are declared are sent each for itself.
    const sending = mayStay && !statement.types.some((type) => type > 0) ? prepared.sending(sql) : undefined;
    const query = (): StatementQuery =>
      new StatementQuery(statement, intake, limit, onEnough, sending, prepared.takeClosable());
    if (sending === undefined) return await this.submit(statement, query());
    try {
      const outcome = await this.submit(statement, query());
      if ('newName' in sending) {
        prepared.keep(sql, sending.newName, intake.columns);
        // pg_prepared_statements shows its text.
        this.marked = true;
      }
      return outcome;
    } catch (error) {
      prepared.forget(sql, sending);
      if ('newName' in sending || intake.seen > 0 || !isStale(error)) throw error;
    }
    return await this.run(statement, intake, onEnough);
  }

  async openCursor(statement: PostgresqlStatement, maxRowBytes: number): Promise<Portal> {
    return await Portal.open(this.client, statement, maxRowBytes).catch((error: unknown) => {
      throw located(error, statement);
    });
  }

  async compile(statement: PostgresqlStatement): Promise<void> {
    await this.submit(statement, new StatementQuery(statement, undefined, 0, () => undefined));
  }

  async command(sql: string): Promise<void> {
    await this.client.query(sql);
  }

  async undo(sql: string): Promise<true> {
    await this.command(sql);
    return true;
  }

  get told(): ToldStanding | undefined {
    return STANDINGS[this.client.getTransactionStatus() ?? ''];
  }

  async standing(): Promise<ToldStanding> {
    // An empty query is answered in any state, and behind it the server says what that is.
    await this.client.query('');
    return this.told ?? 'NONE';
  }

  /** https://www.postgresql.org/docs/current/sql-discard.html; it can't run within a transaction. */
  async reset(): Promise<void> {
    // A cancel that came too late for its statement hits the next one: this one, which nobody waits for.
    await this.client.query('ROLLBACK').catch(() => this.client.query('ROLLBACK'));
    await this.client.query('DISCARD ALL');
    this.prepared.clear();
    // DISCARD ALL leaves the random numbers that an earlier statement chose, and the schema of temporary tables.
    const seed = (2 * randomInt(SEEDS)) / SEEDS - 1;
    const { rows } = await this.client.query<{ temporary: boolean }>(
      `SELECT pg_catalog.pg_my_temp_schema() <> 0 AS temporary, pg_catalog.setseed(${seed})`,
    );
    if (rows[0]?.temporary === true) throw new Error('The session has a schema of its own, which stays.');
    this.marked = false;
  }

  /** An empty query: https://www.postgresql.org/docs/current/protocol-message-formats.html (EmptyQueryResponse). */
  async validate(): Promise<void> {
    await this.client.query('');
  }

  interrupt(): void {
    this.running?.interrupt();
  }

  destroy(): void {
    this.spoiled = true;
    this.client.connection.stream.destroy();
  }

  async close(): Promise<void> {
    this.spoiled = true;
    const farewell = setTimeout(() => this.client.connection.stream.destroy(), FAREWELL_MS);
    this.client.end().catch(() => undefined);
    await this.ended;
    clearTimeout(farewell);
    await this.runner.release().catch(() => undefined);
  }

  private spoil(): void {
    if (this.spoiled) return;
    this.spoiled = true;
    this.onSpoiled?.();
  }

  private async submit(statement: PostgresqlStatement, query: StatementQuery): Promise<NativeOutcome> {
    this.client.query(query as never);
    return await query.done.catch((error: unknown) => {
      throw located(error, statement);
    });
  }
}
