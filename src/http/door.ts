import { isIP } from 'node:net';
import type { IncomingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';
import { isLoopback } from '../auth/index.js';
import { DragomanError } from '../errors/index.js';

const KNOWN_HOSTS = 100;

/** Names by which a service on this machine is called. */
const LOCAL_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Who may come in. A page that a browser loaded from elsewhere must not reach the
 * service, neither by sending requests to it (`Origin`) nor by pointing a name of its own
 * at this machine (DNS rebinding, `Host`).
 */
export class Door {
  private readonly origins: ReadonlySet<string>;
  private readonly hosts: ReadonlySet<string>;
  private readonly anyAddress: boolean;
  /** Hosts that were let in: the same few come again and again. */
  private readonly known = new LRUCache<string, true>({ max: KNOWN_HOSTS });

  /**
   * @param host the address that the service listens on
   * @param cors origins that are served besides this machine's own
   */
  constructor(host: string, cors: readonly string[]) {
    this.origins = new Set(cors);
    const configured = isIP(host) === 6 ? `[${host}]` : host.toLowerCase();
    this.hosts = new Set([...LOCAL_NAMES, configured, ...cors.map((origin) => new URL(origin).hostname)]);
    // Where others may come in, they do so by its address; a name that rebinds is never an address.
    this.anyAddress = !isLoopback(host);
  }

  /** Whether a page of that origin is served. */
  admitsOrigin(origin: string): boolean {
    if (this.origins.has(origin)) return true;
    const name = hostName(origin, /^https?:\/\//);
    return name !== undefined && LOCAL_NAMES.has(name);
  }

  /** @throws DragomanError FORBIDDEN */
  admit({ host, origin }: Pick<IncomingHttpHeaders, 'host' | 'origin'>): void {
    if (!this.admitsHostHeader(host)) {
      throw new DragomanError('FORBIDDEN', `The service is not known as ${show(host)}.`, {
        hint: 'Use its address, or add the page’s origin to `server.cors`.',
      });
    }
    if (origin === undefined || this.admitsOrigin(origin) || this.isOwn(origin, host)) return;
    throw new DragomanError('FORBIDDEN', `Pages of the origin ${show(origin)} are not served.`, {
      hint: 'Add it to `server.cors`.',
    });
  }

  /**
   * Refuses what a page from elsewhere sends without asking to read the answer: an image's
   * or a script's address, which carries no `Origin`. Browsers say so themselves.
   * @throws DragomanError FORBIDDEN
   */
  admitBlind({ origin, 'sec-fetch-site': site }: IncomingHttpHeaders): void {
    if (origin !== undefined || site !== 'cross-site') return;
    throw new DragomanError('FORBIDDEN', 'Requests that a page of another site sends blindly are not served.');
  }

  private admitsHostHeader(host: string | undefined): boolean {
    if (host === undefined) return false;
    if (this.known.has(host)) return true;
    const name = hostName(`http://${host}`, /^http:\/\//);
    if (name === undefined || !this.admitsHost(name)) return false;
    this.known.set(host, true);
    return true;
  }

  private admitsHost(name: string): boolean {
    return this.hosts.has(name) || (this.anyAddress && isIP(name.replace(/^\[|\]$/g, '')) !== 0);
  }

  /** A page that the service served itself, under the name that it is called by now. */
  private isOwn(origin: string, host: string | undefined): boolean {
    return origin === `http://${host ?? ''}` || origin === `https://${host ?? ''}`;
  }
}

function hostName(address: string, scheme: RegExp): string | undefined {
  if (!scheme.test(address) || !URL.canParse(address)) return undefined;
  const { hostname, pathname, username, search } = new URL(address);
  return pathname === '/' && username === '' && search === '' ? hostname : undefined;
}

function show(header: string | undefined): string {
  return header === undefined ? '(none)' : JSON.stringify(header.slice(0, 200));
}
