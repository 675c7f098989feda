import { isIP } from 'node:net';
import { HOST_NAME } from './field-schemas.js';
import { shownUrl } from './shown-url.js';
import { misfit, wordedMessage } from './wording.js';

/** How the addresses of one kind of database server are written. */
export interface ServerUrlForm {
  /** As in “… is no PostgreSQL address”. */
  readonly what: string;
  /** Without `://`; the first is the one that hints recommend. */
  readonly schemes: readonly [string, ...string[]];
  /** Where the server listens if the address names no port. */
  readonly port: number;
}

/** The parts as they are written, still percent-encoded. */
type UrlParts = Readonly<Partial<Record<'user' | 'password' | 'host' | 'port' | 'database' | 'query', string>>> & {
  readonly fragment?: string;
};

type Fault = readonly [said: string, hint: string];
type Check = (parts: UrlParts, form: ServerUrlForm) => Fault | undefined;

/** No part takes an @ as it is, so that a password which holds one can't shift the others unnoticed. */
const SERVER_URL =
  /^[^:]*:\/\/(?:(?<user>[^:@/?#]*)(?::(?<password>[^@/?#]*))?@)?(?<host>[^@/?#]*?)(?::(?<port>[^\]:@/?#]*))?(?:\/(?<database>[^@?#]*))?(?:\?(?<query>[^@#]*))?(?:#(?<fragment>[^@]*))?$/;
const UNPRINTABLE = /[\s\p{Cc}]/u;
/** What is shown of a parameter: a word, not what may be a piece of a password. */
const PARAMETER_NAME = /^[a-z][a-z0-9_.-]{0,40}$/i;
/** As drivers name it: sslmode, ssl-ca, useSSL, tls … */
const TLS_PARAMETER = /^((use|require)?(ssl|tls)[a-z_-]{0,12}|verifyServerCertificate)$/i;

const CHECKS: readonly Check[] = [userFault, encodingFault, hostFault, portFault, databaseFault, queryFault];

/** An address as the hints show it. */
export function serverUrlExample({ schemes, port }: ServerUrlForm): string {
  return `${schemes[0]}://user:password@host:${port}/database`;
}

/**
 * What is wrong with the address of a database server, worded without anything that may be
 * secret in it; undefined where nothing is.
 */
export function serverUrlFault(url: string, form: ServerUrlForm): string | undefined {
  if (!form.schemes.some((scheme) => url.startsWith(`${scheme}://`))) {
    return misfit(url, { what: form.what, write: serverUrlExample(form), type: 'string', show: shownUrl });
  }
  const [said, hint] = faultOf(url, form) ?? [];
  return said === undefined || hint === undefined ? undefined : wordedMessage(`${shownUrl(url)} ${said}`, hint);
}

function faultOf(url: string, form: ServerUrlForm): Fault | undefined {
  if (UNPRINTABLE.test(url)) {
    return ['holds a space or a control character', 'write it percent-encoded, such as %20 for a space'];
  }
  const parts: UrlParts | undefined = SERVER_URL.exec(url)?.groups;
  if (parts === undefined) {
    const hint = 'in user, password and database write %40 for @, %2F for /, %3F for ? and %23 for #';
    return ['can’t be taken apart', hint];
  }
  for (const check of CHECKS) {
    const fault = check(parts, form);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function userFault({ user = '' }: UrlParts, form: ServerUrlForm): Fault | undefined {
  return user === '' ? ['names no user', `write ${serverUrlExample(form)}`] : undefined;
}

function encodingFault({ user, password, database }: UrlParts): Fault | undefined {
  if ([user, password, database].every(isDecodable)) return undefined;
  return ['holds a % that begins no character', 'write %25 for % itself'];
}

function isDecodable(part = ''): boolean {
  try {
    // No protocol can carry a NUL in a name.
    return !decodeURIComponent(part).includes('\0');
  } catch {
    return false;
  }
}

function hostFault({ host = '' }: UrlParts): Fault | undefined {
  if (isHost(host)) return undefined;
  const said = host === '' ? 'names no host' : 'has a host that is neither a name nor an address';
  return [said, 'write a name, an IPv4 address, or an IPv6 address in brackets, such as [::1]'];
}

function isHost(host: string): boolean {
  const [, inBrackets] = /^\[([^%]*)\]$/.exec(host) ?? [];
  return inBrackets === undefined ? HOST_NAME.test(host) : isIP(inBrackets) === 6;
}

function portFault({ port }: UrlParts, form: ServerUrlForm): Fault | undefined {
  if (port === undefined || (/^[1-9][0-9]{0,4}$/.test(port) && Number(port) <= 65_535)) return undefined;
  return ['has no port from 1 to 65535 behind its host’s colon', `write one such as :${form.port}, or leave out both`];
}

function databaseFault({ database = '' }: UrlParts, form: ServerUrlForm): Fault | undefined {
  if (database !== '' && !database.includes('/')) return undefined;
  const said = database === '' ? 'names no database' : 'has more than a database’s name behind its host';
  return [said, `write ${serverUrlExample(form)}`];
}

function queryFault({ query, fragment }: UrlParts): Fault | undefined {
  if (fragment !== undefined) return ['has a # behind its database', 'write %23 for # itself'];
  if (query === undefined) return undefined;
  const names = [...new URLSearchParams(query).keys()];
  const ofTls = names.find((name) => TLS_PARAMETER.test(name));
  if (ofTls !== undefined) {
    return [
      `takes no ${ofTls}`,
      'leave it out; the configuration’s key tls is for that, such as tls: { ca: ./certs/ca.pem }',
    ];
  }
  // A later name may be a piece of a value before it that holds an &.
  const [name = ''] = names;
  const told = PARAMETER_NAME.test(name) ? name : 'parameters behind a “?”';
  return [`takes no ${told}`, 'end it with the database’s name'];
}
