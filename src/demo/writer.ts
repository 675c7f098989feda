import { Connection } from './connection.js';
import type { TableRows } from './rows.js';
import { INDEX_AND_VIEW_STATEMENTS, TABLE_STATEMENTS } from './schema.js';

/** Rows in one INSERT: a trip to the driver's thread costs more than the row itself. */
const BATCH = 100;

/** Told after every batch how many of all rows are written. */
export type Progress = (done: number, total: number, table: string) => void;

/** Writes schema and rows into a new database file, in one transaction. */
export async function writeBookshop(file: string, tables: readonly TableRows[], onProgress: Progress): Promise<void> {
  const connection = await Connection.open(file);
  try {
    await connection.run('PRAGMA journal_mode = DELETE; PRAGMA foreign_keys = ON; BEGIN');
    await connection.run(TABLE_STATEMENTS.join(';\n'));
    const total = tables.reduce((sum, { rows }) => sum + rows.length, 0);
    let done = 0;
    for (const table of tables) {
      await writeTable(connection, table, (written) => {
        done += written;
        onProgress(done, total, table.table);
      });
    }
    await connection.run(INDEX_AND_VIEW_STATEMENTS.join(';\n'));
    await connection.run('COMMIT; ANALYZE');
  } finally {
    await connection.close();
  }
}

async function writeTable(
  connection: Connection,
  { table, rows }: TableRows,
  onBatch: (written: number) => void,
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const marks = `(${columns.map(() => '?').join(', ')})`;
  const insert = (count: number) =>
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array<string>(count).fill(marks).join(', ')}`;
  const cellsOf = (from: number, to: number) =>
    rows.slice(from, to).flatMap((row) => columns.map((column) => row[column] ?? null));
  const inFullBatches = rows.length - (rows.length % BATCH);
  if (inFullBatches > 0) {
    await connection.prepared(insert(BATCH), async (run) => {
      for (let from = 0; from < inFullBatches; from += BATCH) {
        await run(cellsOf(from, from + BATCH));
        onBatch(BATCH);
      }
    });
  }
  const left = rows.length - inFullBatches;
  if (left === 0) return;
  await connection.prepared(insert(left), (run) => run(cellsOf(inFullBatches, rows.length)));
  onBatch(left);
}
