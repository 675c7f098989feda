import { partsOfPath, type Dialect } from '../sql/index.js';

/** What is called by a path that an analysis tells, where names that differ in case alone are one. */
export const keyOfPath = (path: string): string => (partsOfPath(path).at(-1) ?? '').toLowerCase();

/** A text in quotes, without the signs that some engines know in one. */
export const inText = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A name in quotes, as PostgreSQL and SQLite write it. */
export const inQuotes = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A name in quotes, as a dialect writes it. */
export const quotedFor = (name: string, { name: dialect }: Dialect): string =>
  dialect === 'MYSQL' ? `\`${name.replaceAll('`', '``')}\`` : inQuotes(name);
