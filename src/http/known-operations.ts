import type { ApolloServerPlugin } from '@apollo/server';
import { execute, OperationTypeNode, type DocumentNode, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { schemaAskedFor, type OperationLimits, type RequestContext } from '../graphql/index.js';
import { toldTo, type IncomingOperation } from './operation-handlers.js';

/** Characters of all documents that are kept: a tree takes some hundred bytes for each. */
const KEPT_CHARACTERS = 200_000;
const LONGEST_KEPT = 20_000;

export interface KnownOperationsOptions {
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
}

/**
 * The operations that Apollo Server has read, validated and let run. Whoever sends one again
 * gets the same answer straight from its execution: most of what Apollo does for a request
 * is done for its document, and need not be done twice (docs/decisions/0016).
 */
export class KnownOperations {
  private readonly documents = new LRUCache<string, DocumentNode>({
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: (_document, key) => key.length,
  });

  /** Learns of each operation as Apollo is about to run it. */
  readonly plugin: ApolloServerPlugin = {
    requestDidStart: async () => ({
      didResolveOperation: async ({ source, request, document, operation }) => {
        const runs = operation !== undefined && operation.operation !== OperationTypeNode.SUBSCRIPTION;
        if (!runs || source.length > LONGEST_KEPT) return;
        // Whether somebody may ask for the schema is not the same for all.
        if (schemaAskedFor(document) !== undefined) return;
        this.documents.set(keyOf({ query: source, operationName: request.operationName }), document);
      },
    }),
  };

  constructor(private readonly options: KnownOperationsOptions) {}

  /**
   * Runs an operation that is known.
   * @returns the answer's text; undefined where it is not known, or its variables don't fit: then nothing has run
   */
  async answer(operation: IncomingOperation, context: () => RequestContext): Promise<string | undefined> {
    const document = this.documents.get(keyOf(operation));
    if (document === undefined) return undefined;
    const contextValue = context();
    const { errors, data } = await execute({
      schema: this.options.schema,
      document,
      operationName: operation.operationName ?? null,
      variableValues: operation.variables ?? {},
      contextValue,
    });
    if (data === undefined) return undefined;
    const told =
      errors &&
      toldTo(contextValue.principal, errors, this.options.limits).map((error) =>
        this.options.formatError(error.toJSON(), error),
      );
    return `${JSON.stringify({ errors: told, data })}\n`;
  }
}

/** A name holds no line end. */
function keyOf({ query, operationName }: IncomingOperation): string {
  return `${operationName ?? ''}\n${query}`;
}

/** The operation in a body that holds one and nothing else; what is more, or wrong, is Apollo's to answer. */
export function plainOperation(body: unknown): IncomingOperation | undefined {
  if (!isRecord(body) || typeof body.query !== 'string' || !(body.extensions === undefined || body.extensions === null))
    return undefined;
  const { query, variables, operationName } = body;
  const named = operationName === undefined || operationName === null || typeof operationName === 'string';
  const filled = variables === undefined || variables === null || isRecord(variables);
  return named && filled ? { query, variables, operationName } : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
