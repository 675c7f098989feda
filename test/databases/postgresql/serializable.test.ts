import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DragomanError } from '../../../src/errors/index.js';
import { createDatabase, type TestDatabase } from '../../support/servers/index.js';
import { TestPipeline } from '../../support/test-pipeline.js';

/** Two who each look at what the other one changes: none sees anything wrong, and together they are. */
describe('write skew on PostgreSQL', () => {
  let database: TestDatabase;
  let db: TestPipeline;

  beforeAll(async () => {
    database = await createDatabase('postgresql');
    await database.run('CREATE TABLE doctors (id integer PRIMARY KEY, on_call boolean)');
    db = await TestPipeline.open({ dialect: 'POSTGRESQL', url: database.url });
  });
  beforeEach(() => database.run('TRUNCATE doctors; INSERT INTO doctors VALUES (1, true), (2, true)'));
  afterAll(async () => {
    await db.close();
    await database.drop();
  });

  const bothLeave = async (isolation: 'REPEATABLE_READ' | 'SERIALIZABLE', retries: number): Promise<boolean[]> =>
    await Promise.all(
      [1, 2].map(async (id) => {
        const { committed } = await db
          .transaction(
            [
              { sql: 'SELECT count(*) FROM doctors WHERE on_call' },
              { sql: 'SELECT pg_sleep(0.2)' },
              {
                sql: 'UPDATE doctors SET on_call = false WHERE id = ? AND (SELECT count(*) FROM doctors WHERE on_call) > 1',
                params: [id],
              },
              { sql: 'SELECT pg_sleep(0.2)' },
            ],
            { isolation, retries, timeoutMs: 15_000 },
          )
          .catch((error: unknown) => {
            if (!(error instanceof DragomanError) || error.code !== 'SERIALIZATION_FAILURE') throw error;
            return { committed: false };
          });
        return committed;
      }),
    );
  const onCall = async (): Promise<number> => Number(await db.value('SELECT count(*) FROM doctors WHERE on_call'));

  it('is what REPEATABLE_READ lets through', async () => {
    expect(await bothLeave('REPEATABLE_READ', 0)).toEqual([true, true]);
    expect(await onCall()).toBe(0);
  });

  it('is refused to one of them where they are SERIALIZABLE', async () => {
    expect((await bothLeave('SERIALIZABLE', 0)).toSorted()).toEqual([false, true]);
    expect(await onCall()).toBe(1);
  });

  it('comes to one on call where that one tries again', async () => {
    expect(await bothLeave('SERIALIZABLE', 5)).toEqual([true, true]);
    expect(await onCall()).toBe(1);
  });
});
