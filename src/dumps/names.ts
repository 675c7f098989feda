import { foldName, partsOfPath, type Dialect, type Name } from '../sql/index.js';

/** What is called by a path: its last name, as the dialect takes it. */
export function ownName({ parts }: { readonly parts: readonly Name[] }, dialect: Dialect): string {
  const last = parts.at(-1);
  return last === undefined ? '' : foldName(last, dialect);
}

/** The same where names that differ in case alone are one. */
export const ownKey = (path: { readonly parts: readonly Name[] }, dialect: Dialect): string =>
  ownName(path, dialect).toLowerCase();

/** The same of a path that an analysis tells. */
export const keyOfPath = (path: string): string => (partsOfPath(path).at(-1) ?? '').toLowerCase();

/** A text in quotes, without the signs that some engines know in one. */
export const inText = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A name in quotes, as PostgreSQL and SQLite write it. */
export const inQuotes = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A name in quotes, as a dialect writes it. */
export const quotedFor = (name: string, { name: dialect }: Dialect): string =>
  dialect === 'MYSQL' ? `\`${name.replaceAll('`', '``')}\`` : inQuotes(name);
