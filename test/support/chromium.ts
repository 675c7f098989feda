import { chromium, type Browser } from 'playwright-core';
import { canInstallPackages, installPackages } from './servers/debian-packages.js';
import { findProgram, isExecutable } from './servers/programs.js';

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
  const present = await findProgram(...NAMES);
  if (present !== undefined) return present;
  if (await canInstallPackages()) {
    await installPackages(['chromium']);
    const installed = await findProgram(...NAMES);
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'These tests need a Chromium: install the package `chromium` (Debian: `apt-get install chromium`), ' +
      'or set CHROMIUM_PATH to the program.',
  );
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
