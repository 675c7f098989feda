import { setTimeout as sleep } from 'node:timers/promises';
import { DragomanError } from '../../errors/index.js';
import { CancelSource } from '../../events/index.js';
import { mostStreams } from '../pool/most-held.js';
import { BatchChannel } from './batch-channel.js';
import { LoopTurns } from './loop-turns.js';
import { StreamClock } from './stream-clock.js';
import type { RowStream, StreamRequest, TupleBatch } from './row-stream.js';

/** What is said where a database that is closed has streams. */
export const STREAM_ENDED = 'The stream was ended: the database is being closed.';

/** How often it is looked whether takers have heard of an end. */
const LISTEN_MS = 5;

/** Hands a batch over; resolves when the next one is asked for. */
export type HandOver = (batch: TupleBatch) => Promise<void>;

/** Reads the rows, hands over all batches but the last one, and gives that back once its connection is free. */
export type ReadBatches = (request: StreamRequest, handOver: HandOver) => Promise<TupleBatch>;

/**
 * The streams of one database. Each holds a connection for as long as it lasts, so
 * not all connections may stream: what remains is for everybody else.
 */
export class OpenStreams {
  private readonly open = new Map<(reason: DragomanError) => void, Promise<void>>();
  private readonly unheard = new Set<BatchChannel<TupleBatch>>();

  /** @param connections how many connections the database may have now */
  constructor(private readonly connections: () => number) {}

  /**
   * A stream that begins with the first batch that is asked for. It is read no faster than
   * it is taken, and ended by whoever takes it, by `request.signal`, by its clock, or by `end`.
   */
  start(request: StreamRequest, read: ReadBatches): RowStream {
    const ending = new Ending();
    const channel: BatchChannel<TupleBatch> = new BatchChannel<TupleBatch>(
      () => this.run(request, read, channel, ending),
      () => ending.end(nobodyWaits()),
      () => this.unheard.delete(channel),
    );
    return channel;
  }

  /** Ends all of them with an error; resolves once their connections are given back. */
  async end(reason: DragomanError): Promise<void> {
    const ended = [...this.open.values()];
    for (const end of this.open.keys()) end(reason);
    await Promise.all(ended);
  }

  /** Resolves once whoever takes a stream has heard of its end, for all that began, or after so long. */
  async heard(atMostMs: number): Promise<void> {
    const untilMs = Date.now() + atMostMs;
    while (this.unheard.size > 0 && Date.now() < untilMs) await sleep(LISTEN_MS);
  }

  private async run(
    request: StreamRequest,
    read: ReadBatches,
    channel: BatchChannel<TupleBatch>,
    ending: Ending,
  ): Promise<void> {
    this.refuseTooMany();
    const leave = (): void => ending.end(nobodyWaits());
    const clock = new StreamClock(request, ending.end);
    const turns = new LoopTurns();
    const handOver = async (batch: TupleBatch): Promise<void> => {
      clock.waitsForTaker();
      await ending.rest(channel.give(batch));
      if (turns.areDue) await ending.rest(turns.give());
      clock.waitsForDatabase();
    };
    let close = (): void => undefined;
    this.open.set(ending.end, new Promise((resolve) => (close = resolve)));
    this.unheard.add(channel);
    request.signal.addEventListener('abort', leave);
    if (request.signal.aborted) leave();
    try {
      channel.giveLast(await read({ ...request, deadlineMs: Infinity, signal: ending.signal }, handOver));
    } catch (error) {
      throw ending.reason ?? error;
    } finally {
      clock.stop();
      request.signal.removeEventListener('abort', leave);
      this.open.delete(ending.end);
      close();
    }
  }

  private refuseTooMany(): void {
    const most = mostStreams(this.connections());
    if (this.open.size < most) return;
    throw new DragomanError(
      'POOL_EXHAUSTED',
      `${this.open.size} streams are open on this database, which is as many as it may have.`,
      { hint: 'Try again when one has ended, or raise `pool.max`: somewhat less than half of it may stream.' },
    );
  }
}

/** The end of a stream before its last row, for the first reason that is given. */
class Ending {
  reason: DragomanError | undefined;
  /** Aborted where the database is at work; while it rests there is nothing to cancel. */
  readonly signal = new CancelSource();
  private interruptRest: ((reason: DragomanError) => void) | undefined;

  readonly end = (reason: DragomanError): void => {
    this.reason ??= reason;
    if (this.interruptRest === undefined) this.signal.abort();
    else this.interruptRest(this.reason);
  };

  /** Waits for what the database has no part in; rejects with the reason for the end once there is one. */
  async rest(promise: Promise<unknown>): Promise<void> {
    if (this.reason !== undefined) throw this.reason;
    await new Promise<void>((resolve, reject) => {
      this.interruptRest = reject;
      promise.then(() => resolve(), reject);
    });
    this.interruptRest = undefined;
  }
}

function nobodyWaits(): DragomanError {
  return new DragomanError('QUERY_CANCELLED', 'The stream was ended: nobody takes its rows any more.');
}
