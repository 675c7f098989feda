import type { ServerResponse } from 'node:http';
import { CancelSource, type CancelSignal } from '../events/index.js';

/** A signal that is aborted once the client is gone before its answer was sent. */
export function clientSignal(response: ServerResponse): CancelSignal {
  const gone = new CancelSource();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone;
}
