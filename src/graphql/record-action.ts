import type { MiddlewareFn } from 'type-graphql';
import { codeOf } from '../pipeline/index.js';
import type { RequestContext } from './context.js';

/** Tells the audit log of what is no statement: what is done to the service, and transactions that begin and end. */
export const recordAction: MiddlewareFn<RequestContext> = async ({ args, context, info }, next) => {
  const started = performance.now();
  try {
    const outcome: unknown = await next();
    recordOutcome(context, {
      action: info.fieldName,
      database: namedIn(outcome) ?? namedIn(args),
      outcome: 'OK',
      started,
    });
    return outcome;
  } catch (error) {
    recordOutcome(context, { action: info.fieldName, database: namedIn(args), outcome: codeOf(error), started });
    throw error;
  }
};

interface Outcome {
  readonly action: string;
  readonly database: string | null;
  readonly outcome: string;
  /** As `performance.now()` counts. */
  readonly started: number;
}

export function recordOutcome(
  { services, principal, requestId }: RequestContext,
  { action, database, outcome, started }: Outcome,
): void {
  services.audit?.({
    at: new Date().toISOString(),
    principal: principal.name,
    action,
    requestId,
    database,
    ...{ kind: null, fingerprint: null, pattern: null, tablesRead: [], tablesWritten: [] },
    outcome,
    rows: null,
    durationMs: performance.now() - started,
  });
}

/** The database that arguments or an answer name. */
export function namedIn(values: unknown): string | null {
  if (typeof values !== 'object' || values === null) return null;
  const { database, name, input } = values as Readonly<Record<'database' | 'name' | 'input', unknown>>;
  if (typeof database === 'string') return database;
  return typeof name === 'string' ? name : input === undefined ? null : namedIn(input);
}
