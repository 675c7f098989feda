import {
  execute,
  GraphQLError,
  subscribe,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { Principal } from '../auth/index.js';
import { prepareOperation, withoutSuggestions, type OperationLimits, type RequestContext } from '../graphql/index.js';

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
  const { principal } = context;
  const prepared = prepareOperation(options.schema, options.limits, operation, principal);
  if (prepared.errors !== undefined) return options.mask(toldTo(principal, prepared.errors, options.limits));
  return {
    schema: options.schema,
    document: prepared.document,
    operationName: operation.operationName ?? null,
    variableValues: operation.variables ?? {},
    contextValue: context,
  };
}

/** Errors as they may be told to somebody: strangers are given no names of the schema. */
export function toldTo(
  principal: Principal,
  errors: readonly GraphQLError[],
  { suggestions }: OperationLimits,
): readonly GraphQLError[] {
  return suggestions(principal) ? errors : withoutSuggestions(errors);
}

/** The errors of one result as whoever asked may see them. */
type Mask = (errors: readonly GraphQLError[]) => readonly GraphQLError[];

function masked(result: ExecutionResult, mask: Mask): ExecutionResult {
  return result.errors === undefined ? result : { ...result, errors: mask(result.errors) };
}

/** `execute` and `subscribe` of graphql-js, with every error masked. */
export function maskedExecution({ mask, limits }: OperationOptions): {
  execute: typeof execute;
  subscribe: typeof subscribe;
} {
  const maskFor = ({ contextValue }: ExecutionArgs): Mask => {
    const { principal } = contextValue as RequestContext;
    return (errors) => mask(toldTo(principal, errors, limits));
  };
  return {
    execute: async (args: ExecutionArgs) => masked(await execute(args), maskFor(args)),
    subscribe: async (args: ExecutionArgs) => {
      const outcome = await subscribe(args);
      return Symbol.asyncIterator in outcome ? maskEach(outcome, maskFor(args)) : masked(outcome, maskFor(args));
    },
  };
}

/** A plain iterator: a generator would not hear of `return` before the next event. */
function maskEach(
  events: AsyncGenerator<ExecutionResult, void, void>,
  mask: Mask,
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
