import type { HandOver } from '../streams/open-streams.js';
import { batchBounds, type StreamRequest, type TupleBatch } from '../streams/row-stream.js';
import type { HeldSession } from './held-session.js';
import type { ServerConnection, ServerCursor, ServerEngine } from './server-engine.js';

/** A session in which a read was opened. */
interface Opened<Statement, Column, Row> {
  readonly engine: ServerEngine<Statement, Column, Row>;
  readonly held: HeldSession<ServerConnection<Statement, Column, Row>>;
  readonly request: StreamRequest;
}

/**
 * Reads a statement by a cursor, in a transaction that can't write: one snapshot, however long it takes. Hands over
 * all batches but the last one, which it resolves to.
 */
export async function streamRows<Statement, Column, Row>(
  opened: Opened<Statement, Column, Row>,
  statement: Statement,
  handOver: HandOver,
): Promise<TupleBatch> {
  const { engine, held } = opened;
  const { beginReadOnly, rollback, waitForTaker } = engine.commands;
  const { connection, running } = held;
  running.check();
  if (waitForTaker !== undefined) {
    held.fate = 'clean';
    await connection.command(waitForTaker);
  }
  await connection.command(beginReadOnly);
  try {
    const cursor = await connection.openCursor(statement, opened.request.maxBytes);
    const last = await batchesOf(opened, cursor, handOver).finally(() => cursor.close(() => running.stopRows()));
    // What was cancelled is made new as a whole: a late cancel would hit this.
    if (running.confirmed === undefined) await connection.command(rollback);
    return last;
  } catch (error) {
    held.fate = 'clean';
    throw error;
  }
}

async function batchesOf<Statement, Column, Row>(
  { engine, held, request }: Opened<Statement, Column, Row>,
  cursor: ServerCursor<Column, Row>,
  handOver: HandOver,
): Promise<TupleBatch> {
  const map = async (rows: readonly Row[]): Promise<Pick<TupleBatch, 'columns' | 'tuples'>> =>
    await engine.result(NOTHING_CHANGED, { columns: cursor.columns, rows, more: false }, request, held.connection);
  // The server may be asked for types that are met for the first time: before it is asked for rows.
  await map([]);
  for (let rowsLeft = request.maxRows; ;) {
    const { rows, isLast } = await cursor.next(batchBounds(request, rowsLeft));
    rowsLeft -= rows.length;
    const done = isLast || rowsLeft === 0;
    const { columns, tuples } = await map(rows);
    const batch = { columns, tuples, done };
    if (done) return batch;
    held.stage = 'told';
    await handOver(batch);
  }
}

const NOTHING_CHANGED = { affectedRows: null, lastInsertId: null };
