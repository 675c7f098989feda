import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ConfigError } from './config-error.js';

/** Where to look for the configuration file. */
export interface FindConfigOptions {
  /** What the command line's `--config` says. */
  readonly option?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The working directory: relative names start here. */
  readonly cwd: string;
  /** The packaged default's path, taken where there is nothing else. */
  readonly fallback: string;
}

/** The file that was found. */
export interface ConfigPath {
  /** Absolute. */
  readonly path: string;
  /** The folder that relative paths in the file start from. */
  readonly baseFolder: string;
}

const LOCAL_NAMES = ['dragoman.yaml', 'dragoman.yml', 'dragoman.json'];

/**
 * The configuration file to read: `--config`, then DRAGOMAN_CONFIG, then dragoman.yaml, .yml or
 * .json in the working directory, then the packaged default, whose data belongs into the
 * working directory and not into the package.
 * @throws ConfigError where a file is named that is not there.
 */
export function findConfigPath({ option, env, cwd, fallback }: FindConfigOptions): ConfigPath {
  if (option !== undefined) return namedFile(option, '--config', cwd);
  // An empty variable counts as unset: compose files pass `DRAGOMAN_CONFIG=` on.
  if (env.DRAGOMAN_CONFIG) return namedFile(env.DRAGOMAN_CONFIG, 'DRAGOMAN_CONFIG', cwd);
  const local = LOCAL_NAMES.map((name) => join(cwd, name)).find(isReadable);
  if (local !== undefined) return { path: local, baseFolder: cwd };
  return { path: fallback, baseFolder: cwd };
}

function namedFile(name: string, source: string, cwd: string): ConfigPath {
  const path = resolve(cwd, name);
  if (name !== '' && isReadable(path)) return { path, baseFolder: dirname(path) };
  const message = `there is no such file, but ${source} names it`;
  const file = name === '' ? '""' : name;
  throw new ConfigError([{ file, line: undefined, column: undefined, path: '', message }]);
}

/** Anything but a folder, as a pipe (`--config <(…)`) can be read, too. */
function isReadable(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
}
