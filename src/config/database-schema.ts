import { z } from 'zod';
import { checkByDialect, DIALECT_WORDS, dialectConditions } from './dialect-forms.js';
import { duration, filePath, integer, mapping, MAX_INT, trueOrFalse, word } from './field-schemas.js';
import { pool } from './pool-schema.js';
import { isMapping } from './raw-data.js';
import { expecting, wordedMessage, type Expectation } from './wording.js';

const NAME: Expectation = {
  what: 'database name',
  write: 'a name such as shop: a letter, then up to 62 letters, digits, _ or -',
  type: 'string',
};
const URL_OF_DIALECT: Expectation = {
  what: 'address',
  write: 'one of its dialect, such as postgres://user:password@host:5432/database or sqlite:./data/shop.sqlite',
  type: 'string',
};
const TLS: Expectation = {
  what: 'TLS setting',
  write: 'true, false, or a mapping such as { ca: ./certs/ca.pem }',
  type: 'boolean',
};
const ACCESS = { 'read-only': 'READ_ONLY', 'read-write': 'READ_WRITE' } as const;

const health = mapping({
  interval: duration.prefault('500ms').describe('The time between two probes.'),
  timeout: duration.prefault('400ms').describe('How long a probe may take before it counts as failed.'),
  failures: integer(1, 1000, 2).prefault(2).describe('Failed probes in a row after which the database counts as down.'),
  successes: integer(1, 1000, 2)
    .prefault(2)
    .describe('Successful probes in a row after which the database counts as up again.'),
});

const tlsMapping = mapping({
  ca: filePath.optional().describe('A PEM file of the authorities to trust; left out: those that Node trusts.'),
  cert: filePath.optional().describe('A PEM file of the certificate to show to the server; it goes with key.'),
  key: filePath.optional().describe('A PEM file of the private key of cert.'),
  verify: trueOrFalse.prefault(true).describe('Whether to check the server’s certificate and name.'),
}).superRefine(
  ({ cert, key }, context) => {
    if ((cert === undefined) === (key === undefined)) return;
    const [present, absent] = cert === undefined ? ['key', 'cert'] : ['cert', 'key'];
    const message = wordedMessage(`${present} stands without ${absent}`, 'write both or neither');
    context.addIssue({ code: 'custom', path: [present], message });
  },
  { when: ({ value }) => isMapping(value) },
);

const tls = z.union([trueOrFalse, tlsMapping], expecting(TLS));

/** What a database may be called, as a regular expression. */
export const DATABASE_NAME = '[A-Za-z][A-Za-z0-9_-]{0,62}';

/** A name that a database may have. */
export const databaseName = z.string(expecting(NAME)).regex(new RegExp(`^${DATABASE_NAME}$`), expecting(NAME));

/** One entry of `databases:`. */
export const database = mapping({
  name: databaseName.describe('The name that requests use; unique.'),
  dialect: word('dialect', DIALECT_WORDS).describe('The SQL dialect that the database speaks; MariaDB’s is mysql.'),
  url: z
    .string(expecting(URL_OF_DIALECT))
    .describe(
      'postgres://USER:PASSWORD@HOST:PORT/DATABASE, mysql://USER:PASSWORD@HOST:PORT/DATABASE with user and password percent-encoded, ' +
        'sqlite:PATH relative to this file, or "sqlite::memory:" (YAML needs the quotes).',
    ),
  tls: tls
    .optional()
    .describe(
      'Whether and how the connection is encrypted, for postgresql and mysql. Left out: it is not to a loopback address, ' +
        'and it is, with the certificate verified, to any other.',
    ),
  access: word('access mode', ['read-only', 'read-write'])
    .transform((access) => ACCESS[access])
    .prefault('read-write')
    .describe('Whether statements may change the database.'),
  demo: word('demo', ['bookshop'])
    .optional()
    .describe('Fills a SQLite database file that does not exist yet with generated data.'),
  pool: pool.prefault({}).describe('The connection pool.'),
  timeout: duration.prefault('30s').describe('A statement’s deadline; it is cancelled when it takes longer.'),
  maxRows: integer(1, MAX_INT, 10_000).prefault(10_000).describe('How many rows one result may hold.'),
  slowQueryThreshold: duration.prefault('200ms').describe('Statements that take as long or longer count as slow.'),
  health: health.prefault({}).describe('How the database is probed.'),
})
  // Without `when` a mistake in any other key would hide these.
  .superRefine(checkByDialect, { when: ({ value }) => isMapping(value) })
  .meta({ allOf: dialectConditions() });

/** What an entry of `databases:` says, in its own keys, with defaults and parsed values. */
export type DatabaseEntry = z.output<typeof database>;
