/** The one table of coded errors, and the error that carries a code. */
export { DragomanError, thrownOn, type ErrorDetails, type Position } from './dragoman-error.js';
export { ERROR_CODES, type ErrorCode, type ErrorCodeRow } from './error-codes.js';
