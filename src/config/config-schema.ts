import { z } from 'zod';
import { auth } from './auth-schema.js';
import { database } from './database-schema.js';
import {
  duration,
  filePath,
  host,
  integer,
  mapping,
  origin,
  redisUrl,
  sqliteUrl,
  trueOrFalse,
  word,
} from './field-schemas.js';
import { limits } from './limits-schema.js';
import { trustProxy } from './proxies-schema.js';
import { expecting } from './wording.js';

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
  introspection: trueOrFalse.prefault(true).describe('Whether clients may ask for the GraphQL schema.'),
  tls: mapping({
    cert: filePath.describe('A PEM file of the certificate to show to clients, with those that vouch for it.'),
    key: filePath.describe('A PEM file of the private key of cert.'),
  })
    .optional()
    .describe('Serves HTTPS and wss with this certificate. Left out: plain HTTP.'),
  trustProxy: trustProxy
    .prefault(false)
    .describe(
      'The proxies whose X-Forwarded-For is believed: their addresses and ranges, or how many stand in front. false: nobody’s.',
    ),
};

const transactions = mapping({
  idleTimeout: duration
    .prefault('30s')
    .describe('How long a transaction may be left alone where a client says nothing else; then it is rolled back.'),
  maxDuration: duration.prefault('5m').describe('How long a transaction may last at all.'),
});

const events = mapping({
  redis: redisUrl
    .optional()
    .describe('Where instances share what they count: redis://… or rediss://…; left out, each counts for itself.'),
});

const audit = mapping({
  store: trueOrFalse.optional().describe('Whether it is kept in the store; left out: where `auth` names roles.'),
  log: trueOrFalse.optional().describe('Whether each entry is a line of the log; left out: where `auth` names roles.'),
  retentionDays: integer(1, 36_500, 90).prefault(90).describe('How long entries are kept.'),
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
  limits: limits.prefault({}).describe('What callers may ask for, and how much of it.'),
  transactions: transactions.prefault({}).describe('Transactions that clients hold open between calls.'),
  auth: auth
    .optional()
    .describe(
      'Who may ask, and what. Left out, the service is open to users of this machine, and listens on a loopback address ' +
        'only; none opens it to everyone who can reach it.',
    ),
  events: events.prefault({}).describe('What instances of the service share.'),
  audit: audit.prefault({}).describe('Who did what: kept, and logged.'),
  log: log.prefault({}).describe('What is logged, and how.'),
};

/** The file's form: keys as users write them. It turns their values into the Config's. */
export const configFileSchema = mapping(shape, 'configuration').describe('The configuration of Dragoman.');

/** What the file says, in its own keys, with defaults and parsed values. */
export type ConfigFile = z.output<typeof configFileSchema>;
