import type { StatementRequest, StatementResult, Transaction } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import type { ReadyStatement } from './execute-transaction.js';
import { isFit } from './fit-for-transactions.js';
import type { QueryOutcome, QueryRequest } from './query-request.js';
import { recorded } from './record.js';
import { statementBounds } from './statement-bounds.js';

type RunRequest = Pick<QueryRequest, 'options' | 'signal' | 'principal'>;

/** For whom, and how, a statement runs. */
export interface Run {
  readonly request: RunRequest;
  /** The bytes that the values of one result may hold. */
  readonly maxBytes: number;
}

/** A statement, and what it comes to besides: all of it or nothing, where the engine can undo it. */
export async function runReady(ready: ReadyStatement, request: RunRequest, maxBytes: number): Promise<QueryOutcome> {
  const { adapter } = ready.database;
  if (!needsTransaction(ready)) {
    const outcome = await runAll(ready, { request, maxBytes }, (each) => adapter.execute(each));
    await ready.recheck?.();
    return outcome;
  }
  const bounds = statementBounds(request, ready.database, maxBytes);
  const transaction = await adapter.begin({ readOnly: false, ...bounds });
  try {
    const outcome = await runInTransaction(ready, { request, maxBytes }, transaction);
    await transaction.commit(bounds);
    return outcome;
  } finally {
    await transaction.rollback();
  }
}

/** Several steps belong together, and a change that turns out to be more than somebody may do is taken back. */
function needsTransaction({ prepared, steps, side, recheck, database }: ReadyStatement): boolean {
  if (steps === undefined && (recheck === undefined || side === 'read')) return false;
  return (steps?.all ?? [{ prepared }]).every((each) => isFit(each.prepared, database));
}

/** The same in a transaction that is held open; one that turns out to be more than somebody may do ends it. */
export async function runInTransaction(
  ready: ReadyStatement,
  run: Run,
  transaction: Transaction,
): Promise<QueryOutcome> {
  const { database, recheck } = ready;
  const outcome = await runAll(ready, run, (each) => transaction.execute(each));
  if (recheck === undefined) return outcome;
  const seen = await transaction.schemaVersion(statementBounds(run.request, database, run.maxBytes));
  await recheck(seen).catch(async (error: unknown) => {
    if (error instanceof DragomanError && !transaction.traits.readOnly) await transaction.abandon(error);
    throw error;
  });
  return outcome;
}

/** Each step goes to `work`. */
async function runAll(
  ready: ReadyStatement,
  run: Run,
  work: (request: StatementRequest) => Promise<StatementResult>,
): Promise<QueryOutcome> {
  const { steps } = ready;
  if (steps === undefined) return await runBound(ready, run, work);
  const outcomes: QueryOutcome[] = [];
  for (const step of steps.all) outcomes.push(await runBound({ ...ready, ...step }, run, work));
  const main = outcomes[steps.all.findIndex(({ prepared }) => prepared === ready.prepared)] as QueryOutcome;
  const { columns, tuples, truncated, told } = outcomes[steps.answer] as QueryOutcome;
  return {
    ...main,
    columns,
    tuples,
    truncated,
    told,
    executedSql: outcomes.map(({ executedSql }) => executedSql).join(';\n'),
    executionTimeMs: outcomes.reduce((sum, each) => sum + each.executionTimeMs, 0),
  };
}

async function runBound(
  { database, prepared, bound, side, translated, warnings }: ReadyStatement,
  { request, maxBytes }: Run,
  work: (request: StatementRequest) => Promise<StatementResult>,
): Promise<QueryOutcome> {
  const { statement, kind, session, told } = prepared;
  const { deadlineMs, maxRows, numbers, signal, caller } = statementBounds(request, database, maxBytes);
  const started = performance.now();
  // Named one by one: on this path a spread would cost as much as all the rest of the step.
  const { columns, tuples, affectedRows, lastInsertId, truncated } = await recorded(
    database,
    () => work({ statement, kind, session, told, bound, side, deadlineMs, maxRows, maxBytes, numbers, signal, caller }),
    rowsIn,
  );
  return {
    columns,
    tuples,
    affectedRows,
    lastInsertId,
    truncated,
    database,
    statementKind: kind,
    executedSql: statement.text,
    translated,
    warnings,
    told,
    executionTimeMs: performance.now() - started,
  };
}

/** How many rows came. */
export const rowsIn = ({ tuples }: Pick<QueryOutcome, 'tuples'>): number => tuples.length;
