import type { RegisteredDatabase, RowStream } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import { explained } from './explain-fault.js';
import type { PreparedStatement } from './prepare.js';
import type { RowsBatch } from './query-request.js';

/** The stream's batches, numbered. A plain iterator: a generator would not hear of `return` before the next batch. */
export function numberedBatches(
  stream: RowStream,
  prepared: PreparedStatement,
  { name }: RegisteredDatabase,
): RowStream<RowsBatch> {
  const { told } = prepared;
  let index = 0;
  const batches: RowStream<RowsBatch> = {
    next: async () => {
      const step = await stream.next().catch((error: unknown) => {
        const reason = explained(error, prepared);
        throw reason instanceof DragomanError ? reason.on(name) : reason;
      });
      return step.done === true ? step : { done: false, value: { ...step.value, index: index++, told } };
    },
    return: async () => {
      await stream.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => batches,
  };
  return batches;
}
