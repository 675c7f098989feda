import type { MiddlewareFn } from 'type-graphql';
import { auditEntry, codeOf, type AuditedEnd } from '../pipeline/index.js';
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

export function recordOutcome(context: RequestContext, end: AuditedEnd): void {
  context.services.audit?.(auditEntry(context, end));
}

/** The database that arguments or an answer name. */
export function namedIn(values: unknown): string | null {
  if (typeof values !== 'object' || values === null) return null;
  const { database, name, input } = values as Readonly<Record<'database' | 'name' | 'input', unknown>>;
  if (typeof database === 'string') return database;
  return typeof name === 'string' ? name : input === undefined ? null : namedIn(input);
}
