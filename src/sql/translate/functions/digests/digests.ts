import { functionOfCall } from '../../../analysis/function-of-call.js';
import type { Expression, FunctionCall } from '../../../ast/index.js';
import { bytesOfText } from '../../expressions/texts/bytea-text.js';
import { wanted } from '../../expressions/coercion.js';
import type { Translator } from '../../translator.js';
import { CRC32_IN_POSTGRESQL, CRC32_IN_SQLITE } from './checksums.js';
import { always, typeIs, type Compose, type FormTable, type Guard } from '../form.js';
import { literalText } from '../known-values.js';
import { MD5_IN_SQLITE } from './md5-in-sqlite.js';
import {
  SHA1_IN_POSTGRESQL,
  SHA1_IN_SQLITE,
  SHA1_OF_BYTES_IN_POSTGRESQL,
  SHA224_IN_SQLITE,
  SHA256_IN_SQLITE,
} from './sha-as-query.js';

const isBytes: Guard = typeIs(1, 'BINARY');

/** How the others write a digest in hexadecimal digits; SQLite's numbers are too small for those of 64-bit words. */
const DIGITS: Readonly<Record<'my' | 'lite', Readonly<Record<string, string | undefined>>>> = {
  my: {
    md5: 'MD5($1)',
    sha1: 'SHA1($1)',
    sha224: 'SHA2($1, 224)',
    sha256: 'SHA2($1, 256)',
    sha384: 'SHA2($1, 384)',
    sha512: 'SHA2($1, 512)',
  },
  lite: { md5: MD5_IN_SQLITE, sha1: SHA1_IN_SQLITE, sha224: SHA224_IN_SQLITE, sha256: SHA256_IN_SQLITE },
};

const OF_BYTES: ReadonlySet<string> = new Set(['sha224', 'sha256', 'sha384', 'sha512']);

/** Which digest a call of PostgreSQL's makes: of its own functions, or of pgcrypto, https://www.postgresql.org/docs/current/pgcrypto.html */
function digestOf(node: FunctionCall, t: Translator): string | undefined {
  const meaning = functionOfCall(node, t.from)?.meaning;
  if (meaning === 'digest') return literalText(node.arguments[1])?.toLowerCase();
  return meaning !== undefined && OF_BYTES.has(meaning) ? meaning : undefined;
}

/** `encode(sha256(…), 'hex')`, as the one function that the others have for both. */
export const digitsOfDigest =
  (target: 'my' | 'lite'): Compose =>
  ({ node, t }) => {
    const [digest] = node.arguments;
    return digest?.kind === 'call' ? digits(digest, target, t) : undefined;
  };

function digits(node: FunctionCall, target: 'my' | 'lite', t: Translator): Expression | undefined {
  const called = digestOf(node, t) ?? '';
  const form = DIGITS[target][called];
  const [value] = node.arguments;
  if (form === undefined || value === undefined) return undefined;
  const bytes = OF_BYTES.has(called) ? bytesOfText(value, t) : undefined;
  return t.form(form, [bytes ?? wanted(value, 'text', t)], node);
}

const bytes =
  (target: 'my' | 'lite'): Compose =>
  ({ node, t }) => {
    const made = digits(node, target, t);
    return made && t.form(target === 'my' ? 'UNHEX($1)' : 'unhex($1)', [made], node);
  };

/** Whether what is asked for as digits is a digest that the target makes so. */
export const isDigest =
  (target: 'my' | 'lite'): Guard =>
  ({ node: { arguments: values }, t }) =>
    values[0]?.kind === 'call' && DIGITS[target][digestOf(values[0], t) ?? ''] !== undefined;

/** Digests by the bits that SHA2 is asked for; 0 is 256: https://dev.mysql.com/doc/refman/8.4/en/encryption-functions.html#function_sha2 */
const OF_BITS: Readonly<Record<string, string>> = {
  '0': 'sha256',
  '224': 'sha224',
  '256': 'sha256',
  '384': 'sha384',
  '512': 'sha512',
};

const sha2 =
  (write: (called: string) => string | undefined): Compose =>
  ({ node, values, t }) => {
    const called = OF_BITS[literalText(node.arguments[1]) ?? ''];
    const form = called === undefined ? undefined : write(called);
    return form === undefined ? undefined : t.form(form, values, node);
  };

const ofBytes = { my: bytes('my'), lite: bytes('lite') };

/** Digests and checksums. */
export const digestForms: FormTable = {
  md5: { takes: 'text', lite: MD5_IN_SQLITE },
  sha1: {
    takes: 'text',
    pg: [
      { when: isBytes, form: SHA1_OF_BYTES_IN_POSTGRESQL },
      { when: always, form: SHA1_IN_POSTGRESQL },
    ],
    lite: SHA1_IN_SQLITE,
  },
  sha2: {
    takes: 'text any',
    pg: [
      { when: isBytes, form: sha2((called) => `encode(${called}($1), 'hex')`) },
      { when: always, form: sha2((called) => `encode(${called}(convert_to($1, 'UTF8')), 'hex')`) },
    ],
    lite: sha2((called) => DIGITS.lite[called]),
  },
  sha224: ofBytes,
  sha256: ofBytes,
  sha384: ofBytes,
  sha512: ofBytes,
  digest: ofBytes,
  crc32_mysql: { takes: 'text', pg: CRC32_IN_POSTGRESQL, lite: CRC32_IN_SQLITE },
};
