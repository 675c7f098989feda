import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { Config } from '../config/index.js';
import type { ServerTls } from '../http/index.js';
import { messageOf, StartupError } from './startup-error.js';

const DAY_MS = 86_400_000;
/** How long before its end a certificate is worth a word: most are renewed a month ahead. */
const SOON_MS = 21 * DAY_MS;

/**
 * What the server shows to its clients.
 * @throws StartupError where a file can't be read, or the key is not the certificate's own
 */
export function readCertificate(tls: Config['server']['tls']): ServerTls | undefined {
  if (tls === undefined) return undefined;
  try {
    const read = { cert: readFileSync(tls.cert, 'utf8'), key: readFileSync(tls.key, 'utf8') };
    // It says what is wrong with them before a client does.
    createSecureContext(read);
    return read;
  } catch (error) {
    throw new StartupError(
      `server.tls can't be used: ${messageOf(error)}. Give a certificate and its own key, as PEM.`,
    );
  }
}

/** What clients have against a certificate, or soon will have. */
export interface Objection {
  readonly text: string;
  /** Whether they refuse it now. */
  readonly refused: boolean;
}

/** Undefined where there is nothing to say against it. */
export function objectionTo({ cert }: Pick<ServerTls, 'cert'>, nowMs = Date.now()): Objection | undefined {
  // The properties that give a Date are missing from Node 20.
  const { validFrom, validTo } = new X509Certificate(cert);
  const [from, to] = [Date.parse(validFrom), Date.parse(validTo)];
  if (nowMs < from)
    return { refused: true, text: `server.tls.cert is valid from ${dayOf(from)} on: clients refuse it` };
  if (nowMs > to) return { refused: true, text: `server.tls.cert was valid until ${dayOf(to)}: clients refuse it` };
  if (nowMs <= to - SOON_MS) return undefined;
  return { refused: false, text: `server.tls.cert is valid until ${dayOf(to)}: renew it, and start again` };
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
