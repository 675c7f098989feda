import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Rejects with the system's error where a port can't be listened on. Asked first, so that
 * a service that can't start has made no file and opened no database.
 */
export async function assertCanListen(host: string, port: number): Promise<void> {
  const probe = createServer().listen({ host, port });
  await once(probe, 'listening');
  await new Promise((resolve) => probe.close(resolve));
}
