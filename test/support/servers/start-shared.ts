import { certificatesIn, certificatesPlan, type Certificates } from './certificates.js';
import { canInstallPackages, installPackages } from './debian-packages.js';
import { dockerAnswers, startContainers } from './docker-compose.js';
import type { Engine } from './engine.js';
import { startKeeper, type Keeper } from './keeper.js';
import { launch, obtainPrograms, planFolder, recipes } from './launch.js';
import { findProgram } from './programs.js';
import type { SharedServers } from './shared-servers.js';

const ENGINES: readonly Engine[] = ['postgresql', 'mysql', 'redis'];

/** Where a user says which server to take. */
export const URL_VARIABLES: Readonly<Record<Engine, string>> = {
  postgresql: 'DRAGOMAN_TEST_POSTGRESQL_URL',
  mysql: 'DRAGOMAN_TEST_MYSQL_URL',
  redis: 'DRAGOMAN_TEST_REDIS_URL',
};

/** The servers of one test run, with what ends them. */
export interface StartedServers extends SharedServers {
  readonly end: () => Promise<void>;
}

type Found = Partial<Record<Engine, string>>;

/**
 * Finds or starts a server of each engine: the URL in the environment, the machine's own programs (as root on Debian
 * they are installed where they are missing), or containers. Throws an Error that says what to do.
 */
export async function startShared(): Promise<StartedServers> {
  const keepers: Keeper[] = [];
  const end = async (): Promise<void> => {
    await Promise.all(keepers.map((keeper) => keeper.end()));
  };
  try {
    const certificates = await makeCertificates(keepers);
    const native = await Promise.allSettled(ENGINES.map((engine) => givenOrNative(engine, certificates, keepers)));
    const failed = native.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    const found: Found = Object.assign({}, ...native.map((result) => (result as PromiseFulfilledResult<Found>).value));
    const missing = ENGINES.filter((engine) => found[engine] === undefined);
    if (missing.length > 0) Object.assign(found, await contained(missing, keepers));
    return { urls: found as Record<Engine, string>, certificates, end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function givenOrNative(engine: Engine, certificates: Certificates, keepers: Keeper[]): Promise<Found> {
  const given = process.env[URL_VARIABLES[engine]];
  if (given !== undefined && given !== '') return { [engine]: given };
  const programs = await obtainPrograms(engine);
  if (programs === undefined) return {};
  const { url, keeper } = await launch(engine, programs, certificates);
  keepers.push(keeper);
  return { [engine]: url };
}

async function contained(missing: readonly Engine[], keepers: Keeper[]): Promise<Found> {
  if (!(await dockerAnswers())) throw new Error(whatToDo(missing));
  const { urls, keeper } = await startContainers(missing);
  keepers.push(keeper);
  return urls;
}

/** In a folder that is kept for the whole run. */
async function makeCertificates(keepers: Keeper[]): Promise<Certificates> {
  const openssl = await obtainOpenssl();
  const basis = await planFolder('certificates', []);
  // Read by the tests, and copied to the servers: of no use to anybody else.
  keepers.push(await startKeeper({ ...basis, user: undefined, ...certificatesPlan(openssl) }));
  return certificatesIn(basis.folder);
}

async function obtainOpenssl(): Promise<string> {
  let found = await findProgram('openssl');
  if (found === undefined && (await canInstallPackages())) {
    await installPackages(['openssl']);
    found = await findProgram('openssl');
  }
  if (found === undefined)
    throw new Error('The tests need the program `openssl`, for the certificates of their servers.');
  return found;
}

function whatToDo(missing: readonly Engine[]): string {
  const lines = missing.map(
    (engine) =>
      `  - ${engine}: install it (Debian: \`apt-get install ${recipes[engine].debianPackage}\`), ` +
      `or set ${URL_VARIABLES[engine]} to the URL of a server whose user has all rights`,
  );
  return ['The tests need database servers that are not on this machine:', ...lines]
    .concat('Or start a Docker engine: the tests then take the servers of docker-compose.yml.')
    .join('\n');
}
