import type { ReleaseFate } from '../pool/pooled-connection.js';
import { outcomeUnknown } from './outcome-unknown.js';
import type { RunningStatement } from './running-statement.js';
import type { Failure } from './server-engine.js';

/**
 * How far a change has come: nothing of it was sent; it was sent, and the server makes it
 * whole or not at all; what was sent may do several things, as a procedure does; it is in a
 * transaction, which is undone where the connection is lost; or that is being committed.
 * And of a read: its first rows were told, so that it can't begin again.
 */
export type Stage = 'unsent' | 'whole' | 'any' | 'open' | 'committing' | 'told';

/** A session while a statement has it, and what becomes of it afterwards. */
export interface HeldSession<Connection> {
  readonly connection: Connection;
  readonly running: RunningStatement;
  fate: ReleaseFate;
  stage: Stage;
}

/** What is held for an answer ends with its caller; what changes something is waited for to its end. */
export type Purpose = 'answer' | 'change';

/** Failures that are the connection's and not the statement's: a read that met one may be run on another. */
const LOST: ReadonlySet<Failure> = new Set(['lost', 'unsent', 'ended']);

/** Stages at which nobody knows what became of a change, by how its connection was lost. */
const UNKNOWN_AT: Partial<Record<Failure, ReadonlySet<Stage>>> = {
  lost: new Set<Stage>(['whole', 'any', 'committing']),
  ended: new Set<Stage>(['any', 'committing']),
};

/** Stages at which a change that was never sent whole has done nothing. */
const NOTHING_DONE: ReadonlySet<Stage> = new Set(['whole', 'any']);

/** Whether the failure is the connection's own. */
export const isLost = (failure: Failure): boolean => LOST.has(failure);

/** A read whose connection was lost, or a change of which nothing reached the server. */
export function mayRunAgain(failure: Failure, { running, stage }: HeldSession<unknown>, purpose: Purpose): boolean {
  if (running.reason !== undefined || !isLost(failure)) return false;
  if (purpose === 'answer') return stage !== 'told';
  return stage === 'unsent' || (failure === 'unsent' && NOTHING_DONE.has(stage));
}

/** What the caller is told: the reason of a cancel, that nobody knows the outcome, or the error as it is. */
export function reasonOf(
  error: unknown,
  failure: Failure,
  { running, stage }: HeldSession<unknown>,
  purpose: Purpose,
): unknown {
  if (purpose === 'change' && UNKNOWN_AT[failure]?.has(stage) === true) return outcomeUnknown(error);
  return running.reason !== undefined && failure !== 'refused' ? running.reason : error;
}
