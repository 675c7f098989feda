import type { ApolloServerPlugin } from '@apollo/server';
import {
  introspectionRefusal,
  messageWithoutSuggestion,
  type OperationLimits,
  type RequestContext,
} from '../graphql/index.js';

/** Keeps the schema from who may not ask for it, and its names from the errors that strangers are answered with. */
export function schemaSecrecy({ introspection, suggestions }: OperationLimits): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, contextValue: { principal } }) => {
        const refusal = introspectionRefusal(document, principal, introspection);
        if (refusal !== undefined) throw refusal;
      },
      willSendResponse: async ({ response: { body }, errors, contextValue: { principal } }) => {
        if (errors === undefined || body.kind !== 'single' || suggestions(principal)) return;
        body.singleResult.errors = body.singleResult.errors?.map((error) =>
          // What the service itself or a database says has a code of its own, and stays as it is.
          GRAPHQL_CODES.has(String(error.extensions?.code))
            ? { ...error, message: messageWithoutSuggestion(error.message) }
            : error,
        );
      },
    }),
  };
}

/** The codes of what is wrong with a document or its variables. */
const GRAPHQL_CODES: ReadonlySet<string> = new Set(['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);
