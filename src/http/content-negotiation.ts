import type { ApolloServerPlugin } from '@apollo/server';

/**
 * Status codes as GraphQL over HTTP asks for them: to a client that takes
 * `application/json`, a request that reached GraphQL is answered with 200 also where the
 * document is wrong; only `application/graphql-response+json` has 4xx for that.
 * https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
export const contentNegotiation: ApolloServerPlugin = {
  async requestDidStart({ request }) {
    const accept = request.http?.headers.get('accept') ?? '*/*';
    const modern = accept.includes('application/graphql-response+json');
    return {
      async willSendResponse({ response, request: { query } }) {
        const { http, body } = response;
        if (modern || query === undefined || http.status !== 400 || body.kind !== 'single') return;
        if (body.singleResult.errors?.some(({ extensions }) => extensions?.code === 'BAD_REQUEST') === true) return;
        http.status = 200;
      },
    };
  },
};
