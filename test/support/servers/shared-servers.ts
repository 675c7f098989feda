import { inject } from 'vitest';
import type { Certificates } from './certificates.js';
import type { Engine } from './engine.js';

/** What a test run starts once, and every test file may use. */
export interface SharedServers {
  /** URLs of users with all rights. */
  readonly urls: Readonly<Record<Engine, string>>;
  /** For the TLS of the servers that the tests start. */
  readonly certificates: Certificates;
}

declare module 'vitest' {
  export interface ProvidedContext {
    servers: SharedServers;
  }
}

/** The URL of the shared server of an engine, with a user who has all rights. */
export function sharedUrl(engine: Engine): string {
  return inject('servers').urls[engine];
}

/** The URL of the shared Redis. Keys of other test files are in it too: use a prefix of your own. */
export function redisUrl(): string {
  return sharedUrl('redis');
}

/** The authority that signed the servers' certificates, and their own, as paths of PEM files. */
export function certificates(): Certificates {
  return inject('servers').certificates;
}
