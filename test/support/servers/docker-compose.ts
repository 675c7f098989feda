import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Engine } from './engine.js';
import { startKeeper, type Keeper } from './keeper.js';
import { planFolder, recipes } from './launch.js';
import { freePort } from './ports.js';
import { findProgram } from './programs.js';

const FILE = join(import.meta.dirname, '../../../docker-compose.yml');

/** Servers that run in containers, all of one project. */
export interface ContainedServers {
  readonly urls: Readonly<Partial<Record<Engine, string>>>;
  readonly keeper: Keeper;
}

/** Whether a Docker engine answers. */
export async function dockerAnswers(): Promise<boolean> {
  const docker = await findProgram('docker');
  if (docker === undefined) return false;
  return promisify(execFile)(docker, ['info'], { timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}

/**
 * Starts servers of the project's docker-compose.yml, as a project with ports and passwords of its own, so that
 * nobody's containers are touched. Their volumes are removed at the end.
 */
export async function startContainers(engines: readonly Engine[]): Promise<ContainedServers> {
  const docker = await findProgram('docker');
  const basis = await planFolder('compose', []);
  const project = `dragoman-test-${randomBytes(4).toString('hex')}`;
  const env: NodeJS.ProcessEnv = { ...process.env };
  const urls: Partial<Record<Engine, string>> = {};
  for (const engine of engines) {
    const { compose } = recipes[engine];
    const port = await freePort();
    env[compose.port] = String(port);
    urls[engine] = compose.url(port, passwordOf(env, compose.password));
  }
  const run = (...args: string[]) => ({ command: docker!, args: ['compose', '-f', FILE, '-p', project, ...args] });
  const keeper = await startKeeper({
    ...basis,
    user: undefined,
    env: withAllPasswords(env),
    prepare: [run('up', '-d', '--wait', ...engines.map((engine) => recipes[engine].compose.service))],
    undo: [run('down', '--volumes', '--remove-orphans')],
  });
  return { urls, keeper };
}

/** docker-compose.yml demands each of them, also of services that are not started. */
const PASSWORDS = [
  'POSTGRES_PASSWORD',
  'POSTGRES_REPLICATION_PASSWORD',
  'POSTGRES_APP_PASSWORD',
  'POSTGRES_READER_PASSWORD',
  'MYSQL_ROOT_PASSWORD',
  'MYSQL_REPLICATION_PASSWORD',
  'MYSQL_APP_PASSWORD',
  'MYSQL_READER_PASSWORD',
  'REDIS_PASSWORD',
];

function withAllPasswords(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  for (const name of PASSWORDS) passwordOf(env, name);
  return env;
}

function passwordOf(env: NodeJS.ProcessEnv, name: string): string {
  return (env[name] ??= randomBytes(12).toString('hex'));
}
