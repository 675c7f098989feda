import type { DialectName } from '../sql/index.js';
import type { DatabaseAccess } from './database-adapter.js';
import type { OwnPoolStrategy } from './pool/pool-strategy.js';

/** How many connections a database keeps, and how long one waits for one. */
export interface PoolOptions {
  readonly strategy: OwnPoolStrategy;
  readonly min: number;
  readonly max: number;
  readonly acquireTimeoutMs: number;
  /** How long a connection beyond `min` may be idle. */
  readonly idleTimeoutMs: number;
  /** How old a connection may become. */
  readonly maxLifetimeMs: number;
  /** How many requests may wait for a connection; the next one is refused. */
  readonly maxWaiting: number;
}

/** How a database's health is watched. */
export interface HealthOptions {
  readonly intervalMs: number;
  readonly timeoutMs: number;
  /** So many failed pings in a row make it UNREACHABLE. */
  readonly failures: number;
  /** So many good ones make it HEALTHY again. */
  readonly successes: number;
}

/** How the way to a server is encrypted. Paths are absolute; their files are read when a connection is opened. */
export interface TlsOptions {
  /** Whether the server's certificate must be one that is trusted, and of its host. */
  readonly verify: boolean;
  /** The authority to trust, besides the well-known ones. */
  readonly ca?: string | undefined;
  /** The client's own certificate, with its key. */
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
}

/** Everything that is known of a database before it is opened. */
export interface DatabaseOptions {
  readonly name: string;
  readonly dialect: DialectName;
  readonly url: string;
  readonly access: DatabaseAccess;
  /** Servers only; false: not encrypted. Left out: verified TLS, but for a server on this machine. */
  readonly tls?: TlsOptions | false | undefined;
  readonly pool: PoolOptions;
  /** A statement's deadline where the request names none. */
  readonly timeoutMs: number;
  /** How many rows a result may have where the request names no smaller number. */
  readonly maxRows: number;
  /** Statements that take as long or longer count as slow. */
  readonly slowQueryThresholdMs: number;
  readonly health: HealthOptions;
}
