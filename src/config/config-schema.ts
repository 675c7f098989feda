import { z } from 'zod';
import { duration, host, integer, mapping, origin, size, sqliteUrl, word } from './field-schemas.js';
import { expecting, misfit, quoted, wordedMessage, type Expectation } from './wording.js';

const MAX_INT = 2 ** 31 - 1;

const DIALECT: Expectation = { what: 'dialect', write: 'sqlite', type: 'string' };
const LATER_DIALECTS: readonly unknown[] = ['postgresql', 'mysql'];
const NAME: Expectation = {
  what: 'database name',
  write: 'a name such as shop: a letter, then up to 62 letters, digits, _ or -',
  type: 'string',
};
const ACCESS = { 'read-only': 'READ_ONLY', 'read-write': 'READ_WRITE' } as const;

/** The keys below `server:`; the environment's HOST and PORT are checked by the same two schemas. */
export const serverShape = {
  host: host.prefault('127.0.0.1').describe('The address to listen on. The environment variable HOST overrides it.'),
  port: integer(0, 65535, 4000, 'port')
    .prefault(4000)
    .describe('The port to listen on; 0 takes a free one and prints it. The environment variable PORT overrides it.'),
  cors: z
    .array(
      origin,
      expecting({ what: 'list', write: 'a list of origins, such as [https://app.example.com]', type: 'object' }),
    )
    .prefault([])
    .describe('Origins of web pages that may call the service from a browser, such as https://app.example.com.'),
  introspection: z
    .boolean(expecting({ what: 'boolean', write: 'true or false', type: 'boolean' }))
    .prefault(true)
    .describe('Whether clients may ask for the GraphQL schema.'),
};

const poolBounds = z.object({ min: z.int().min(0), max: z.int().min(1) });

const pool = mapping({
  min: integer(0, 1000, 1).prefault(1).describe('Connections that are kept open.'),
  max: integer(1, 1000, 16).prefault(16).describe('Connections that may be open at once.'),
  acquireTimeout: duration.prefault('5s').describe('How long a request waits for a connection.'),
  idleTimeout: duration.prefault('30s').describe('How long a connection above min may lie unused before it is closed.'),
  maxWaiting: integer(0, MAX_INT, 200).prefault(200).describe('How many requests may wait for a connection at once.'),
}).refine(({ min, max }) => min <= max, {
  path: ['min'],
  error: ({ input }) => {
    const { min, max } = poolBounds.parse(input);
    return wordedMessage(`${min} is more than max, which is ${max}`, 'write a smaller min or a larger max');
  },
  // Without this a mistake in another key of the pool would hide this one.
  when: ({ value }) => poolBounds.safeParse(value).success,
});

const health = mapping({
  interval: duration.prefault('500ms').describe('The time between two probes.'),
  timeout: duration.prefault('400ms').describe('How long a probe may take before it counts as failed.'),
  failures: integer(1, 1000, 2).prefault(2).describe('Failed probes in a row after which the database counts as down.'),
  successes: integer(1, 1000, 2)
    .prefault(2)
    .describe('Successful probes in a row after which the database counts as up again.'),
});

const database = mapping({
  name: z
    .string(expecting(NAME))
    .regex(/^[A-Za-z][A-Za-z0-9_-]{0,62}$/, expecting(NAME))
    .describe('The name that requests use; unique.'),
  dialect: z
    .enum(['sqlite'], { error: ({ input }) => dialectMisfit(input) })
    .transform(() => 'SQLITE' as const)
    .describe('The SQL dialect that the database speaks. This version speaks sqlite only.'),
  url: sqliteUrl.describe('sqlite:PATH, relative to this file, or "sqlite::memory:" (YAML needs the quotes).'),
  access: word('access mode', ['read-only', 'read-write'])
    .transform((access) => ACCESS[access])
    .prefault('read-write')
    .describe('Whether statements may change the database.'),
  demo: word('demo', ['bookshop'])
    .optional()
    .describe('Fills a database file that does not exist yet with generated data.'),
  pool: pool.prefault({}).describe('The connection pool.'),
  timeout: duration.prefault('30s').describe('A statement’s deadline; it is cancelled when it takes longer.'),
  maxRows: integer(1, MAX_INT, 10_000).prefault(10_000).describe('How many rows one result may hold.'),
  health: health.prefault({}).describe('How the database is probed.'),
});

const limits = mapping({
  depth: integer(1, 1000, 12).prefault(12).describe('How deep the fields of a GraphQL request may be nested.'),
  tokens: integer(1, MAX_INT, 2000).prefault(2000).describe('How many tokens a GraphQL document may have.'),
  requestBytes: size.prefault('1MB').describe('The largest request body.'),
  responseBytes: size.prefault('64MB').describe('The bytes that the values of one statement’s result may hold.'),
});

const log = mapping({
  level: word('log level', ['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .prefault('info')
    .describe('The least severe message that is logged.'),
  format: word('log format', ['pretty', 'json']).prefault('pretty').describe('pretty for people, json for machines.'),
});

const shape = {
  server: mapping(serverShape).prefault({}).describe('The HTTP server.'),
  databases: z
    .array(
      database,
      expecting({ what: 'list', write: 'one entry a database, each begun with “- name:”', type: 'object' }),
    )
    .prefault([])
    .describe('The databases to serve.'),
  store: sqliteUrl
    .prefault('sqlite:./data/dragoman.sqlite')
    .describe('Where the service keeps its own data: sqlite:PATH, relative to this file.'),
  limits: limits.prefault({}).describe('What one GraphQL request may ask for.'),
  auth: z
    .literal('none', { error: authMisfit })
    .optional()
    .describe('Say none to serve without authentication on other than a loopback address.'),
  log: log.prefault({}).describe('What is logged, and how.'),
};

/** The file's form: keys as users write them. It turns their values into the Config's. */
export const configFileSchema = mapping(shape, 'configuration').describe('The configuration of Dragoman.');

/** What the file says, in its own keys, with defaults and parsed values. */
export type ConfigFile = z.output<typeof configFileSchema>;

function dialectMisfit(found: unknown): string {
  if (!LATER_DIALECTS.includes(found)) return misfit(found, DIALECT);
  return wordedMessage(`${quoted(String(found))} is not spoken yet`, 'this version speaks sqlite only');
}

function authMisfit(): string {
  return wordedMessage(
    'roles and keys are not part of this version',
    'write “auth: none”, or leave it out and serve on a loopback address only',
  );
}
