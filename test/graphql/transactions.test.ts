import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestService, type Answer, type TestService } from '../support/service.js';

let service: TestService;
const IDLE_MS = 400;

beforeAll(async () => {
  service = await startTestService({ transactions: { idleTimeoutMs: 60_000, maxDurationMs: 60_000 } });
  await ask(
    'mutation { execute(database: "small", sql: "CREATE TABLE kept (id INTEGER PRIMARY KEY, note TEXT)") { affectedRows } }',
  );
});
beforeEach(() => ask('mutation { execute(database: "small", sql: "DELETE FROM kept") { affectedRows } }'));
afterAll(() => service.end());

const ask = (query: string, variables?: Record<string, unknown>): Promise<Answer> => service.graphql(query, variables);
const code = ({ errors }: Answer): unknown => errors?.[0]?.extensions.code;
const count = async (): Promise<number> =>
  (await ask('{ query(database: "small", sql: "SELECT count(*) AS n FROM kept") { rows } }')).data.query.rows[0].n;

const VIEW = 'id database isolation readOnly state savepoints startedAt expiresAt';
const begin = async (args = ''): Promise<{ id: string; expiresAt: string; startedAt: string }> =>
  (await ask(`mutation { beginTransaction(database: "small"${args}) { ${VIEW} } }`)).data.beginTransaction;
const run = (id: string, sql: string, params?: unknown): Promise<Answer> =>
  ask(
    'mutation Run($id: ID!, $sql: String!, $params: JSON) { executeInTransaction(id: $id, sql: $sql, params: $params) { affectedRows rows lastInsertId } }',
    { id, sql, params },
  );
const call = (name: string, id: string, savepoint?: string): Promise<Answer> =>
  ask(
    `mutation Call($id: ID!${savepoint === undefined ? '' : ', $name: String!'}) { ${name}(id: $id${savepoint === undefined ? '' : ', name: $name'}) { ${VIEW} } }`,
    { id, ...(savepoint !== undefined && { name: savepoint }) },
  );
const view = (id: string): Promise<Answer> =>
  ask(`query See($id: ID!) { databaseTransaction(id: $id) { ${VIEW} } }`, { id });

describe('executeTransaction', () => {
  const RUN =
    'mutation Run($statements: [StatementInput!]!, $readOnly: Boolean) { executeTransaction(database: "small", statements: $statements, readOnly: $readOnly) { committed results { index result { affectedRows rows } error { code message retryable } } } }';

  it('does all or nothing, and says what came of each', async () => {
    const statements = [
      { sql: 'INSERT INTO kept VALUES (1, :note)', params: { note: 'a' } },
      { sql: 'INSERT INTO kept VALUES (1, ?)', params: ['b'], optional: true },
      { sql: 'SELECT note FROM kept' },
    ];
    const { data } = await ask(RUN, { statements });
    expect(data.executeTransaction).toMatchObject({
      committed: true,
      results: [
        { index: 0, result: { affectedRows: 1 }, error: null },
        { index: 1, result: null, error: { code: 'CONSTRAINT_VIOLATION', retryable: false } },
        { index: 2, result: { rows: [{ note: 'a' }] }, error: null },
      ],
    });
    const failing = await ask(RUN, { statements: [{ sql: 'DELETE FROM kept' }, { sql: 'SELECT 1 FROM nowhere' }] });
    expect(failing.data.executeTransaction).toMatchObject({ committed: false, results: [{}, { error: {} }] });
    expect(await count()).toBe(1);
  });

  it('says what is wrong before anything runs', async () => {
    for (const [sql, expected] of [
      ['COMMIT', 'BAD_USER_INPUT'],
      ['VACUUM', 'BAD_USER_INPUT'],
      ['SELEC 1', 'SQL_SYNTAX'],
      ['SELECT (1', 'SQL_SYNTAX'],
    ]) {
      const answer = await ask(RUN, { statements: [{ sql: 'INSERT INTO kept VALUES (5, NULL)' }, { sql }] });
      expect([code(answer), answer.errors?.[0]?.message]).toEqual([expected, expect.stringMatching(/^Statement 2: /)]);
    }
    expect(code(await ask(RUN, { statements: [] }))).toBe('BAD_USER_INPUT');
    expect(code(await ask(RUN, { statements: [{ sql: 'DELETE FROM kept' }], readOnly: true }))).toBe(
      'WRITE_NOT_ALLOWED',
    );
    expect(await count()).toBe(0);
  });
});

describe('a transaction that is held open', () => {
  it('goes from its beginning over savepoints to its commit', async () => {
    const { id, ...begun } = await begin();
    expect(begun).toMatchObject({
      database: 'small',
      isolation: 'SERIALIZABLE',
      readOnly: false,
      state: 'ACTIVE',
      savepoints: [],
    });
    expect(id).toMatch(/^[\w-]{8}\.[\w-]{32}$/);
    expect(
      (await run(id, 'INSERT INTO kept VALUES (:id, :note)', { id: 7, note: 'x' })).data.executeInTransaction,
    ).toMatchObject({
      affectedRows: 1,
      lastInsertId: '7',
    });
    expect((await call('savepoint', id, 'a')).data.savepoint.savepoints).toEqual(['a']);
    await run(id, 'DELETE FROM kept');
    expect((await call('rollbackToSavepoint', id, 'a')).data.rollbackToSavepoint.state).toBe('ACTIVE');
    expect((await call('releaseSavepoint', id, 'a')).data.releaseSavepoint.savepoints).toEqual([]);
    expect(code(await call('rollbackToSavepoint', id, 'a'))).toBe('BAD_USER_INPUT');
    expect(await count()).toBe(0);
    expect((await call('commitTransaction', id)).data.commitTransaction).toMatchObject({
      state: 'COMMITTED',
      expiresAt: null,
    });
    expect(await count()).toBe(1);
    expect((await view(id)).data.databaseTransaction.state).toBe('COMMITTED');
    expect(code(await run(id, 'SELECT 1'))).toBe('TRANSACTION_NOT_FOUND');
  });

  it('leaves nothing where it is rolled back', async () => {
    const { id } = await begin();
    await run(id, 'INSERT INTO kept VALUES (1, NULL)');
    expect((await call('rollbackTransaction', id)).data.rollbackTransaction.state).toBe('ROLLED_BACK');
    expect(await count()).toBe(0);
    expect((await call('rollbackTransaction', id)).errors?.[0]?.message).toMatch(/rolled back/);
  });

  it('takes no transaction statements of SQL, and names the mutations', async () => {
    const { id } = await begin();
    for (const sql of ['COMMIT', 'ROLLBACK', 'SAVEPOINT x', 'BEGIN']) {
      const answer = await run(id, sql);
      expect([code(answer), answer.errors?.[0]?.extensions.hint]).toEqual([
        'BAD_USER_INPUT',
        expect.stringContaining('commitTransaction'),
      ]);
    }
    await call('rollbackTransaction', id);
  });

  it('is not to be had by a guess', async () => {
    const { id } = await begin(', readOnly: true');
    const elsewhere = `AAAAAAAA${id.slice(8)}`;
    for (const [guess, message] of [
      ['x', /no such transaction/],
      [`${id}x`, /no such transaction/],
      [`${id.slice(0, 9)}${'A'.repeat(32)}`, /no such transaction/],
      [elsewhere, /another instance/],
    ] as const) {
      for (const answer of [await run(guess, 'SELECT 1'), await call('commitTransaction', guess), await view(guess)]) {
        expect([code(answer), answer.errors?.[0]?.message]).toEqual([
          'TRANSACTION_NOT_FOUND',
          expect.stringMatching(message),
        ]);
      }
    }
    await call('rollbackTransaction', id);
  });

  it('takes calls that come at once one after the other', async () => {
    const { id } = await begin();
    const inserts = Array.from({ length: 20 }, (_, place) => run(id, 'INSERT INTO kept VALUES (?, NULL)', [place]));
    const commit = call('commitTransaction', id);
    expect((await Promise.all(inserts)).map(code)).toEqual(Array(20).fill(undefined));
    expect((await commit).data.commitTransaction.state).toBe('COMMITTED');
    expect(await count()).toBe(20);
  });

  it('expires where it is left alone, not while it is used', async () => {
    const { id, expiresAt, startedAt } = await begin(`, idleTimeoutMs: ${IDLE_MS}`);
    expect(Date.parse(expiresAt) - Date.parse(startedAt)).toBe(IDLE_MS);
    for (let round = 0; round < 4; round++) {
      await sleep(IDLE_MS / 2);
      expect(code(await run(id, 'INSERT INTO kept VALUES (NULL, NULL)'))).toBeUndefined();
    }
    await expect.poll(async () => (await view(id)).data.databaseTransaction.state, { timeout: 5000 }).toBe('EXPIRED');
    const answer = await run(id, 'SELECT 1');
    expect([code(answer), answer.errors?.[0]?.extensions.hint]).toEqual([
      'TRANSACTION_EXPIRED',
      expect.stringContaining('idleTimeoutMs'),
    ]);
    expect(code(await call('commitTransaction', id))).toBe('TRANSACTION_EXPIRED');
    expect(await count()).toBe(0);
    expect(
      service.log.filter((line) => line.includes('A transaction on small has ended. The transaction was left')),
    ).toHaveLength(1);
  });

  it('is refused what its engine or the configuration does not have', async () => {
    expect(code(await ask('mutation { beginTransaction(database: "small", isolation: READ_COMMITTED) { id } }'))).toBe(
      'ISOLATION_UNSUPPORTED',
    );
    expect(code(await ask('mutation { beginTransaction(database: "small", idleTimeoutMs: 0) { id } }'))).toBe(
      'BAD_USER_INPUT',
    );
    expect(code(await ask('mutation { beginTransaction(database: "small", idleTimeoutMs: 60001) { id } }'))).toBe(
      'BAD_USER_INPUT',
    );
    expect(code(await ask('mutation { beginTransaction(database: "none") { id } }'))).toBe('DATABASE_NOT_FOUND');
  });

  it('never takes more than half of a pool', async () => {
    const begun = await Promise.all(
      Array.from({ length: 6 }, () => ask('mutation { beginTransaction(database: "small", readOnly: true) { id } }')),
    );
    const ids = begun.flatMap(({ data }) => (data?.beginTransaction ? [data.beginTransaction.id as string] : []));
    expect(ids).toHaveLength(4);
    expect(begun.flatMap((answer) => code(answer) ?? [])).toEqual(['POOL_EXHAUSTED', 'POOL_EXHAUSTED']);
    for (const id of ids) await call('rollbackTransaction', id);
    const { id } = await begin(', readOnly: true');
    expect(code(await run(id, 'DELETE FROM kept'))).toBe('WRITE_NOT_ALLOWED');
    await call('rollbackTransaction', id);
  });

  it('is rolled back, and says why, where its database is removed', async () => {
    await ask(
      'mutation Add($url: String!) { registerDatabase(input: { name: "gone", dialect: SQLITE, url: $url }) { name } }',
      { url: `sqlite:${service.folder}/gone.sqlite` },
    );
    const { id } = (await ask('mutation { beginTransaction(database: "gone") { id } }')).data.beginTransaction;
    await run(id, 'CREATE TABLE t (id)');
    await ask('mutation { removeDatabase(name: "gone") }');
    expect(
      service.log.filter((line) => line.includes('was rolled back: the database \\"gone\\" is being closed')),
    ).toHaveLength(1);
    expect(code(await run(id, 'SELECT 1'))).toBe('ADAPTER_CLOSED');
    expect((await view(id)).data.databaseTransaction.state).toBe('ROLLED_BACK');
  });
});

it('its ends are counted', async () => {
  const counted = async (): Promise<unknown> =>
    (await ask('{ database(name: "small") { statistics { transactionsCommitted transactionsRolledBack } } }')).data
      .database.statistics;
  await ask('mutation { resetStatistics(database: "small") }');
  await ask(
    'mutation { ok: executeTransaction(database: "small", statements: [{ sql: "SELECT 1" }]) { committed } no: executeTransaction(database: "small", statements: [{ sql: "SELECT 1 FROM nowhere" }]) { committed } }',
  );
  const [first, second] = [await begin(', readOnly: true'), await begin(', readOnly: true')];
  await call('commitTransaction', first.id);
  await call('rollbackTransaction', second.id);
  expect(await counted()).toEqual({ transactionsCommitted: 2, transactionsRolledBack: 2 });
});

it('a service that stops rolls back what is open, and says so', async () => {
  const other = await startTestService();
  await other.graphql('mutation { execute(database: "small", sql: "CREATE TABLE kept (id)") { affectedRows } }');
  const { data } = await other.graphql('mutation { beginTransaction(database: "small") { id } }');
  const { id } = data.beginTransaction;
  await other.graphql(
    `mutation { executeInTransaction(id: "${id}", sql: "INSERT INTO kept VALUES (1)") { affectedRows } }`,
  );
  const { log, folder } = other;
  await other.stop();
  expect(log.filter((line) => line.includes('was rolled back: the service is stopping'))).toHaveLength(1);
  const again = await startTestService({ folder });
  try {
    const { errors } = await again.graphql(`mutation { commitTransaction(id: "${id}") { state } }`);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/started again/),
      extensions: { code: 'TRANSACTION_NOT_FOUND' },
    });
    const rows = await again.graphql('{ query(database: "small", sql: "SELECT count(*) AS n FROM kept") { rows } }');
    expect(rows.data.query.rows).toEqual([{ n: 0 }]);
  } finally {
    await again.end();
  }
});
