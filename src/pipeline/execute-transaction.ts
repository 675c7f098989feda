import { setTimeout as sleep } from 'node:timers/promises';
import {
  LEFT_CHANGES,
  pauseMs,
  type BackOff,
  type IsolationLevel,
  type RegisteredDatabase,
  type Transaction,
} from '../databases/index.js';
import { DragomanError, type ErrorCode } from '../errors/index.js';
import type { BoundStatement } from '../sql/index.js';
import { atPlace } from './placed.js';
import type { PreparedStatement } from './prepare.js';
import type { QueryOutcome, QueryRequest } from './query-request.js';
import type { Carried } from './translate.js';

/** How many statements one call may hold, and how often it may be tried again. */
const MOST_STATEMENTS = 1000;
const MOST_RETRIES = 20;
/** What a pause before another try is at most; how long it is within that, chance decides. */
const PAUSES: BackOff = { fromMs: 10, factor: 2, mostMs: 1000 };
const MARK = 'optional';

/** What the database undid because of what others did meanwhile: another try may well succeed. */
const WORTH_A_RETRY: ReadonlySet<ErrorCode> = new Set(['SERIALIZATION_FAILURE', 'DEADLOCK']);

/** One statement of a transaction. */
export type TransactionStatement = Pick<QueryRequest, 'sql' | 'params' | 'dialect'> & {
  /** Whether its failure undoes it alone. */
  readonly optional: boolean;
};

/** Statements that belong together. */
export interface TransactionRun extends Pick<QueryRequest, 'principal' | 'requestId' | 'database' | 'signal'> {
  readonly statements: readonly TransactionStatement[];
  readonly isolation?: IsolationLevel | undefined;
  readonly readOnly: boolean;
  /** For all of it, its retries too; left out, the database's own. */
  readonly timeoutMs?: number | undefined;
  /** How often it may be tried again after a serialization failure or a deadlock. */
  readonly retries: number;
}

/** What became of one statement. */
export interface StatementOutcome {
  /** Its place among the statements, from 0. */
  readonly index: number;
  readonly result: QueryOutcome | null;
  readonly error: DragomanError | null;
}

/** What became of all of them; where they were not committed nothing is left of any, and the last one tells why. */
export interface TransactionOutcome {
  readonly committed: boolean;
  readonly results: readonly StatementOutcome[];
}

/** The statements that one comes to, with their values. */
export interface BoundSteps {
  readonly all: readonly { readonly prepared: PreparedStatement; readonly bound: BoundStatement }[];
  readonly answer: number;
}

/** A statement that was read and bound, and may run. */
export interface ReadyStatement {
  readonly database: RegisteredDatabase;
  readonly prepared: PreparedStatement;
  /** All that it comes to in the database, each with the values that it uses; undefined where it is alone. */
  readonly steps: BoundSteps | undefined;
  readonly bound: BoundStatement;
  readonly side: 'read' | 'write';
  readonly translated: boolean;
  readonly warnings: Carried['warnings'];
  readonly recheck?: Carried['recheck'];
}

/** The pipeline's steps for one statement. */
export interface StatementSteps {
  ready(request: QueryRequest): Promise<ReadyStatement>;
  run(transaction: Transaction, ready: ReadyStatement, request: QueryRequest): Promise<QueryOutcome>;
}

interface Attempt {
  readonly request: QueryRequest;
  readonly ready: ReadyStatement;
  readonly optional: boolean;
}

/**
 * Runs statements as one transaction. It is tried again where the database undid it for what others did meanwhile, and never
 * once a commit was sent whose outcome nobody knows.
 * @throws DragomanError for what keeps it from running at all, and OUTCOME_UNKNOWN
 */
export async function executeTransaction(
  run: TransactionRun,
  database: RegisteredDatabase,
  steps: StatementSteps,
): Promise<TransactionOutcome> {
  const retries = bounded('retries', run.retries, 0, MOST_RETRIES);
  const timeoutMs = bounded('timeoutMs', run.timeoutMs ?? database.options.timeoutMs, 1, Infinity);
  const deadlineMs = Date.now() + timeoutMs;
  const attempts = await readyAll(run, steps, deadlineMs);
  for (let tries = 0; ; tries++) {
    const outcome = await attempt(run, database, steps, attempts, deadlineMs).catch((error: unknown) => ({ error }));
    const error = 'error' in outcome ? outcome.error : reasonOf(outcome);
    const isWorth = error instanceof DragomanError && WORTH_A_RETRY.has(error.code);
    const pause = Math.random() * pauseMs(PAUSES, tries + 1);
    if (!isWorth || tries >= retries || Date.now() + pause >= deadlineMs || run.signal.aborted) {
      if ('error' in outcome) throw outcome.error;
      return outcome;
    }
    await sleep(pause);
  }
}

/** Nothing is left of them, or the last one says what is. */
async function undone(transaction: Transaction, results: readonly StatementOutcome[]): Promise<TransactionOutcome> {
  await transaction.rollback();
  const last = results.at(-1);
  if (!transaction.leftChanges || !last?.error) return { committed: false, results };
  const { code, message, details } = last.error;
  const hint = [details.hint, LEFT_CHANGES].filter((each) => each !== undefined).join(' ');
  const error = new DragomanError(code, message, { ...details, hint });
  return { committed: false, results: [...results.slice(0, -1), { ...last, error }] };
}

/** Why a transaction was not committed: its last statement's error. */
function reasonOf({ committed, results }: TransactionOutcome): DragomanError | null {
  return committed ? null : (results.at(-1)?.error ?? null);
}

async function readyAll(
  { statements, principal, requestId, database, signal }: TransactionRun,
  steps: StatementSteps,
  deadlineMs: number,
): Promise<Attempt[]> {
  if (statements.length === 0) {
    throw new DragomanError('BAD_USER_INPUT', '`statements` is empty: there is nothing to run.');
  }
  if (statements.length > MOST_STATEMENTS) {
    throw new DragomanError(
      'REQUEST_TOO_LARGE',
      `A transaction of ${statements.length} statements; ${MOST_STATEMENTS} are allowed.`,
      { hint: 'Many rows go into one `executeMany`; a longer transaction is begun with `beginTransaction`.' },
    );
  }
  const attempts: Attempt[] = [];
  for (const [index, { optional, ...asked }] of statements.entries()) {
    const request = { ...asked, principal, requestId, database, signal, options: within(deadlineMs) };
    const ready = await steps.ready(request).catch((error: unknown) => {
      throw atPlace(`Statement ${index + 1}`, error);
    });
    attempts.push({ request, optional, ready });
  }
  return attempts;
}

async function attempt(
  { isolation, readOnly, signal, principal }: TransactionRun,
  { adapter, statistics }: RegisteredDatabase,
  steps: StatementSteps,
  attempts: readonly Attempt[],
  deadlineMs: number,
): Promise<TransactionOutcome> {
  const bounds = { deadlineMs, signal, caller: principal.name };
  const transaction = await adapter.begin({ isolation, readOnly, ...bounds });
  const results: StatementOutcome[] = [];
  try {
    for (const [index, each] of attempts.entries()) {
      const request = { ...each.request, options: within(deadlineMs) };
      if (each.optional) await transaction.savepoint(MARK, bounds);
      const outcome = await steps.run(transaction, each.ready, request).then(
        (result) => ({ index, result, error: null }),
        (error: unknown) => failedAs(index, error),
      );
      results.push(outcome);
      if (outcome.error !== null) {
        // It may be committed: that is no outcome of which nothing is left.
        if (outcome.error.code === 'OUTCOME_UNKNOWN') throw atPlace(`Statement ${index + 1}`, outcome.error);
        const isHopeless = WORTH_A_RETRY.has(outcome.error.code) || Date.now() >= deadlineMs || signal.aborted;
        if (!each.optional || transaction.isOver || isHopeless) return await undone(transaction, results);
        await transaction.rollbackTo(MARK, bounds);
      }
      if (each.optional) await transaction.release(MARK, bounds);
    }
    await transaction.commit(bounds);
    return { committed: true, results };
  } finally {
    await transaction.rollback();
    statistics.recordTransaction(transaction.state);
  }
}

/** What is left of the time for all of them. */
const within = (deadlineMs: number): { readonly timeoutMs: number } => ({
  timeoutMs: Math.max(1, deadlineMs - Date.now()),
});

function failedAs(index: number, error: unknown): StatementOutcome {
  if (!(error instanceof DragomanError)) throw error;
  return { index, result: null, error };
}

function bounded(name: string, value: number, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  const range = most === Infinity ? `at least ${least}` : `from ${least} to ${most}`;
  throw new DragomanError('BAD_USER_INPUT', `${name} is ${value}; it must be ${range}.`);
}
