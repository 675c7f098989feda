import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startShared } from './start-shared.js';

/** Run by vitest once, before the first test file; what it returns is run after the last. */
export default async function setUpServers(project: TestProject): Promise<() => Promise<void>> {
  const { urls, certificates, end } = await startShared();
  const removeFolder = await takeFolder();
  project.provide('servers', { urls, certificates });
  return async () => {
    await end();
    await removeFolder();
  };
}

/** All temporary files of the tests go into one folder: a process that is killed removes none of its own. */
async function takeFolder(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-run-'));
  // servers run as users of their own, in folders below it
  await chmod(folder, 0o755);
  process.env.TMPDIR = folder;
  return async () => {
    await rm(folder, { recursive: true, force: true });
  };
}
