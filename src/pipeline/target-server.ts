import type { TargetServer } from '../sql/index.js';

const REPORTED = /^(PostgreSQL|MariaDB|MySQL|SQLite) (\d+)(?:\.(\d+))?/;

/** What a translation asks of a server, from how the server reports itself: `MariaDB 10.11.19`. */
export function targetServer(reported: string | undefined): TargetServer {
  const [, product, major, minor = '0'] = REPORTED.exec(reported ?? '') ?? [];
  if (product === undefined) return {};
  const version = Number(major) * 100 + Number(minor);
  const flavour = FLAVOURS[product];
  return { version, ...(flavour !== undefined && { flavour }) };
}

const FLAVOURS: Readonly<Partial<Record<string, TargetServer['flavour']>>> = { MariaDB: 'MARIADB', MySQL: 'MYSQL' };
