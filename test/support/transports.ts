import { connect } from 'node:net';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Answer } from './service.js';

/** A graphql-ws client; ws's own options go to the socket. */
export function wsClient(url: string, options: object = {}, connectionParams: Record<string, unknown> = {}): Client {
  class Socket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, options);
    }
  }
  return createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: Socket,
    retryAttempts: 0,
    connectionParams,
  });
}

/** The one answer of an operation over graphql-ws; errors that end it come as `errors` too. */
export function askSocket(
  client: Client,
  query: string,
  variables?: Record<string, unknown>,
  operationName?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let last: unknown;
    client.subscribe(
      { query, variables, operationName },
      {
        next: (value) => (last = value),
        complete: () => resolve(last as Answer),
        error: (error) =>
          Array.isArray(error) ? resolve({ errors: error as Answer['errors'] }) : reject(error as Error),
      },
    );
  });
}

/** Opens an event stream. */
export async function openSse(
  url: string,
  query: string,
  init: {
    signal?: AbortSignal;
    headers?: Record<string, string>;
    operationName?: string;
    variables?: Record<string, unknown>;
  } = {},
): Promise<Response> {
  return await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...init.headers },
    body: JSON.stringify({ query, operationName: init.operationName, variables: init.variables }),
    signal: init.signal ?? null,
  });
}

/** The results of an event stream, as they come. */
export async function* sseResults(response: Response): AsyncGenerator<Answer, void> {
  let text = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const data = /^event: next\ndata: (.*)$/s.exec(text.slice(0, end))?.[1];
      text = text.slice(end + 2);
      if (data !== undefined) yield JSON.parse(data) as Answer;
    }
  }
}

export async function askSse(url: string, query: string, operationName?: string): Promise<Answer> {
  const response = await openSse(url, query, operationName === undefined ? {} : { operationName });
  for await (const result of sseResults(response)) return result;
  throw new Error('The stream ended without a result.');
}

/** Sends bytes over a plain socket and gives back all that comes until it is closed. */
export function raw(url: string, request: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(request.replaceAll('\n', '\r\n')));
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}
