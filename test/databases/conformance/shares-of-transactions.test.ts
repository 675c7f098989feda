import { afterAll, beforeAll, expect, it } from 'vitest';
import { Turns } from '../../../src/pipeline/turns.js';
import { TransactionBook, type Caller } from '../../../src/transactions/index.js';
import { refusal } from '../../support/test-pipeline.js';
import { onEveryEngine, type TestedDatabase } from './engines.js';

type Book = TransactionBook<string, string>;

const caller = (owner: string): Caller => ({ owner, signal: new AbortController().signal });
const [greedy, modest, third] = [caller('greedy'), caller('modest'), caller('third')];

onEveryEngine('transactions that callers hold', (engine) => {
  let db: TestedDatabase;
  const books: Book[] = [];

  beforeAll(async () => void (db = await engine.open({ pool: { max: 10, acquireTimeoutMs: 2000 } })));
  afterAll(async () => {
    for (const book of books) await book.close();
    await db.close();
  });

  function bookWhere(shares: boolean): Book {
    const turns = new Turns({ max: 100, perCaller: shares ? 75 : 100 });
    const book: Book = new TransactionBook({
      takePlace: (database, owner) => turns.hold('transaction', database, owner),
      times: { idleTimeoutMs: 60_000, maxDurationMs: 60_000 },
      execute: (_transaction, _database, request) => Promise.resolve(request),
      onEnd: () => undefined,
    });
    books.push(book);
    return book;
  }
  const begin = async (book: Book, who: Caller): Promise<string> =>
    (await book.begin(db.registry.get('main'), { readOnly: true }, who)).id;

  it('leave places to others, however many one begins at once', async () => {
    const book = bookWhere(true);
    const begun = await Promise.allSettled(Array.from({ length: 12 }, () => begin(book, greedy)));
    const ids = begun.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(ids).toHaveLength(4);
    const error = await refusal(begin(book, greedy), 'OVERLOADED');
    expect(error.message).toMatch(/^You have 4 transactions open on "main"/);
    expect(error.details).toMatchObject({ limit: { name: 'pool.max', max: 10 } });
    expect(error.details.hint).toMatch(/[Cc]ommit .*roll it back/);
    await begin(book, modest);
    await refusal(begin(book, third), 'POOL_EXHAUSTED');
    await book.rollback(ids[0] ?? '', greedy);
    // The last one is for somebody who holds none.
    await refusal(begin(book, greedy), 'OVERLOADED');
    await refusal(begin(book, modest), 'OVERLOADED');
    await begin(book, third);
    await book.close();
    await begin(book, greedy);
  });

  it('are all there for one who is alone', async () => {
    await Promise.all(books.map((book) => book.close()));
    const book = bookWhere(false);
    await Promise.all(Array.from({ length: 5 }, () => begin(book, greedy)));
    await refusal(begin(book, greedy), 'POOL_EXHAUSTED');
  });
});
