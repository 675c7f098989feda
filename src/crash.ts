import { writeSync } from 'node:fs';
import { toldError, type ToldError } from './errors/index.js';

const STDERR = 2;

/** Ends the process at an error that nobody caught, and says of it what may be said. */
export function endAtUncaught(): void {
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
}

/** Written at once: nothing that is left for later is written any more. */
export function crash(error: unknown): never {
  writeSync(
    STDERR,
    `dragoman: an error that nobody expected has ended it. Please report it; values and statements are left out.\n${textOf(toldError(error))}\n`,
  );
  process.exit(1);
}

function textOf({ type, code, message, stack, cause }: ToldError): string {
  const coded = code === undefined ? '' : ` [${code}]`;
  const places = stack === '' ? '' : `\n${stack}`;
  const why = cause === undefined ? '' : `\n  caused by ${textOf(cause)}`;
  return `${type}${coded}: ${message}${places}${why}`;
}
