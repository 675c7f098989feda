import { isIP } from 'node:net';
import { z } from 'zod';
import { shownUrl } from './shown-url.js';
import { DURATION_PATTERN, parseDuration, parseSize, SIZE_PATTERN } from './units.js';
import { expecting, misfit, quoted, type Expectation } from './wording.js';

/** The schemas of single values: what zod checks, what editors see, how a mistake is worded. */

/** The largest whole number that a key takes. */
export const MAX_INT = 2 ** 31 - 1;

const DURATION: Expectation = { what: 'duration', write: '250ms, 30s, 5m or 1h', type: 'string' };
const SIZE: Expectation = { what: 'size', write: '64KB, 256MB or 1GB', type: 'string' };
/** Durations and sizes that are well formed but too large to count with. */
const LONG_DURATION: Expectation = { ...DURATION, write: '596h at most' };
const LARGE_SIZE: Expectation = { ...SIZE, write: '8388607GB at most' };
const HOST: Expectation = {
  what: 'host',
  write: 'an address such as 127.0.0.1, 0.0.0.0, ::1 or localhost',
  type: 'string',
};
const ORIGIN: Expectation = {
  what: 'origin',
  write: 'scheme, host and port only, such as https://app.example.com, without a path or wildcard',
  type: 'string',
};
const SQLITE_URL: Expectation = {
  what: 'SQLite address',
  write: 'sqlite:./data/shop.sqlite, sqlite:/absolute/path.sqlite or "sqlite::memory:" in quotes',
  type: 'string',
  // Another engine's URL can hold a password in many places.
  show: (text) => (/^sqlite:|^[^:@]*$/.test(text) ? quoted(text) : shownUrl(text)),
};
const REDIS_URL: Expectation = {
  what: 'Redis address',
  write: 'redis://USER:PASSWORD@HOST:PORT, or rediss:// for TLS',
  type: 'string',
  show: shownUrl,
};
const FILE_PATH: Expectation = {
  what: 'path of a file',
  write: 'one such as ./certs/ca.pem',
  type: 'string',
  // It may be a private key.
  show: (text) => (text === '' ? '""' : 'this text'),
};

// Someone may well paste the file's text instead of its path.
const FILE_PATH_PATTERN = /^(?!\s*-----BEGIN)[^\0\r\n]+$/;
/** A host's name or IPv4 address. */
export const HOST_NAME = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/;
const ORIGIN_PATTERN = /^[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s/\\*?#@]+\/?$/;
/** `sqlite://…` is left out on purpose: other tools disagree on what its slashes mean. */
export const SQLITE_URL_PATTERN = /^sqlite:(:memory:|(?!\/\/|:|file:)[^\s\0][^\0]*)$/;

/** A duration, read as milliseconds. */
export const duration = parsedText(DURATION, DURATION_PATTERN, parseDuration, LONG_DURATION);

/** A size, read as bytes. */
export const size = parsedText(SIZE, SIZE_PATTERN, parseSize, LARGE_SIZE);

/** An IP address or host name, without a port. */
export const host = z
  .string(expecting(HOST))
  .refine((text) => isIP(text) !== 0 || HOST_NAME.test(text), expecting(HOST));

/** A web origin, normalised to what browsers send. */
export const origin = parsedText(ORIGIN, ORIGIN_PATTERN, parseOrigin);

/** `sqlite:PATH` or `sqlite::memory:`. */
export const sqliteUrl = z.string(expecting(SQLITE_URL)).regex(SQLITE_URL_PATTERN, expecting(SQLITE_URL));

/** `redis://…` or `rediss://…`. */
export const redisUrl = z.string(expecting(REDIS_URL)).regex(/^rediss?:\/\/[^\s]+$/, expecting(REDIS_URL));

/** A path of a file, relative or absolute. */
export const filePath = z.string(expecting(FILE_PATH)).regex(FILE_PATH_PATTERN, expecting(FILE_PATH));

/** `true` or `false`. */
export const trueOrFalse = z.boolean(expecting({ what: 'boolean', write: 'true or false', type: 'boolean' }));

/** A whole number within bounds, both included. */
export function integer(min: number, max: number, example: number, what?: string) {
  const range = `whole number from ${min} to ${max}`;
  const words =
    what === undefined
      ? { what: range, write: `one such as ${example}` }
      : { what, write: `a ${range}, such as ${example}` };
  const wording = expecting({ ...words, type: 'number' });
  return z.number(wording).int(wording).min(min, wording).max(max, wording);
}

/** One of a few words. */
export function word<const Words extends readonly [string, ...string[]]>(what: string, words: Words) {
  return z.enum(words, expecting({ what, write: words.join(', ').replace(/, ([^,]*)$/, ' or $1'), type: 'string' }));
}

/** A mapping that takes these keys and no others. */
export function mapping<Shape extends z.core.$ZodLooseShape>(shape: Shape, what = 'mapping') {
  const write = `keys and values, such as ${Object.keys(shape)[0] ?? ''}: …`;
  return z.strictObject(shape, expecting({ what, write, type: 'object' }));
}

/**
 * A text that `parse` makes a value of. The pattern is what editors check by; `beyond` words
 * the error of a text that fits the pattern and still has no value.
 */
function parsedText<Value>(
  expectation: Expectation,
  pattern: RegExp,
  parse: (text: string) => Value | undefined,
  beyond = expectation,
) {
  const wording = expecting(expectation);
  return z
    .string(wording)
    .regex(pattern, wording)
    .transform((text, context): Value => {
      const value = parse(text);
      if (value !== undefined) return value;
      context.addIssue({ code: 'custom', message: misfit(text, beyond) });
      return z.NEVER;
    });
}

function parseOrigin(text: string): string | undefined {
  return URL.canParse(text) ? new URL(text).origin : undefined;
}
