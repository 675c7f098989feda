import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import { DragomanError } from '../errors/index.js';

/** Tells who sends a subscription as a plain request how it is done: an answer of plain JSON is one, and then over. */
export const subscriptionsElsewhere: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation }) => {
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return;
      const refusal = new DragomanError('BAD_REQUEST', 'A subscription needs a connection that stays open.', {
        hint: 'Send it over graphql-ws, or with the header `accept: text/event-stream`.',
      });
      const extensions = { http: { status: 400 } };
      throw new GraphQLError(refusal.message, { nodes: operation, originalError: refusal, extensions });
    },
  }),
};
