import { execFile, spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

let found: Promise<string> | undefined;

/**
 * The path of a Chromium: `CHROMIUM_PATH`, or one on the PATH, or, as root on Debian, one that is installed now.
 * Throws an Error that says how to get one.
 */
export function findChromium(): Promise<string> {
  found ??= locateOrInstall();
  return found;
}

/** Speaks to nobody by itself: its background services are off. */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: [
      // Chromium's sandbox refuses root.
      ...(isRoot() ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...args,
    ],
  });
}

async function locateOrInstall(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== '') {
    if (await isExecutable(given)) return given;
    throw new Error(`CHROMIUM_PATH is ${given}, which is not a program that can be run.`);
  }
  const present = await onPath(NAMES);
  if (present !== undefined) return present;
  if (isRoot() && (await onPath(['apt-get'])) !== undefined) {
    await installWithApt();
    const installed = await onPath(NAMES);
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'These tests need a Chromium: install the package `chromium` (Debian: `apt-get install chromium`), ' +
      'or set CHROMIUM_PATH to the program.',
  );
}

async function installWithApt(): Promise<void> {
  process.stderr.write('No Chromium here: installing it with apt-get, which may take some minutes …\n');
  await aptGet('update');
  await aptGet('install', '-y', '--no-install-recommends', 'chromium');
  const path = await onPath(NAMES);
  if (path === undefined) return;
  const { stdout } = await promisify(execFile)(path, ['--version']);
  process.stderr.write(`Installed ${stdout.trim()}.\n`);
}

/** Output goes nowhere but into the error, should there be one. */
async function aptGet(...args: string[]): Promise<void> {
  const child = spawn('apt-get', ['-qq', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) {
    throw new Error(`apt-get ${args.join(' ')} failed; install chromium by hand or set CHROMIUM_PATH.\n${errors}`);
  }
}

async function onPath(names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    for (const directory of ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]) {
      const path = join(directory, name);
      if (directory !== '' && (await isExecutable(path))) return path;
    }
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
