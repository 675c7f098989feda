import type { Duplex } from 'node:stream';
import type { PoolConnection } from 'mysql2';
import type { DataSource, QueryRunner } from 'typeorm';
import type { RowIntake } from '../server/row-intake.js';
import type { Interruptible } from '../server/running-statement.js';
import type { NativeOutcome, ServerConnection, ToldStanding } from '../server/server-engine.js';
import { execute, type Header, type Listener } from './execution.js';
import { located } from './mysql-errors.js';
import type { MysqlStatement } from './mysql-parameters.js';
import { bytesOf, type MysqlRow } from './mysql-row.js';
import type { MysqlColumn } from './mysql-types.js';
import type { MysqlNative } from './mysql-values.js';
import { PreparedStatements, type Prepared } from './prepared-statements.js';
import { RowCursor } from './row-cursor.js';
import type { RowForms } from './row-forms.js';

/** How long a server has to say goodbye before the socket is closed. */
const FAREWELL_MS = 500;
/** ER_UNSUPPORTED_PS: the statement can't be prepared; by the text protocol it can be run. */
const UNPREPARABLE = 1295;

/** SERVER_STATUS_IN_TRANS: https://dev.mysql.com/doc/dev/mysql-server/latest/mysql__com_8h.html */
const IN_TRANSACTION = 1;
/** ER_WARNING_NOT_COMPLETE_ROLLBACK */
const NOT_ALL_UNDONE = 1196;

/** What the driver's connection has beside what its types tell. */
type NativeConnection = Omit<PoolConnection, 'query'> & {
  readonly stream: Duplex;
  end(callback: (error?: Error | null) => void): void;
  reset(callback: (error?: Error | null) => void): void;
  query(options: object): Command;
};

interface Command {
  on(event: 'fields', listener: (fields: MysqlColumn[] | undefined) => void): Command;
  on(event: 'result', listener: (row: MysqlNative[] | Header, set?: number) => void): Command;
  on(event: 'error', listener: (error: Error) => void): Command;
  on(event: 'end', listener: () => void): Command;
}

/** A connection that a TypeORM runner handed out, held for as long as the pool keeps it. */
export class MysqlConnection implements ServerConnection<MysqlStatement, MysqlColumn, MysqlRow> {
  marked = false;
  spoiled = false;
  onSpoiled: (() => void) | undefined;
  running: Interruptible | undefined;
  told: ToldStanding | undefined;
  private warnings = 0;
  /** The database and the role that it began with. */
  private place = '';
  /** Why the connection has ended. */
  private end: Error | undefined;
  private readonly onEnd = new Set<(error: Error) => void>();
  private readonly statements: PreparedStatements;

  private constructor(
    private readonly runner: QueryRunner,
    private readonly native: NativeConnection,
    private readonly settings: readonly string[],
    forms: RowForms,
  ) {
    this.statements = new PreparedStatements(native, forms);
    native.on('error', (error: Error) => this.ended(error));
    native.on('end', () => this.spoil());
  }

  /** @param settings the statements that make its session what every session of its side is */
  static async open(source: DataSource, settings: readonly string[], forms: RowForms): Promise<MysqlConnection> {
    const runner = source.createQueryRunner();
    const opened = new MysqlConnection(runner, (await runner.connect()) as NativeConnection, settings, forms);
    try {
      opened.place = await opened.barrier();
      await opened.begin();
    } catch (error) {
      opened.destroy();
      throw error;
    }
    return opened;
  }

  get id(): number {
    return this.native.threadId;
  }

  run(
    statement: MysqlStatement,
    intake: RowIntake<MysqlColumn, MysqlRow>,
    onEnough: () => void,
  ): Promise<NativeOutcome> {
    this.told = undefined;
    let first: Header | undefined;
    let isEnough = !statement.reads;
    return this.answer(
      statement,
      {
        columns: (columns) => (intake.columns = columns),
        row: (row) => {
          if (intake.take(row, bytesOf(row)) || isEnough) return;
          isEnough = true;
          onEnough();
        },
        header: (header) => {
          this.note(header);
          first ??= header;
        },
      },
      () => outcomeOf(first, intake),
    );
  }

  async openCursor(statement: MysqlStatement, maxRowBytes: number): Promise<RowCursor> {
    const header = (): void => undefined;
    return await RowCursor.open(
      this.native,
      (events) => this.answer(statement, { ...events, header }, () => undefined),
      maxRowBytes,
    );
  }

  async compile(statement: MysqlStatement): Promise<void> {
    // One that it has already it would not read again.
    this.statements.drop(statement.sql);
    await this.statements.prepare(statement.sql).catch((error: unknown) => {
      throw located(error, statement);
    });
    this.statements.drop(statement.sql);
  }

  async command(sql: string): Promise<void> {
    await this.answered<null>((resolve, reject) => {
      this.native
        .query({ sql })
        .on('result', (answer) => !Array.isArray(answer) && this.note(answer))
        .on('error', reject)
        .on('end', () => resolve(null));
    });
  }

  /** Of tables that undo nothing (MyISAM, Aria) the server warns. */
  async undo(sql: string): Promise<boolean> {
    await this.command(sql);
    if (this.warnings === 0) return true;
    return !(await this.rows('SHOW WARNINGS')).some(([, code]) => Number(code) === NOT_ALL_UNDONE);
  }

  /** What does nothing is answered without rows, and with the session's state. */
  async standing(): Promise<ToldStanding> {
    await this.command('DO 0');
    return this.told ?? 'NONE';
  }

  /** https://dev.mysql.com/doc/c-api/8.4/en/mysql-reset-connection.html; it forgets our own settings too. */
  async reset(): Promise<void> {
    if ((await this.barrier()) !== this.place)
      throw new Error('The session is another user’s, or in another database.');
    await new Promise<void>((resolve, reject) => {
      this.native.reset((error) => (error ? reject(error) : resolve()));
    });
    this.statements.clear();
    await this.begin();
    this.marked = false;
  }

  async validate(): Promise<void> {
    // SHOW STATUS counts it.
    this.marked = true;
    await this.answered<null>((resolve, reject) => {
      this.native.ping((error) => (error ? reject(error) : resolve(null)));
    });
  }

  interrupt(): void {
    this.running?.interrupt();
  }

  destroy(): void {
    this.spoiled = true;
    const error = Object.assign(new Error('The connection was cut off.'), { code: 'ECONNABORTED' });
    this.ended(error);
    // With the error, so that the driver tells those of its commands that take a callback.
    this.native.stream.destroy(error);
    this.native.destroy();
  }

  async close(): Promise<void> {
    this.spoiled = true;
    await new Promise<void>((resolve) => {
      const farewell = setTimeout(() => {
        this.destroy();
        resolve();
      }, FAREWELL_MS);
      const left = (): void => {
        clearTimeout(farewell);
        resolve();
      };
      // Not when the goodbye is sent, but when the server has closed its end: it counts the session until then.
      if (this.native.stream.destroyed) left();
      else this.native.stream.once('close', left);
      this.native.end(() => undefined);
    });
    await this.runner.release();
  }

  /** Of what the driver knows as an event it tells the end of the connection, but not to who waits for an answer. */
  private async answered<T>(ask: (resolve: (answer: T) => void, reject: (error: Error) => void) => void): Promise<T> {
    return await new Promise<T>((resolve, reject) => {
      if (this.end !== undefined) {
        reject(closedState(this.end));
        return;
      }
      this.onEnd.add(reject);
      const forget = (): boolean => this.onEnd.delete(reject);
      ask(
        (answer) => {
          forget();
          resolve(answer);
        },
        (error) => {
          forget();
          reject(error);
        },
      );
    });
  }

  private spoil(): void {
    if (this.spoiled) return;
    this.spoiled = true;
    this.onSpoiled?.();
  }

  private ended(error: Error): void {
    this.spoil();
    this.end ??= error;
    for (const reject of this.onEnd) reject(error);
    this.onEnd.clear();
  }

  /**
   * A cancel that came too late for its statement hits the next one: this one, which nobody waits for. FOUND_ROWS() tells
   * of it afterwards, as a reset leaves that as it is.
   */
  private async barrier(): Promise<string> {
    return await this.whereabouts().catch(() => this.whereabouts());
  }

  /** What no reset goes back to: the database, and the role whose rights are used. */
  private async whereabouts(): Promise<string> {
    return JSON.stringify(await this.rows('SELECT DATABASE(), CURRENT_ROLE()'));
  }

  private async rows(sql: string): Promise<readonly MysqlNative[][]> {
    return await this.answered<MysqlNative[][]>((resolve, reject) => {
      const rows: MysqlNative[][] = [];
      this.native
        .query({ sql, rowsAsArray: true })
        .on('result', (answer) => Array.isArray(answer) && rows.push(answer))
        .on('error', reject)
        .on('end', () => resolve(rows));
    });
  }

  private async begin(): Promise<void> {
    for (const setting of this.settings) await this.command(setting);
  }

  /** The driver hands on the session's state with what has no rows; behind rows it keeps it to itself. */
  private note({ serverStatus, warningStatus }: Header): void {
    if (serverStatus === undefined) return;
    this.told = (serverStatus & IN_TRANSACTION) === 0 ? 'NONE' : 'ACTIVE';
    this.warnings = warningStatus ?? 0;
  }

  /**
   * Runs a statement by the protocol of prepared statements, and by text where the server can't prepare it. Of a procedure
   * that gives several results the first one is told.
   */
  private answer<T>(statement: MysqlStatement, hearer: Hearer, outcome: () => T): Promise<T> {
    const prepared = this.statements.get(statement.sql);
    return prepared === undefined
      ? this.answerFirst(statement, hearer, outcome)
      : this.executed(prepared, statement, hearer, outcome);
  }

  private async answerFirst<T>(statement: MysqlStatement, hearer: Hearer, outcome: () => T): Promise<T> {
    const { sql, values } = statement;
    let prepared: Prepared;
    try {
      prepared = await this.prepared(sql);
    } catch (error) {
      if ((error as { errno?: number }).errno !== UNPREPARABLE || values.length > 0) throw located(error, statement);
      await this.asText(sql, hearer).catch((refused: unknown) => {
        throw located(refused, statement);
      });
      return outcome();
    }
    return await this.executed(prepared, statement, hearer, outcome);
  }

  private executed<T>(
    prepared: Prepared,
    statement: MysqlStatement,
    { columns, row, header }: Hearer,
    outcome: () => T,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const error = (reason: Error): void => reject(located(reason, statement));
      if (this.end !== undefined) error(closedState(this.end));
      else execute(prepared, statement.values, { columns, row, header, error, end: () => resolve(outcome()) });
    });
  }

  private async prepared(sql: string): Promise<Prepared> {
    if (this.end !== undefined) throw closedState(this.end);
    return await this.statements.prepare(sql);
  }

  private async asText(sql: string, { columns, row, header }: Hearer): Promise<void> {
    await this.answered<null>((resolve, reject) => {
      let sets = 0;
      this.native
        .query({ sql, rowsAsArray: true })
        .on('fields', (fields) => {
          if (fields !== undefined && sets === 0) columns(named(fields));
          sets++;
        })
        .on('result', (answer, set = 0) => {
          if (!Array.isArray(answer)) header(answer);
          else if (set === 0) row(answer);
        })
        .on('error', reject)
        .on('end', () => resolve(null));
    });
  }
}

/** What somebody wants to hear of a statement that runs. */
type Hearer = Pick<Listener, 'columns' | 'row' | 'header'>;

const closedState = (cause: Error): Error => new Error('The connection is in closed state.', { cause });

/** Names that the driver refuses while it reads a packet, where nobody could catch it; rows are arrays and need none. */
const REFUSED = /^__\w+__$/;

/** The columns under their names; the driver goes on with names that it takes. */
function named(fields: MysqlColumn[]): MysqlColumn[] {
  return fields.map((field) => {
    if (!REFUSED.test(field.name)) return field;
    const kept = Object.assign(Object.create(field) as MysqlColumn, { name: field.name });
    field.name = 'refused';
    return kept;
  });
}

function outcomeOf(header: Header | undefined, { columns }: RowIntake<MysqlColumn, MysqlRow>): NativeOutcome {
  if (header === undefined || columns.length > 0) return { affectedRows: null, lastInsertId: null };
  const id = String(header.insertId);
  return { affectedRows: header.affectedRows, lastInsertId: id === '0' ? null : id };
}
