import { DragomanError } from '../errors/index.js';

/** Does the work for one of several things; an error says which one it belongs to. */
export function placed<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw atPlace(place, error);
  }
}

/** The error, saying which one of several things it belongs to. */
export function atPlace(place: string, error: unknown): unknown {
  if (!(error instanceof DragomanError)) return error;
  return new DragomanError(error.code, `${place}: ${error.message}`, error.details);
}
