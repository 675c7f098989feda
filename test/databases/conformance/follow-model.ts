import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DragomanError } from '../../../src/errors/index.js';
import type { OpenTransaction } from '../../support/test-pipeline.js';
import { onEveryEngine, type TestedDatabase } from './engines.js';
import { TransactionModel, type Op } from './transaction-model.js';

const change = fc.record({
  do: fc.constantFrom('insert', 'update', 'delete'),
  id: fc.integer({ min: 1, max: 3 }),
  note: fc.integer({ min: 1, max: 99 }),
});
const mark = fc.record({
  do: fc.constantFrom('savepoint', 'rollbackTo', 'release'),
  name: fc.constantFrom('a', 'b'),
});
const end = fc.record({ do: fc.constantFrom('commit', 'rollback') });
const begin = fc.constant({ do: 'begin' });
const ops = fc.array(
  fc.oneof(
    { arbitrary: begin, weight: 2 },
    { arbitrary: change, weight: 6 },
    { arbitrary: mark, weight: 5 },
    { arbitrary: end, weight: 1 },
  ),
  { minLength: 1, maxLength: 25 },
);

/** What a client calls for each step. */
const CALLS: Readonly<Record<Exclude<Op['do'], 'begin'>, (open: OpenTransaction, op: never) => Promise<unknown>>> = {
  insert: (open, { id, note }: Extract<Op, { do: 'insert' }>) =>
    open.execute('INSERT INTO kept VALUES (:id, :note)', { id, note }),
  update: (open, { id, note }: Extract<Op, { do: 'update' }>) =>
    open.execute('UPDATE kept SET note = :note WHERE id = :id', { id, note }),
  delete: (open, { id }: Extract<Op, { do: 'delete' }>) => open.execute('DELETE FROM kept WHERE id = :id', { id }),
  savepoint: (open, { name }: Extract<Op, { do: 'savepoint' }>) => open.savepoint(name),
  rollbackTo: (open, { name }: Extract<Op, { do: 'rollbackTo' }>) => open.rollbackTo(name),
  release: (open, { name }: Extract<Op, { do: 'release' }>) => open.release(name),
  commit: (open) => open.commit(),
  rollback: (open) => open.rollback(),
};

/** Tests that interactive transactions do what the model does, on every engine. */
export function followModel(runs: number): void {
  onEveryEngine('an interactive transaction', (engine) => {
    let db: TestedDatabase;

    beforeAll(async () => {
      db = await engine.open();
      await db.execute('CREATE TABLE kept (id integer PRIMARY KEY, note integer)');
    });
    afterAll(() => db.close());

    const READ = 'SELECT id, note FROM kept ORDER BY id';
    const sorted = (rows: ReadonlyMap<number, number>): unknown => [...rows].toSorted(([one], [other]) => one - other);
    const code = (error: unknown): string => {
      if (error instanceof DragomanError) return error.code;
      throw error;
    };

    const follows = async (steps: readonly Op[]): Promise<void> => {
      await db.execute('DELETE FROM kept');
      const model = new TransactionModel(engine.name === 'PostgreSQL');
      let open: OpenTransaction | undefined;
      try {
        for (const op of steps) {
          const expected = model.apply(op);
          if (op.do === 'begin') open ??= await db.begin();
          else if (open !== undefined)
            expect(await CALLS[op.do](open, op as never).then(() => undefined, code)).toBe(expected);
          if (model.open === undefined) open = undefined;
          expect(await db.rows(READ)).toEqual(sorted(model.kept));
          if (open === undefined || model.open === undefined) continue;
          expect(open.transaction.state).toBe(model.open.failed ? 'FAILED' : 'ACTIVE');
          expect(open.transaction.savepoints).toEqual(model.open.savepoints.map(({ name }) => name));
          if (!model.open.failed) expect((await open.execute(READ)).tuples).toEqual(sorted(model.open.rows));
        }
      } finally {
        await open?.rollback();
      }
    };

    it('does what a table in memory does, whatever its steps are', { timeout: 20_000 + runs * 500 }, async () => {
      await fc.assert(fc.asyncProperty(ops, follows), { numRuns: runs });
    });
  });
}
