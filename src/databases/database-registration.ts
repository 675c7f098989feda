import type { ServiceStore } from '../store/index.js';
import type { DatabaseOptions } from './database-options.js';
import type { DatabaseRegistry, RegisteredDatabase } from './database-registry.js';
import { refuseSetting, refuseUrl } from './refuse-setting.js';
import { refuseStore } from './sqlite/store-fence.js';
import { completePool, type PoolWish } from './pool/pool-wish.js';

/** A database as a caller asks for it; what is left out is completed. */
export interface DatabaseWish extends Pick<DatabaseOptions, 'name' | 'dialect' | 'url' | 'access'> {
  /** What is null counts as left out. */
  readonly pool?: PoolWish | undefined;
  readonly timeoutMs?: number | undefined;
  readonly maxRows?: number | undefined;
  readonly slowQueryThresholdMs?: number | undefined;
}

/** What a database has where nobody says otherwise. */
export const DATABASE_DEFAULTS = {
  pool: {
    strategy: 'ADVANCED',
    min: 1,
    max: 16,
    acquireTimeoutMs: 5000,
    idleTimeoutMs: 30_000,
    maxLifetimeMs: 1_800_000,
    maxWaiting: 200,
  },
  timeoutMs: 30_000,
  maxRows: 10_000,
  slowQueryThresholdMs: 200,
  health: { intervalMs: 500, timeoutMs: 400, failures: 2, successes: 2 },
} as const satisfies Omit<DatabaseOptions, 'name' | 'dialect' | 'url' | 'access'>;

/** Databases that come and go at run time, and are there again after a restart. */
export class DatabaseRegistration {
  constructor(
    private readonly registry: DatabaseRegistry,
    private readonly store: ServiceStore,
  ) {}

  /** @throws DragomanError NAME_TAKEN, BAD_USER_INPUT */
  async register(wish: DatabaseWish): Promise<RegisteredDatabase> {
    const options = complete(wish);
    await refuseStore(options.url, this.store.url);
    const registered = await this.registry.register(options, 'mutation');
    try {
      await this.store.keepDatabase(options.name, options);
    } catch (error) {
      await this.registry.remove(options.name);
      throw error;
    }
    return registered;
  }

  /** @throws DragomanError DATABASE_NOT_FOUND */
  async remove(name: string): Promise<void> {
    this.registry.get(name);
    await this.store.forgetDatabase(name);
    await this.registry.remove(name);
  }

  /** Registers what earlier runs kept. A name that the configuration took meanwhile stays with the configuration. */
  async restore(): Promise<string[]> {
    // What an earlier version kept lacks the settings that are newer.
    const { slowQueryThresholdMs } = DATABASE_DEFAULTS;
    const kept = ((await this.store.keptDatabases()) as DatabaseOptions[]).map((options) => ({
      ...{ slowQueryThresholdMs },
      ...options,
      pool: { ...DATABASE_DEFAULTS.pool, ...options.pool },
    }));
    const free = kept.filter(({ name }) => this.registry.find(name) === undefined);
    await Promise.all(free.map((options) => this.registry.register(options, 'mutation')));
    return kept.filter((options) => !free.includes(options)).map(({ name }) => name);
  }
}

function complete({ pool, timeoutMs, maxRows, slowQueryThresholdMs, ...named }: DatabaseWish): DatabaseOptions {
  refuseSetting('name', named.name);
  refuseUrl(named);
  const options = {
    ...named,
    pool: completePool(pool ?? {}, DATABASE_DEFAULTS.pool),
    timeoutMs: timeoutMs ?? DATABASE_DEFAULTS.timeoutMs,
    maxRows: maxRows ?? DATABASE_DEFAULTS.maxRows,
    slowQueryThresholdMs: slowQueryThresholdMs ?? DATABASE_DEFAULTS.slowQueryThresholdMs,
    health: DATABASE_DEFAULTS.health,
  };
  for (const name of ['timeoutMs', 'maxRows', 'slowQueryThresholdMs'] as const) refuseSetting(name, options[name]);
  return options;
}
