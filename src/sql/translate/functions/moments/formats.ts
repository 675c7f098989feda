import { asked, type Expression, type Node } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { asKind, isMoment, momentOf, type Moment } from '../../expressions/moments/moments.js';
import { isIntervalValue } from '../../expressions/intervals/interval-values.js';
import { numberOf } from '../../expressions/coercion.js';
import { passedSeconds } from '../../expressions/moments/passed-seconds.js';
import { nothing, number, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { everywhere, type CallPlace, type Compose, type FormTable } from '../form.js';
import { intervalOf, shownInSqlite, signed } from './durations.js';
import { COMPOSED, NATIVE, NUMBERS, type Piece } from './format-pieces.js';
import { readFormat, type Format, type FormatPiece } from './format-reading.js';
import { formattedInterval } from './interval-formats.js';
import { now, timeValue } from './sqlite-calls.js';
import { partOf } from './parts.js';
import { concatenated } from '../../expressions/texts/concatenation.js';
import { OF_EPOCH } from './making.js';

type Forms = Readonly<Record<DialectName, string>>;

/** The call that writes a moment by a format of the target's own. */
const WRITTEN: Forms = {
  POSTGRESQL: 'to_char($1, $2)',
  MYSQL: 'DATE_FORMAT($1, $2)',
  SQLITE: 'strftime($2, $1)',
};

/** A text in a format. */
export const LITERAL: Readonly<Record<DialectName, (value: string) => string>> = {
  POSTGRESQL: (value) => (/^[-/:., ]*$/.test(value) ? value : `"${value.replace(/[\\"]/g, '\\$&')}"`),
  MYSQL: (value) => value.replaceAll('%', '%%'),
  SQLITE: (value) => value.replaceAll('%', '%%'),
};

const FILLED: Forms = {
  POSTGRESQL: "lpad(CAST($1 AS text), $2, '0')",
  MYSQL: "LPAD($1, $2, '0')",
  SQLITE: "substr('0000' || $1, -$2)",
};
const AS_TEXT: Forms = { POSTGRESQL: 'CAST($1 AS text)', MYSQL: 'CAST($1 AS CHAR)', SQLITE: 'CAST($1 AS TEXT)' };
const PADDED: Forms = {
  POSTGRESQL: "rpad($1, $2, ' ')",
  MYSQL: "RPAD($1, $2, ' ')",
  SQLITE: "substr($1 || '         ', 1, $2)",
};
/** The last two digits of a number, and the last. */
const LAST_DIGITS: Readonly<Record<DialectName, readonly [two: string, one: string]>> = {
  POSTGRESQL: ['right($1, 2)', 'right($1, 1)'],
  MYSQL: ['RIGHT($1, 2)', 'RIGHT($1, 1)'],
  SQLITE: ['substr($1, -2)', 'substr($1, -1)'],
};

/** 1st, 2nd, 3rd, 4th; those from 10 to 19 are all th. */
export function withOrdinal(digits: Expression, suffix: 'th' | 'TH', at: Node, t: Translator): Expression {
  const [two, one] = LAST_DIGITS[t.target];
  const cased = (word: string): string => (suffix === 'TH' ? word.toUpperCase() : word);
  const made = t.form(
    `CASE WHEN ${two} IN ('11', '12', '13') THEN '${cased('th')}' WHEN ${one} = '1' THEN '${cased('st')}'
      WHEN ${one} = '2' THEN '${cased('nd')}' WHEN ${one} = '3' THEN '${cased('rd')}' ELSE '${cased('th')}' END`,
    [digits],
    at,
  );
  return concatenated([digits, made], t);
}

const LETTERS = { UPPER: 'UPPER($1)', LOWER: 'LOWER($1)' } as const;

/** A moment as a format writes it: runs of what the target has signs for, with what is composed between them. */
export function formatted(moment: Moment, format: Format, at: Node, t: Translator): Expression | undefined {
  const pieces: Expression[] = [];
  let run = '';
  let isPlain = true;
  const flush = (): void => {
    if (run !== '')
      pieces.push(
        isPlain ? text(plainOf(run, t), at.span) : t.form(WRITTEN[t.target], [moment.made, text(run, at.span)], at),
      );
    run = '';
    isPlain = true;
  };
  for (const one of format) {
    const native = typeof one === 'string' ? LITERAL[t.target](one) : nativeOf(one, t);
    if (native !== undefined) {
      run += native;
      isPlain = isPlain && typeof one === 'string';
      continue;
    }
    flush();
    const made = composed(one as FormatPiece, moment, at, t);
    if (made === undefined) return undefined;
    pieces.push(made);
  }
  flush();
  return joined(pieces, moment, at, t);
}

function nativeOf({ piece, letters, width, ordinal }: FormatPiece, t: Translator): string | undefined {
  return letters === undefined && width === undefined && ordinal === undefined ? NATIVE[piece][t.target] : undefined;
}

/** A run that is nothing but text is no format. */
function plainOf(run: string, t: Translator): string {
  return t.target === 'POSTGRESQL'
    ? run.replace(/"((?:\\.|[^"\\])*)"/g, (_, inner: string) => inner.replace(/\\(.)/g, '$1'))
    : run.replaceAll('%%', '%');
}

function composed(
  { piece, letters, width, ordinal }: FormatPiece,
  moment: Moment,
  at: Node,
  t: Translator,
): Expression | undefined {
  const plain =
    nativePiece(piece, moment, at, t) ?? composedPiece(piece, moment, at, t) ?? numberPiece(piece, moment, at, t);
  if (plain === undefined) return undefined;
  const cased = letters === undefined ? plain : t.form(LETTERS[letters], [plain], at);
  if (ordinal !== undefined) return withOrdinal(cased, ordinal, at, t);
  return width === undefined ? cased : t.form(PADDED[t.target], [cased, number(width, at.span)], at);
}

function nativePiece(piece: Piece, { made }: Moment, at: Node, t: Translator): Expression | undefined {
  const native = NATIVE[piece][t.target];
  return native === undefined ? undefined : t.form(WRITTEN[t.target], [made, text(native, at.span)], at);
}

function composedPiece(piece: Piece, { made }: Moment, at: Node, t: Translator): Expression | undefined {
  const form = COMPOSED[piece]?.[t.target];
  return form === undefined ? undefined : t.form(form, [made], at);
}

function numberPiece(piece: Piece, moment: Moment, at: Node, t: Translator): Expression | undefined {
  const [part, width] = NUMBERS[piece] ?? [];
  const made = part === undefined ? undefined : partOf(part, moment, at, t);
  if (made === undefined || width === undefined) return undefined;
  return width > 1
    ? t.form(FILLED[t.target], [made, number(width, at.span)], at)
    : t.form(AS_TEXT[t.target], [made], at);
}

/** The pieces one behind the other; NULL where the moment is, even if there is nothing but text. */
function joined(pieces: readonly Expression[], { made }: Moment, at: Node, t: Translator): Expression {
  const [first] = pieces;
  if (first === undefined) return t.form("CASE WHEN $1 IS NOT NULL THEN '' END", [made], at);
  if (pieces.every((piece) => piece.kind === 'string'))
    return t.form('CASE WHEN $1 IS NOT NULL THEN $2 END', [made, first], at);
  return concatenated(pieces, t);
}

function byFormat(
  date: Expression | undefined,
  format: Expression | undefined,
  { node, t }: CallPlace,
): Expression | undefined {
  if (date === undefined || format?.kind !== 'string') return undefined;
  const read = readFormat(format.value, t.source);
  return read && formatted(momentOf(date, t), withZone(read, date, t), node, t);
}

/** What shows no zone has none to write. */
function withZone(format: Format, date: Expression, t: Translator): Format {
  const zone = t.typeName(date) === 'TIMESTAMPTZ' ? 'UTC' : '';
  return format.map((one) => {
    if (typeof one === 'string' || one.piece !== 'zone') return one;
    return one.letters === 'LOWER' ? zone.toLowerCase() : zone;
  });
}

/** to_char(moment, format); of numbers it is another function. */
export const momentToChar: Compose = (place) => {
  const [date, format] = place.node.arguments;
  if (date === undefined || format?.kind !== 'string') return undefined;
  if (isIntervalValue(date, place.t)) return formattedInterval(date, format, place);
  const isOfMoment = place.t.typeName(date) === undefined ? asked(format, saysMoment) : isMoment(date, place.t);
  return isOfMoment ? byFormat(date, format, place) : undefined;
};

/** Whether a format is one of moments: one of numbers has places for digits, and no parts of dates. */
const saysMoment = (format: string): boolean => !/[09]/.test(format) && /[YHQW]|MM|DD|SS|MON|DAY|DY/i.test(format);

/** MySQL writes nothing by a format that is empty: NULL. */
const dateFormat: Compose = (place) => {
  const [date, format] = place.node.arguments;
  if (format?.kind === 'string' && asked(format, (content) => content === '')) return nothing(place.node.span);
  return byFormat(date, format, place);
};

/** TIME_FORMAT: hours of more than a day are counted on where the time is known to have them. */
const timeFormat: Compose = ({ node, t }) => {
  const [time, format] = node.arguments as [Expression, Expression];
  const read = format.kind === 'string' ? readFormat(format.value, 'MYSQL') : undefined;
  if (read === undefined) return undefined;
  const seconds = passedSeconds(time, t);
  if (seconds === undefined) return formatted(asKind(momentOf(time, t, 'TIME'), 'TIME', node, t), read, node, t);
  const shown =
    t.target === 'SQLITE'
      ? shownInSqlite(seconds, read, node, t)
      : formatted({ made: intervalOf(seconds, node, t), kind: 'TIME' }, read, node, t);
  return shown && signed(seconds, shown, node, t);
};

const named =
  (piece: Piece): Compose =>
  ({ node, t }) =>
    formatted(momentOf(node.arguments[0] as Expression, t), [{ piece }], node, t);

const formatOfEpoch: Compose = ({ node, t }) => {
  const [seconds, format] = node.arguments as [Expression, Expression];
  if (format.kind !== 'string') return undefined;
  const read = readFormat(format.value, 'MYSQL');
  const made = t.form(OF_EPOCH[t.target], [numberOf(seconds, t)], node);
  return read && formatted({ made, kind: 'TIMESTAMP' }, read, node, t);
};

/** strftime(format, x, …): a format of its own, of what the modifiers make of x. */
const strftime: Compose = (place) => {
  const [format, ...rest] = place.node.arguments;
  if (format?.kind !== 'string') return undefined;
  const read = readFormat(format.value, 'SQLITE');
  const moment = rest.length === 0 ? now(place) : timeValue(rest, place);
  return read && moment && formatted(moment, read, place.node, place.t);
};

/** A number that SQLite makes of a time value. */
const ofTimeValue =
  (part: string): Compose =>
  (place) => {
    const moment = timeValue(place.node.arguments, place);
    return moment && partOf(part, moment, place.node, place.t);
  };

/** Functions that write moments. */
export const formatForms: FormTable = {
  to_char: everywhere(momentToChar),
  date_format: everywhere(dateFormat),
  time_format: everywhere(timeFormat),
  day_name: everywhere(named('day name')),
  month_name: everywhere(named('month name')),
  format_unix_seconds: everywhere(formatOfEpoch),
  strftime: everywhere(strftime),
  format_now: everywhere(strftime),
  julian_day: everywhere(ofTimeValue('julian day')),
  unix_epoch: everywhere(ofTimeValue('whole epoch')),
};
