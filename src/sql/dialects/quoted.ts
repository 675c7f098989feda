import type { DialectName } from './dialect.js';

/** A name in double quotes, as PostgreSQL, SQLite and the standard write it. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A name in quotes, as a dialect writes it: MySQL takes double quotes for those of a text. */
export const quotedNameIn = (name: string, dialect: DialectName): string =>
  dialect === 'MYSQL' ? `\`${name.replaceAll('`', '``')}\`` : quotedName(name);

/** A text in quotes, for one without the backslashes that MySQL reads as escapes. */
export const quotedString = (value: string): string => `'${value.replaceAll("'", "''")}'`;
