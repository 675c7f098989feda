import { asked, type Expression, type Node, type StringLiteral } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { textOf } from '../../expressions/coercion.js';
import { momentOfWritten, MOMENTS_ARE_TEXT, noMoment, type MomentKind } from '../../expressions/moments/moments.js';
import { nothing, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { NATIVE } from './format-pieces.js';
import { readFormat, type Format } from './format-reading.js';
import { patternOfTexts } from './text-patterns.js';
import { weekAndDay } from './weeks-read.js';
import { isPlainPiece, momentInText, separatedDate } from './texts-read.js';
import type { MomentCompose, MomentTable } from './by-meaning.js';
import { LITERAL } from './formats.js';

/** Pieces of a fixed width, that SQLite can cut out of a text. */
const WIDTHS: Readonly<Record<string, number>> = { year: 4, month: 2, day: 2, hour: 2, minute: 2, second: 2 };

const OF_DATE = /year|month|day/;
const OF_TIME = /hour|minute|second|half/;

/** What a format reads: a date, a time of a day or both. */
function kindOf(format: Format): MomentKind {
  const pieces = format.flatMap((one) => (typeof one === 'string' ? [] : [one.piece]));
  const hasTime = pieces.some((piece) => OF_TIME.test(piece));
  if (!pieces.some((piece) => OF_DATE.test(piece))) return 'TIME';
  return hasTime ? 'TIMESTAMP' : 'DATE';
}

/** The same format in the target's signs; undefined where it has none for a piece, or text that it might take for one. */
function rewritten(format: Format, dialect: DialectName): string | undefined {
  const pieces = format.map((one) => {
    return typeof one === 'string' ? LITERAL[dialect](one) : NATIVE[one.piece][dialect];
  });
  return pieces.includes(undefined) ? undefined : pieces.join('');
}

const PARSED: Readonly<Record<'POSTGRESQL' | 'MYSQL', Readonly<Record<MomentKind, string>>>> = {
  POSTGRESQL: {
    DATE: 'to_date($1, $2)',
    TIMESTAMP: 'CAST(to_timestamp($1, $2) AS timestamp)',
    TIME: 'CAST(to_timestamp($1, $2) AS time)',
  },
  MYSQL: {
    DATE: 'CAST(STR_TO_DATE($1, $2) AS DATE)',
    TIMESTAMP: 'CAST(STR_TO_DATE($1, $2) AS DATETIME)',
    TIME: 'CAST(STR_TO_DATE($1, $2) AS TIME)',
  },
};

/** Cuts the parts out of the text, which must be as long as the format says, and puts them into the one form. */
function cutOut(value: Expression, format: Format, kind: MomentKind, at: Node, t: Translator): Expression | undefined {
  const places = new Map<string, number>();
  let from = 1;
  for (const one of format) {
    if (typeof one === 'string') {
      from += one.length;
      continue;
    }
    const width = WIDTHS[one.piece];
    if (width === undefined || places.has(one.piece)) return undefined;
    places.set(one.piece, from);
    from += width;
  }
  const cut = (piece: string, otherwise: string): string => {
    const place = places.get(piece);
    return place === undefined ? `'${otherwise}'` : `substr($1, ${place}, ${WIDTHS[piece] as number})`;
  };
  const date = `${cut('year', '0000')} || '-' || ${cut('month', '01')} || '-' || ${cut('day', '01')}`;
  const time = `${cut('hour', '00')} || ':' || ${cut('minute', '00')} || ':' || ${cut('second', '00')}`;
  const forms: Readonly<Record<MomentKind, string>> = {
    DATE: existing('date', date),
    TIME: `time(${time})`,
    TIMESTAMP: existing('datetime', `${date} || ' ' || ${time}`),
  };
  return t.form(forms[kind], [value], at);
}

/** A day that there is: SQLite counts on from the end of a month. */
const existing = (called: 'date' | 'datetime', made: string): string =>
  `(SELECT _read FROM (SELECT ${made} AS _read) WHERE ${called}(_read) = _read)`;

/** @param misfits what becomes of a text that does not fit the format */
const parsed =
  (misfits: 'FAIL' | 'NULL', kind?: MomentKind): MomentCompose =>
  ({ node, t }) => {
    const [value, format] = node.arguments as [Expression, Expression];
    const read = format.kind === 'string' ? readFormat(format.value, t.source) : undefined;
    if (read === undefined) return undefined;
    const ofWeek = kind === undefined ? weekAndDay(read, t.target) : undefined;
    if (ofWeek !== undefined) return { made: t.form(ofWeek, [textOf(value, t)], node), kind: 'DATE' };
    const given = kind ?? kindOf(read);
    const made = parsedFor(textOf(value, t), { read, kind: given, misfits }, node, t);
    return made && { made, kind: given };
  };

interface Reading {
  readonly read: Format;
  readonly kind: MomentKind;
  readonly misfits: 'FAIL' | 'NULL';
}

function parsedFor(value: Expression, reading: Reading, at: Node, t: Translator): Expression | undefined {
  const { read, kind, misfits } = reading;
  const known = value.kind === 'string' ? knownText(value, reading, t) : undefined;
  if (known !== undefined) return known;
  const separated = t.target === 'SQLITE' && value.kind !== 'string' ? separatedDate(read, kind) : undefined;
  if (separated !== undefined) return t.form(existing('date', separated), [alikeSeparated(value, reading, t)], at);
  if (t.target === 'SQLITE') return cutOut(value, read, kind, at, t);
  const loose = t.target === 'MYSQL' && isLoose(reading, t);
  const format = rewritten(loose ? read.map((one) => (typeof one === 'string' ? ' ' : one)) : read, t.target);
  if (format === undefined) return undefined;
  const spaced = loose ? t.form(SPACED, [value], value) : value;
  const made = t.form(PARSED[t.target][kind], [spaced, text(format, at.span)], at);
  return misfits === 'NULL' ? whereItFits(value, made, read, t) : made;
}

/** Whatever stands between numbers and words, as a space: MySQL's formats take any number of these. */
const SPACED = "REGEXP_REPLACE($1, '[^0-9A-Za-z]+', ' ')";
const ALIKE = "replace(replace($1, '/', '-'), '.', '-')";
const SEPARATES = /^[^\p{L}\d]+$/u;

/**
 * Whether a sign of the format stands for any sign of the text, as it does in PostgreSQL.
 * https://www.postgresql.org/docs/current/functions-formatting.html#FUNCTIONS-FORMATTING-TABLE
 */
function isLoose({ read, misfits }: Reading, t: Translator): boolean {
  const takesAny = read.every((one) => (typeof one === 'string' ? SEPARATES.test(one) : isPlainPiece(one.piece)));
  const hasSigns = read.some((one) => typeof one === 'string');
  return misfits === 'FAIL' && takesAny && hasSigns && t.isExact;
}

/** The text with the format's own sign between its parts, where that stands for others. */
function alikeSeparated(value: Expression, reading: Reading, t: Translator): Expression {
  return isLoose(reading, t) && reading.read[1] === '-' && reading.read[3] === '-'
    ? t.form(ALIKE, [value], value)
    : value;
}

/** A text that is written out, as the moment that it says, or as NULL where it says none; undefined where that is not known here. */
function knownText(value: StringLiteral, { read, kind, misfits }: Reading, t: Translator): Expression | undefined {
  const pattern = misfits === 'NULL' ? patternOfTexts(read) : undefined;
  const isNone = pattern !== undefined && asked(value, (content) => !new RegExp(pattern, 'i').test(content));
  if (isNone) return noMoment(nothing(value.span), kind, t).made;
  if (misfits === 'FAIL' && !MOMENTS_ARE_TEXT[t.target]) return undefined;
  const known = asked(value, (content) => momentInText(content, read, kind));
  const isRead = read.every((one) => typeof one === 'string' || isPlainPiece(one.piece));
  if (known === undefined && isRead && misfits === 'NULL') return noMoment(nothing(value.span), kind, t).made;
  return known === undefined ? undefined : momentOfWritten(text(known, value.span), kind, t).made;
}

/** MySQL makes NULL of a text that does not fit its format, where PostgreSQL fails. */
function whereItFits(value: Expression, made: Expression, read: Format, t: Translator): Expression {
  const pattern = patternOfTexts(read);
  if (pattern === undefined || t.takesPlainer(value, 'where a text says no day')) return made;
  return t.form('CASE WHEN $1 ~* $2 THEN $3 END', [value, text(pattern, value.span), made], value);
}

/** Functions that read moments out of text by a format. */
export const parsedMoments: MomentTable = {
  to_date: parsed('FAIL', 'DATE'),
  timestamp_of_format: parsed('FAIL', 'TIMESTAMP'),
  str_to_date: parsed('NULL'),
};
