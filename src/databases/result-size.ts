import { DragomanError } from '../errors/index.js';

/** About what a value takes in the answer, in bytes. */
export function valueBytes(value: unknown): number {
  if (typeof value === 'string') return value.length + 3;
  return value instanceof Uint8Array ? Math.ceil((value.length * 4) / 3) + 3 : 8;
}

export function resultTooLarge(maxBytes: number): DragomanError {
  return new DragomanError('RESULT_TOO_LARGE', `The result holds more than ${maxBytes} bytes.`, {
    hint: 'Select fewer columns or rows, or raise `limits.responseBytes`.',
    limit: { name: 'responseBytes', max: maxBytes },
  });
}
