import {
  execute,
  GraphQLError,
  subscribe,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { prepareOperation, type OperationLimits, type RequestContext } from '../graphql/index.js';

/** An operation as it comes in over a WebSocket or SSE. */
export interface IncomingOperation {
  readonly query: string;
  readonly variables?: Record<string, unknown> | null | undefined;
  readonly operationName?: string | null | undefined;
}

/** What both transports run, and how. */
export interface OperationOptions {
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  /** Errors as the client may see them. */
  readonly mask: (errors: readonly GraphQLError[]) => readonly GraphQLError[];
}

/** The arguments to execute an operation with, or the errors to answer with. */
export function executionArgs(
  options: OperationOptions,
  operation: IncomingOperation,
  context: RequestContext,
): ExecutionArgs | readonly GraphQLError[] {
  const prepared = prepareOperation(options.schema, options.limits, operation);
  if (prepared.errors !== undefined) return options.mask(prepared.errors);
  return {
    schema: options.schema,
    document: prepared.document,
    operationName: operation.operationName ?? null,
    variableValues: operation.variables ?? {},
    contextValue: context,
  };
}

/** Masks the errors of one result. */
function masked(result: ExecutionResult, mask: OperationOptions['mask']): ExecutionResult {
  return result.errors === undefined ? result : { ...result, errors: mask(result.errors) };
}

/** `execute` and `subscribe` of graphql-js, with every error masked. */
export function maskedExecution({ mask }: OperationOptions): { execute: typeof execute; subscribe: typeof subscribe } {
  return {
    execute: async (args: ExecutionArgs) => masked(await execute(args), mask),
    subscribe: async (args: ExecutionArgs) => {
      const outcome = await subscribe(args);
      return Symbol.asyncIterator in outcome ? maskEach(outcome, mask) : masked(outcome, mask);
    },
  };
}

/** A plain iterator: a generator would not hear of `return` before the next event. */
function maskEach(
  events: AsyncGenerator<ExecutionResult, void, void>,
  mask: OperationOptions['mask'],
): AsyncGenerator<ExecutionResult, void, void> {
  const each = (step: IteratorResult<ExecutionResult, void>): IteratorResult<ExecutionResult, void> =>
    step.done === true ? step : { done: false, value: masked(step.value, mask) };
  const iterator = {
    next: async () => {
      try {
        return each(await events.next());
      } catch (error) {
        // A transport would pass on the message of what is thrown.
        const cause = error instanceof Error ? error : new Error(String(error));
        return each({ done: false, value: { errors: [new GraphQLError(cause.message, { originalError: cause })] } });
      }
    },
    return: async () => each(await events.return()),
    throw: async (error: unknown) => each(await events.throw(error)),
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
