import type { z } from 'zod';

/** How to speak of what a key takes. */
export interface Expectation {
  /** Its name without an article, as in “… is no duration”. */
  readonly what: string;
  /** What to write, with an example. */
  readonly write: string;
  /** The JSON type it is written in; another one is named in the message. */
  readonly type: 'string' | 'number' | 'boolean' | 'object';
  /** How to show a text that doesn't fit; left out: quoted, shortened, without a URL's user and password. */
  readonly show?: (text: string) => string;
}

/** The part of a zod check's parameters that words its error. */
export interface Wording {
  readonly error: (issue: z.core.$ZodRawIssue) => string | undefined;
}

const TYPE_NAMES: Record<string, string> = { string: 'a text', number: 'a number', boolean: 'a boolean' };
const MAX_SHOWN = 60;

/** Words the errors of a key: what was found, what belongs there, and an example. */
export function expecting(expectation: Expectation): Wording {
  return {
    // Unknown keys are worded where the known ones are at hand.
    error: (issue) => (issue.code === 'unrecognized_keys' ? undefined : misfit(issue.input, expectation)),
  };
}

/** Zod carries one text for an issue; the hint is its second line. */
export function wordedMessage(message: string, hint: string): string {
  return `${message}\n${hint}`;
}

/** Takes apart what `wordedMessage` joined. */
export function splitWording(worded: string): { message: string; hint?: string } {
  const [message = '', hint] = worded.split('\n');
  return hint === undefined ? { message } : { message, hint };
}

/** “… is no …” for a value that does not fit. */
export function misfit(found: unknown, { what, write, type, show = quoted }: Expectation): string {
  if (found === undefined) return wordedMessage('is missing', `write ${write}`);
  return wordedMessage(`${shown(found, type, show)} is no ${what}`, `write ${write}`);
}

/** A text in quotes, shortened to a line; the user and password of a URL are left out. */
export function quoted(text: string): string {
  const masked = text.replace(/\/\/.*@/s, '//***@');
  return JSON.stringify(masked.length > MAX_SHOWN ? `${masked.slice(0, MAX_SHOWN)}…` : masked);
}

function shown(found: unknown, expectedType: string, show: (text: string) => string): string {
  if (found === null) return 'an empty value';
  if (Array.isArray(found)) return 'a list';
  if (typeof found === 'object') return 'a mapping';
  const text = typeof found === 'string' ? show(found) : JSON.stringify(found);
  return typeof found === expectedType ? text : `${text} (${TYPE_NAMES[typeof found] ?? typeof found})`;
}
