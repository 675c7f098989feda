import { dirname, isAbsolute, relative, resolve } from 'node:path';
import type { z } from 'zod';
import type { AuthEntry } from './auth-schema.js';
import { checkConfig } from './check-config.js';
import { ConfigDocument } from './config-document.js';
import { ConfigError, type ConfigProblem } from './config-error.js';
import type { configFileSchema, ConfigFile } from './config-schema.js';
import { readConfigText } from './config-text.js';
import type { AuthConfig, Config, DatabaseConfig } from './config.js';
import type { DatabaseEntry } from './database-schema.js';
import { DIALECT_FORMS } from './dialect-forms.js';
import { serverOverrides, type ServerOverrides } from './environment-overrides.js';
import { interpolate, type Environment } from './interpolation.js';
import { toPool } from './pool-schema.js';
import { toServerTls, toTls } from './tls-files.js';
import { toLimits } from './to-limits.js';

/** What to load. */
export interface LoadConfigOptions {
  readonly path: string;
  /** The folder that relative paths in the file start from; left out: the file's own. */
  readonly baseFolder?: string | undefined;
  readonly env: Environment;
}

/**
 * Reads and checks a configuration file, YAML or JSON.
 * @throws ConfigError which lists every mistake of the file and of HOST and PORT
 */
export function loadConfig({ path, baseFolder = dirname(path), env }: LoadConfigOptions): Config {
  const name = shownPath(path);
  const document = new ConfigDocument(readConfigText(path, name), name);
  const unfilled = interpolate(document, env);
  const unfilledPaths = new Set(unfilled.map((problem) => problem.path));
  const { file, problems } = checkConfig(document, resolve(baseFolder));
  const overrides = serverOverrides(env);
  const all = [
    ...document.problems,
    ...unfilled,
    // A text whose variable is missing can't be right; one word on it is enough.
    ...problems.filter((problem) => !unfilledPaths.has(problem.path)),
    ...overrides.problems,
  ];
  if (file === undefined || all.length > 0) throw new ConfigError(all.sort(byPlace));
  return toConfig(file, overrides, resolve(baseFolder));
}

/** The configuration in the keys of the file, as a program writes it down. */
export type ConfigSettings = z.input<typeof configFileSchema>;

/**
 * Checks a configuration that a program gives, instead of a file. The environment has no say in it.
 * @param baseFolder the folder that relative paths start from
 * @throws ConfigError which lists every mistake, by the paths of the keys
 */
export function readSettings(settings: ConfigSettings, baseFolder: string): Config {
  const base = resolve(baseFolder);
  const { file, problems } = checkConfig(new ConfigDocument(JSON.stringify(settings), 'config'), base);
  // There is no text that a line could be looked up in.
  if (file === undefined)
    throw new ConfigError(problems.map((problem) => ({ ...problem, line: undefined, column: undefined })));
  return toConfig(file, {}, base);
}

function toConfig(
  { server, databases, store, limits, transactions, auth, events, audit, log }: ConfigFile,
  overrides: Pick<ServerOverrides, 'host' | 'port'>,
  base: string,
): Config {
  const { host = server.host, port = server.port } = overrides;
  return deepFreeze({
    server: {
      host,
      port,
      cors: [...new Set(server.cors)],
      introspection: server.introspection,
      tls: toServerTls(server.tls, base),
      trustProxy: server.trustProxy,
    },
    databases: databases.map((entry) => toDatabase(entry, base)),
    store: { url: absoluteUrl(store, base) },
    limits: toLimits(limits),
    transactions: { idleTimeoutMs: transactions.idleTimeout, maxDurationMs: transactions.maxDuration },
    auth: toAuth(auth),
    events: { redis: events.redis },
    // Where nobody says who they are there is nobody to tell of.
    audit: { ...audit, store: audit.store ?? typeof auth === 'object', log: audit.log ?? typeof auth === 'object' },
    log,
  });
}

function toAuth(auth: AuthEntry | undefined): Config['auth'] {
  if (auth === undefined || auth === 'none') return auth;
  const { roles, apiKeys, jwt, anonymous } = auth;
  return {
    roles: Object.entries(roles).map(([name, { admin, grants, introspection }]) => ({
      name,
      admin,
      grants,
      introspection,
    })),
    apiKeys,
    jwt: jwt === undefined ? undefined : toJwt(jwt),
    anonymous: anonymous === 'none' ? undefined : anonymous,
  };
}

function toJwt({
  clockSkew,
  jwks,
  secret,
  ...rest
}: NonNullable<Exclude<AuthEntry, 'none'>['jwt']>): NonNullable<AuthConfig['jwt']> {
  return { ...rest, jwks, secret, clockSkewMs: clockSkew };
}

function toDatabase(
  { dialect, url, tls, demo, pool, timeout, slowQueryThreshold, health, ...plain }: DatabaseEntry,
  base: string,
): DatabaseConfig {
  const { interval, timeout: probeTimeout, ...counts } = health;
  return {
    ...plain,
    dialect: DIALECT_FORMS[dialect].name,
    url: absoluteUrl(url, base),
    tls: toTls(tls, base),
    demo,
    pool: toPool(pool),
    timeoutMs: timeout,
    slowQueryThresholdMs: slowQueryThreshold,
    health: { ...counts, intervalMs: interval, timeoutMs: probeTimeout },
  };
}

/** One spelling for each address, which doesn't depend on the file's place. */
function absoluteUrl(url: string, base: string): string {
  if (!url.startsWith('sqlite:')) return url.replace(/^mariadb:/, 'mysql:');
  if (url === 'sqlite::memory:') return url;
  return `sqlite:${resolve(base, url.slice('sqlite:'.length))}`;
}

/** A file below the working directory is named as a terminal can open it. */
function shownPath(path: string): string {
  const below = relative(process.cwd(), path);
  return below === '' || below.startsWith('..') || isAbsolute(below) ? path : below;
}

/** In the order of the file; what is in no line comes last. */
function byPlace(a: ConfigProblem, b: ConfigProblem): number {
  const lineOf = (problem: ConfigProblem): number => problem.line ?? Number.MAX_SAFE_INTEGER;
  return lineOf(a) - lineOf(b) || (a.column ?? 0) - (b.column ?? 0);
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
