import { isAbsolute, resolve } from 'node:path';
import { DragomanError } from '../../errors/index.js';

/** Where a SQLite database lives. */
export type SqliteLocation = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'memory' };

/**
 * Reads `sqlite:PATH` or `sqlite::memory:`. A relative path stands against the working folder.
 * @throws DragomanError BAD_USER_INPUT
 */
export function readSqliteUrl(url: string): SqliteLocation {
  const path = /^sqlite:(.+)$/s.exec(url)?.[1]?.replace(/^\/\/(?=\/)/, '');
  if (path === undefined || path.includes('\0')) {
    throw new DragomanError(
      'BAD_USER_INPUT',
      'The url of a SQLite database has the form sqlite:PATH or sqlite::memory:.',
      {
        hint: 'Write for example sqlite:./data/shop.sqlite.',
      },
    );
  }
  if (path === ':memory:') return { kind: 'memory' };
  return { kind: 'file', path: isAbsolute(path) ? path : resolve(path) };
}
