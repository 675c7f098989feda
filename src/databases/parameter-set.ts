import { DragomanError } from '../errors/index.js';

/** Runs the work for one parameter set of a batch; an error says which set it belongs to. */
export function atSet<T>(index: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof DragomanError ? namedSet(error, index) : error;
  }
}

/** The error, saying which of the parameter sets it belongs to; they count from 1. */
export function namedSet(error: DragomanError, index: number): DragomanError {
  return new DragomanError(
    error.code,
    `Parameter set ${index + 1}: ${error.message} Nothing was changed.`,
    error.details,
  );
}
