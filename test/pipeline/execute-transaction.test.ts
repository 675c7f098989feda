import { expect, it } from 'vitest';
import { LOCAL_ADMINISTRATOR } from '../../src/auth/index.js';
import { DatabaseStatistics, type RegisteredDatabase } from '../../src/databases/index.js';
import { Transaction } from '../../src/databases/transactions/transaction.js';
import { DragomanError } from '../../src/errors/index.js';
import { executeTransaction, type ReadyStatement } from '../../src/pipeline/execute-transaction.js';
import type { QueryOutcome } from '../../src/pipeline/index.js';
import { FakeSession, settled } from '../databases/transactions/fake-session.js';
import { refusal } from '../support/test-pipeline.js';

it('counts a transaction of which nobody knows whether it was committed as neither', async () => {
  const statistics = new DatabaseStatistics('main', 1000);
  const session = new FakeSession();
  const transaction = new Transaction(session, { readOnly: false }, () => undefined);
  const database = {
    name: 'main',
    options: { timeoutMs: 1000 },
    adapter: { begin: () => Promise.resolve(transaction) },
    statistics,
  } as unknown as RegisteredDatabase;
  const run = {
    principal: LOCAL_ADMINISTRATOR,
    database: 'main',
    signal: new AbortController().signal,
    statements: [{ sql: 'SELECT 1', params: undefined, dialect: undefined, optional: false }],
    readOnly: false,
    retries: 3,
  };
  const ended = refusal(
    executeTransaction(run, database, {
      ready: () => Promise.resolve({} as ReadyStatement),
      run: () => Promise.resolve({} as QueryOutcome),
    }),
    'OUTCOME_UNKNOWN',
  );
  await settled();
  await session.end('COMMIT', new DragomanError('OUTCOME_UNKNOWN', 'Nobody knows.'));
  await ended;
  expect(session.sent).toEqual(['COMMIT']);
  expect(statistics.figures()).toMatchObject({ transactionsCommitted: 0, transactionsRolledBack: 0 });
});
