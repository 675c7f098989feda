/** A reason not to start that an operator can mend; its message is one line. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

/** What an error says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
