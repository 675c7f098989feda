import type { TestProject } from 'vitest/node';
import { startShared } from './start-shared.js';

/** Run by vitest once, before the first test file; what it returns is run after the last. */
export default async function setUpServers(project: TestProject): Promise<() => Promise<void>> {
  const { urls, certificates, end } = await startShared();
  project.provide('servers', { urls, certificates });
  return end;
}
