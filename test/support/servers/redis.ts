import { join } from 'node:path';
import type { EngineRecipe, ServerWish } from './engine.js';
import { findProgram } from './programs.js';

/** Redis, or else Valkey: a password, nothing kept on disk. */
export const redis: EngineRecipe = {
  debianPackage: 'redis-server',
  users: ['redis'],
  findPrograms: async () => {
    const server = await findProgram('redis-server', 'valkey-server');
    return server === undefined ? undefined : { server };
  },
  plan: (programs, wish) => ({
    files: { 'redis.conf': configuration(wish) },
    prepare: [],
    serve: { command: programs.server!, args: [join(wish.folder, 'redis.conf')] },
    ready: 'Ready to accept connections',
    stopSignal: 'SIGTERM',
    endSignal: 'SIGKILL',
  }),
  url: (port, password) => `redis://:${password}@127.0.0.1:${port}`,
  compose: {
    service: 'redis',
    port: 'REDIS_PORT',
    password: 'REDIS_PASSWORD',
    url: (port, password) => `redis://:${password}@127.0.0.1:${port}`,
  },
};

function configuration({ folder, port, password, settings }: ServerWish): string {
  const all: Record<string, string> = {
    bind: '127.0.0.1',
    port: String(port),
    requirepass: password,
    dir: folder,
    save: '""',
    daemonize: 'no',
    ...settings,
  };
  return Object.entries(all)
    .map(([name, value]) => `${name} ${value}\n`)
    .join('');
}
