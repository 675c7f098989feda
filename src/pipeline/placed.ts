import { DragomanError } from '../errors/index.js';

/** Does the work for one of several things; an error says which one it belongs to. */
export function placed<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DragomanError)) throw error;
    throw new DragomanError(error.code, `${place}: ${error.message}`, error.details);
  }
}
