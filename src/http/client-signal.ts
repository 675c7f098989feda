import type { ServerResponse } from 'node:http';

/** A signal that is aborted once the client is gone before its answer was sent. */
export function clientSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}
