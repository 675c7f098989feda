import { isIP } from 'node:net';

/** Whether an address can be reached from this machine alone. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (bare === 'localhost' || bare === '::1') return true;
  return isIP(bare) === 4 && bare.startsWith('127.');
}

/**
 * Why a service must not listen at this address as it is configured, or undefined where
 * it may: whoever reaches an open service can run SQL on its databases.
 */
export function refuseExposure(host: string, auth: object | 'none' | undefined): string | undefined {
  if (auth !== undefined || isLoopback(host)) return undefined;
  return `server.host is ${host}, which others can reach, and the configuration has no "auth". Say who may ask with roles and keys below "auth", listen on 127.0.0.1, or write "auth: none" to open it to everyone who can reach it.`;
}

/** Whether a service asks nobody who they are, and users of this machine alone can reach it. */
export function isOpenOnLoopback(host: string, auth: object | 'none' | undefined): boolean {
  return isLoopback(host) && typeof auth !== 'object';
}
