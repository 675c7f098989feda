import { beforeEach, describe, expect, it } from 'vitest';
import type { StatementRequest } from '../../../src/databases/index.js';
import { Transaction } from '../../../src/databases/transactions/transaction.js';
import { DragomanError } from '../../../src/errors/index.js';
import { refusal } from '../../support/test-pipeline.js';
import { FakeSession, settled } from './fake-session.js';

const EXPIRED = new DragomanError('TRANSACTION_EXPIRED', 'It expired.');
const within = (ms = 10_000, signal = new AbortController().signal): { deadlineMs: number; signal: AbortSignal } => ({
  deadlineMs: Date.now() + ms,
  signal,
});
const statement = (bounds = within()): StatementRequest =>
  ({ kind: 'SELECT', ...bounds }) as unknown as StatementRequest;

let session: FakeSession;
let ends: string[];
let transaction: Transaction;

beforeEach(() => {
  session = new FakeSession();
  ends = [];
  transaction = new Transaction(session, { readOnly: false }, ({ state }) => ends.push(state));
});

describe('who waits for the turn of a call', () => {
  it('is answered at its own deadline, and nothing of it is sent', async () => {
    const running = transaction.execute(statement());
    const started = performance.now();
    const error = await refusal(transaction.execute(statement(within(60))), 'QUERY_TIMEOUT');
    expect(performance.now() - started).toBeLessThan(500);
    expect(error.message).toMatch(/before its turn/);
    await refusal(transaction.savepoint('a', within(20)), 'QUERY_TIMEOUT');
    await refusal(transaction.commit(within(20)), 'QUERY_TIMEOUT');
    await session.end('statement');
    await running;
    expect(session.sent).toEqual(['statement']);
    expect(transaction.state).toBe('ACTIVE');
  });

  it.each(['execute', 'savepoint', 'commit'] as const)('and leaves has nothing sent of its %s', async (call) => {
    const calls = {
      execute: (bounds: ReturnType<typeof within>) => transaction.execute(statement(bounds)),
      savepoint: (bounds: ReturnType<typeof within>) => transaction.savepoint('a', bounds),
      commit: (bounds: ReturnType<typeof within>) => transaction.commit(bounds),
    };
    const leaving = new AbortController();
    const running = transaction.execute(statement());
    const waiting = refusal(calls[call](within(10_000, leaving.signal)), 'QUERY_CANCELLED');
    leaving.abort();
    await waiting;
    await session.end('statement');
    await running;
    // One that had left before it came.
    await refusal(calls[call](within(10_000, leaving.signal)), 'QUERY_CANCELLED');
    expect(session.sent).toEqual(['statement']);
    expect(transaction.state).toBe('ACTIVE');
  });

  it('is told when a rollback has to wait, which is done in its turn', async () => {
    const running = transaction.execute(statement());
    await refusal(transaction.rollback(Date.now() + 20), 'QUERY_TIMEOUT');
    await session.end('statement');
    await running;
    await session.end('ROLLBACK');
    expect([transaction.state, ends]).toEqual(['ROLLED_BACK', ['ROLLED_BACK']]);
  });
});

describe('a transaction that expires', () => {
  it('while its owner rolls it back has been rolled back by its owner, once', async () => {
    const rollingBack = transaction.rollback();
    await settled();
    const expiring = transaction.abandon(EXPIRED);
    await session.end('ROLLBACK');
    await Promise.all([rollingBack, expiring]);
    expect(session.sent).toEqual(['ROLLBACK']);
    expect([transaction.state, transaction.reason, ends]).toEqual(['ROLLED_BACK', undefined, ['ROLLED_BACK']]);
    expect((await refusal(transaction.commit(within()), 'TRANSACTION_NOT_FOUND')).message).toMatch(
      /it was rolled back/,
    );
  });

  it('while its owner commits is committed', async () => {
    const committing = transaction.commit(within());
    await settled();
    const expiring = transaction.abandon(EXPIRED);
    await session.end('COMMIT');
    await Promise.all([committing, expiring]);
    expect([session.sent, transaction.state, transaction.reason]).toEqual([['COMMIT'], 'COMMITTED', undefined]);
    expect((await refusal(transaction.commit(within()), 'TRANSACTION_NOT_FOUND')).message).toMatch(/it was committed/);
  });

  it('before a commit’s turn came is not committed', async () => {
    const running = refusal(transaction.execute(statement()), 'TRANSACTION_EXPIRED');
    const committing = refusal(transaction.commit(within()), 'TRANSACTION_EXPIRED');
    const rollingBack = transaction.rollback();
    await settled();
    const expiring = transaction.abandon(EXPIRED);
    await settled();
    await session.end('ROLLBACK');
    await Promise.all([running, committing, rollingBack, expiring]);
    expect(session.sent).toEqual(['statement', 'ROLLBACK']);
    expect([transaction.state, transaction.reason, session.givenBack]).toEqual(['ROLLED_BACK', EXPIRED, 1]);
  });

  it('while nobody knows what becomes of its commit is not said to have expired', async () => {
    const unknown = new DragomanError('OUTCOME_UNKNOWN', 'Nobody knows.');
    const committing = refusal(transaction.commit(within()), 'OUTCOME_UNKNOWN');
    await settled();
    const expiring = transaction.abandon(EXPIRED);
    await session.end('COMMIT', unknown);
    await Promise.all([committing, expiring]);
    expect([transaction.state, transaction.reason, session.sent]).toEqual(['FAILED', unknown, ['COMMIT']]);
  });
});
