import { RowFlow } from '../server/row-flow.js';
import type { ServerCursor } from '../server/server-engine.js';
import type { RowBatch } from '../streams/row-queue.js';
import type { BatchBounds } from '../streams/row-stream.js';
import { bytesOf, type MysqlRow } from './mysql-row.js';
import type { MysqlColumn } from './mysql-types.js';

/** A socket of the driver's that can be stopped, with what the driver has read from it already. */
export interface Pausable {
  pause(): void;
  resume(): void;
}

/** What the driver tells of a statement that runs. */
export interface CursorEvents {
  columns(fields: MysqlColumn[]): void;
  row(row: MysqlRow): void;
}

/** Runs the statement; resolves at its end. */
export type RunStatement = (events: CursorEvents) => Promise<void>;

/**
 * A result that the server sends as fast as it is read. The protocol's own cursors would
 * have it copied to a temporary table first, all of it; a stopped socket makes the server
 * wait in the middle of the result instead.
 */
export class RowCursor implements ServerCursor<MysqlColumn, MysqlRow> {
  columns: readonly MysqlColumn[] = [];
  private readonly flow: RowFlow<MysqlRow>;

  private constructor(socket: Pausable, maxRowBytes: number) {
    this.flow = new RowFlow({ pause: () => socket.pause(), resume: () => socket.resume() }, maxRowBytes);
  }

  /** Resolves when the columns are known. */
  static async open(socket: Pausable, run: RunStatement, maxRowBytes: number): Promise<RowCursor> {
    const cursor = new RowCursor(socket, maxRowBytes);
    const { flow } = cursor;
    flow.isRunning = true;
    await new Promise<void>((resolve, reject) => {
      const columns = (fields: MysqlColumn[]): void => {
        cursor.columns = fields;
        resolve();
      };
      run({ columns, row: (row) => flow.take(row, bytesOf(row)) }).then(
        () => {
          flow.answered(true);
          resolve();
        },
        (error: unknown) => {
          flow.failed(error);
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
    });
    return cursor;
  }

  async next(bounds: BatchBounds): Promise<RowBatch<MysqlRow>> {
    return await this.flow.next(bounds);
  }

  async close(cancel: () => void): Promise<void> {
    await this.flow.drain(cancel);
  }
}
