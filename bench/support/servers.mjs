// The database servers that benchmarks run on: those that the environment names, or the ones of the tests.
import { join } from 'node:path';

const VARIABLES = { postgresql: 'DRAGOMAN_TEST_POSTGRESQL_URL', mysql: 'DRAGOMAN_TEST_MYSQL_URL' };
const STARTER = join(import.meta.dirname, '../../test/support/servers/start-shared.ts');

/**
 * The URL of a server of each of these engines, for a user with all rights.
 * @param {('postgresql' | 'mysql')[]} engines
 * @returns {Promise<{ urls: Record<string, string>, end: () => Promise<void> }>}
 */
export async function findServers(engines) {
  const given = Object.fromEntries(engines.map((engine) => [engine, process.env[VARIABLES[engine]]]));
  if (engines.every((engine) => given[engine])) return { urls: given, end: async () => {} };
  return await startTestServers().catch((error) => {
    const missing = engines.filter((engine) => !given[engine]).map((engine) => VARIABLES[engine]);
    throw new Error(`No server was named, and none could be started. Set ${missing.join(' and ')}.`, { cause: error });
  });
}

/** As `npm test` starts them; a variable that is set is used there as well. */
async function startTestServers() {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(STARTER, { configFile: false, logLevel: 'error' });
  const { urls, end } = await module.startShared();
  return { urls, end };
}
