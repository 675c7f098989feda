import type { ErrorCode } from '../errors/index.js';

/** What one of a driver's errors is in the contract's terms. */
export interface ErrorRow {
  readonly code: ErrorCode;
  readonly hint?: string;
  /** Overrides the code's own word on whether to try again. */
  readonly retryable?: boolean;
}
