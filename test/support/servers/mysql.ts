import { join } from 'node:path';
import type { EngineRecipe, ServerWish } from './engine.js';
import type { Step } from './keeper.js';
import { findProgram } from './programs.js';

/** Nothing here has to survive a crash of the machine. */
const FAST = {
  innodb_flush_log_at_trx_commit: '0',
  innodb_doublewrite: '0',
  innodb_buffer_pool_size: '64M',
  sync_binlog: '0',
};

/** MariaDB, or else MySQL: user `dragoman` with all rights and a password over TCP, TLS on offer, utf8mb4. */
export const mysql: EngineRecipe = {
  debianPackage: 'mariadb-server',
  users: ['mysql'],
  findPrograms: async (): Promise<Record<string, string> | undefined> => {
    const mariadbd = await findProgram('mariadbd');
    const install = await findProgram('mariadb-install-db');
    if (mariadbd !== undefined && install !== undefined) return { server: mariadbd, install };
    const mysqld = await findProgram('mysqld');
    return mysqld === undefined ? undefined : { server: mysqld };
  },
  plan: (programs, wish) => ({
    files: {
      'init.sql': initSql(wish.password),
      'ca.pem': wish.tls.ca,
      'server.pem': wish.tls.cert,
      'server.key': wish.tls.key,
    },
    prepare: [initStep(programs, wish.folder)],
    serve: { command: programs.server!, args: serveArguments(wish) },
    // MySQL says the same of its X plugin, with another port.
    ready: `(?<!X Plugin )ready for connections[^]*port: ${wish.port}\\b`,
    stopSignal: 'SIGTERM',
    endSignal: 'SIGKILL',
  }),
  url: (port, password) => `mysql://dragoman:${password}@127.0.0.1:${port}/dragoman`,
  compose: {
    service: 'mysql-primary',
    port: 'MYSQL_PRIMARY_PORT',
    password: 'MYSQL_ROOT_PASSWORD',
    url: (port, password) => `mysql://root:${password}@127.0.0.1:${port}/mysql`,
  },
};

/** Run at every start. The root that the installation makes can come in through the socket alone. */
function initSql(password: string): string {
  return [
    `CREATE USER IF NOT EXISTS dragoman@'%' IDENTIFIED BY '${password}';`,
    `GRANT ALL PRIVILEGES ON *.* TO dragoman@'%' WITH GRANT OPTION;`,
    'CREATE DATABASE IF NOT EXISTS dragoman;\n',
  ].join('\n');
}

function initStep({ server, install }: Record<string, string>, folder: string): Step {
  const data = `--datadir=${join(folder, 'data')}`;
  if (install === undefined) return { command: server!, args: ['--no-defaults', '--initialize-insecure', data] };
  return {
    command: install,
    args: ['--no-defaults', data, '--skip-test-db', '--skip-name-resolve', '--auth-root-authentication-method=socket'],
  };
}

function serveArguments({ folder, port, settings }: ServerWish): string[] {
  const all: Record<string, string> = {
    ...FAST,
    datadir: join(folder, 'data'),
    tmpdir: folder,
    init_file: join(folder, 'init.sql'),
    bind_address: '127.0.0.1',
    port: String(port),
    socket: join(folder, 'socket'),
    pid_file: join(folder, 'pid'),
    'loose-mysqlx': '0',
    character_set_server: 'utf8mb4',
    max_connections: '200',
    ssl_ca: join(folder, 'ca.pem'),
    ssl_cert: join(folder, 'server.pem'),
    ssl_key: join(folder, 'server.key'),
    ...settings,
  };
  const given = Object.entries(all).map(([name, value]) => `--${name}=${value}`);
  return ['--no-defaults', '--skip-name-resolve', '--skip-log-bin', ...given];
}
