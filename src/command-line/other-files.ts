import { DragomanError } from '../errors/index.js';
import type { DialectName } from '../sql/index.js';

/** A kind of file that is no text of statements, by how it begins. */
interface OtherFile {
  readonly begins: Buffer;
  readonly what: string;
  readonly advice: (name: string) => string;
}

const hex = (digits: string): Buffer => Buffer.from(digits, 'hex');
const unpack =
  (program: string) =>
  (name: string): string =>
    `Unpack it first: ${program} ${name} | dragoman translate ….`;

const OTHER_FILES: readonly OtherFile[] = [
  { begins: hex('1f8b'), what: 'is packed by gzip', advice: unpack('gunzip -c') },
  { begins: hex('28b52ffd'), what: 'is packed by zstd', advice: unpack('zstd -dc') },
  { begins: hex('425a68'), what: 'is packed by bzip2', advice: unpack('bunzip2 -c') },
  { begins: hex('fd377a585a00'), what: 'is packed by xz', advice: unpack('xz -dc') },
  { begins: hex('504b0304'), what: 'is a ZIP archive', advice: unpack('unzip -p') },
  {
    begins: Buffer.from('PGDMP'),
    what: 'is a dump in pg_dump’s own format, which is no text',
    advice: (name) => `Make SQL of it: pg_restore --file=- ${name} | dragoman translate ….`,
  },
  {
    begins: Buffer.from('SQLite format 3\0'),
    what: 'is a database of SQLite, and no script',
    advice: (name) => `Dump it: sqlite3 ${name} .dump | dragoman translate ….`,
  },
];

/** Encodings of two bytes a letter, by their marks, or by what the first letter of ASCII looks like in them. */
const WIDE_ENCODINGS: readonly (readonly [name: string, begins: (bytes: Buffer) => boolean])[] = [
  ['utf-16le', ([first, second]) => (first === 0xff && second === 0xfe) || (first !== 0 && second === 0)],
  ['utf-16be', ([first, second]) => (first === 0xfe && second === 0xff) || (first === 0 && second !== 0)],
];

/**
 * @param bytes the first of a file
 * @throws DragomanError BAD_USER_INPUT for a file that is known to be no text in the encoding, and says what to do with it
 */
export function refuseOtherFile(bytes: Buffer, name: string, encoding: string): void {
  const found = OTHER_FILES.find(({ begins }) => bytes.subarray(0, begins.length).equals(begins));
  if (found !== undefined)
    throw new DragomanError('BAD_USER_INPUT', `${name} ${found.what}.`, { hint: found.advice(name) });
  const [wide] = WIDE_ENCODINGS.find(([, begins]) => bytes.length > 1 && begins(bytes)) ?? [];
  if (wide !== undefined && !encoding.startsWith('utf-16'))
    throw new DragomanError('BAD_USER_INPUT', `${name} is not ${encoding.toUpperCase()}, but ${wide.toUpperCase()}.`, {
      hint: `Name it: --encoding ${wide}.`,
    });
}

/** How far a dump's own words of what it is may be behind its start. */
const HEAD = 2000;

/** What the tools of each engine write at the start of a dump. */
const HEADS: readonly (readonly [DialectName, string, RegExp])[] = [
  ['POSTGRESQL', 'PostgreSQL', /^-- PostgreSQL database (?:cluster )?dump\s*$/m],
  ['MYSQL', 'MySQL or MariaDB', /^-- (?:MySQL|MariaDB) dump \d|^-- phpMyAdmin SQL Dump|^-- Adminer [\d.]+ MySQL/m],
  ['SQLITE', 'SQLite', /^PRAGMA foreign_keys=OFF;\s*BEGIN TRANSACTION;/],
];

/**
 * @param text the first of a script
 * @throws DragomanError BAD_USER_INPUT where it says itself that it is another engine's
 */
export function refuseOtherDialect(text: string, from: DialectName): void {
  const head = text.slice(0, HEAD);
  const [other, called] = HEADS.find(([, , begins]) => begins.test(head)) ?? [];
  if (other === undefined || called === undefined || other === from) return;
  throw new DragomanError('BAD_USER_INPUT', `This is a dump of ${called}.`, {
    hint: `Say --from ${other.toLowerCase()}.`,
  });
}
