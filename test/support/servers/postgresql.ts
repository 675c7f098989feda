import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { EngineRecipe, ServerWish } from './engine.js';
import { findProgram } from './programs.js';

/** Nothing here has to survive a crash of the machine. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** PostgreSQL: superuser `dragoman`, a password over TCP (SCRAM), TLS on offer, UTF-8. */
export const postgresql: EngineRecipe = {
  debianPackage: 'postgresql',
  users: ['postgres'],
  findPrograms: async () => {
    const found = await findProgram('postgres');
    if (found === undefined) return undefined;
    const postgres = await realpath(found);
    return { postgres, initdb: join(dirname(postgres), 'initdb') };
  },
  plan: (programs, wish) => ({
    files: { password: wish.password, 'ca.pem': wish.tls.ca, 'server.pem': wish.tls.cert, 'server.key': wish.tls.key },
    prepare: [{ command: programs.initdb!, args: initArguments(wish.folder) }],
    serve: { command: programs.postgres!, args: serveArguments(wish) },
    ready: 'ready to accept (read-only )?connections',
    stopSignal: 'SIGINT',
    endSignal: 'SIGQUIT',
  }),
  url: (port, password) => `postgres://dragoman:${password}@127.0.0.1:${port}/postgres`,
  compose: {
    service: 'postgres-primary',
    port: 'POSTGRES_PRIMARY_PORT',
    password: 'POSTGRES_PASSWORD',
    url: (port, password) => `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
  },
};

function initArguments(folder: string): string[] {
  // Byte order for sorting, but Unicode's letters. macOS knows no C.UTF-8.
  const letters = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  return [
    `--pgdata=${join(folder, 'data')}`,
    '--username=dragoman',
    `--pwfile=${join(folder, 'password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    `--lc-ctype=${letters}`,
    '--no-sync',
  ];
}

function serveArguments({ folder, port, settings }: ServerWish): string[] {
  const all: Record<string, string> = {
    ...FAST,
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    // In the data folder: segments of the system would outlive a server that is killed.
    dynamic_shared_memory_type: 'mmap',
    max_connections: '200',
    shared_buffers: '64MB',
    ssl: 'on',
    ssl_ca_file: join(folder, 'ca.pem'),
    ssl_cert_file: join(folder, 'server.pem'),
    ssl_key_file: join(folder, 'server.key'),
    ...settings,
  };
  return ['-D', join(folder, 'data'), ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
