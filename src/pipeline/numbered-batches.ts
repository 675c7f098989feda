import type { RegisteredDatabase, RowStream } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import { explained } from './explain-fault.js';
import type { RowsBatch } from './query-request.js';
import { StreamRecord } from './stream-record.js';
import type { Carried } from './translate.js';

/**
 * The stream's batches, numbered, and recorded at their end. From the first that is asked for it has a place, which
 * `takePlace` takes and what that returns gives back. A plain iterator: a generator would not hear of
 * `return` before the next batch.
 */
export function numberedBatches(
  stream: RowStream,
  { prepared, recheck }: Pick<Carried, 'prepared' | 'recheck'>,
  { name, statistics }: RegisteredDatabase,
  takePlace: () => () => void,
): RowStream<RowsBatch> {
  const { told } = prepared;
  const record = new StreamRecord(statistics);
  let index = 0;
  let giveBack: (() => void) | undefined;
  const leaveWith = async (reason: unknown): Promise<never> => {
    await stream.return?.();
    throw reason;
  };
  const batches: RowStream<RowsBatch> = {
    next: async () => {
      const started = performance.now();
      try {
        giveBack ??= takePlace();
        const step = await stream.next();
        if (index === 0) await recheck?.().catch(leaveWith);
        if (step.done === true) {
          giveBack();
          return step;
        }
        record.batch(step.value, performance.now() - started);
        return { done: false, value: { ...step.value, index: index++, told } };
      } catch (error) {
        giveBack?.();
        record.failed(performance.now() - started);
        const reason = explained(error, prepared);
        throw reason instanceof DragomanError ? reason.on(name) : reason;
      }
    },
    return: async () => {
      record.left();
      await stream.return?.();
      giveBack?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => batches,
  };
  return batches;
}
