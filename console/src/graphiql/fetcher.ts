import { createGraphiQLFetcher, type Fetcher, type FetcherReturnType } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';

/**
 * Queries and mutations over HTTP, subscriptions over a WebSocket that is opened by the first of them.
 * What the user writes under "Headers" goes with both: as headers, or as the connection's parameters, since a browser
 * can't set headers on a WebSocket.
 */
export function createDragomanFetcher(location: Location): Fetcher {
  const url = `${location.origin}/graphql`;
  let connectionParams: Record<string, unknown> = {};
  const wsClient = createClient({
    url: url.replace(/^http/, 'ws'),
    lazy: true,
    retryAttempts: 2,
    connectionParams: () => connectionParams,
  });
  const fetcher = createGraphiQLFetcher({
    url,
    wsClient,
    // Dragoman has no @defer or @stream.
    enableIncrementalDelivery: false,
    fetch: (input, init) => fetchAnswer(input, init, url),
  });

  return async (params, options) => {
    connectionParams = options?.headers ?? {};
    const result = await fetcher(params, options);
    return isAsyncIterable(result) ? withReadableErrors(result, url) : result;
  };
}

type SyncResult = Awaited<FetcherReturnType>;
type ResultStream = Extract<SyncResult, AsyncIterable<unknown>>;
type ResultOf<Stream> = Stream extends AsyncIterable<infer Result> ? Result : never;

/** A fetch that only ever returns a GraphQL answer: anything else becomes an error that tells what to do. */
async function fetchAnswer(input: RequestInfo | URL, init: RequestInit | undefined, url: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(input, init);
  } catch {
    throw plainError(unreachable(url));
  }
  if (!/\bjson\b/.test(response.headers.get('content-type') ?? '')) {
    throw plainError(
      `${url} answered ${response.status} ${response.statusText} without JSON: ` +
        'something between this page and Dragoman (a proxy?) answered in its place.',
    );
  }
  return response;
}

/** Not a generator: one that waits for the next result can't be stopped before that result comes. */
function withReadableErrors(results: ResultStream, url: string): ResultStream {
  const iterator = results[Symbol.asyncIterator]();
  const readable = (error: unknown): never => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- GraphQL errors as sent: GraphiQL prints the list
    if (Array.isArray(error)) throw error;
    throw plainError(describeSocketError(error, url));
  };
  const stream: AsyncIterableIterator<ResultOf<ResultStream>> = {
    [Symbol.asyncIterator]: () => stream,
    next: () => iterator.next().catch(readable),
    return: () => iterator.return?.() ?? Promise.resolve({ done: true, value: undefined }),
  };
  return stream;
}

function describeSocketError(error: unknown, url: string): string {
  // 1006: the browser's word for "no answer".
  if (!(error instanceof Error) || error.message.includes('1006')) return unreachable(url.replace(/^http/, 'ws'));
  return error.message;
}

function unreachable(url: string): string {
  return `Dragoman does not answer at ${url}. Is it running? Start it with \`dragoman serve\` and try again.`;
}

/** GraphiQL prints errors with their stack, which is of no use to anybody here. */
function plainError(message: string): Error {
  const error = new Error(message);
  delete error.stack;
  return error;
}

function isAsyncIterable(value: SyncResult): value is ResultStream {
  return typeof value === 'object' && Symbol.asyncIterator in value;
}
