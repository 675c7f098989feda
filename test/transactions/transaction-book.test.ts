import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TransactionBook, type Caller } from '../../src/transactions/index.js';
import { refusal, TestPipeline } from '../support/test-pipeline.js';

const caller = (owner: string): Caller => ({ owner, signal: new AbortController().signal });
const [ada, bob] = [caller('ada'), caller('bob')];

describe('a transaction that is held for somebody', () => {
  let db: TestPipeline;
  let book: TransactionBook<string, string>;

  beforeEach(async () => {
    db = await TestPipeline.open();
    book = new TransactionBook({
      times: { idleTimeoutMs: 10_000, maxDurationMs: 10_000 },
      takePlace: () => () => undefined,
      execute: (_transaction, _database, request) => Promise.resolve(request),
      onEnd: () => undefined,
    });
  });
  afterEach(async () => {
    await book.close();
    await db.close();
  });

  /** Whatever can be done with an id. */
  const calls = (id: string, who: Caller): readonly (() => Promise<unknown>)[] => [
    () => book.execute(id, 'SELECT 1', who),
    () => book.savepoint(id, 'a', who),
    () => book.rollbackTo(id, 'a', who),
    () => book.release(id, 'a', who),
    () => book.commit(id, who),
    () => book.rollback(id, who),
    async () => await Promise.resolve().then(() => book.view(id, who)),
  ];

  it('is to nobody else, open or ended, anything but an id that leads nowhere', async () => {
    const { id } = await book.begin(db.registry.get('main'), { readOnly: false }, ada);
    const { message: nowhere } = await refusal(book.commit(`${id.slice(0, 9)}${'A'.repeat(32)}`, bob));
    const expectHidden = async (): Promise<void> => {
      for (const call of calls(id, bob)) {
        expect((await refusal(call(), 'TRANSACTION_NOT_FOUND')).message).toBe(nowhere);
      }
    };
    await expectHidden();
    expect(book.view(id, ada).state).toBe('ACTIVE');
    expect(await book.execute(id, 'SELECT 1', ada)).toBe('SELECT 1');
    expect((await book.commit(id, ada)).state).toBe('COMMITTED');
    await expectHidden();
    expect((await refusal(book.commit(id, ada), 'TRANSACTION_NOT_FOUND')).message).toMatch(/was committed/);
  });
});
