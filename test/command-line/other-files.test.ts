import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { refuseOtherDialect, refuseOtherFile } from '../../src/command-line/other-files.js';

const told = (work: () => void): string => {
  try {
    work();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('files that are no text of statements', () => {
  it.each([
    ['packed', gzipSync('SELECT 1;'), 'dump is packed by gzip.'],
    [
      'of pg_dump’s own format',
      Buffer.from('PGDMP\x01\x0e\x00'),
      'dump is a dump in pg_dump’s own format, which is no text.',
    ],
    ['a database', Buffer.from('SQLite format 3\0\x10\x00'), 'dump is a database of SQLite, and no script.'],
    ['of two bytes a letter, with a mark', Buffer.from('\uFEFF-- a', 'utf16le'), 'dump is not UTF-8, but UTF-16LE.'],
    ['of two bytes a letter', Buffer.from('-- a', 'utf16le'), 'dump is not UTF-8, but UTF-16LE.'],
    ['a script', Buffer.from('-- a\nSELECT 1;'), ''],
    ['a short script', Buffer.from(';'), ''],
  ])('%s', (_what, bytes, message) => {
    expect(told(() => refuseOtherFile(bytes, 'dump', 'utf-8'))).toBe(message);
  });

  it('takes what is named', () => {
    expect(told(() => refuseOtherFile(Buffer.from('-- a', 'utf16le'), 'dump', 'utf-16le'))).toBe('');
  });
});

it.each([
  ['--\n-- PostgreSQL database dump\n--\n', 'MYSQL', 'This is a dump of PostgreSQL.'],
  ['--\n-- PostgreSQL database dump\n--\n', 'POSTGRESQL', ''],
  [
    '/*M!999999\\- enable the sandbox mode */ \n-- MariaDB dump 10.19-11.4.2-MariaDB\n',
    'SQLITE',
    'This is a dump of MySQL or MariaDB.',
  ],
  ['PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n', 'POSTGRESQL', 'This is a dump of SQLite.'],
  ['SELECT 1;', 'MYSQL', ''],
] as const)('tells a dump of another engine: %j read as %s', (text, from, message) => {
  expect(told(() => refuseOtherDialect(text, from))).toBe(message);
});
