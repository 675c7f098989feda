import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ConfigDocument } from './config-document.js';
import type { ConfigProblem } from './config-error.js';
import type { TlsConfig } from './config.js';
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

/** One problem for each file of a `tls` that can't be read, in the data as it was written. */
export function tlsFileProblems(data: unknown, document: ConfigDocument, base: string): ConfigProblem[] {
  return databaseEntries(data).flatMap((entry, index) => {
    if (!dialectTakes(property(entry, 'dialect'), 'tls')) return [];
    const tls = property(entry, 'tls');
    return FILE_KEYS.flatMap((key) => {
      const path = filePath.safeParse(property(tls, key)).data;
      const fault = path === undefined ? undefined : fileFault(resolve(base, path));
      if (path === undefined || fault === undefined) return [];
      const hint = `write the path of a PEM file; relative ones start at ${base}`;
      return [document.problemAt(['databases', index, 'tls', key], `${quoted(path)} ${fault}`, hint)];
    });
  });
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
