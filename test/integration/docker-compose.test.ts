import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createApiKey } from '../../src/auth/index.js';
import { runSql, startServer, type PrivateServer, type SqlEngine } from '../support/servers/index.js';
import { dragoman, urlOf, type Run } from '../support/command-line.js';
import { findProgram } from '../support/servers/programs.js';
import { ask, type Answer } from '../support/service.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8');

const text = await read('docker-compose.yml');
const { services, volumes } = parse(text, { merge: true }) as {
  services: Record<string, any>;
  volumes: Record<string, unknown>;
};
const dockerfile = await read('Dockerfile');
const example = await read('.env.example');
const configuration = await read('docker/dragoman.yaml');

/** The variables that a text takes from its environment, as NAME, or NAME and its default. */
function variablesOf(content: string): { name: string; fallback: string | undefined }[] {
  const found = content.matchAll(/(?<!\$)\$\{(?<name>\w+)(?:(?<operator>:[-?])(?<rest>[^}]*))?\}/g);
  return [...found].map(({ groups }) => ({
    name: groups!.name!,
    fallback: groups!.operator === ':-' ? groups!.rest : undefined,
  }));
}

/** A release series: its point releases bring fixes alone. */
const pinned = /:\d+(\.\d+)?(-[a-z]+)*$/;

describe.each(Object.entries(services))('the service %s', (_name, service) => {
  it('publishes its ports on loopback alone', () => {
    expect(service.network_mode).toBeUndefined();
    for (const port of service.ports) expect(port).toMatch(/^127\.0\.0\.1:\$\{\w+_PORT:-\d+\}:\d+$/);
  });

  it('has an image that is pinned, or built here', () => {
    if (service.build === undefined) expect(service.image).toMatch(pinned);
    else expect(service.build).toEqual({ context: '.' });
  });

  it('has a health check', () => {
    if (service.build === undefined) expect(service.healthcheck.test[0]).toMatch(/^CMD(-SHELL)?$/);
    else expect(dockerfile).toMatch(/^HEALTHCHECK/m);
    expect(service.healthcheck.retries).toBeGreaterThan(0);
  });

  it('waits until what it needs is healthy', () => {
    for (const [needed, how] of Object.entries<any>(service.depends_on ?? {})) {
      expect(services).toHaveProperty(needed);
      expect(how).toEqual({ condition: 'service_healthy' });
    }
  });

  it('holds no password and gets each from the environment', () => {
    for (const [name, value] of Object.entries<string>(service.environment)) {
      if (name.endsWith('PASSWORD')) expect(value).toBe(`\${${name}:?set it in .env, a copy of .env.example}`);
    }
    // `$$` is the container's own variable.
    expect(JSON.stringify([service.command, service.entrypoint, service.healthcheck])).not.toMatch(
      /(?<!\$)\$\{?\w*PASS/,
    );
  });

  it('mounts files that exist, read-only, and volumes that are named', () => {
    for (const mount of service.volumes as string[]) {
      const [source, , mode] = mount.split(':');
      if (source!.startsWith('.')) {
        expect(existsSync(join(root, source!)), source).toBe(true);
        expect(mode).toBe('ro');
      } else {
        expect(volumes).toHaveProperty(source!);
      }
    }
  });

  it('gains no privileges', () => {
    expect(service.privileged).toBeUndefined();
    expect(service.security_opt).toContain('no-new-privileges:true');
  });
});

describe('docker-compose.yml', () => {
  it('has a primary and a replica of each engine, Redis and Dragoman, and no port twice', () => {
    const names = ['dragoman', 'mysql-primary', 'mysql-replica', 'postgres-primary', 'postgres-replica', 'redis'];
    expect(Object.keys(services).sort()).toEqual(names);
    const ports = Object.values(services).flatMap(({ ports: published }) =>
      published.map((port: string) => variablesOf(port)[0]?.fallback),
    );
    expect(new Set(ports).size).toBe(names.length);
  });

  it('asks for nothing that .env.example does not have', () => {
    const names = variablesOf(text).map(({ name }) => name);
    for (const name of names) expect(example).toMatch(new RegExp(`^(# )?${name}=\\S+$`, 'm'));
    const offered = [...example.matchAll(/^(?:# )?([A-Z_\d]+)=/gm)].map(([, name]) => name);
    expect(offered.sort()).toEqual([...new Set(names)].sort());
  });

  it('keeps the real passwords out of git and out of the image', async () => {
    expect((await read('.gitignore')).split('\n')).toContain('.env');
    expect((await read('.dockerignore')).split('\n')).toContain('.env');
  });
});

describe('the Dockerfile', () => {
  const stages = dockerfile.split(/^FROM /m).slice(1);
  const last = stages.at(-1)!;

  it('builds in a stage of its own, on a pinned slim Node 22', () => {
    expect(stages).toHaveLength(2);
    for (const stage of stages) expect(stage).toMatch(/^node:22-\w+-slim\b/);
    expect(stages[0]).toContain('npm prune --omit=dev');
    expect(last).not.toMatch(/npm |apt-get/);
  });

  it('runs in production mode, as a user without rights, without a shell in between', () => {
    expect(last).toMatch(/^ENV NODE_ENV=production$/m);
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^ENTRYPOINT \["node", "\/app\/bin\/dragoman\.cjs"\]$/m);
    expect(last).toMatch(/^CMD \["serve"\]$/m);
  });

  it('asks /healthz for its health', () => {
    expect(last).toMatch(/^HEALTHCHECK [^]*\/healthz/m);
  });

  it('copies files that exist, none of which is kept from it', async () => {
    const ignored = (await read('.dockerignore')).split('\n');
    const built = ['node_modules', 'dist'];
    const copied = [...dockerfile.matchAll(/^COPY (?:--from=\w+ )?(.+) \S+$/gm)].flatMap(([, sources = '']) =>
      sources.split(' '),
    );
    for (const source of copied.map((path) => path.replace(/^\/app\//, ''))) {
      if (built.includes(source)) continue;
      expect(existsSync(join(root, source)), source).toBe(true);
      expect(ignored).not.toContain(source);
    }
  });
});

describe('docker/dragoman.yaml', () => {
  const { server, auth, databases } = parse(configuration);

  it('asks for a key, of which it has the hash from the environment', () => {
    expect(server.host).toBe('0.0.0.0');
    expect(auth.roles).toEqual({ operator: { admin: true } });
    expect(auth.apiKeys).toEqual([{ name: 'operator', sha256: '${DRAGOMAN_KEY_SHA256}', role: 'operator' }]);
    expect(auth.anonymous).toBeUndefined();
  });

  it('reads from the replicas and reads and writes on the primaries', () => {
    const access = databases.map(({ dialect, url, access: granted }: any) => {
      const [address] = variablesOf(url).filter(({ fallback }) => fallback !== undefined);
      return [dialect, address!.fallback, granted];
    });
    expect(access).toEqual([
      ['postgresql', 'postgres-primary:5432', 'read-write'],
      ['postgresql', 'postgres-replica:5432', 'read-only'],
      ['mysql', 'mysql-primary:3306', 'read-write'],
      ['mysql', 'mysql-replica:3306', 'read-only'],
    ]);
  });

  it('gets what it needs from the service’s environment', () => {
    const needed = variablesOf(configuration).filter(({ fallback }) => fallback === undefined);
    for (const { name } of needed) expect(services.dragoman.environment).toHaveProperty(name);
  });
});

// The scripts that the images run once, on servers of this machine.
describe.each<[SqlEngine, string]>([
  ['postgresql', 'shop'],
  ['mysql', 'crm'],
])('the users of the %s primary', (engine, database) => {
  let server: PrivateServer;
  const as = (name: string, password: string, sql: string, path = database): Promise<unknown> => {
    const url = Object.assign(new URL(server.url), { username: name, password, pathname: `/${path}` });
    return runSql(engine, url.toString(), sql);
  };

  beforeAll(async () => {
    server = await startPrimary(engine);
    const table = 'CREATE TABLE later (id INT); INSERT INTO later VALUES (1)';
    if (engine === 'postgresql') await as('postgres', 'superuser', table);
    else await runSql(engine, Object.assign(new URL(server.url), { pathname: '/crm' }).toString(), table);
    await as('dragoman_app', 'app', 'CREATE TABLE things (id INT); INSERT INTO things VALUES (1)');
  });
  afterAll(() => server.end());

  it('let Dragoman read and write', async () => {
    await as(
      'dragoman_app',
      'app',
      'UPDATE later SET id = 2; DELETE FROM things WHERE id = 9; DROP TABLE IF EXISTS none',
    );
  });

  it('let its reader read and no more', async () => {
    expect(await as('dragoman_reader', 'reader', 'SELECT id FROM things')).toEqual([{ id: 1 }]);
    expect(await as('dragoman_reader', 'reader', 'SELECT id FROM later')).toHaveLength(1);
    for (const sql of ['INSERT INTO things VALUES (2)', 'DELETE FROM later', 'CREATE TABLE mine (id INT)']) {
      await expect(as('dragoman_reader', 'reader', sql)).rejects.toThrow(/denied/);
    }
  });

  it('let nobody into other databases or at users', async () => {
    const other = engine === 'mysql' ? 'mysql' : 'postgres';
    for (const [name, password] of [
      ['dragoman_app', 'app'],
      ['dragoman_reader', 'reader'],
    ] as const) {
      await expect(as(name, password, 'SELECT 1', other)).rejects.toThrow(/denied/);
      await expect(as(name, password, `DROP USER dragoman_reader`)).rejects.toThrow(/denied/);
    }
    await expect(as('replicator', 'replication', 'SELECT id FROM things')).rejects.toThrow(/denied/);
  });
});

describe('Dragoman with docker/dragoman.yaml', () => {
  let servers: readonly PrivateServer[];
  let run: Run;
  let url: string;
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-compose-'));
  const key = createApiKey();
  const authorization = { authorization: `Bearer ${key.key}` };

  beforeAll(async () => {
    servers = await Promise.all([startPrimary('postgresql'), startPrimary('mysql')]);
    const [postgres, mysql] = servers.map(({ port }) => `127.0.0.1:${port}`);
    const env = {
      POSTGRES_PRIMARY_ADDRESS: postgres!,
      POSTGRES_REPLICA_ADDRESS: postgres!,
      MYSQL_PRIMARY_ADDRESS: mysql!,
      MYSQL_REPLICA_ADDRESS: mysql!,
      ...{ POSTGRES_APP_PASSWORD: 'app', POSTGRES_READER_PASSWORD: 'reader' },
      ...{ MYSQL_APP_PASSWORD: 'app', MYSQL_READER_PASSWORD: 'reader' },
      ...{ DRAGOMAN_KEY_SHA256: key.sha256, DRAGOMAN_DATA: folder, HOST: '127.0.0.1', PORT: '0' },
    };
    const config = join(root, 'docker/dragoman.yaml');
    run = dragoman(['check', '--config', config], { cwd: folder, env });
    expect(await run.exit, run.stdout + run.stderr).toBe(0);
    run = dragoman(['serve', '--config', config], { cwd: folder, env });
    url = await urlOf(run).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${run.stdout}`);
    });
  });
  afterAll(async () => {
    run.child.kill('SIGTERM');
    await run.exit;
    await Promise.all(servers.map((server) => server.end()));
    await rm(folder, { recursive: true, force: true });
  });

  it('lets nobody in without the key', async () => {
    expect((await fetch(`${url}/graphiql`)).status).toBe(401);
    expect((await ask(url, '{ databases { name } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it.each([
    ['shop', 'shop-replica'],
    ['crm', 'crm-replica'],
  ])('writes through %s, reads through %s, and writes there nothing', async (primary, replica) => {
    const execute = (database: string, sql: string): Promise<Answer> =>
      ask(
        url,
        'mutation ($d: ID!, $s: String!) { execute(database: $d, sql: $s) { affectedRows } }',
        { d: database, s: sql },
        authorization,
      );
    await execute(primary, 'CREATE TABLE words (word varchar(20))');
    expect((await execute(primary, "INSERT INTO words VALUES ('dragoman')")).data).toEqual({
      execute: { affectedRows: 1 },
    });
    const read = 'query ($d: ID!) { query(database: $d, sql: "SELECT word FROM words") { rows } }';
    expect(await ask(url, read, { d: replica }, authorization)).toEqual({
      data: { query: { rows: [{ word: 'dragoman' }] } },
    });
    const refused = await execute(replica, 'DELETE FROM words');
    expect(refused.errors?.[0]?.extensions.code).toBe('DATABASE_READ_ONLY');
  });
});

/** A server of this machine as the image leaves it once its script has run. */
async function startPrimary(engine: SqlEngine): Promise<PrivateServer> {
  const server = await startServer(engine);
  await runSql(engine, server.url, engine === 'mysql' ? AS_IN_THE_MYSQL_IMAGE : 'CREATE DATABASE shop');
  if (engine === 'postgresql') await runSql(engine, server.url, AS_IN_THE_POSTGRESQL_IMAGE);
  await runPrimaryScript(engine, server);
  return server;
}

/** The administrators that the images make. */
const AS_IN_THE_POSTGRESQL_IMAGE = `
  CREATE ROLE postgres SUPERUSER LOGIN PASSWORD 'superuser';
`;
const AS_IN_THE_MYSQL_IMAGE = "ALTER USER root@localhost IDENTIFIED BY 'superuser'; CREATE DATABASE crm;";

async function runPrimaryScript(engine: SqlEngine, { folder, port }: PrivateServer): Promise<void> {
  const client = await findProgram(engine === 'mysql' ? 'mysql' : 'psql');
  if (client === undefined)
    throw new Error(`The client program of ${engine} is missing: install it beside the server.`);
  const passwords = (prefix: string): Record<string, string> => ({
    [`${prefix}_APP_PASSWORD`]: 'app',
    [`${prefix}_READER_PASSWORD`]: 'reader',
    [`${prefix}_REPLICATION_PASSWORD`]: 'replication',
  });
  if (engine === 'mysql') await writeFile(join(folder, 'mysql'), clientOf(client, folder), { mode: 0o755 });
  const env = {
    mysql: { ...passwords('MYSQL'), MYSQL_ROOT_PASSWORD: 'superuser' },
    postgresql: {
      ...passwords('POSTGRES'),
      ...{ PGDATA: join(folder, 'data'), PGHOST: '127.0.0.1', PGPORT: String(port), PGPASSWORD: 'superuser' },
    },
  };
  const script = join(root, 'docker', engine === 'mysql' ? 'mysql' : 'postgres', 'primary.sh');
  const PATH = [folder, dirname(client), process.env.PATH ?? ''].join(delimiter);
  await promisify(execFile)('bash', [script], { env: { ...env[engine], PATH } });
}

/** The client as it is in the image, where the server's socket lies in its usual place. */
function clientOf(client: string, folder: string): string {
  return `#!/bin/sh\nexec '${client}' --no-defaults --socket='${join(folder, 'socket')}' "$@"\n`;
}
