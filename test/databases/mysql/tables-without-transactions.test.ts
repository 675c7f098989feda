import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LOCAL_ADMINISTRATOR } from '../../../src/auth/index.js';
import { TransactionBook } from '../../../src/transactions/index.js';
import type { QueryOutcome } from '../../../src/pipeline/index.js';
import { createDatabase, type TestDatabase } from '../../support/servers/index.js';
import { refusal, TestPipeline } from '../../support/test-pipeline.js';

describe('a rollback of tables that undo nothing, on MariaDB', () => {
  let database: TestDatabase;
  let db: TestPipeline;
  const caller = { owner: 'somebody', signal: new AbortController().signal };
  const book = new TransactionBook<string, QueryOutcome>({
    times: { idleTimeoutMs: 10_000, maxDurationMs: 10_000 },
    takePlace: () => () => undefined,
    execute: (transaction, registered, sql) =>
      db.pipeline.executeIn(transaction, registered, {
        principal: { ...LOCAL_ADMINISTRATOR, name: 'somebody' },
        sql,
        params: undefined,
        options: {},
        signal: caller.signal,
      }),
    onEnd: () => undefined,
  });
  const begin = async (): Promise<string> =>
    (await book.begin(db.registry.get('main'), { readOnly: false }, caller)).id;

  beforeAll(async () => {
    database = await createDatabase('mysql');
    await database.run(
      'CREATE TABLE kept (id int PRIMARY KEY); CREATE TABLE old (id int PRIMARY KEY) ENGINE = MyISAM;',
    );
    db = await TestPipeline.open({ dialect: 'MYSQL', url: database.url });
  });
  beforeEach(async () => {
    for (const table of ['kept', 'old']) await db.execute(`DELETE FROM ${table}`);
  });
  afterAll(async () => {
    await book.close();
    await db.close();
    await database.drop();
  });

  it('says that their rows stay', async () => {
    const id = await begin();
    for (const table of ['kept', 'old']) await book.execute(id, `INSERT INTO ${table} VALUES (1)`, caller);
    const { message, details } = await refusal(book.rollback(id, caller), 'TRANSACTION_FAILED');
    expect(message).toMatch(/was rolled back, but the database could not undo all/);
    expect(details.hint).toMatch(/MyISAM/);
    expect(book.view(id, caller).state).toBe('ROLLED_BACK');
    expect([await db.rows('SELECT id FROM kept'), await db.rows('SELECT id FROM old')]).toEqual([[], [[1]]]);
  });

  it('says it beside the error of the statement that it is for', async () => {
    const statements = ['INSERT INTO old VALUES (1)', 'INSERT INTO old VALUES (1)'].map((sql) => ({ sql }));
    const { committed, results } = await db.transaction(statements);
    expect([committed, results[1]?.error?.code]).toEqual([false, 'CONSTRAINT_VIOLATION']);
    expect(results[1]?.error?.details.hint).toMatch(/MyISAM/);
  });

  it('says nothing where all was undone', async () => {
    const id = await begin();
    await book.execute(id, 'INSERT INTO kept VALUES (1)', caller);
    await book.execute(id, "SELECT CAST('x' AS int)", caller);
    expect((await book.rollback(id, caller)).state).toBe('ROLLED_BACK');
    const { results } = await db.transaction([
      { sql: 'INSERT INTO kept VALUES (1)' },
      { sql: 'INSERT INTO kept VALUES (1)' },
    ]);
    expect(results[1]?.error?.details.hint ?? '').not.toMatch(/MyISAM/);
  });
});
