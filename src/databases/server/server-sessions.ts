import { DragomanError } from '../../errors/index.js';
import type { AdapterState, PoolFigures } from '../database-adapter.js';
import type { StepBounds } from '../transactions/transaction-session.js';
import { asUnavailable } from '../as-unavailable.js';
import { before } from '../before-moment.js';
import { BorrowedSession } from './borrowed-session.js';
import type { DatabaseOptions, PoolOptions } from '../database-options.js';
import { ConnectionPool } from '../pool/connection-pool.js';
import { SILENT_HINT } from '../pool/pool-errors.js';
import { POOL_POLICIES } from '../pool/pool-strategy.js';
import type { Lease, ReleaseFate } from '../pool/pooled-connection.js';
import { Threshold } from '../threshold.js';
import { ControlSession } from './control-session.js';
import { isLost, mayRunAgain, reasonOf, type HeldSession, type Purpose } from './held-session.js';
import { LostSessions, type Birth } from './lost-sessions.js';
import { RunningStatement } from './running-statement.js';
import type { AnySession, Failure, SessionSource, Side } from './server-engine.js';
import { StrangerWatch } from './stranger.js';

/** On how many sessions a statement is tried that were all lost. */
const MOST_ATTEMPTS = 4;

/** What is open while the server is READY. */
interface OpenServer<Session extends AnySession> {
  readonly control: ControlSession<Session>;
  readonly lost: LostSessions;
  readonly read: ConnectionPool<Session>;
  /** Undefined where the database is registered for reading only. */
  readonly write: ConnectionPool<Session> | undefined;
}

/**
 * The sessions of one database on a server: a pool of those that can't write and one of
 * those that can, which share the database's `max`, and one more for pings and cancels.
 */
export class ServerSessions<Session extends AnySession> {
  serverVersion: string | undefined;
  /** Called when a session broke or could not be opened. */
  onTrouble: (() => void) | undefined;
  private current: AdapterState = 'CREATED';
  private opened: OpenServer<Session> | undefined;
  private connecting: Promise<OpenServer<Session>> | undefined;
  private readonly births = new WeakMap<Session, Birth>();
  private readonly threshold: Threshold;
  private readonly strangers: StrangerWatch;

  constructor(
    private readonly options: DatabaseOptions,
    private readonly source: SessionSource<Session>,
  ) {
    this.threshold = new Threshold(options.pool);
    const address = { ...source.location, dialect: source.dialect };
    this.strangers = new StrangerWatch(address, (found) => this.threshold.note(found));
  }

  get state(): AdapterState {
    return this.current;
  }

  async connect(): Promise<void> {
    await this.ready();
  }

  async ping(timeoutMs: number): Promise<void> {
    const untilMs = Date.now() + timeoutMs;
    const late = (): DragomanError =>
      this.strangers.found ??
      new DragomanError('DATABASE_UNAVAILABLE', `No answer within ${timeoutMs} ms.`, { hint: SILENT_HINT });
    try {
      const { control } = await before(untilMs, this.ready(), late);
      await before(untilMs, control.command('SELECT 1'), late).catch((error: unknown) => {
        control.drop();
        throw error;
      });
      for (const side of [this.opened?.read, this.opened?.write]) side?.revive();
    } catch (error) {
      throw asUnavailable(this.source.codedError(error), 'reached');
    }
  }

  figures(): PoolFigures {
    const { strategy, min, max } = this.options.pool;
    const sides = [this.opened?.read, this.opened?.write].flatMap((side) => side?.figures() ?? []);
    const sum = (figure: 'open' | 'idle' | 'waiting' | 'acquired' | 'timeouts'): number =>
      sides.reduce((total, side) => total + side[figure], 0);
    return {
      strategy,
      min: POOL_POLICIES[strategy].keeps ? min : 0,
      max,
      open: sum('open'),
      idle: sum('idle'),
      waiting: sum('waiting') + this.threshold.waiting,
      acquired: sum('acquired'),
      timeouts: sum('timeouts'),
    };
  }

  async close(graceMs: number): Promise<void> {
    if (this.current === 'CLOSED' || this.current === 'DRAINING') return;
    this.current = 'DRAINING';
    // A connect under way ends first: it must not open what nobody would close.
    await this.connecting?.catch(() => undefined);
    if (this.opened !== undefined) await shut(this.opened, graceMs);
    this.opened = undefined;
    await this.source.disconnect();
    this.current = 'CLOSED';
  }

  /**
   * Holds a session for the work, and another one where the first was lost before it could
   * matter. Past the deadline the work is cancelled on the server.
   * @throws DragomanError DATABASE_READ_ONLY where the database has no side that writes
   */
  hold<T>(
    side: 'read' | 'write',
    bounds: StepBounds,
    work: (held: HeldSession<Session>) => Promise<T>,
    purpose: Purpose = side === 'write' ? 'change' : 'answer',
  ): Promise<T> {
    return this.onSession(side, bounds, purpose, (lease, held) => this.holdOnce(lease, held, purpose, work));
  }

  /**
   * Holds a session for several steps, until it is given back.
   * @param begin the first step; where its session proves to be lost, it is done on another one
   */
  async borrow(
    side: 'read' | 'write',
    bounds: StepBounds,
    begin: (held: HeldSession<Session>) => Promise<void>,
  ): Promise<BorrowedSession<Session>> {
    return await this.onSession(side, bounds, 'answer', async (lease, held) => {
      held.connection.running = held.running;
      try {
        await begin(held);
        held.running.check();
      } catch (error) {
        letGo(lease, held, this.fateAfter(this.source.failureOf(error), { ...held, fate: 'clean' }));
        throw error;
      }
      held.running.stop();
      await held.running.confirmed;
      return new BorrowedSession(lease, {
        watch: (each) => this.watched(lease.connection, each),
        failureOf: (error) => this.source.failureOf(error),
        lost: (session) => {
          this.endOnServer(session);
          this.onTrouble?.();
        },
      });
    });
  }

  /** Does the work on a session of the pool, and on another one where the first was lost before it could matter. */
  private async onSession<T>(
    side: 'read' | 'write',
    bounds: StepBounds,
    purpose: Purpose,
    work: (lease: Lease<Session>, held: HeldSession<Session>) => Promise<T>,
  ): Promise<T> {
    const opened = this.opened ?? (await this.threshold.pass(bounds, () => this.ready()));
    const pool = this.poolOf(side, opened);
    let lostAtMs: number | undefined;
    for (let attempt = 1; ; attempt++) {
      const { deadlineMs, signal, caller } = bounds;
      const fresh = lostAtMs !== undefined;
      const lease = await pool.acquire({ deadlineMs, signal, caller, level: 0, preemptible: false, fresh });
      const held = this.watched(lease.connection, bounds);
      try {
        return await work(lease, held);
      } catch (error) {
        if (error instanceof DragomanError && error !== held.running.reason) throw error;
        const failure = error === held.running.reason ? 'cancelled' : this.source.failureOf(error);
        if (isLost(failure)) this.onTrouble?.();
        // One that was open, or about to be, when the first was lost is as dead as that, and tells nothing new.
        const bornAtMs = this.births.get(held.connection)?.fromMs ?? Infinity;
        const isNews = lostAtMs !== undefined && bornAtMs > lostAtMs;
        const again = !isNews && attempt < MOST_ATTEMPTS && Date.now() < deadlineMs;
        if (!again || !mayRunAgain(failure, held, purpose)) throw reasonOf(error, failure, held, purpose);
        lostAtMs ??= performance.now();
      }
    }
  }

  private poolOf(side: 'read' | 'write', opened: OpenServer<Session>): ConnectionPool<Session> {
    const pool = opened[side];
    if (pool !== undefined) return pool;
    throw new DragomanError(
      'DATABASE_READ_ONLY',
      `The database "${this.options.name}" is registered for reading only.`,
    );
  }

  private async ready(): Promise<OpenServer<Session>> {
    if (this.current === 'CLOSED' || this.current === 'DRAINING') {
      throw new DragomanError('ADAPTER_CLOSED', `The database "${this.options.name}" is being closed.`);
    }
    if (this.opened !== undefined) return this.opened;
    this.connecting ??= this.open().finally(() => (this.connecting = undefined));
    return await this.connecting;
  }

  private async open(): Promise<OpenServer<Session>> {
    this.current = 'CONNECTING';
    const { source } = this;
    const { pool, access } = this.options;
    const trouble = (): void => this.onTrouble?.();
    const poolFor = (side: Side, options: PoolOptions): ConnectionPool<Session> =>
      new ConnectionPool(options, () => this.openSession(side), trouble);
    const read = poolFor('read', pool);
    const write = access === 'READ_WRITE' ? poolFor('write', { ...pool, min: 0 }) : undefined;
    if (write !== undefined) read.share(write);
    const control = new ControlSession(() => source.open('control'), trouble);
    const lost = new LostSessions((id, age) => control.use((session) => source.endLost(session, id, age)));
    const opened = { control, lost, read, write };
    try {
      this.serverVersion = await this.strangers.during(source.connect(), (error) => this.mayBeStrangers(error));
      await control.command('SELECT 1');
      await read.warmUp();
      // close() may have been called in the meantime; it waits for this and shuts what was opened.
      if ((this.current as AdapterState) === 'CONNECTING') this.current = 'READY';
      this.opened = opened;
      this.threshold.note(undefined);
      return opened;
    } catch (error) {
      await shut(opened, 0);
      await source.disconnect();
      trouble();
      const reason = asUnavailable(source.codedError(error), 'reached');
      this.threshold.note(reason);
      throw reason;
    }
  }

  /** A server of the right kind says itself what it refuses, and what TLS refuses was reached as well. */
  private mayBeStrangers(error: unknown): boolean {
    const coded = this.source.codedError(error);
    return !(coded instanceof DragomanError) || (coded.details.sqlState === undefined && coded.retryable);
  }

  private async openSession(side: Side): Promise<Session> {
    const fromMs = performance.now();
    const session = await this.source.open(side).catch((error: unknown) => {
      throw asUnavailable(this.source.codedError(error), 'reached');
    });
    this.births.set(session, { fromMs, toMs: performance.now() });
    return session;
  }

  private watched(connection: Session, bounds: StepBounds): HeldSession<Session> {
    const running = new RunningStatement(bounds, {
      cancel: async () => await this.opened?.control.command(this.source.commands.cancel(connection.id)),
      destroy: () => {
        connection.destroy();
        // It had a cancel to pass on, and did not.
        this.opened?.control.drop();
      },
    });
    return { connection, running, fate: 'keep', stage: 'unsent' };
  }

  /** Does the work on one session, and cancels it at its deadline. */
  private holdOnce<T>(
    lease: Lease<Session>,
    held: HeldSession<Session>,
    purpose: Purpose,
    work: (held: HeldSession<Session>) => Promise<T>,
  ): Promise<T> {
    const { connection, running } = held;
    connection.running = running;
    return new Promise((resolve, reject) => {
      // A change is waited for in any case: only its end tells whether it was made.
      if (purpose === 'answer') running.onOverdue = reject;
      const done = (outcome: T): void => {
        letGo(lease, held, held.fate);
        // A sleep that is cancelled ends well; a change that was made is told, late or not.
        if (purpose === 'answer' && running.reason !== undefined) reject(running.reason);
        else resolve(outcome);
      };
      const failed = (error: unknown): void => {
        letGo(lease, held, this.fateAfter(this.source.failureOf(error), held));
        reject(error instanceof Error ? error : new Error(String(error)));
      };
      work(held).then(done, failed);
    });
  }

  /** A session whose connection was lost is not lent again, and what it ran is ended on the server. */
  private fateAfter(failure: Failure, { connection, fate }: HeldSession<Session>): ReleaseFate {
    if (failure === 'lost') this.endOnServer(connection);
    return isLost(failure) ? 'discard' : fate;
  }

  private endOnServer(session: Session): void {
    const birth = this.births.get(session);
    if (birth !== undefined) this.opened?.lost.add(session.id, birth);
  }
}

/** Gives a session back: at once, or when no cancel can reach it any more. */
function letGo(lease: Lease<AnySession>, { connection, running }: HeldSession<AnySession>, fate: ReleaseFate): void {
  running.stop();
  connection.running = undefined;
  if (running.confirmed === undefined) lease.release(fate);
  else void running.confirmed.then(() => lease.release(fate === 'keep' ? 'clean' : fate));
}

async function shut<Session extends AnySession>(
  { read, write, control, lost }: OpenServer<Session>,
  graceMs: number,
): Promise<void> {
  await Promise.all([read.close(graceMs), write?.close(graceMs)]);
  lost.close();
  await control.close();
}
