/** The longest delay that a timer takes. */
export const LONGEST_DELAY_MS = 2 ** 31 - 1;

/**
 * The promise's outcome, or `late()` as a rejection once that moment has passed. What comes
 * after that is dropped, errors too.
 * @param momentMs milliseconds since the epoch
 */
export async function before<T>(momentMs: number, promise: Promise<T>, late: () => Error): Promise<T> {
  promise.catch(() => undefined);
  return await new Promise<T>((resolve, reject) => {
    const delayMs = Math.min(LONGEST_DELAY_MS, Math.max(0, momentMs - Date.now()));
    const timer = setTimeout(() => reject(late()), delayMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
