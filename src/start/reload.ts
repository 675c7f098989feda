import { refuseExposure } from '../auth/index.js';
import { ConfigError, type Config } from '../config/index.js';
import type { DatabaseRegistry } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import type { Logger } from '../http/index.js';
import { refuseStores, toOptions } from './configured-databases.js';
import { createDemos } from './demo-databases.js';
import type { Gate } from './gate.js';
import { StartupError } from './startup-error.js';

/** A grant may be for a database that is registered later, or misspelled. */
export function warnOfUnknown(auth: Config['auth'], registry: DatabaseRegistry, logger: Logger): void {
  if (typeof auth !== 'object') return;
  for (const { name: role, grants } of auth.roles) {
    for (const { database } of grants) {
      if (database === '*' || registry.find(database) !== undefined) continue;
      logger.warn({ role, database }, `The role ${role} has a grant on ${database}, which is not registered`);
    }
  }
}

/** What can't change while the service runs: a change of it is said, not applied. */
const FIXED = [
  'server',
  'limits',
  'transactions',
  'store',
  'events',
  'audit',
  'log',
] as const satisfies readonly (keyof Config)[];

/**
 * What applies the configuration as it stands now.
 * @param started as it was when the service started
 * @param readConfig left out, there is no file to read
 */
export function reloader(
  started: Config,
  { registry, gate }: { readonly registry: DatabaseRegistry; readonly gate: Gate },
  readConfig: (() => Config) | undefined,
  logger: Logger,
): () => Promise<void> {
  const apply = async (): Promise<void> => {
    if (readConfig === undefined) return;
    const next = readConfig();
    const exposure = refuseExposure(started.server, next.auth);
    if (exposure !== undefined) throw new StartupError(exposure);
    await refuseStores(next.databases, started.store.url);
    await createDemos(next.databases, logger);
    for (const name of await registry.reconcile(next.databases.map(toOptions), 'configuration')) {
      logger.warn(
        { database: name },
        `${name} was registered by registerDatabase, and stays as it is until that is removed`,
      );
    }
    gate.follow(next.auth);
    warnOfUnknown(next.auth, registry, logger);
    const waiting = FIXED.filter((key) => JSON.stringify(started[key]) !== JSON.stringify(next[key]));
    if (waiting.length > 0)
      logger.warn({ keys: waiting }, `Changes of ${waiting.join(', ')} take effect at the next start`);
    logger.info({ databases: next.databases.length }, 'The configuration was read again and applied');
  };
  // One after the other: two at once would register the same database twice.
  let last = Promise.resolve();
  return () => {
    const applied = last.then(apply).catch(refuseReload);
    last = applied.catch(() => undefined);
    return applied;
  };
}

/** What the operator can mend is told to whoever asked; all else is a bug. */
function refuseReload(error: unknown): never {
  if (!(error instanceof ConfigError || error instanceof StartupError)) throw error;
  throw new DragomanError('BAD_USER_INPUT', error.message, {
    hint: 'Nothing was changed. Mend the configuration and reload it again.',
    cause: error,
  });
}
