import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ConfigDocument, ConfigKeyPath } from './config-document.js';
import type { ConfigProblem } from './config-error.js';
import type { ConfigFile } from './config-schema.js';
import type { ServerTlsConfig, TlsConfig } from './config.js';
import type { DatabaseEntry } from './database-schema.js';
import { dialectTakes } from './dialect-forms.js';
import { filePath } from './field-schemas.js';
import { databaseEntries, property } from './raw-data.js';
import { quoted } from './wording.js';

const FILE_KEYS = ['ca', 'cert', 'key'] as const;

/** What a database's `tls` says, its paths made absolute. */
export function toTls(tls: DatabaseEntry['tls'], base: string): TlsConfig | false | undefined {
  if (tls === undefined || tls === false) return tls;
  if (tls === true) return { verify: true };
  const paths = FILE_KEYS.flatMap((key) => {
    const path = tls[key];
    return path === undefined ? [] : [[key, resolve(base, path)] as const];
  });
  return { verify: tls.verify, ...Object.fromEntries(paths) };
}

/** What `server.tls` says, its paths made absolute. */
export function toServerTls(tls: ConfigFile['server']['tls'], base: string): ServerTlsConfig | undefined {
  return tls === undefined ? undefined : { cert: resolve(base, tls.cert), key: resolve(base, tls.key) };
}

/** One problem for each file of a `tls` that can't be read, in the data as it was written. */
export function tlsFileProblems(data: unknown, document: ConfigDocument, base: string): ConfigProblem[] {
  const problemsOf = (tls: unknown, path: ConfigKeyPath): ConfigProblem[] =>
    FILE_KEYS.flatMap((key) => {
      const file = filePath.safeParse(property(tls, key)).data;
      const fault = file === undefined ? undefined : fileFault(resolve(base, file));
      if (file === undefined || fault === undefined) return [];
      const hint = `write the path of a PEM file; relative ones start at ${base}`;
      return [document.problemAt([...path, key], `${quoted(file)} ${fault}`, hint)];
    });
  const ofDatabases = databaseEntries(data).flatMap((entry, index) =>
    dialectTakes(property(entry, 'dialect'), 'tls')
      ? problemsOf(property(entry, 'tls'), ['databases', index, 'tls'])
      : [],
  );
  return [...problemsOf(property(property(data, 'server'), 'tls'), ['server', 'tls']), ...ofDatabases];
}

function fileFault(path: string): string | undefined {
  try {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) return 'is no file that exists';
    if (status.isDirectory()) return 'is a folder';
    accessSync(path, constants.R_OK);
    return undefined;
  } catch (error) {
    return `can’t be read: ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}`;
  }
}
