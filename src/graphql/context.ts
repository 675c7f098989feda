import { visibleDatabases, type Databases, type Principal } from '../auth/index.js';
import type { Catalogue } from '../catalogue/index.js';
import type { DatabaseEvents, DatabaseRegistration, DatabaseRegistry } from '../databases/index.js';
import type { CancelSignal, EventBus } from '../events/index.js';
import type { Audit, QueryOutcome, QueryPipeline, QueryRequest } from '../pipeline/index.js';
import type { AuditFilter, KeptAuditEntry } from '../store/index.js';
import type { TransactionBook } from '../transactions/index.js';
import { createLoaders, type Loaders } from './loaders.js';

/** What the resolvers are handed by the composition root. */
export interface Services {
  readonly registry: DatabaseRegistry;
  readonly registration: DatabaseRegistration;
  readonly pipeline: QueryPipeline;
  readonly transactions: TransactionBook<Omit<QueryRequest, 'database'>, QueryOutcome>;
  readonly catalogue: Catalogue;
  readonly events: EventBus<DatabaseEvents>;
  readonly audit: Audit;
  /** What was recorded, the latest first. */
  readonly auditEntries: (filter: AuditFilter, most: number) => Promise<readonly KeptAuditEntry[]>;
  readonly version: string;
  readonly startedAt: Date;
  /** Reads the configuration file again; rejects, and changes nothing, where it holds a mistake. */
  readonly reloadConfiguration: () => Promise<void>;
}

/** What every resolver of one request shares. */
export interface RequestContext {
  readonly services: Services;
  readonly principal: Principal;
  /** The databases that are there for the principal. */
  readonly databases: Databases;
  readonly requestId: string;
  /** Aborted when the client is gone. */
  readonly signal: CancelSignal;
  readonly loaders: Loaders;
}

export function createContext(
  services: Services,
  { principal, requestId, signal }: Omit<RequestContext, 'services' | 'databases' | 'loaders'>,
): RequestContext {
  let loaders: Loaders | undefined;
  const databases = visibleDatabases(services.registry, principal);
  return {
    services,
    principal,
    databases,
    requestId,
    signal,
    // Most requests look nothing up.
    get loaders() {
      return (loaders ??= createLoaders({ databases, catalogue: services.catalogue, principal }));
    },
  };
}
