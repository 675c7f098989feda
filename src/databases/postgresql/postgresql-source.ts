import pg from 'pg';
import { DataSource } from 'typeorm';
import type { DatabaseOptions } from '../database-options.js';
import { tlsSettings, type ServerLocation, type UrlForm } from '../server/server-location.js';

/**
 * Settings that how values are read stands on, whatever the server's own are. As options of
 * the connection they are what DISCARD ALL goes back to
 * (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNECT-OPTIONS).
 */
const PINNED: Readonly<Record<string, string>> = {
  TimeZone: 'UTC',
  DateStyle: 'ISO',
  IntervalStyle: 'postgres',
  extra_float_digits: '1',
  bytea_output: 'hex',
  lc_monetary: 'C',
  standard_conforming_strings: 'on',
};

/** How the urls of its databases are written. */
export const URL_FORM: UrlForm = { schemes: ['postgres', 'postgresql'], defaultPort: 5432 };

/** Our own pool decides how many there are; the driver's must never be the one that waits. */
const DRIVER_POOL = 10_000;

/** The driver's client, without what it leaves to chance. */
class TidyClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    // Where it gives up by itself, over a missing password or TLS, it would leave the socket open.
    this.connection.on('error', () => this.connection.stream.destroy());
    // A server may end a session in the moment it begins, when its pool listens no more and nobody else does yet:
    // an error without a listener ends the process. Whoever has the client hears of it all the same.
    this.on('error', () => undefined);
  }
}

/** A DataSource whose sessions are alike: those of the read side can't write. */
export function postgresqlSource(
  options: DatabaseOptions,
  location: ServerLocation,
  side: 'read' | 'write',
): DataSource {
  const { host, port, user, database, password } = location;
  // The write side has the server's own setting: who made a server read-only meant everybody.
  const settings = side === 'read' ? { ...PINNED, default_transaction_read_only: 'on' } : PINNED;
  return new DataSource({
    type: 'postgres',
    host,
    port,
    username: user,
    // Without one the driver would look for a file of passwords.
    password: password ?? '',
    database,
    ssl: tlsSettings(options.tls, location),
    applicationName: 'dragoman',
    connectTimeoutMS: options.pool.acquireTimeoutMs,
    poolSize: DRIVER_POOL,
    poolErrorHandler: () => undefined,
    installExtensions: false,
    extra: {
      options: Object.entries(settings)
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(' '),
      client_encoding: 'UTF8',
      Client: TidyClient,
      keepAlive: true,
      idleTimeoutMillis: 0,
    },
  });
}
