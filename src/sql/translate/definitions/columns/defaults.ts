import type { BitsLiteral, Expression, FunctionCall, StringLiteral } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { jsonOfArrayText } from '../../expressions/arrays/array-text.js';
import { boolean, cast, dataType, number, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { roundedDecimal } from '../../changes/rounded-decimal.js';
import { castMoment } from '../../expressions/moments/moment-offsets.js';
import { ENDLESS } from '../../expressions/moments/endless-values.js';
import type { ColumnKind, ColumnMeaning } from './column-meaning.js';

const WHOLE: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['INT8', 'INT16', 'INT24', 'INT32', 'INT64']);

const NUMBERS: ReadonlySet<ColumnKind> = new Set<ColumnKind>([...WHOLE, 'DECIMAL', 'FLOAT32', 'FLOAT64', 'YEAR']);

/** Names of the clock, as each dialect calls the moment and the day. */
const NOW: Readonly<Record<DialectName, ReadonlySet<string>>> = {
  POSTGRESQL: new Set(['now', 'current_timestamp', 'localtimestamp', 'transaction_timestamp', 'statement_timestamp']),
  MYSQL: new Set(['now', 'current_timestamp', 'localtimestamp', 'localtime']),
  SQLITE: new Set(['current_timestamp']),
};

const MOMENTS: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['TIMESTAMP', 'TIMESTAMPTZ']);

/** A column's default: a literal as the target's type has it, the clock, or any other expression. */
export function defaultFor(written: Expression, meaning: ColumnMeaning | undefined, t: Translator): Expression {
  const value = clockOfWord(withoutCast(written, meaning), meaning, t);
  if (meaning === undefined || value.kind === 'null') return t.value(value);
  const moment = MOMENTS.has(meaning.kind) ? (clockFor(value, meaning, t) ?? momentOf(value, meaning, t)) : undefined;
  const identifier = meaning.kind === 'UUID' && t.target === 'POSTGRESQL' ? identifierFor(value, t) : undefined;
  const made = moment ?? identifier ?? literalFor(value, meaning, t) ?? numberFor(value, meaning, t);
  return t.target === 'SQLITE' ? keptNumber(made, meaning) : made;
}

/** A written number with as many digits as the source's column keeps, where SQLite would keep them all. */
function keptNumber(made: Expression, meaning: ColumnMeaning): Expression {
  if (made.kind === 'unary' && made.operator === 'minus')
    return { ...made, operand: keptNumber(made.operand, meaning) };
  const digits = meaning.kind === 'DECIMAL' ? meaning.scale : WHOLE.has(meaning.kind) ? 0 : undefined;
  return made.kind === 'number' && digits !== undefined ? { ...made, text: roundedDecimal(made.text, digits) } : made;
}

/** A moment that PostgreSQL writes with its distance from UTC. */
const momentOf = (value: Expression, { kind }: ColumnMeaning, t: Translator): StringLiteral | undefined =>
  t.source === 'POSTGRESQL' ? castMoment(value, kind === 'TIMESTAMPTZ' ? kind : 'TIMESTAMP', t) : undefined;

/** A new identifier, which is a text to the source, and a type of its own to PostgreSQL. */
function identifierFor(value: Expression, t: Translator): Expression | undefined {
  if (value.kind !== 'call' || t.source === 'POSTGRESQL') return undefined;
  return cast(t.value(value), dataType('uuid', value.span));
}

/** SQLite's columns make numbers of the texts that functions give: https://sqlite.org/datatype3.html#type_affinity */
function numberFor(value: Expression, meaning: ColumnMeaning, t: Translator): Expression {
  const made = t.value(value);
  const isText = t.source === 'SQLITE' && t.target === 'POSTGRESQL' && t.typeName(value) === 'TEXT';
  const type = typeOfText(meaning);
  return isText && type !== undefined ? t.form(`CAST($1 AS ${type})`, [made], value) : made;
}

/** The type by which PostgreSQL makes of a text what a column keeps; undefined where it keeps texts. */
export const typeOfText = (meaning: ColumnMeaning | undefined): string | undefined =>
  meaning && (NUMBERS.has(meaning.kind) ? 'numeric' : OF_TEXTS[meaning.kind]);

/** Types whose values SQLite's functions give as texts, as PostgreSQL calls them. */
const OF_TEXTS: Readonly<Partial<Record<ColumnKind, string>>> = {
  DATE: 'date',
  TIME: 'time',
  TIMESTAMP: 'timestamp',
  TIMESTAMPTZ: 'timestamptz',
};

/** PostgreSQL's dumps cast the text of every default to the column's type. */
function withoutCast(value: Expression, meaning: ColumnMeaning | undefined): Expression {
  if (
    value.kind === 'cast' &&
    value.operand.kind === 'array' &&
    value.operand.items.length === 0 &&
    meaning !== undefined
  )
    return { kind: 'string', value: '{}', span: value.span };
  const { kind } = meaning ?? {};
  const isOfMoment = kind !== undefined && (MOMENTS.has(kind) || kind === 'DATE');
  if (value.kind === 'typed-literal' && isOfMoment && ENDLESS.test(value.value.value)) return value.value;
  return value.kind === 'cast' && value.operand.kind === 'string' && meaning !== undefined ? value.operand : value;
}

/** `('now'::text)::date`, as PostgreSQL's dumps write CURRENT_DATE. */
function clockOfWord(value: Expression, meaning: ColumnMeaning | undefined, t: Translator): Expression {
  let inner = value;
  while (inner.kind === 'cast') inner = inner.operand;
  const isNow = t.source === 'POSTGRESQL' && inner.kind === 'string' && inner.value.toLowerCase() === 'now';
  const clock = isNow && meaning !== undefined ? CLOCK_WORDS[meaning.kind] : undefined;
  if (clock === undefined) return value;
  const { span } = value;
  const name = { kind: 'name', value: clock, quoted: false, span } as const;
  return { kind: 'call', name: { kind: 'qualified-name', parts: [name], span }, arguments: [], bare: true, span };
}

const CLOCK_WORDS: Readonly<Partial<Record<ColumnKind, string>>> = {
  DATE: 'current_date',
  TIMESTAMP: 'current_timestamp',
  TIMESTAMPTZ: 'current_timestamp',
};

/** A whole number as the bits that PostgreSQL keeps of it. */
function bitsOf(value: Expression, { size = 1 }: ColumnMeaning): Expression | undefined {
  if (value.kind === 'bits') return { ...value, digits: value.digits.padStart(size, '0') };
  if (value.kind !== 'number' || !/^\d+$/.test(value.text)) return undefined;
  return { kind: 'bits', digits: BigInt(value.text).toString(2).padStart(size, '0'), span: value.span };
}

/** PostgreSQL's bits of one length are a number elsewhere, and those of any length a text of digits. */
const bitStringOf = ({ digits, span }: BitsLiteral, { kind }: ColumnMeaning): Expression =>
  kind === 'BITS' ? number(BigInt(`0b0${digits}`), span) : text(digits, span);

function literalFor(value: Expression, meaning: ColumnMeaning, t: Translator): Expression | undefined {
  const words = wordsOf(value);
  if (meaning.kind === 'BOOLEAN') return words === undefined ? undefined : truth(words, value, t);
  if (meaning.kind === 'BITS' && t.target === 'POSTGRESQL') return bitsOf(value, meaning);
  if (value.kind === 'bits' && t.source === 'POSTGRESQL') return bitStringOf(value, meaning);
  if (value.kind === 'boolean' && NUMBERS.has(meaning.kind)) return number(value.value ? 1 : 0, value.span);
  if (value.kind !== 'string') return undefined;
  if (meaning.kind === 'ARRAY') return listOf(value, meaning, t);
  if (t.target === 'MYSQL' && ENDLESS.test(value.value) && (MOMENTS.has(meaning.kind) || meaning.kind === 'DATE'))
    return farthestOf(value, meaning, t);
  const isNumber = NUMBERS.has(meaning.kind) && /^\s*-?\d+(\.\d+)?\s*$/.test(value.value);
  return isNumber ? number(value.value.trim(), value.span) : text(wholeMoment(value.value, meaning, t), value.span);
}

/** The first and the last moments that MySQL's columns keep: https://dev.mysql.com/doc/refman/8.4/en/datetime.html */
const FARTHEST: Readonly<Partial<Record<ColumnKind, readonly [first: string, last: string]>>> = {
  DATE: ['1000-01-01', '9999-12-31'],
  TIMESTAMP: ['1000-01-01 00:00:00', '9999-12-31 23:59:59'],
  TIMESTAMPTZ: ['1970-01-01 00:00:01', '2038-01-19 03:14:07'],
};

/** A moment without end, as the farthest that the column keeps. */
function farthestOf(value: StringLiteral, { kind }: ColumnMeaning, t: Translator): Expression {
  t.notice('FARTHEST_MOMENT', value);
  return text(FARTHEST[kind]?.[value.value.includes('-') ? 0 : 1] ?? '', value.span);
}

/** SQLite keeps a day as it is written, where the others make a moment of it. */
function wholeMoment(written: string, { kind }: ColumnMeaning, t: Translator): string {
  return t.target === 'SQLITE' && MOMENTS.has(kind) && /^\d{4}-\d\d-\d\d$/.test(written)
    ? `${written} 00:00:00`
    : written;
}

function wordsOf(value: Expression): string | undefined {
  if (value.kind === 'string') return value.value.toLowerCase();
  if (value.kind === 'boolean') return String(value.value);
  if (value.kind === 'bits') return value.digits;
  return value.kind === 'number' ? value.text : undefined;
}

const TRUTHS: Readonly<Record<string, boolean>> = {
  ...{ t: true, true: true, '1': true, yes: true, on: true, y: true },
  ...{ f: false, false: false, '0': false, no: false, off: false, n: false },
};

function truth(words: string, at: Expression, t: Translator): Expression {
  const value = TRUTHS[words];
  if (value === undefined) return t.refuse(at, 'The target has no such truth value.', 'Use 0 or 1.');
  return boolean(value, at.span);
}

function listOf(at: StringLiteral, { of }: ColumnMeaning, t: Translator): Expression {
  const element = of !== undefined && NUMBERS.has(of) ? 'DECIMAL' : undefined;
  const list = jsonOfArrayText(at.value, of === 'BOOLEAN' ? of : element);
  if (list === undefined) return t.refuse(at, 'The target has no arrays.', 'Give the value in the application.');
  return text(list, at.span);
}

const DIGITS_OF_CLOCK = 6;

/** The moment at which a row comes about; MySQL’s has as many digits as the column. */
export function clockFor(value: Expression, { size }: ColumnMeaning, t: Translator): Expression | undefined {
  if (value.kind !== 'call' || !isClock(value, t)) return undefined;
  const { span } = value;
  const digits = Math.min(size ?? DIGITS_OF_CLOCK, DIGITS_OF_CLOCK);
  const isCounted = t.target === 'MYSQL' && digits > 0;
  return {
    kind: 'call',
    name: { kind: 'qualified-name', parts: [{ kind: 'name', value: 'CURRENT_TIMESTAMP', quoted: false, span }], span },
    arguments: isCounted ? [number(digits, span)] : [],
    ...(!isCounted && { bare: true }),
    span,
  };
}

function isClock({ name, arguments: values }: FunctionCall, t: Translator): boolean {
  const called = name.parts[name.parts.length - 1]?.value.toLowerCase() ?? '';
  if (NOW[t.source].has(called)) return true;
  const [only] = values;
  return (
    t.source === 'SQLITE' &&
    called === 'datetime' &&
    values.length === 1 &&
    only?.kind === 'string' &&
    only.value === 'now'
  );
}
