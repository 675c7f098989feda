import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports that systems give to outgoing connections: one of those could take it while a server restarts. */
const LOWEST = 15_000;
const HIGHEST = 30_000;

/** A loopback port that nothing listens on now. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
  throw new Error(`Found no free port from ${LOWEST} to ${HIGHEST}.`);
}

/** A loopback port where nothing listens, so that a connection to it is refused. */
export function refusedPort(): Promise<number> {
  return freePort();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
