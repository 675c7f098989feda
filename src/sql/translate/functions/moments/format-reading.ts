import type { DialectName } from '../../../dialects/index.js';
import type { Piece } from './format-pieces.js';

/** Letters as they are, all capitals, or all small; PostgreSQL fills names up to nine places with spaces. */
export interface FormatPiece {
  readonly piece: Piece;
  readonly letters?: 'UPPER' | 'LOWER';
  readonly width?: number;
  /** What stands behind a number that says a place: 1st, 2nd. */
  readonly ordinal?: 'th' | 'TH';
}

/** A format: texts and what stands between them. */
export type Format = readonly (string | FormatPiece)[];

type Signs = Readonly<Record<string, readonly string[]>>;

/** https://dev.mysql.com/doc/refman/8.4/en/date-and-time-functions.html#function_date-format */
const MYSQL_SIGNS: Signs = {
  Y: ['year'],
  y: ['year of two digits'],
  m: ['month'],
  c: ['short month'],
  M: ['month name'],
  b: ['month abbreviation'],
  d: ['day'],
  e: ['short day'],
  D: ['ordinal day'],
  W: ['day name'],
  a: ['day abbreviation'],
  j: ['day of year'],
  H: ['hour'],
  k: ['short hour'],
  h: ['hour of twelve'],
  I: ['hour of twelve'],
  l: ['short hour of twelve'],
  i: ['minute'],
  s: ['second'],
  S: ['second'],
  f: ['microseconds'],
  p: ['half'],
  T: ['hour', ':', 'minute', ':', 'second'],
  r: ['hour of twelve', ':', 'minute', ':', 'second', ' ', 'half'],
  v: ['iso week'],
  x: ['iso year'],
  U: ['week:0'],
  u: ['week:1'],
  V: ['week:2'],
  X: ['week of sunday year'],
  w: ['days since sunday'],
};

/** https://sqlite.org/lang_datefunc.html#strftime */
const SQLITE_SIGNS: Signs = {
  Y: ['year'],
  m: ['month'],
  d: ['day'],
  e: ['spaced day'],
  j: ['day of year'],
  H: ['hour'],
  M: ['minute'],
  S: ['second'],
  f: ['second', '.', 'milliseconds'],
  F: ['year', '-', 'month', '-', 'day'],
  T: ['hour', ':', 'minute', ':', 'second'],
  R: ['hour', ':', 'minute'],
  W: ['week:5'],
  U: ['week:0'],
  V: ['iso week'],
  G: ['iso year'],
  g: ['iso year of two digits'],
  u: ['iso day of week'],
  w: ['days since sunday'],
  s: ['epoch'],
  J: ['julian day'],
  I: ['hour of twelve'],
  p: ['half'],
  k: ['spaced hour'],
  l: ['spaced hour of twelve'],
  P: ['small half'],
};

const isPiece = (one: string, signs: readonly string[]): boolean => signs.length === 1 || /[a-z]/.test(one);

/** A format of signs with a percent before them; undefined where a sign is not known. */
function readSigns(format: string, signs: Signs, unknown: 'LETTER' | 'NONE'): Format | undefined {
  const read: (string | FormatPiece)[] = [];
  for (const [piece] of format.matchAll(/%[\s\S]|[^%]+|%$/g)) {
    if (!piece.startsWith('%')) read.push(piece);
    else if (piece === '%%') read.push('%');
    else {
      const known = signs[piece.slice(1)];
      if (known === undefined && unknown === 'NONE') return undefined;
      read.push(...(known?.map((one) => (isPiece(one, known) ? { piece: one as Piece } : one)) ?? [piece.slice(1)]));
    }
  }
  return read;
}

type Pattern = readonly [
  pattern: string,
  piece: Piece | 'REFUSED' | Text,
  rest?: Omit<FormatPiece, 'piece'>,
  short?: Piece,
];

/** What is the same for all moments: no year is before the first, and sessions are in UTC. */
interface Text {
  readonly text: string;
}

const always = (text: string): Text => ({ text });

/** to_char’s patterns, the longest first: https://www.postgresql.org/docs/current/functions-formatting.html */
const PATTERNS: readonly Pattern[] = [
  ['HH24', 'hour', {}, 'short hour'],
  ['HH12', 'hour of twelve', {}, 'short hour of twelve'],
  ['HH', 'hour of twelve', {}, 'short hour of twelve'],
  ['MI', 'minute', {}, 'short minute'],
  ['SSSSS', 'second of day'],
  ['SSSS', 'second of day'],
  ['SS', 'second', {}, 'short second'],
  ['MS', 'milliseconds'],
  ['US', 'microseconds'],
  ['FF3', 'milliseconds'],
  ['FF6', 'microseconds'],
  ['YYYY', 'year'],
  ['Y,YYY', 'REFUSED'],
  ['YYY', 'REFUSED'],
  ['YY', 'year of two digits'],
  ['IYYY', 'iso year'],
  ['IYY', 'REFUSED'],
  ['IY', 'REFUSED'],
  ['MONTH', 'month name', { letters: 'UPPER', width: 9 }],
  ['Month', 'month name', { width: 9 }],
  ['month', 'month name', { letters: 'LOWER', width: 9 }],
  ['MON', 'month abbreviation', { letters: 'UPPER' }],
  ['Mon', 'month abbreviation'],
  ['mon', 'month abbreviation', { letters: 'LOWER' }],
  ['MM', 'month', {}, 'short month'],
  ['DAY', 'day name', { letters: 'UPPER', width: 9 }],
  ['Day', 'day name', { width: 9 }],
  ['day', 'day name', { letters: 'LOWER', width: 9 }],
  ['DY', 'day abbreviation', { letters: 'UPPER' }],
  ['Dy', 'day abbreviation'],
  ['dy', 'day abbreviation', { letters: 'LOWER' }],
  ['IDDD', 'REFUSED'],
  ['DDD', 'day of year', {}, 'short day of year'],
  ['DD', 'day', {}, 'short day'],
  ['ID', 'iso day of week'],
  ['IW', 'iso week', {}, 'short iso week'],
  ['WW', 'week of twelve'],
  ['CC', 'century'],
  ['AM', 'half'],
  ['PM', 'half'],
  ['am', 'half', { letters: 'LOWER' }],
  ['pm', 'half', { letters: 'LOWER' }],
  ['A.M.', 'half with points'],
  ['P.M.', 'half with points'],
  ['a.m.', 'half with points', { letters: 'LOWER' }],
  ['p.m.', 'half with points', { letters: 'LOWER' }],
  ['TZH', always('+00')],
  ['TZM', always('00')],
  ['TZ', 'zone'],
  ['tz', 'zone', { letters: 'LOWER' }],
  ['OF', always('+00')],
  ['RM', 'REFUSED'],
  ['TM', 'REFUSED'],
  ['BC', always('AD')],
  ['AD', always('AD')],
  ['B.C.', always('A.D.')],
  ['A.D.', always('A.D.')],
  ['bc', always('ad')],
  ['ad', always('ad')],
  ['b.c.', always('a.d.')],
  ['a.d.', always('a.d.')],
  ['FX', 'REFUSED'],
  ['Q', 'quarter'],
  ['D', 'day of week'],
  ['W', 'week of month'],
  ['J', 'julian'],
  ['Y', 'REFUSED'],
  ['I', 'REFUSED'],
];

/** Numbers that FM would cut zeros from, which nobody asks for. */
const FILLED_ALWAYS = /of two digits|seconds$|of twelve$(?<!hour of twelve)/;

/** Patterns without letters of two kinds are read in any case. */
function patternAt(rest: string): Pattern | undefined {
  const exact = PATTERNS.find(([pattern]) => rest.startsWith(pattern));
  const loose = PATTERNS.find(([pattern]) => rest.slice(0, pattern.length).toUpperCase() === pattern);
  if (exact === undefined || loose === undefined) return exact ?? loose;
  return exact[0].length >= loose[0].length ? exact : loose;
}

const isText = (piece: Piece | 'REFUSED' | Text): piece is Text => typeof piece === 'object';

/** Numbers that may have what makes them ordinal behind them. */
const COUNTED = /^(?:day|month|hour|minute|second|quarter|century|week of (?:twelve|month)|iso week|day of year)$/;

function pieceOf(
  piece: Piece | 'REFUSED',
  { width, ...letters }: Omit<FormatPiece, 'piece'>,
  fills: boolean,
  short: Piece | undefined,
  ordinal: FormatPiece['ordinal'],
): FormatPiece | undefined {
  if (piece === 'REFUSED' || (fills && FILLED_ALWAYS.test(piece))) return undefined;
  if (ordinal !== undefined && !COUNTED.test(piece)) return undefined;
  if (ordinal !== undefined && piece === 'day' && fills)
    return { piece: 'ordinal day', ...(ordinal === 'TH' && { letters: 'UPPER' }) };
  return {
    piece: fills ? (short ?? piece) : piece,
    ...letters,
    ...(width !== undefined && !fills && { width }),
    ...(ordinal !== undefined && { ordinal }),
  };
}

function readPatterns(format: string): Format | undefined {
  const read: (string | FormatPiece)[] = [];
  for (let at = 0; at < format.length;) {
    const rest = format.slice(at);
    const quoted = /^"((?:\\.|[^"\\])*)"?/.exec(rest);
    if (quoted !== null) {
      read.push((quoted[1] as string).replace(/\\(.)/g, '$1'));
      at += quoted[0].length;
      continue;
    }
    // TM takes names from the server's language, which is English where none is set
    const fill = /^(?:FM|TM(?=mon|day|dy))/i.test(rest) ? 2 : 0;
    const found = patternAt(rest.slice(fill));
    if (found === undefined) {
      read.push(rest.charAt(fill));
      at += fill + 1;
      continue;
    }
    const [pattern, piece, more = {}, short] = found;
    const suffix = /^(?:th|TH)/.exec(rest.slice(fill + pattern.length))?.[0] as FormatPiece['ordinal'];
    const made = isText(piece) ? piece.text : pieceOf(piece, more, fill > 0, short, suffix);
    if (made === undefined || (suffix !== undefined && isText(piece))) return undefined;
    read.push(made);
    at += fill + pattern.length + (suffix?.length ?? 0);
  }
  return read;
}

const READERS: Readonly<Record<DialectName, (format: string) => Format | undefined>> = {
  POSTGRESQL: readPatterns,
  MYSQL: (format) => readSigns(format, MYSQL_SIGNS, 'LETTER'),
  SQLITE: (format) => readSigns(format, SQLITE_SIGNS, 'NONE'),
};

/** What a format of a dialect’s says; undefined where that is not known. */
export const readFormat = (format: string, dialect: DialectName): Format | undefined => READERS[dialect](format);
