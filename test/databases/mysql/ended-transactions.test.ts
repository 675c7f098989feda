import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StatementRequest } from '../../../src/databases/index.js';
import { prepare } from '../../../src/pipeline/prepare.js';
import { dialects, unbound } from '../../../src/sql/index.js';
import { createDatabase, type TestDatabase } from '../../support/servers/index.js';
import { refusal, TestPipeline, type OpenTransaction } from '../../support/test-pipeline.js';

/** A statement as the adapter gets it, of which nobody has asked whether it fits into a transaction. */
function unasked(sql: string): StatementRequest {
  const prepared = prepare(sql, 'MYSQL');
  return {
    ...prepared,
    bound: unbound(prepared.statement, dialects.MYSQL),
    side: 'write',
    deadlineMs: Date.now() + 10_000,
    maxRows: 10,
    maxBytes: 1_000_000,
    numbers: 'SAFE',
    signal: new AbortController().signal,
  };
}

describe('a transaction that a statement ended unforeseen, on MariaDB', () => {
  let database: TestDatabase;
  let db: TestPipeline;
  let held: OpenTransaction;

  beforeAll(async () => {
    database = await createDatabase('mysql');
    await database.run('CREATE TABLE kept (id int PRIMARY KEY); CREATE PROCEDURE commits() COMMIT;');
    db = await TestPipeline.open({ dialect: 'MYSQL', url: database.url, pool: { max: 1 } });
  });
  beforeEach(async () => {
    await db.execute('DELETE FROM kept');
    held = await db.begin();
    await held.execute('INSERT INTO kept VALUES (1)');
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });

  it.each([
    ['without rows', 'CREATE TABLE IF NOT EXISTS kept (id int)'],
    ['with rows', 'ANALYZE TABLE kept'],
    ['in a procedure', 'CALL commits()'],
    ['and failed', 'CREATE TABLE kept (id int)'],
  ])('%s is told as what it is: nobody can say that nothing is left', async (_what, sql) => {
    const error = await refusal(held.transaction.execute(unasked(sql)), 'OUTCOME_UNKNOWN');
    expect(error.message).toMatch(/has ended the transaction in the database/);
    expect(error.details.hint).toMatch(/Look what is there/);
    if (sql === 'CREATE TABLE kept (id int)') expect(error.message).toMatch(/already exists/);
    expect(held.transaction.state).toBe('FAILED');
    await refusal(held.execute('INSERT INTO kept VALUES (2)'), 'OUTCOME_UNKNOWN');
    await refusal(held.commit(), 'OUTCOME_UNKNOWN');
    await held.rollback();
    expect(held.transaction.state).toBe('FAILED');
    expect(await db.rows('SELECT id FROM kept')).toEqual([[1]]);
  });

  it('is not mistaken for one that goes on, nor the other way round', async () => {
    for (const sql of ['SET @a = 1', 'DO 1', 'CREATE TEMPORARY TABLE t (id int)', 'SHOW TABLES', 'EXPLAIN SELECT 1']) {
      await held.transaction.execute(unasked(sql));
      expect(held.transaction.state, sql).toBe('ACTIVE');
    }
    await refusal(held.transaction.execute(unasked('DROP TEMPORARY TABLE nowhere')), 'QUERY_FAILED');
    expect(held.transaction.state).toBe('ACTIVE');
    await held.rollback();
    expect(await db.rows('SELECT id FROM kept')).toEqual([]);
  });
});
