import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { SqliteConnection } from '../../../src/databases/sqlite/sqlite-connection.js';
import { refusal, TestPipeline } from '../../support/test-pipeline.js';

let db: TestPipeline;
beforeAll(async () => {
  db = await TestPipeline.open();
  await db.execute('CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT)');
  await db.execute("INSERT INTO things VALUES (1, 'ink'), (2, 'quill'), (3, 'vellum')");
});
afterAll(() => db.close());
afterEach(() => {
  vi.restoreAllMocks();
});

/** The driver as it is where its thread ends between two looks: some last rows do not come. */
function loseRows(lost: number, times: number) {
  const whole = Object.getOwnPropertyDescriptor(SqliteConnection.prototype, 'each')?.value as SqliteConnection['each'];
  let left = times;
  return vi.spyOn(SqliteConnection.prototype, 'each').mockImplementation(async function (
    this: SqliteConnection,
    sql,
    values,
    onRow,
  ) {
    const rows: Parameters<typeof onRow>[0][] = [];
    await whole.call(this, sql, values, (row) => rows.push(row));
    const kept = left-- > 0 ? rows.slice(0, -lost) : rows;
    for (const row of kept) onRow(row);
  });
}

describe('rows that the driver loses', () => {
  it.each([1, 2, 4])('are read again: the last %i', async (lost) => {
    const each = loseRows(lost, 2);
    expect(await db.rows('SELECT id, name FROM things ORDER BY id')).toEqual([
      [1, 'ink'],
      [2, 'quill'],
      [3, 'vellum'],
    ]);
    expect(each).toHaveBeenCalledTimes(3);
  });

  it('are said to be lost where they are so each time', async () => {
    loseRows(1, Infinity);
    const error = await refusal(db.query('SELECT id FROM things'), 'QUERY_FAILED');
    expect(error.details.retryable).toBe(true);
  });

  it('are none of a change’s, of a plan’s or of a description’s', async () => {
    const each = loseRows(1, Infinity);
    const changed = await db.execute('UPDATE things SET name = name RETURNING id');
    expect(changed.tuples).toEqual([[1], [2], [3]]);
    expect((await db.execute('PRAGMA table_info(things)')).tuples).toHaveLength(2);
    expect((await db.execute('EXPLAIN QUERY PLAN SELECT * FROM things')).tuples).toHaveLength(1);
    expect(each).not.toHaveBeenCalled();
  });
});
