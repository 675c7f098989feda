import { DataSource } from 'typeorm';
import type { DatabaseOptions } from '../database-options.js';
import { tlsSettings, type ServerLocation, type UrlForm } from '../server/server-location.js';

/** How the urls of its databases are written. */
export const URL_FORM: UrlForm = { schemes: ['mysql', 'mariadb'], defaultPort: 3306 };

/** Our own pool decides how many there are; the driver's must never be the one that waits. */
const DRIVER_POOL = 10_000;
/** Our own book of prepared statements decides how many stay; the driver's must never close one that we keep. */
const DRIVER_STATEMENTS = 10_000;

/** The DataSource of one database: how its sessions begin is the connection's to say. */
export function mysqlSource(options: DatabaseOptions, location: ServerLocation): DataSource {
  const { host, port, user, password, database } = location;
  const tls = tlsSettings(options.tls, location);
  return new DataSource({
    type: 'mysql',
    connectorPackage: 'mysql2',
    host,
    port,
    username: user,
    ...(password !== undefined && { password }),
    database,
    ...(tls !== false && { ssl: tls }),
    charset: 'utf8mb4',
    timezone: 'Z',
    connectTimeout: options.pool.acquireTimeoutMs,
    poolSize: DRIVER_POOL,
    // Exact values: long integers as strings, moments and JSON as the server writes them.
    supportBigNumbers: true,
    bigNumberStrings: false,
    dateStrings: true,
    extra: {
      jsonStrings: true,
      maxPreparedStatements: DRIVER_STATEMENTS,
      gracefulEnd: true,
      // FOUND_ROWS: an UPDATE counts the rows that it matched, as the other engines do. A server's file request is refused.
      flags: ['FOUND_ROWS', '-LOCAL_FILES'],
    },
  });
}
