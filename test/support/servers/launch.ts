import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Certificates } from './certificates.js';
import { canInstallPackages, installPackages } from './debian-packages.js';
import type { Engine, EngineRecipe } from './engine.js';
import { startKeeper, type Keeper, type KeeperPlan } from './keeper.js';
import { mysql } from './mysql.js';
import { freePort } from './ports.js';
import { postgresql } from './postgresql.js';
import { redis } from './redis.js';
import { unprivilegedUser } from './unprivileged-user.js';

/** How each engine is found, started and reached. */
export const recipes: Readonly<Record<Engine, EngineRecipe>> = { postgresql, mysql, redis };

/** Another program may take a port between its choice and its use. */
const ATTEMPTS = 5;

export interface LaunchedServer {
  readonly url: string;
  readonly port: number;
  readonly folder: string;
  readonly keeper: Keeper;
}

/** The engine's programs, installed where that can be done; undefined where they can't be had. */
export async function obtainPrograms(engine: Engine): Promise<Record<string, string> | undefined> {
  const { findPrograms, debianPackage } = recipes[engine];
  const present = await findPrograms();
  if (present !== undefined || !(await canInstallPackages())) return present;
  await installPackages([debianPackage]);
  return findPrograms();
}

/** Starts a server of the machine's own programs on a free loopback port, in a temporary folder. */
export async function launch(
  engine: Engine,
  programs: Record<string, string>,
  certificates: Certificates,
  settings: Readonly<Record<string, string>> = {},
): Promise<LaunchedServer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await launchOnce(engine, programs, certificates, settings);
    } catch (error) {
      if (attempt === ATTEMPTS || !/address (is )?already in use/i.test(String(error))) throw error;
    }
  }
}

async function launchOnce(
  engine: Engine,
  programs: Record<string, string>,
  certificates: Certificates,
  settings: Readonly<Record<string, string>>,
): Promise<LaunchedServer> {
  const { plan, port, password } = await planServer(engine, programs, certificates, settings);
  const keeper = await startKeeper(plan);
  try {
    await keeper.order('start');
  } catch (error) {
    await keeper.end();
    throw error;
  }
  return { url: recipes[engine].url(port, password), port, folder: plan.folder, keeper };
}

/** What a keeper is told to have such a server. */
export async function planServer(
  engine: Engine,
  programs: Record<string, string>,
  certificates: Certificates,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ plan: KeeperPlan; port: number; password: string }> {
  const password = randomBytes(12).toString('hex');
  const port = await freePort();
  const basis = await planFolder(engine, recipes[engine].users);
  const [ca, cert, key] = await Promise.all(
    [certificates.ca, certificates.cert, certificates.key].map((path) => readFile(path, 'utf8')),
  );
  const tls = { ca: ca!, cert: cert!, key: key! };
  const plan = recipes[engine].plan(programs, { folder: basis.folder, port, password, settings, tls });
  return { plan: { ...basis, ...plan }, port, password };
}

/** A plan for a temporary folder with nothing in it. */
export async function planFolder(name: string, users: readonly string[]): Promise<KeeperPlan> {
  const folder = join(await realpath(tmpdir()), `dragoman-${name}-${randomBytes(6).toString('hex')}`);
  return { folder, user: await unprivilegedUser(...users), env: environmentIn(folder), files: {}, prepare: [] };
}

/** Nothing of the user's own: a PGPORT or a .my.cnf would change what the server does. */
function environmentIn(folder: string): NodeJS.ProcessEnv {
  const { PATH, TZ } = process.env;
  return { PATH, LC_ALL: 'C', HOME: folder, TMPDIR: folder, ...(TZ === undefined ? {} : { TZ }) };
}
