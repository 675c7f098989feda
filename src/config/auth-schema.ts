import { z } from 'zod';
import { DATABASE_NAME } from './database-schema.js';
import { duration, mapping, trueOrFalse, word } from './field-schemas.js';
import { isMapping } from './raw-data.js';
import { expecting, wordedMessage, type Expectation } from './wording.js';

/** How long a shared secret must be: as many bytes as its hash has (RFC 7518, 3.2). */
const SECRET_CHARACTERS = 32;

const NAME: Expectation = {
  what: 'name',
  write: 'one such as analyst: a letter, then up to 62 letters, digits, _, -, . or :',
  type: 'string',
};
const DATABASE: Expectation = { what: 'database', write: 'a database’s name, or "*" for all of them', type: 'string' };
const TABLE: Expectation = { what: 'table', write: 'a name such as orders, sales.orders or "sales.*"', type: 'string' };
const HASH: Expectation = {
  what: 'SHA-256 hash',
  write: '64 hexadecimal digits; `dragoman key create` makes a key and its hash',
  type: 'string',
  // Somebody may well have written the key.
  show: () => 'this text',
};
const SECRET: Expectation = {
  what: 'secret',
  write: `at least ${SECRET_CHARACTERS} characters, by way of the environment: \${JWT_SECRET}`,
  type: 'string',
  show: () => 'this text',
};
const JWKS: Expectation = {
  what: 'address of keys',
  write: 'one such as https://issuer.example.com/.well-known/jwks.json; http is for loopback addresses only',
  type: 'string',
};
const AUTH: Expectation = {
  what: 'setting of who may ask',
  write: 'none, or a mapping of roles and keys',
  type: 'string',
};

const text = (what: string, example: string) => {
  const wording = expecting({ what, write: `one such as ${example}`, type: 'string' });
  return z.string(wording).min(1, wording);
};

const name = z.string(expecting(NAME)).regex(/^[A-Za-z][\w.:-]{0,62}$/, expecting(NAME));

const listOf = <Item extends z.ZodType>(item: Item, example: string) =>
  z.array(item, expecting({ what: 'list', write: `a list such as ${example}`, type: 'object' }));

const tables = listOf(z.string(expecting(TABLE)).regex(/^[^\0]+$/, expecting(TABLE)), '[orders, sales.customers]');

const grant = mapping({
  database: z
    .string(expecting(DATABASE))
    .regex(new RegExp(`^(\\*|${DATABASE_NAME})$`), expecting(DATABASE))
    .describe('A database’s name, or * for every one, also for those that are registered later.'),
  access: word('access mode', ['read-only', 'read-write'])
    .transform((access) => (access === 'read-write' ? 'READ_WRITE' : 'READ_ONLY'))
    .prefault('read-only')
    .describe('Whether rows may be changed.'),
  schema: trueOrFalse.prefault(false).describe('Whether definitions may be changed: CREATE, ALTER, DROP.'),
  tables: tables
    .optional()
    .describe(
      'The only tables that it is for: orders, sales.orders, sales.*. Left out: all of them. A view gives what its tables do.',
    ),
  deny: tables.optional().describe('Tables that it is not for, in any schema where none is named.'),
}).superRefine(
  ({ schema, access }, context) => {
    if (!schema || access === 'READ_WRITE') return;
    const message = wordedMessage('schema goes with access: read-write', 'write both, or neither');
    context.addIssue({ code: 'custom', path: ['schema'], message });
  },
  { when: ({ value }) => isMapping(value) },
);

const role = mapping({
  grants: listOf(grant, '[{ database: shop, access: read-only }]')
    .prefault([])
    .describe('What it may do; each grant allows by itself.'),
  admin: trueOrFalse
    .prefault(false)
    .describe(
      'Whether it may do everything, on every database and with the service: register databases, read the audit log.',
    ),
  introspection: trueOrFalse
    .optional()
    .describe('Whether it may ask for the GraphQL schema; left out: as server.introspection says.'),
});

const apiKey = mapping({
  name: name.describe('What the key is called in logs; unique.'),
  sha256: z
    .string(expecting(HASH))
    .regex(/^[0-9a-fA-F]{64}$/, expecting(HASH))
    .transform((hash) => hash.toLowerCase())
    .describe('The SHA-256 hash of the key, which `dragoman key create` prints.'),
  role: name.describe('The role that comes with it.'),
});

const jwt = mapping({
  jwks: z
    .string(expecting(JWKS))
    .refine(isSafeAddress, expecting(JWKS))
    .optional()
    .describe('Where the issuer’s public keys are; or else secret.'),
  secret: z
    .string(expecting(SECRET))
    .min(SECRET_CHARACTERS, expecting(SECRET))
    .optional()
    .describe('What the issuer signs with (HS256, HS384, HS512), at least 32 characters; or else jwks.'),
  issuer: text('issuer', 'https://issuer.example.com/').describe('Whose tokens are taken: the claim iss.'),
  audience: text('audience', 'dragoman').describe('Whom a token must be for: the claim aud.'),
  rolesClaim: text('claim', 'roles')
    .prefault('roles')
    .describe('The claim that lists roles; dots lead into objects, as in realm_access.roles.'),
  clockSkew: duration.prefault('30s').describe('How far the issuer’s clock may be off.'),
}).superRefine(
  ({ jwks, secret }, context) => {
    if ((jwks === undefined) !== (secret === undefined)) return;
    const found = jwks === undefined ? 'jwks is missing' : 'jwks and secret exclude each other';
    context.addIssue({ code: 'custom', path: ['jwks'], message: wordedMessage(found, 'write one of jwks and secret') });
  },
  { when: ({ value }) => isMapping(value) },
);

const access = mapping({
  roles: z
    .record(
      name,
      role,
      expecting({ what: 'mapping', write: 'roles by their names, such as analyst: { grants: … }', type: 'object' }),
    )
    .prefault({})
    .describe('Roles by their names.'),
  apiKeys: listOf(apiKey, '[{ name: dashboard, sha256: …, role: analyst }]')
    .prefault([])
    .describe('Keys that are sent as Authorization: Bearer KEY; only their hashes are kept.'),
  jwt: jwt.optional().describe('Whose JSON Web Tokens are taken.'),
  anonymous: name.prefault('none').describe('The role of those who show nothing; none: they are not let in.'),
});

/** `auth:`: none, or who may ask and what. */
export const auth = z.union([z.literal('none', expecting(AUTH)), access], expecting(AUTH));

/** What `auth` says, in its own keys, with defaults and parsed values. */
export type AuthEntry = z.output<typeof auth>;

/** Keys that anybody on the way could swap would let anybody in. */
function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname));
}
