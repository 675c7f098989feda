import { isOpenOnLoopback, refuseExposure, shareOf } from './auth/index.js';
import { Catalogue } from './catalogue/index.js';
import type { Config } from './config/index.js';
import {
  DatabaseRegistration,
  DatabaseRegistry,
  LEFT_CHANGES,
  type DatabaseEvents,
  type Transaction,
} from './databases/index.js';
import { DragomanError } from './errors/index.js';
import { EventBus } from './events/index.js';
import { createContext, createSchema, type Services } from './graphql/index.js';
import { assertCanListen, startHttpServer, type HttpServer, type Logger } from './http/index.js';
import { QueryPipeline, type PipelineBounds, type QueryRequest } from './pipeline/index.js';
import {
  auditTrail,
  createDemos,
  Gate,
  messageOf,
  objectionTo,
  orExplain,
  rateOf,
  readCertificate,
  refuseStores,
  reloader,
  sharedRateOf,
  StartupError,
  toOptions,
  warnOfUnknown,
  type SharedRate,
} from './start/index.js';
import { ServiceStore, type AuditEntry } from './store/index.js';
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

async function openStore(url: string): Promise<ServiceStore> {
  try {
    return await ServiceStore.open(url);
  } catch (error) {
    throw new StartupError(`The service's own store can't be opened at ${url}: ${messageOf(error)}`);
  }
}

async function listen(
  config: Config,
  { logger, gate, shared }: { readonly logger: Logger; readonly gate: Gate; readonly shared: SharedRate | undefined },
  services: Services,
  missing: () => readonly string[],
): Promise<HttpServer> {
  const { host, port, cors, introspection, trustProxy } = config.server;
  const { requestBytes } = config.limits;
  const tls = readCertificate(config.server.tls);
  const objection = tls === undefined ? undefined : objectionTo(tls);
  if (objection !== undefined) logger.warn(objection.text);
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
      tls,
    }),
  );
}

function urlOf({ host, port }: HttpServer, scheme: 'http' | 'https'): string {
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
