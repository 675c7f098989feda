import { readFileSync } from 'node:fs';
import type { SecureContextOptions } from 'node:tls';
import { DragomanError } from '../../errors/index.js';
import type { TlsOptions } from '../database-options.js';

/** Where a server listens, and as whom it is spoken to. */
export interface ServerLocation {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string | undefined;
  readonly database: string;
}

/** What a driver's TLS takes; false: none. */
export type TlsSettings = (SecureContextOptions & { readonly rejectUnauthorized: boolean }) | false;

/** How an engine's urls begin, the usual word first, and where its servers listen where the url does not say. */
export interface UrlForm {
  readonly schemes: readonly [string, ...string[]];
  readonly defaultPort: number;
}

/**
 * Reads `scheme://user:password@host:port/database`.
 * @throws DragomanError BAD_USER_INPUT, without the url: it may hold a password
 */
export function readServerUrl(url: string, { schemes, defaultPort }: UrlForm): ServerLocation {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const scheme = parsed?.protocol.replace(':', '') ?? '';
  const [user, password, database] = [parsed?.username, parsed?.password, parsed?.pathname.slice(1)].map(decoded);
  if (parsed === undefined || !schemes.includes(scheme) || parsed.hostname === '' || !user || !database) {
    throw refusedUrl(
      `The url has to have the form ${schemes[0]}://user:password@host:${defaultPort}/database.`,
      'Characters such as @ / : % in a password are written percent-encoded: %40 for @.',
    );
  }
  if (parsed.search !== '' || parsed.hash !== '') {
    throw refusedUrl('The url ends with its database.', 'Write `tls` in the configuration for what encrypts the way.');
  }
  const port = parsed.port === '' ? defaultPort : Number(parsed.port);
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  return { host, port, user, password: password === '' ? undefined : password, database };
}

function refusedUrl(message: string, hint: string): DragomanError {
  return new DragomanError('BAD_USER_INPUT', message, { hint });
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/;

/** Reads the certificates' files anew each time, so that a renewed one is used by the next connection. */
export function tlsSettings(tls: TlsOptions | false | undefined, { host }: ServerLocation): TlsSettings {
  const wanted = tls ?? (LOOPBACK.test(host) ? false : { verify: true });
  if (wanted === false) return false;
  const { verify, ca, cert, key } = wanted;
  return {
    rejectUnauthorized: verify,
    ...(ca !== undefined && { ca: fileOf(ca) }),
    ...(cert !== undefined && { cert: fileOf(cert) }),
    ...(key !== undefined && { key: fileOf(key) }),
  };
}

function fileOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new DragomanError('DATABASE_UNAVAILABLE', `The file ${path}, which \`tls\` names, can't be read.`, {
      hint: 'Put it back, or mend the path in the configuration.',
      cause: error,
    });
  }
}
