import { DragomanError } from '../../errors/index.js';
import { valueBytes, resultTooLarge } from '../result-size.js';
import type { HandOver } from '../streams/open-streams.js';
import { RowQueue } from '../streams/row-queue.js';
import { batchBounds, type StreamRequest, type TupleBatch } from '../streams/row-stream.js';
import { readSchemaVersion, type DescribedColumn, type SelectDescriber } from './describe-select.js';
import { exactRows, tupleOf } from './exact-statement.js';
import type { NativeRow, SqliteConnection } from './sqlite-connection.js';
import { bindForSqlite, type NativeStatement } from './sqlite-parameters.js';
import { mapRows } from './sqlite-result.js';

const ATTEMPTS = 5;

/**
 * Steps through a SELECT in a transaction of its own, so that its rows and its description are of one snapshot.
 * Between two batches no thread is held. Hands over all batches but the last one, which it resolves to.
 * @returns undefined, and has run nothing, where the engine can't describe the statement
 */
export async function streamSelect(
  connection: SqliteConnection,
  describer: SelectDescriber,
  request: StreamRequest,
  handOver: HandOver,
): Promise<TupleBatch | undefined> {
  const native = bindForSqlite(request.bound);
  const columns = await beginDescribed(connection, describer, native, request);
  if (columns === undefined) return undefined;
  try {
    return await step(connection, native, columns, { request, handOver });
  } finally {
    await endTransaction(connection);
  }
}

/** Begins a transaction whose snapshot has the schema that the columns were described under. */
async function beginDescribed(
  connection: SqliteConnection,
  describer: SelectDescriber,
  native: NativeStatement,
  request: StreamRequest,
): Promise<readonly DescribedColumn[] | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const version = await readSchemaVersion(connection);
    const columns = await describer.describe(request.bound, version, request).catch(() => undefined);
    // Either the statement is wrong, and compiling it says so in its own words, or it can't be a view.
    if (columns === undefined) await connection.prepare(native.sql);
    if (columns === undefined) return undefined;
    await connection.run('BEGIN');
    if ((await readSchemaVersion(connection)) === version) return columns;
    await endTransaction(connection);
  }
  throw new DragomanError('QUERY_FAILED', 'The schema changed each time that the statement was about to run.', {
    retryable: true,
  });
}

async function step(
  connection: SqliteConnection,
  native: NativeStatement,
  columns: readonly DescribedColumn[],
  { request, handOver }: { readonly request: StreamRequest; readonly handOver: HandOver },
): Promise<TupleBatch> {
  const limit = Math.min(request.maxRows, Number.MAX_SAFE_INTEGER);
  const steps = await connection.stepThrough(exactRows(native.sql, columns.length, limit), native.values);
  try {
    const queue = new RowQueue<NativeRow>();
    let first: TupleBatch['columns'] | undefined;
    for (;;) {
      const bounds = batchBounds(request, request.maxRows);
      if (!queue.hasBatch(bounds)) {
        queue.ended = await steps.next((row) => {
          queue.add(row, bytesOf(row, request.maxBytes));
          return !queue.hasBatch(bounds);
        });
      }
      const { rows, isLast: done } = queue.take(bounds);
      const tuples = rows.map((row) => tupleOf(row, columns.length));
      const mapped = mapRows(columns, tuples, request);
      // What is told of a column that declares nothing is what its first values are.
      first ??= mapped.columns;
      const batch = { columns: first, tuples: mapped.tuples, done };
      if (done) return batch;
      await handOver(batch);
    }
  } finally {
    await steps.end();
  }
}

/** Batches of a result that was read at once, as the engine can't step through it with whole values. */
export async function inBatches(
  { columns, tuples }: Omit<TupleBatch, 'done'>,
  request: StreamRequest,
  handOver: HandOver,
): Promise<TupleBatch> {
  for (let from = 0; ; from += request.batchRows) {
    const done = from + request.batchRows >= tuples.length;
    const batch = { columns, tuples: tuples.slice(from, from + request.batchRows), done };
    if (done) return batch;
    await handOver(batch);
  }
}

/** One whose transaction can't be ended is not lent again. */
async function endTransaction(connection: SqliteConnection): Promise<void> {
  await connection.run('ROLLBACK').catch(() => (connection.spoiled = true));
}

/** @throws DragomanError RESULT_TOO_LARGE */
function bytesOf(row: NativeRow, maxBytes: number): number {
  let bytes = 0;
  for (const key in row) bytes += valueBytes(row[key] ?? null);
  if (bytes > maxBytes) throw resultTooLarge(maxBytes);
  return bytes;
}
