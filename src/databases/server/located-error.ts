import type { Position } from '../../errors/index.js';
import { behindText, positionAt, type StatementText } from '../../sql/index.js';

/** An error of the server's, with the offset in the SQL text where it can be told. */
export class LocatedError<Native extends Error = Error> extends Error {
  constructor(
    readonly native: Native,
    readonly offset: number | undefined,
  ) {
    super(native.message, { cause: native });
  }
}

/** What the driver threw. */
export function nativeOf(error: unknown): unknown {
  return error instanceof LocatedError ? error.native : error;
}

/** Where in the statement's source the server stumbled. */
export function positionOf(error: unknown, statement: StatementText | undefined): Position | undefined {
  if (statement === undefined || !(error instanceof LocatedError) || error.offset === undefined) return undefined;
  return behindText(statement.position, positionAt(statement.text, error.offset - statement.start));
}
