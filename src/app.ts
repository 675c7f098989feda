import { existsSync, readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import {
  admitEverybody,
  authenticatorOf,
  isOpenOnLoopback,
  refuseExposure,
  shareOf,
  type Authenticate,
} from './auth/index.js';
import { Catalogue } from './catalogue/index.js';
import { ConfigError, type Config, type DatabaseConfig } from './config/index.js';
import {
  DatabaseRegistration,
  DatabaseRegistry,
  refuseStore,
  type DatabaseEvents,
  type DatabaseOptions,
  LEFT_CHANGES,
  type Transaction,
} from './databases/index.js';
import { createBookshop } from './demo/index.js';
import { DragomanError } from './errors/index.js';
import { EventBus } from './events/index.js';
import { createContext, createSchema, type Services } from './graphql/index.js';
import {
  assertCanListen,
  startHttpServer,
  type HttpServer,
  type Logger,
  type Rate,
  type ServerTls,
} from './http/index.js';
import { QueryPipeline, type PipelineBounds, type QueryRequest } from './pipeline/index.js';
import { shareRate, type SharedRate } from './shared-rate.js';
import { AuditTrail, ServiceStore, type AuditEntry } from './store/index.js';
import { TransactionBook } from './transactions/index.js';

export interface ServiceOptions {
  readonly config: Config;
  readonly logger: Logger;
  readonly version: string;
  /** Reads the configuration again; throws where it holds a mistake. Left out, there is no file to read. */
  readonly readConfig?: () => Config;
}

/** A service that runs. */
export interface Service {
  readonly url: string;
  readonly databases: readonly string[];
  /** Applies what changed in the configuration; rejects, and changes nothing, where it holds a mistake. */
  reload(): Promise<void>;
  /** Lets running requests end and closes everything. */
  stop(): Promise<void>;
}

/** A reason not to start that an operator can mend; its message is one line. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

/**
 * The composition root: the only place that knows every part. A database that is down
 * does not keep the service from starting.
 * @throws StartupError where the port is taken, a folder can't be written, or others could reach an open service
 */
export async function startService({ config, logger, version, readConfig }: ServiceOptions): Promise<Service> {
  const exposure = refuseExposure(config.server, config.auth);
  if (exposure !== undefined) throw new StartupError(exposure);
  await orExplain(config.server, () => assertCanListen(config.server.host, config.server.port));
  const opened: (() => Promise<void>)[] = [];
  // What was opened last is closed first, and each but once, however often it is asked for.
  const closeAll = async (): Promise<void> => {
    for (let close = opened.pop(); close !== undefined; close = opened.pop()) await close();
  };
  try {
    return await compose({ config, logger, version, readConfig }, opened, closeAll);
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function compose(
  { config, logger, version, readConfig }: ServiceOptions,
  opened: (() => Promise<void>)[],
  closeAll: () => Promise<void>,
): Promise<Service> {
  await refuseStores(config.databases, config.store.url);
  await createDemos(config.databases, logger);
  const store = await openStore(config.store.url);
  opened.push(() => store.close());
  const events = new EventBus<DatabaseEvents>();
  events.on('health-changed', ({ database, status, error }) => {
    logger[status === 'HEALTHY' ? 'info' : 'warn'](
      { database, status, error },
      `Database ${database} is ${status}${error === null ? '' : `: ${error}`}`,
    );
  });
  const bounds = { maxResultBytes: config.limits.responseBytes };
  const registry = new DatabaseRegistry({ ...bounds, storeUrl: config.store.url }, events);
  opened.push(() => registry.close());
  await registry.reconcile(config.databases.map(toOptions), 'configuration');
  const registration = new DatabaseRegistration(registry, store);
  for (const name of await registration.restore()) {
    logger.warn(
      { database: name },
      `The configuration and an earlier registerDatabase both name ${name}; the configuration's is used`,
    );
  }
  const gate = new Gate(config.auth);
  const reload = reloader(config, { registry, gate }, readConfig, logger);
  warnOfUnknown(config.auth, registry, logger);
  const catalogue = new Catalogue();
  const trail = auditTrail(config.audit, store, logger);
  opened.push(async () => await trail?.close());
  const audit = trail === undefined ? undefined : (entry: AuditEntry): void => trail.record(entry);
  const pipeline = new QueryPipeline(registry, { ...bounds, ...pipelineBounds(config) }, catalogue, audit);
  const transactions = new TransactionBook({
    takePlace: (database, owner) => pipeline.turns.hold('transaction', database, owner),
    times: config.transactions,
    execute: (transaction, database, request: Omit<QueryRequest, 'database'>) =>
      pipeline.executeIn(transaction, database, request),
    onEnd: (_view, { database, transaction }) => {
      database.statistics.recordTransaction(transaction.state);
      logEnd(logger, database.name, transaction);
      if (transaction.changesSchema) catalogue.forget(database);
    },
  });
  opened.push(() => transactions.close());
  const services: Services = {
    registry,
    registration,
    pipeline,
    transactions,
    catalogue,
    events,
    audit,
    auditEntries: async (filter, most) => {
      await trail?.flush();
      return await store.auditEntries(filter, most);
    },
    version,
    startedAt: new Date(),
    reloadConfiguration: reload,
  };
  let stopping: Promise<void> | undefined;
  const shared = sharedRateOf(config, logger);
  opened.push(async () => shared?.close());
  const server = await listen(config, { logger, gate, shared }, services, () =>
    stopping !== undefined ? ['the service is stopping'] : [],
  );
  opened.push(async () => {
    // First: once the server closes, its clients can't be told any more.
    await registry.endStreams(new DragomanError('ADAPTER_CLOSED', 'The stream was ended: the service is stopping.'));
    await server.close();
  });
  return {
    url: urlOf(server, config.server.tls === undefined ? 'http' : 'https'),
    databases: registry.all().map(({ name }) => name),
    reload,
    stop: () => (stopping ??= closeAll()),
  };
}

/** Where only programs of this machine's users come in, there is nobody to protect from them. */
function rateOf({ server, auth, limits: { rate } }: Config): Rate | undefined {
  if (rate !== undefined) return rate === false ? undefined : rate;
  return isOpenOnLoopback(server, auth) ? undefined : USUAL_RATE;
}

function sharedRateOf(config: Config, logger: Logger): SharedRate | undefined {
  const rate = rateOf(config);
  const { redis } = config.events;
  return rate === undefined || redis === undefined ? undefined : shareRate(rate, redis, logger);
}

const USUAL_RATE: Rate = { max: 6000, perMs: 60_000 };

function readTls(tls: Config['server']['tls']): ServerTls | undefined {
  if (tls === undefined) return undefined;
  try {
    const read = { cert: readFileSync(tls.cert, 'utf8'), key: readFileSync(tls.key, 'utf8') };
    // It says what is wrong with them before a client does.
    createSecureContext(read);
    return read;
  } catch (error) {
    throw new StartupError(
      `server.tls can't be used: ${messageOf(error)}. Give a certificate and its own key, as PEM.`,
    );
  }
}

/** An open service knows one caller alone. */
const hasSeveralCallers = (auth: Config['auth']): boolean => typeof auth === 'object';

function pipelineBounds({ auth, limits }: Config): Pick<PipelineBounds, 'sqlBytes' | 'concurrency'> {
  const { sqlBytes, concurrency: max } = limits;
  const perCaller = hasSeveralCallers(auth) ? shareOf(max) : max;
  return { sqlBytes, concurrency: { max, perCaller } };
}

/** Nobody asked for these ends, and nobody may have heard of them. */
const WORTH_A_LINE: ReadonlySet<string> = new Set(['TRANSACTION_EXPIRED', 'ADAPTER_CLOSED', 'OUTCOME_UNKNOWN']);

function logEnd(logger: Logger, database: string, { reason, leftChanges }: Transaction): void {
  if (leftChanges) logger.warn({ database }, `A transaction on ${database} was not undone as a whole. ${LEFT_CHANGES}`);
  if (reason === undefined || !WORTH_A_LINE.has(reason.code)) return;
  logger.warn({ database, code: reason.code }, `A transaction on ${database} has ended. ${reason.message}`);
}

function toOptions({ demo: _, ...options }: DatabaseConfig): DatabaseOptions {
  return options;
}

async function refuseStores(databases: readonly DatabaseConfig[], storeUrl: string): Promise<void> {
  for (const { name, url } of databases) {
    await refuseStore(url, storeUrl).catch((error: unknown) => {
      if (!(error instanceof DragomanError)) throw error;
      throw new StartupError(`${name}: ${error.message} ${error.details.hint ?? ''}`);
    });
  }
}

async function createDemos(databases: readonly DatabaseConfig[], logger: Logger): Promise<void> {
  for (const { name, demo, url } of databases) {
    const file = url.replace(/^sqlite:/, '');
    if (demo === undefined || file === ':memory:' || existsSync(file)) continue;
    try {
      const { tables, rows } = await createBookshop(file);
      logger.info(
        { database: name, tables, rows },
        `Created the demo database ${name}: ${tables} tables, ${rows} rows`,
      );
    } catch (error) {
      throw new StartupError(`The demo database can't be created at ${file}: ${messageOf(error)}`);
    }
  }
}

async function openStore(url: string): Promise<ServiceStore> {
  try {
    return await ServiceStore.open(url);
  } catch (error) {
    throw new StartupError(`The service's own store can't be opened at ${url}: ${messageOf(error)}`);
  }
}

/** Undefined where nobody wants to know who did what. */
function auditTrail(
  { store: isKept, log: isLogged, retentionDays }: Config['audit'],
  store: ServiceStore,
  logger: Logger,
): AuditTrail | undefined {
  if (!isKept && !isLogged) return undefined;
  const sinks = {
    keep: isKept ? (entries: readonly AuditEntry[]): Promise<void> => store.keepAuditEntries(entries) : undefined,
    prune: (before: string): Promise<void> => store.removeAuditEntries(before),
    log: isLogged ? (entry: AuditEntry): void => logger.info({ audit: entry }, lineOf(entry)) : undefined,
    onTrouble: (err: unknown, lost: number): void =>
      logger.error(
        { err, lost },
        lost > 0 ? `${lost} entries of the audit log are lost` : 'The audit log can’t be kept',
      ),
  };
  return new AuditTrail(sinks, retentionDays);
}

function lineOf({
  principal,
  action,
  database,
  kind,
  tablesRead,
  tablesWritten,
  outcome,
  durationMs,
}: AuditEntry): string {
  const tables = [...new Set([...tablesWritten, ...tablesRead])].join(', ');
  const what = kind === null ? '' : `: ${kind}${tables === '' ? '' : ` of ${tables}`}`;
  return `${principal} ${action}${database === null ? '' : ` on ${database}`}${what}: ${outcome} in ${durationMs.toFixed(1)} ms`;
}

/** Who is let in, by the configuration as it was last read. */
class Gate {
  authenticate: Authenticate = admitEverybody;

  constructor(auth: Config['auth']) {
    this.follow(auth);
  }

  follow(auth: Config['auth']): void {
    this.authenticate = authenticateBy(auth);
  }
}

function authenticateBy(auth: Config['auth']): Authenticate {
  return auth === undefined || auth === 'none' ? admitEverybody : authenticatorOf(auth);
}

async function listen(
  config: Config,
  { logger, gate, shared }: { readonly logger: Logger; readonly gate: Gate; readonly shared: SharedRate | undefined },
  services: Services,
  missing: () => readonly string[],
): Promise<HttpServer> {
  const { host, port, cors, introspection, trustProxy } = config.server;
  const { requestBytes } = config.limits;
  // Where only users of this machine come in, there is nobody to keep the schema's names from.
  const isOpen = isOpenOnLoopback(config.server, config.auth);
  return await orExplain(config.server, () =>
    startHttpServer({
      host,
      port,
      cors,
      trustProxy,
      requestBytes,
      limits: {
        ...config.limits,
        introspection: (principal) => principal.introspection ?? introspection,
        suggestions: ({ administrator }) => isOpen || administrator,
      },
      schema: createSchema(),
      logger,
      authenticate: (authorization) => gate.authenticate(authorization),
      context: (requestId, signal, principal) => createContext(services, { principal, requestId, signal }),
      missing,
      connections: config.limits,
      subscriptions: config.limits.subscriptions,
      rate: rateOf(config),
      sharedRate: shared?.limiter,
      tls: readTls(config.server.tls),
    }),
  );
}

/** Puts the system's word on why an address can't be listened on into one line that tells what to do. */
async function orExplain<T>({ host, port }: Config['server'], listening: () => Promise<T>): Promise<T> {
  try {
    return await listening();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const explain = LISTEN_ERRORS[code];
    throw explain === undefined ? error : new StartupError(explain(host, port));
  }
}

const LISTEN_ERRORS: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) =>
    `${host}:${port} is taken by another program. End it, or choose another port with PORT=4001 or server.port.`,
  EACCES: (host, port) => `Listening on ${host}:${port} is not permitted to this user. Choose a port from 1024 on.`,
  EADDRNOTAVAIL: (host) => `This machine has no address ${host}. Mend server.host or HOST.`,
  ENOTFOUND: (host) => `The name ${host} leads to no address. Mend server.host or HOST.`,
};

/** A grant may be for a database that is registered later, or misspelled. */
function warnOfUnknown(auth: Config['auth'], registry: DatabaseRegistry, logger: Logger): void {
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

function reloader(
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

function urlOf({ host, port }: HttpServer, scheme: 'http' | 'https'): string {
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
