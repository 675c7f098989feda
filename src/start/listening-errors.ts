import type { Config } from '../config/index.js';
import { StartupError } from './startup-error.js';

/** Puts the system's word on why an address can't be listened on into one line that tells what to do. */
export async function orExplain<T>({ host, port }: Config['server'], listening: () => Promise<T>): Promise<T> {
  try {
    return await listening();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const explain = LISTEN_ERRORS[code];
    throw explain === undefined ? error : new StartupError(explain(host, port));
  }
}

const LISTEN_ERRORS: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) =>
    `${host}:${port} is taken by another program. End it, or choose another port with PORT=4001 or server.port.`,
  EACCES: (host, port) => `Listening on ${host}:${port} is not permitted to this user. Choose a port from 1024 on.`,
  EADDRNOTAVAIL: (host) => `This machine has no address ${host}. Mend server.host or HOST.`,
  ENOTFOUND: (host) => `The name ${host} leads to no address. Mend server.host or HOST.`,
};
