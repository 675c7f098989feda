import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { checkConfig } from './check-config.js';
import { ConfigDocument } from './config-document.js';
import { ConfigError, type ConfigProblem } from './config-error.js';
import type { ConfigFile } from './config-schema.js';
import { readConfigText } from './config-text.js';
import type { Config, DatabaseConfig } from './config.js';
import { serverOverrides, type ServerOverrides } from './environment-overrides.js';
import { interpolate, type Environment } from './interpolation.js';

/** What to load. */
export interface LoadConfigOptions {
  readonly path: string;
  /** The folder that relative paths in the file start from; left out: the file's own. */
  readonly baseFolder?: string | undefined;
  readonly env: Environment;
}

type DatabaseEntry = ConfigFile['databases'][number];

/**
 * Reads and checks a configuration file, YAML or JSON.
 * @throws ConfigError which lists every mistake of the file and of HOST and PORT
 */
export function loadConfig({ path, baseFolder = dirname(path), env }: LoadConfigOptions): Config {
  const name = shownPath(path);
  const document = new ConfigDocument(readConfigText(path, name), name);
  const unfilled = interpolate(document, env);
  const unfilledPaths = new Set(unfilled.map((problem) => problem.path));
  const { file, problems } = checkConfig(document);
  const overrides = serverOverrides(env);
  const all = [
    ...document.problems,
    ...unfilled,
    // A text whose variable is missing can't be right; one word on it is enough.
    ...problems.filter((problem) => !unfilledPaths.has(problem.path)),
    ...overrides.problems,
  ];
  if (file === undefined || all.length > 0) throw new ConfigError(all.sort(byPlace));
  return deepFreeze(toConfig(file, overrides, resolve(baseFolder)));
}

function toConfig(
  { server, databases, store, limits, auth, log }: ConfigFile,
  overrides: ServerOverrides,
  base: string,
): Config {
  const { host = server.host, port = server.port } = overrides;
  return {
    server: { host, port, cors: [...new Set(server.cors)], introspection: server.introspection },
    databases: databases.map((entry) => toDatabase(entry, base)),
    store: { url: absoluteUrl(store, base) },
    limits,
    auth,
    log,
  };
}

function toDatabase({ url, demo, pool, timeout, health, ...plain }: DatabaseEntry, base: string): DatabaseConfig {
  const { acquireTimeout, idleTimeout, ...bounds } = pool;
  const { interval, timeout: probeTimeout, ...counts } = health;
  return {
    ...plain,
    url: absoluteUrl(url, base),
    demo,
    pool: { ...bounds, acquireTimeoutMs: acquireTimeout, idleTimeoutMs: idleTimeout },
    timeoutMs: timeout,
    health: { ...counts, intervalMs: interval, timeoutMs: probeTimeout },
  };
}

function absoluteUrl(url: string, base: string): string {
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
