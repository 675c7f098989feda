import { isIP } from 'node:net';

/** Whether an address can be reached from this machine alone. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (bare === 'localhost' || bare === '::1') return true;
  return isIP(bare) === 4 && bare.startsWith('127.');
}

/** Where a service can be reached. */
export interface Reach {
  readonly host: string;
  /** false: nobody comes through a proxy. */
  readonly trustProxy: false | number | readonly string[];
}

/** Whether others than users of this machine reach it. */
const isReached = ({ host, trustProxy }: Reach): boolean => trustProxy !== false || !isLoopback(host);

/**
 * Why a service must not listen at this address as it is configured, or undefined where
 * it may: whoever reaches an open service can run SQL on its databases.
 */
export function refuseExposure(reach: Reach, auth: object | 'none' | undefined): string | undefined {
  if (auth !== undefined || !isReached(reach)) return undefined;
  const way = isLoopback(reach.host)
    ? 'server.trustProxy says that others come through a proxy'
    : `server.host is ${reach.host}, which others can reach`;
  return `${way}, and the configuration has no "auth". Say who may ask with roles and keys below "auth", listen on 127.0.0.1 with no proxy in front, or write "auth: none" to open it to everyone who can reach it.`;
}

/** Whether a service asks nobody who they are, and users of this machine alone can reach it. */
export function isOpenOnLoopback(reach: Reach, auth: object | 'none' | undefined): boolean {
  return !isReached(reach) && typeof auth !== 'object';
}
