import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DragomanError } from '../../errors/index.js';
import type {
  AdapterState,
  BatchRequest,
  DatabaseAccess,
  DatabaseAdapter,
  Diagnosis,
  PoolFigures,
  StatementBounds,
  StatementRequest,
  StatementResult,
} from '../database-adapter.js';
import { asUnavailable } from '../as-unavailable.js';
import { before } from '../before-moment.js';
import type { DatabaseOptions, PoolOptions } from '../database-options.js';
import type { SchemaReader } from '../introspection/schema-reader.js';
import { assertLevel } from '../transactions/isolation-level.js';
import { OpenTransactions } from '../transactions/open-transactions.js';
import type { Transaction } from '../transactions/transaction.js';
import type { StepBounds, TransactionRequest } from '../transactions/transaction-session.js';
import { ConnectionPool } from '../pool/connection-pool.js';
import type { BusyWords } from '../pool/pool-errors.js';
import { POOL_POLICIES } from '../pool/pool-strategy.js';
import type { Claim, Lease } from '../pool/pooled-connection.js';
import { Threshold } from '../threshold.js';
import { OpenStreams, STREAM_ENDED, type HandOver } from '../streams/open-streams.js';
import type { RowStream, StreamRequest } from '../streams/row-stream.js';
import { cannotOpen, settleFile } from './database-file.js';
import { SelectDescriber } from './describe-select.js';
import { codedError, isBusy, isInterrupted } from './sqlite-errors.js';
import { SqliteConnection } from './sqlite-connection.js';
import { bindForSqlite } from './sqlite-parameters.js';
import { readSqliteUrl, type SqliteLocation } from './sqlite-location.js';
import { SqliteReader } from './sqlite-reader.js';
import { SqliteTransaction } from './sqlite-transaction.js';
import { INTROSPECTION, SqliteSchemaReader } from './sqlite-schema-reader.js';
import { SqliteWriter } from './sqlite-writer.js';
import { StatementWatch } from './statement-watch.js';
import { refuseStore } from './store-fence.js';
import { readerLimit, shareThreads } from './thread-budget.js';

const BUSY_PAUSE_MS = 15;
const CLOSE_GRACE_MS = 5000;
/** What tells of the changes that a connection made so far. */
const COUNTS: ReadonlySet<string> = new Set(['changes', 'total_changes', 'last_insert_rowid']);
/** SQLite's own bound for a value that is written. */
const WRITER_VALUE_BYTES = 1_000_000_000;

/** How a statement holds its connection. */
interface Holding {
  /** Whether it may be interrupted for others, and begin again. */
  readonly preemptible: boolean;
  readonly changes: boolean;
}

const READ: Holding = { preemptible: true, changes: false };
const CHANGE: Holding = { preemptible: false, changes: true };
const STREAM: Holding = { preemptible: false, changes: false };

/** What holds for every database of the service. */
interface SqliteBounds {
  readonly maxResultBytes: number;
  /** The file that no database may be. */
  readonly storeUrl?: string | undefined;
}

/** What is open while the adapter is READY. */
interface OpenDatabase {
  /** For pings and descriptions, so that neither waits for a reader. */
  readonly control: SqliteConnection;
  readonly readers: ConnectionPool<SqliteConnection>;
  /** A pool of one: SQLite has one writer at a time. Undefined where the database is read only. */
  readonly writer: ConnectionPool<SqliteConnection> | undefined;
  readonly reading: SqliteReader;
  readonly path: string;
  readonly inode: number;
  /** Gives its share of the threads back. */
  readonly leaveThreads: () => void;
}

/**
 * SQLite: several readers that can't write and one writer, each with a connection of its
 * own, in WAL mode. A memory database is a private temporary file: only files have several connections.
 */
export class SqliteAdapter implements DatabaseAdapter {
  readonly dialect = 'SQLITE';
  readonly name: string;
  readonly access: DatabaseAccess;
  serverVersion: string | undefined;
  onTrouble: (() => void) | undefined;
  private readonly location: SqliteLocation;
  private current: AdapterState = 'CREATED';
  private opened: OpenDatabase | undefined;
  private connecting: Promise<OpenDatabase> | undefined;
  private temporaryFolder: string | undefined;
  private existed = false;
  private readonly writing = new SqliteWriter();
  private readonly transactions: OpenTransactions;
  private readonly threshold: Threshold;
  readonly streams = new OpenStreams(() => this.pool().max);

  /** No pool makes more of it. */
  private readonly oneWriter: BusyWords = {
    busy: () => 'SQLite has one writer, and it is busy',
    hint: () =>
      this.transactions.someWrite
        ? 'A transaction holds the writer until it is committed, rolled back or left alone for its `idleTimeoutMs`: keep those short, and begin what only reads with `readOnly: true`.'
        : 'Changes come one after the other: make the long ones shorter, or try again a little later.',
  };

  constructor(
    private readonly options: DatabaseOptions,
    private readonly bounds: SqliteBounds,
  ) {
    this.name = options.name;
    this.access = options.access;
    this.threshold = new Threshold(options.pool);
    this.location = readSqliteUrl(options.url);
    this.transactions = new OpenTransactions(options.name);
  }

  get state(): AdapterState {
    return this.current;
  }

  async connect(): Promise<void> {
    await this.ready();
  }

  async compile(request: StatementRequest): Promise<void> {
    const { readers } = await this.openFor(request);
    await this.run(readers, request, READ, ({ connection }) => connection.prepare(bindForSqlite(request.bound).sql));
  }

  async execute(request: StatementRequest): Promise<StatementResult> {
    const opened = await this.openFor(request);
    if (request.side === 'read') {
      return await this.run(opened.readers, request, READ, (lease) => opened.reading.read(lease.connection, request));
    }
    return await this.run(this.writerOf(opened), request, CHANGE, ({ connection }, watch) =>
      this.writing.write(connection, opened.reading, request, watch),
    );
  }

  stream(request: StreamRequest): RowStream {
    return this.streams.start(request, async (bounded, handOver) => {
      const opened = await this.openFor(bounded);
      let isTold = false;
      const tell: HandOver = (batch) => {
        isTold = true;
        return handOver(batch);
      };
      return await this.run(opened.readers, bounded, STREAM, ({ connection }) =>
        opened.reading.stream(connection, bounded, tell).catch(async (error: unknown) => {
          // Another process's lock is waited for; but rows that were told can't be read again.
          throw isTold && isBusy(error) ? await codedError(error) : error;
        }),
      );
    });
  }

  async executeMany(request: BatchRequest): Promise<number> {
    const opened = await this.openFor(request);
    return await this.run(this.writerOf(opened), request, CHANGE, ({ connection }, watch) =>
      this.writing.writeMany(connection, request, watch),
    );
  }

  async begin(request: TransactionRequest): Promise<Transaction> {
    assertLevel(request.isolation, LEVELS);
    const opened = await this.openFor(request);
    const pool = request.readOnly ? opened.readers : this.writerOf(opened);
    const lease = await pool.acquire({ ...boundsOf(request), level: 0, preemptible: false });
    // A statement of it may look at what its connection counted; on which one it runs is settled now.
    await this.forgetCounts(lease);
    lease.connection.changed = !request.readOnly;
    try {
      // A snapshot is taken by the first read.
      const begin = request.readOnly ? ['BEGIN', 'SELECT count(*) FROM sqlite_schema'] : ['BEGIN IMMEDIATE'];
      for (const sql of begin) await untilFree(request, () => lease.connection.run(sql));
    } catch (error) {
      lease.release('discard');
      throw await codedError(error);
    }
    const session = new SqliteTransaction(lease, this.writing, request.readOnly);
    return this.transactions.begin(session, { isolation: 'SERIALIZABLE', readOnly: request.readOnly });
  }

  async introspect<T>(bounds: StatementBounds, read: (schema: SchemaReader) => Promise<T>): Promise<T> {
    const { readers } = await this.ready();
    const form = { ...INTROSPECTION, ...bounds, side: 'read' as const };
    return await this.run(readers, form, READ, ({ connection }) => read(new SqliteSchemaReader(connection)));
  }

  async ping(timeoutMs: number): Promise<void> {
    const opened = await this.ready();
    await this.sameFile(opened);
    const answered = opened.control.all('SELECT count(*) AS tables FROM sqlite_schema');
    const late = (): DragomanError => new DragomanError('DATABASE_UNAVAILABLE', `No answer within ${timeoutMs} ms.`);
    try {
      await before(Date.now() + timeoutMs, answered, late);
    } catch (error) {
      throw asUnavailable(await codedError(error), 'opened');
    }
  }

  /** A file knows no users, and no clock but ours. */
  async diagnose(): Promise<Diagnosis> {
    await this.ready();
    return { clockDifferenceMs: null, excessRights: [] };
  }

  /** Connections are the readers’; those who wait, and who waited in vain, are the writer’s as well. */
  pool(): PoolFigures {
    const { strategy, min, max } = this.options.pool;
    const none: PoolFigures = {
      ...{ strategy, min: POOL_POLICIES[strategy].keeps ? min : 0, max },
      ...{ open: 0, idle: 0, waiting: 0, acquired: 0, timeouts: 0 },
    };
    const readers = this.opened?.readers.figures() ?? none;
    const writer = this.opened?.writer?.figures() ?? none;
    return {
      ...readers,
      waiting: readers.waiting + writer.waiting + this.threshold.waiting,
      acquired: readers.acquired + writer.acquired,
      timeouts: readers.timeouts + writer.timeouts,
    };
  }

  async close(graceMs = CLOSE_GRACE_MS): Promise<void> {
    if (this.current === 'CLOSED' || this.current === 'DRAINING') return;
    this.current = 'DRAINING';
    // They may have no end of their own, and hold what is to be closed.
    await this.streams.end(new DragomanError('ADAPTER_CLOSED', STREAM_ENDED));
    // A connect under way ends first: it must not open what nobody would close.
    await this.connecting?.catch(() => undefined);
    await this.transactions.abandonAll();
    if (this.opened !== undefined) await shut(this.opened, graceMs);
    this.opened = undefined;
    if (this.temporaryFolder !== undefined) await rm(this.temporaryFolder, { recursive: true, force: true });
    this.current = 'CLOSED';
  }

  private async ready(): Promise<OpenDatabase> {
    if (this.current === 'CLOSED' || this.current === 'DRAINING') {
      throw new DragomanError('ADAPTER_CLOSED', `The database "${this.name}" is being closed.`);
    }
    if (this.opened !== undefined) return this.opened;
    this.connecting ??= this.open().finally(() => (this.connecting = undefined));
    return await this.connecting;
  }

  private async openFor(bounds: StepBounds): Promise<OpenDatabase> {
    return this.opened ?? (await this.threshold.pass(bounds, () => this.ready()));
  }

  private async open(): Promise<OpenDatabase> {
    this.current = 'CONNECTING';
    const undo: (() => Promise<void>)[] = [];
    try {
      const opened = await this.openConnections(undo);
      // close() may have been called in the meantime; it waits for this and shuts what was opened.
      if ((this.current as AdapterState) === 'CONNECTING') this.current = 'READY';
      this.existed = true;
      this.opened = opened;
      this.threshold.note(undefined);
      return opened;
    } catch (error) {
      await Promise.allSettled(undo.map((close) => close()));
      this.onTrouble?.();
      const reason = asUnavailable(await codedError(error), 'opened');
      this.threshold.note(reason);
      throw reason;
    }
  }

  private async openConnections(undo: (() => Promise<void>)[]): Promise<OpenDatabase> {
    const path = await this.path();
    const open = async (mode: 'reader' | 'writer'): Promise<SqliteConnection> => {
      const maxValueBytes = mode === 'writer' ? WRITER_VALUE_BYTES : this.bounds.maxResultBytes;
      const connection = await SqliteConnection.open({ path, mode, maxValueBytes }).catch((error: unknown) =>
        cannotOpen(path, error),
      );
      if (mode === 'writer') await this.writing.prepareSession(connection);
      return connection;
    };
    const trouble = (): void => this.onTrouble?.();
    const writes = this.access === 'READ_WRITE';
    const { pool } = this.options;
    const writer = writes
      ? new ConnectionPool({ ...pool, min: 1, max: 1 }, () => open('writer').catch(unopened), trouble, this.oneWriter)
      : undefined;
    // The writer comes first: it makes the file and puts it into WAL mode.
    undo.push(async () => await writer?.close(0));
    await writer?.warmUp();
    const control = await open('reader');
    undo.push(() => control.close());
    const [about] = await control.all(
      'SELECT sqlite_version() AS version, (SELECT count(*) FROM sqlite_schema) AS tables',
    );
    this.serverVersion = `SQLite ${String(about?.version)}`;
    const leaveThreads = shareThreads();
    undo.push(() => Promise.resolve().then(leaveThreads));
    const bounded: PoolOptions = {
      ...pool,
      get max() {
        return readerLimit(pool.max);
      },
    };
    const readers = new ConnectionPool(bounded, () => open('reader').catch(unopened), trouble);
    undo.push(() => readers.close(0));
    await readers.warmUp();
    const { ino } = await stat(path);
    return {
      control,
      readers,
      writer,
      reading: new SqliteReader(new SelectDescriber(control)),
      path,
      inode: ino,
      leaveThreads,
    };
  }

  private async path(): Promise<string> {
    if (this.location.kind === 'memory') {
      this.temporaryFolder ??= await mkdtemp(joinPath(tmpdir(), 'dragoman-memory-'));
      return joinPath(this.temporaryFolder, 'memory.sqlite');
    }
    const { path } = this.location;
    // Each time: a link may lead elsewhere by now.
    await refuseStore(this.options.url, this.bounds.storeUrl);
    // A file that was there once is not made anew: an empty database in its place would hide the loss.
    const mayMake = !this.existed && this.access === 'READ_WRITE';
    if (!(await settleFile(path, mayMake)) && !mayMake) this.gone(path);
    return path;
  }

  private gone(path: string): never {
    throw new DragomanError('DATABASE_UNAVAILABLE', `There is no file at the database's path, ${path}.`, {
      hint: 'Put it back; Dragoman opens it again by itself.',
    });
  }

  /** Open files outlive their names: look whether the name still leads to the file that is open. */
  private async sameFile(opened: OpenDatabase): Promise<void> {
    const found = await stat(opened.path).catch(() => undefined);
    if (found?.ino === opened.inode) return;
    if (this.opened === opened) {
      this.opened = undefined;
      this.current = 'CONNECTING';
      await shut(opened, CLOSE_GRACE_MS);
    }
    if (found === undefined) this.gone(opened.path);
    await this.ready();
  }

  private writerOf(opened: OpenDatabase): ConnectionPool<SqliteConnection> {
    if (opened.writer !== undefined) return opened.writer;
    throw new DragomanError('DATABASE_READ_ONLY', `The database "${this.name}" is registered for reading only.`);
  }

  /** A connection that counts nothing of earlier requests, where this one looks at the counts. */
  private async acquire(
    pool: ConnectionPool<SqliteConnection>,
    { session }: StatementRequest | BatchRequest,
    claim: Claim,
    changes: boolean,
  ): Promise<Lease<SqliteConnection>> {
    const lease = await pool.acquire(claim);
    if (session.names.some((name) => COUNTS.has(name))) await this.forgetCounts(lease);
    lease.connection.changed ||= changes;
    return lease;
  }

  /** Without giving the connection back: others wait for it, and who has it now has its turn. */
  private async forgetCounts(lease: Lease<SqliteConnection>): Promise<void> {
    const { connection } = lease;
    if (!connection.changed) return;
    try {
      await connection.renew();
      await this.writing.prepareSession(connection);
    } catch (error) {
      lease.release('discard');
      return await unopened(error);
    }
  }

  /** Holds a connection for the work, cancels it at its deadline, and runs it again where it gave way. */
  private async run<T>(
    pool: ConnectionPool<SqliteConnection>,
    request: StatementRequest | BatchRequest,
    { preemptible, changes }: Holding,
    work: (lease: Lease<SqliteConnection>, watch: StatementWatch) => Promise<T>,
  ): Promise<T> {
    for (let level = 0; ; level++) {
      const lease = await this.acquire(pool, request, { ...boundsOf(request), level, preemptible }, changes);
      const watch = new StatementWatch(lease.connection, request);
      const release = (): void => {
        watch.stop();
        lease.release(this.writing.leavesTraces(request) ? 'discard' : 'keep');
      };
      const working = work(lease, watch);
      try {
        // A change is waited for in any case: only its end tells whether it was made.
        const outcome = await (changes ? working : Promise.race([working, watch.overdue]));
        // One long step may end well after its deadline, before it is overdue.
        if (!changes) watch.check();
        return outcome;
      } catch (error) {
        if (watch.reason !== undefined && (isInterrupted(error) || error === watch.reason)) throw watch.reason;
        const again = isInterrupted(error) ? lease.preempted : isBusy(error) && Date.now() < request.deadlineMs;
        if (!again) throw await codedError(error, request.statement, lease.connection);
        if (isBusy(error)) await sleep(BUSY_PAUSE_MS);
      } finally {
        // For a change `working` has ended by now, and the connection is given back at once all the same.
        if (watch.isOverdue) void working.then(release, release);
        else release();
      }
    }
  }
}

/** Its readers see a snapshot and its writers come one after the other (https://sqlite.org/isolation.html). */
const LEVELS = { engine: 'SQLite', levels: ['SERIALIZABLE'] } as const;

/** Tries again for as long as another process holds the lock, until the deadline. */
async function untilFree({ deadlineMs, signal }: StepBounds, work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (signal.aborted) throw new DragomanError('QUERY_CANCELLED', 'Nobody waits for the transaction any more.');
      if (Date.now() >= deadlineMs) {
        throw new DragomanError('QUERY_TIMEOUT', 'Another process held the database’s lock until the deadline.');
      }
      await sleep(BUSY_PAUSE_MS);
    }
  }
}

async function shut({ readers, writer, control, leaveThreads }: OpenDatabase, graceMs: number): Promise<void> {
  leaveThreads();
  await readers.close(graceMs);
  await control.close();
  // The writer goes last: the last connection of a WAL database folds the log into the file.
  await writer?.close(graceMs);
}

function boundsOf({ deadlineMs, signal, caller }: StepBounds): StepBounds {
  return { deadlineMs, signal, caller };
}

async function unopened(error: unknown): Promise<never> {
  throw asUnavailable(await codedError(error), 'opened');
}
