import { isDeepStrictEqual } from 'node:util';
import type { EventBus } from '../events/index.js';
import { DragomanError } from '../errors/index.js';
import { createAdapter, type ServiceBounds } from './adapter-factory.js';
import type { DatabaseAdapter } from './database-adapter.js';
import type { DatabaseOptions } from './database-options.js';
import { HealthMonitor, type DatabaseHealth } from './health/health-monitor.js';
import { DatabaseStatistics } from './statistics/database-statistics.js';

/** How long whoever takes a stream has to hear of its end before the service stops. */
const HEARING_MS = 1000;

/** What the registry tells the rest of the service. */
export interface DatabaseEvents {
  'database-registered': { readonly name: string };
  'database-removed': { readonly name: string };
  'health-changed': DatabaseHealth;
}

/** Where a registration comes from: the configuration file, or a mutation (kept in the store). */
export type RegistrationOrigin = 'configuration' | 'mutation';

/** A database that is registered: its options, its adapter and who watches it. */
export interface RegisteredDatabase {
  readonly name: string;
  readonly origin: RegistrationOrigin;
  readonly options: DatabaseOptions;
  readonly adapter: DatabaseAdapter;
  readonly monitor: HealthMonitor;
  readonly statistics: DatabaseStatistics;
}

/**
 * Owns every adapter's life: nobody else makes or closes one. A database that can't be
 * reached is registered all the same; its monitor keeps trying.
 */
export class DatabaseRegistry {
  private readonly databases = new Map<string, RegisteredDatabase>();
  private readonly closing = new Set<Promise<void>>();
  private created = 0;
  private closed = 0;

  constructor(
    private readonly bounds: ServiceBounds,
    private readonly events: EventBus<DatabaseEvents>,
  ) {}

  get adaptersCreated(): number {
    return this.created;
  }

  get adaptersClosed(): number {
    return this.closed;
  }

  all(): RegisteredDatabase[] {
    return [...this.databases.values()];
  }

  find(name: string): RegisteredDatabase | undefined {
    return this.databases.get(name);
  }

  /** @throws DragomanError DATABASE_NOT_FOUND, with the names that are there */
  get(name: string): RegisteredDatabase {
    const found = this.databases.get(name);
    if (found !== undefined) return found;
    throw databaseNotFound(name, [...this.databases.keys()]);
  }

  /**
   * Registers a database and tries to reach it once; resolves also where that failed.
   * @throws DragomanError NAME_TAKEN, BAD_USER_INPUT
   */
  async register(options: DatabaseOptions, origin: RegistrationOrigin): Promise<RegisteredDatabase> {
    if (this.databases.has(options.name)) {
      throw new DragomanError('NAME_TAKEN', `A database "${options.name}" is registered already.`);
    }
    const adapter = createAdapter(options, this.bounds);
    this.created++;
    const monitor = new HealthMonitor(adapter, options.health, (health) => this.events.emit('health-changed', health));
    const statistics = new DatabaseStatistics(options.name, options.slowQueryThresholdMs);
    const registered = { name: options.name, origin, options, adapter, monitor, statistics };
    this.databases.set(options.name, registered);
    await monitor.start();
    this.events.emit('database-registered', { name: options.name });
    return registered;
  }

  /** Takes a database out at once; what runs on it may end. Resolves when its connections are closed. */
  async remove(name: string): Promise<void> {
    const { adapter, monitor } = this.get(name);
    this.databases.delete(name);
    monitor.stop();
    const closing = adapter.close().finally(() => this.closed++);
    this.closing.add(closing);
    this.events.emit('database-removed', { name });
    await closing.finally(() => this.closing.delete(closing));
  }

  /**
   * Makes the databases of one origin what `wanted` says: removes, adds, and replaces what changed.
   * @returns the names that were not added, because a database of another origin has them
   */
  async reconcile(wanted: readonly DatabaseOptions[], origin: RegistrationOrigin): Promise<string[]> {
    const byName = new Map(wanted.map((options) => [options.name, options]));
    const stale = this.all().filter(
      (present) => present.origin === origin && !isDeepStrictEqual(present.options, byName.get(present.name)),
    );
    await Promise.all(stale.map(({ name }) => this.remove(name)));
    const missing = wanted.filter(({ name }) => !this.databases.has(name));
    await Promise.all(missing.map((options) => this.register(options, origin)));
    return wanted.map(({ name }) => name).filter((name) => this.databases.get(name)?.origin !== origin);
  }

  /** Ends all streams with an error; resolves once those who take them have heard it, or don't listen. */
  async endStreams(reason: DragomanError): Promise<void> {
    const all = this.all().map(({ adapter }) => adapter.streams);
    await Promise.all(all.map((streams) => streams.end(reason)));
    await Promise.all(all.map((streams) => streams.heard(HEARING_MS)));
  }

  /** Closes every adapter; resolves when the last connection is closed. */
  async close(): Promise<void> {
    await Promise.all([...this.all().map(({ name }) => this.remove(name)), ...this.closing]);
  }
}

/** @param present the names that whoever asked may know of */
export function databaseNotFound(name: string, present: readonly string[]): DragomanError {
  const names = present.toSorted().join(', ');
  return new DragomanError('DATABASE_NOT_FOUND', `No database "${name}" is registered.`, {
    hint: names === '' ? 'None is; register one with `registerDatabase`.' : `Registered are: ${names}.`,
  });
}
