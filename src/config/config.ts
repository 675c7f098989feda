/** The whole configuration, checked, completed with defaults and deeply frozen. */
export interface Config {
  readonly server: ServerConfig;
  /** In the file's order; names are unique. Empty where the file names none. */
  readonly databases: readonly DatabaseConfig[];
  readonly store: StoreConfig;
  readonly limits: LimitsConfig;
  readonly transactions: TransactionsConfig;
  /** `none` where the file says so; undefined: not said, so serve on a loopback address only. */
  readonly auth: AuthConfig | 'none' | undefined;
  readonly events: EventsConfig;
  readonly audit: AuditConfig;
  readonly log: LogConfig;
}

/** What instances of the service share. */
export interface EventsConfig {
  /** redis:// or rediss://; undefined: each instance is for itself. */
  readonly redis: string | undefined;
}

/** Where it is told who did what. */
export interface AuditConfig {
  readonly store: boolean;
  readonly log: boolean;
  readonly retentionDays: number;
}

/** Who may ask, and what. Roles that are named are there. */
export interface AuthConfig {
  readonly roles: readonly RoleConfig[];
  /** Names and hashes are unique. */
  readonly apiKeys: readonly { readonly name: string; readonly sha256: string; readonly role: string }[];
  readonly jwt: JwtConfig | undefined;
  /** The role of those who show nothing; undefined: they are not let in. */
  readonly anonymous: string | undefined;
}

/** A name for what its holders may do. */
export interface RoleConfig {
  readonly name: string;
  readonly admin: boolean;
  readonly grants: readonly GrantConfig[];
  /** Undefined: as the server's own says. */
  readonly introspection: boolean | undefined;
}

/** What a role may do on one database, or on all (`*`). */
export interface GrantConfig {
  readonly database: string;
  readonly access: 'READ_ONLY' | 'READ_WRITE';
  /** Never without READ_WRITE. */
  readonly schema: boolean;
  readonly tables?: readonly string[] | undefined;
  readonly deny?: readonly string[] | undefined;
}

/** Whose tokens are taken; one of `jwks` and `secret` is there. */
export interface JwtConfig {
  /** https, or http of a loopback address. */
  readonly jwks: string | undefined;
  /** At least 32 characters. */
  readonly secret: string | undefined;
  readonly issuer: string;
  readonly audience: string;
  readonly rolesClaim: string;
  readonly clockSkewMs: number;
}

/** How long transactions may be held open between calls. */
export interface TransactionsConfig {
  /** Where a client names no time of its own. */
  readonly idleTimeoutMs: number;
  readonly maxDurationMs: number;
}

/** Where and how the HTTP server listens. */
export interface ServerConfig {
  /** An IP address or host name, without brackets or port. */
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Origins as browsers send them: lower-case scheme and host, no default port, no trailing slash. */
  readonly cors: readonly string[];
  /** Whether clients may ask for the GraphQL schema. */
  readonly introspection: boolean;
  /** What HTTPS is served with; undefined: plain HTTP is served. */
  readonly tls: ServerTlsConfig | undefined;
  /** Whose X-Forwarded-For is believed: that of so many hops, or of proxies at these addresses; false: nobody's. */
  readonly trustProxy: false | number | readonly string[];
}

/** Absolute paths of PEM files that could be read when the configuration was. */
export interface ServerTlsConfig {
  readonly cert: string;
  readonly key: string;
}

/** One registered database. */
export interface DatabaseConfig {
  /** A letter, then up to 62 letters, digits, `_` or `-`. */
  readonly name: string;
  readonly dialect: 'POSTGRESQL' | 'MYSQL' | 'SQLITE';
  /**
   * `postgres://` or `postgresql://`, `mysql://`, or `sqlite:` and an absolute path, or `sqlite::memory:`. A
   * server's is `scheme://user[:password]@host[:port]/database` and nothing more, percent-encoded where it has to be,
   * so that `new URL` reads it; IPv6 stands in brackets.
   */
  readonly url: string;
  /** How the connection is encrypted; false: not at all; undefined: not said, so as the adapter does by itself. */
  readonly tls?: TlsConfig | false | undefined;
  readonly access: 'READ_ONLY' | 'READ_WRITE';
  /** The generated data to fill a SQLite database file with that does not exist yet. */
  readonly demo: 'bookshop' | undefined;
  readonly pool: PoolConfig;
  /** A statement's deadline. */
  readonly timeoutMs: number;
  /** How many rows one result may hold. */
  readonly maxRows: number;
  /** Statements that take as long or longer count as slow. */
  readonly slowQueryThresholdMs: number;
  readonly health: HealthConfig;
}

/** How a connection is encrypted. Paths are absolute, of PEM files that could be read when the configuration was. */
export interface TlsConfig {
  /** Whether the server's certificate and name are checked. */
  readonly verify: boolean;
  /** The authorities to trust; left out, those that Node trusts. */
  readonly ca?: string;
  /** What Dragoman shows to the server; never without `key`. */
  readonly cert?: string;
  readonly key?: string;
}

/** The bounds of one database's connection pool; `min` is never above `max`. */
export interface PoolConfig {
  readonly strategy: 'ADVANCED' | 'SIMPLE' | 'NONE';
  readonly min: number;
  readonly max: number;
  /** How long a request waits for a connection. */
  readonly acquireTimeoutMs: number;
  /** How long a connection above `min` may lie unused. */
  readonly idleTimeoutMs: number;
  /** How old a connection may become. */
  readonly maxLifetimeMs: number;
  /** How many requests may wait at once; 0 lets none wait. */
  readonly maxWaiting: number;
}

/** How one database is probed. */
export interface HealthConfig {
  readonly intervalMs: number;
  readonly timeoutMs: number;
  /** Failed probes in a row after which the database counts as down. */
  readonly failures: number;
  /** Successful probes in a row after which it counts as up again. */
  readonly successes: number;
}

/** Where the service keeps its own data. */
export interface StoreConfig {
  /** `sqlite:` and an absolute path, or `sqlite::memory:`. */
  readonly url: string;
}

/** What callers may ask for, and how much of it. */
export interface LimitsConfig {
  /** Levels of nested fields. */
  readonly depth: number;
  /** Aliases, root fields and directives of one GraphQL operation, with what its fragments spread to. */
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** Tokens of one GraphQL document. */
  readonly tokens: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** The longest SQL text. */
  readonly sqlBytes: number;
  /** Statements and transactions that may be under way at once. */
  readonly concurrency: number;
  /** false: none; undefined: not said. */
  readonly rate: RateConfig | false | undefined;
  /** Connections that the HTTP server holds at once. */
  readonly connections: number;
  /** How long a request may take to arrive. */
  readonly requestTimeoutMs: number;
  readonly subscriptions: SubscriptionsConfig;
}

/** How many operations a caller may send in a time. */
export interface RateConfig {
  readonly max: number;
  readonly perMs: number;
}

/** What bounds subscriptions and the connections that they come over. */
export interface SubscriptionsConfig {
  readonly perConnection: number;
  readonly perPrincipal: number;
  /** How long a WebSocket may stay open on which nothing runs. */
  readonly idleTimeoutMs: number;
  /** How long a WebSocket or an event stream may last at all. */
  readonly maxDurationMs: number;
}

/** What is logged; the words are pino's. */
export interface LogConfig {
  readonly level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly format: 'pretty' | 'json';
}
