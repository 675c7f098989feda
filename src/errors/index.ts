/** The one table of coded errors, the error that carries a code, and what may be told of all others. */
export { DragomanError, thrownOn, type ErrorDetails, type Position } from './dragoman-error.js';
export { toldError, type ToldError } from './unexpected-error.js';
export { ERROR_CODES, type ErrorCode, type ErrorCodeRow } from './error-codes.js';
