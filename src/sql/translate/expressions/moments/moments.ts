import { functionOfCall } from '../../../analysis/function-of-call.js';
import {
  asked,
  derivedText,
  type AtTimeZone,
  type CastExpression,
  type Expression,
  type FunctionCall,
  type Node,
  type StringLiteral,
  type TypedLiteral,
} from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { typeOfCastTo, type SqlTypeName } from '../../../typing/index.js';
import { momentOfMeaning } from '../../functions/moments/by-meaning.js';
import { offsetOf } from '../../functions/moments/making.js';
import { cast, dataType, nothing, text } from '../../made-nodes.js';
import { withGroups } from '../../queries/bare-columns.js';
import type { Translator } from '../../translator.js';
import { endlessMoment, saysEndless } from './endless-values.js';
import { castMoment } from './moment-offsets.js';
import { specialMoment } from './special-moments.js';
import { sumOfMoment } from './moment-arithmetic.js';
import { momentOfNumber } from './moment-numbers.js';
import { movedByZone, type ZoneWay } from './moments-in-zones.js';
import { readMoment, saysNoDay, type ReadMoment } from './moment-texts.js';

/** Types of values that are dates and times. */
const MOMENT_TYPES: ReadonlySet<SqlTypeName | undefined> = new Set<SqlTypeName | undefined>([
  'DATE',
  'TIME',
  'TIMESTAMP',
  'TIMESTAMPTZ',
]);

export type MomentKind = 'DATE' | 'TIME' | 'TIMESTAMP';

/** An expression of the target that is a date, a time of a day or both. SQLite holds them as text, in one form each. */
export interface Moment {
  readonly made: Expression;
  readonly kind: MomentKind;
  /** Whether it is the first day of a month, so that months can be added as they come. */
  readonly firstDay?: boolean;
  /** Whether its time is known to be 00:00:00, whatever its kind. */
  readonly midnight?: boolean;
  /** Of a time that may be longer than a day, or less than none: how long it is. */
  readonly seconds?: Expression;
}

/** Whether an expression of the source is a date or a moment by its type. */
export const isMoment = (node: Expression, t: Translator): boolean => MOMENT_TYPES.has(t.typeName(node));

const KIND_OF_TYPE: Readonly<Partial<Record<SqlTypeName, MomentKind>>> = {
  DATE: 'DATE',
  TIME: 'TIME',
  TIMESTAMP: 'TIMESTAMP',
  TIMESTAMPTZ: 'TIMESTAMP',
};

export const kindOfType = (type: SqlTypeName | undefined): MomentKind | undefined => type && KIND_OF_TYPE[type];

/** Whether dates and times are texts, in which a date is less than any time of it. */
export const MOMENTS_ARE_TEXT: Readonly<Record<DialectName, boolean>> = {
  POSTGRESQL: false,
  MYSQL: false,
  SQLITE: true,
};

/** An expression of the source as a date or a moment of the target's; text that says one is read. */
export function momentOf(node: Expression, t: Translator, wanted?: MomentKind): Moment {
  const known = knownMoment(node, t, wanted);
  if (known !== undefined) return known;
  const kind = kindOfType(t.typeName(node));
  const made = t.value(node);
  if (kind !== undefined) return { made, kind };
  const asked = wanted ?? 'TIMESTAMP';
  // MySQL's functions take what says no date for NULL
  if (t.source === 'MYSQL' && node.kind === 'string' && saysNoDay(node.value))
    return { made: cast(nothing(node.span), dataType(NULL_OF[t.target][asked], node.span)), kind: asked };
  return { made: READ_TEXT[t.target](made, asked, t), kind: asked };
}

/** What is certainly a date or a moment, though its type may be text; undefined for any other text. */
export function knownMoment(node: Expression, t: Translator, wanted?: MomentKind): Moment | undefined {
  if (t.grouped?.isKey(node) === true && node.kind !== 'column') return momentOfKey(node, t, wanted);
  if (node.kind === 'string') {
    const isEndless = wanted !== undefined && wanted !== 'TIME' && saysEndless(node, t);
    return isEndless ? endlessMoment(node, wanted, t) : momentOfLiteral(node, t, wanted);
  }
  if (node.kind === 'call') return momentOfCall(node, t);
  if (node.kind === 'binary') return sumOfMoment(node, t);
  if (node.kind === 'cast' || node.kind === 'typed-literal') return momentOfCast(node, t);
  if (node.kind === 'at-time-zone') return momentInZone(node, t);
  if (node.kind === 'null') return noMoment(node, wanted ?? 'TIMESTAMP', t);
  return momentOfNumber(node, t, wanted);
}

/** NULL where a moment is asked for: of its type where functions are told apart by the types of what they are given. */
export const noMoment = (node: Expression, kind: MomentKind, t: Translator): Moment => ({
  made: t.target === 'POSTGRESQL' ? cast(t.value(node), dataType(NULL_OF[t.target][kind], node.span)) : t.value(node),
  kind,
});

/** What rows are grouped by, as it is grouped by. */
function momentOfKey(node: Expression, t: Translator, wanted: MomentKind | undefined): Moment | undefined {
  const known = withGroups(undefined, t, () => knownMoment(node, t, wanted));
  if (known === undefined || !MOMENTS_ARE_TEXT[t.source]) return known;
  return { ...known, made: READ_TEXT[t.target](t.value(node), known.kind, t) };
}

function momentOfCall(node: FunctionCall, t: Translator): Moment | undefined {
  const row = functionOfCall(node, t.from);
  return row && momentOfMeaning(row.meaning)?.({ node, row, values: [], t });
}

function momentOfCast(node: CastExpression | TypedLiteral, t: Translator): Moment | undefined {
  const type = typeOfCastTo(node.type, t.from)?.type;
  const kind = kindOfType(type);
  if (kind === undefined || MOMENTS_ARE_TEXT[t.source]) return undefined;
  const inner = node.kind === 'cast' ? node.operand : node.value;
  if (t.target !== 'POSTGRESQL' && kind !== 'TIME' && saysEndless(inner, t)) return endlessMoment(inner, kind, t);
  const told = t.target === 'POSTGRESQL' ? undefined : (castMoment(inner, type, t) ?? specialMoment(inner, type, t));
  if (told !== undefined) return asKind(momentOf(told, t), kind, node, t);
  return asKind(momentOf(inner, t), kind, node, t);
}

/**
 * Sessions are in UTC: there a zone that is UTC changes nothing. One zone behind another moves from the clocks of the first to
 * those of the second, so that a column whose type is not known shows the first's.
 */
function momentInZone(node: AtTimeZone, t: Translator, shows = false): Moment {
  const { operand, zone } = node;
  const isChain = operand.kind === 'at-time-zone' && zone !== undefined;
  const inner = isChain ? momentInZone(operand, t, true) : momentOf(operand, t);
  const moment = asKind(inner, 'TIMESTAMP', node, t);
  if (zone === undefined) return moment;
  const way =
    isChain && showsNoClocks(operand, t) ? 'to clocks' : shows && showsClocks(operand, t) ? 'to UTC' : undefined;
  return inZone(moment, operand, zone, node, t, way) ?? refusedZone(zone, t);
}

const showsClocks = (node: Expression, t: Translator): boolean =>
  node.kind === 'column' && t.typeName(node) !== 'TIMESTAMPTZ';

/** Whether what is moved into a zone is no longer what clocks show, as its column is taken to show them. */
const showsNoClocks = ({ operand }: AtTimeZone, t: Translator): boolean => showsClocks(operand, t);

const refusedZone = (zone: Expression, t: Translator): never =>
  t.refuse(
    zone,
    'The target has no table of time zones to rely on.',
    'Keep moments in UTC, and convert them in the application.',
  );

/** PostgreSQL writes it so into views and defaults. */
const isText = ({ type }: CastExpression): boolean => /^(?:text|varchar|character varying)$/.test(type.name);

/** With a zone, what its clocks show becomes a moment, and a moment what they show. */
export function inZone(
  moment: Moment,
  operand: Expression,
  zone: Expression,
  at: Node,
  t: Translator,
  way?: ZoneWay,
): Moment | undefined {
  const written = zone.kind === 'cast' && zone.operand.kind === 'string' && isText(zone) ? zone.operand : zone;
  if (written.kind !== 'string') return undefined;
  const name = written.value;
  if (offsetOf(name) === 0) return moment;
  if (way !== undefined) return movedByZone(moment, name, way, at, t);
  if (operand.kind === 'column' && t.typeName(operand) !== 'TIMESTAMPTZ')
    t.notice(
      'UNKNOWN_TYPE',
      operand,
      `Whether \`${t.textOf(operand)}\` is in UTC or shows the clocks of a zone is not known here.`,
    );
  return movedByZone(moment, name, t.typeName(operand) === 'TIMESTAMP' ? 'to UTC' : 'to clocks', at, t);
}

/** A string that says a date or a time; undefined where it says none. */
export function momentOfLiteral(node: StringLiteral, t: Translator, wanted?: MomentKind): Moment | undefined {
  const kind = kindOfLiteral(node, t.source);
  return kind && momentOfWritten(writtenMoment(node, wanted ?? kind, t.source), wanted ?? kind, t);
}

/** What kind of moment a string says to a dialect; undefined where it says none. */
export function kindOfLiteral(node: StringLiteral, dialect: DialectName): MomentKind | undefined {
  return asked(node, (content) => readMoment(content, dialect)?.kind);
}

/** A string that says a moment to the dialect, as one of a kind. */
const writtenMoment = (node: StringLiteral, kind: MomentKind, dialect: DialectName): StringLiteral =>
  derivedText(node, (content) => dateAndTime(readMoment(content, dialect) as ReadMoment, kind));

/** A moment that was read. */
export const momentOfText = (read: ReadMoment, kind: MomentKind, { span }: Node, t: Translator): Moment =>
  momentOfWritten(text(dateAndTime(read, kind), span), kind, t);

/**
 * A moment that is written out: typed where there are types, in the one form that text has where there are none.
 * @param written in that form
 */
export function momentOfWritten(written: StringLiteral, kind: MomentKind, t: Translator): Moment {
  return {
    made: MOMENTS_ARE_TEXT[t.target] ? written : typed(written, kind),
    kind,
    midnight: kind === 'DATE' || asked(written, isMidnight),
    firstDay: kind !== 'TIME' && asked(written, isFirstDay),
  };
}

const isMidnight = (written: string): boolean => written.endsWith('00:00:00');
const isFirstDay = (written: string): boolean => written.slice(0, 10).endsWith('-01');

export function dateAndTime(read: ReadMoment, kind: MomentKind): string {
  const date = read.date ?? '1970-01-01';
  const time = read.time ?? '00:00:00';
  return { DATE: date, TIME: time, TIMESTAMP: `${date} ${time}` }[kind];
}

const typed = (value: StringLiteral, kind: MomentKind): TypedLiteral => ({
  kind: 'typed-literal',
  type: dataType(kind.toLowerCase(), value.span),
  value,
  span: value.span,
});

/** Types of a NULL that stands where a moment does. */
const NULL_OF: Readonly<Record<DialectName, Readonly<Record<MomentKind, string>>>> = {
  POSTGRESQL: { DATE: 'date', TIME: 'time', TIMESTAMP: 'timestamp' },
  MYSQL: { DATE: 'date', TIME: 'time', TIMESTAMP: 'datetime' },
  SQLITE: { DATE: 'text', TIME: 'text', TIMESTAMP: 'text' },
};

type ReadText = (made: Expression, kind: MomentKind, t: Translator) => Expression;

/** Text that is to be read as a date or a moment when the statement runs. */
const READ_TEXT: Readonly<Record<DialectName, ReadText>> = {
  POSTGRESQL: (made, kind) => cast(made, dataType(kind.toLowerCase(), made.span)),
  MYSQL: (made, kind, t) => t.form(MYSQL_CASTS[kind], [made], made),
  SQLITE: (made, kind, t) => t.form(TO_KIND[kind].SQLITE, [made], made),
};

const MYSQL_CASTS = { DATE: 'CAST($1 AS DATE)', TIME: 'CAST($1 AS TIME)', TIMESTAMP: 'CAST($1 AS DATETIME)' } as const;

type Conversions = Readonly<Record<MomentKind, Readonly<Record<DialectName, string>>>>;

const TO_KIND: Conversions = {
  DATE: { POSTGRESQL: 'CAST($1 AS date)', MYSQL: 'DATE($1)', SQLITE: 'date($1)' },
  TIME: { POSTGRESQL: 'CAST($1 AS time)', MYSQL: 'TIME($1)', SQLITE: 'time($1)' },
  TIMESTAMP: { POSTGRESQL: 'CAST($1 AS timestamp)', MYSQL: 'CAST($1 AS DATETIME)', SQLITE: 'datetime($1)' },
};

/** A moment as one of another kind. */
export function asKind(moment: Moment, kind: MomentKind, at: Node, t: Translator): Moment {
  if (moment.kind === kind) return moment;
  const rest = {
    kind,
    ...(moment.firstDay === true && { firstDay: true }),
    midnight: kind !== 'TIME' && (moment.kind === 'DATE' || kind === 'DATE' || moment.midnight === true),
  };
  const { made } = moment;
  const literal = made.kind === 'typed-literal' ? made.value : made;
  if (literal.kind === 'string' && kindOfLiteral(literal, t.target) !== undefined)
    return momentOfWritten(writtenMoment(literal, kind, t.target), kind, t);
  const turned = turnedCall(made, kind, t);
  return { made: turned ?? t.form(TO_KIND[kind][t.target], [made], at), ...rest };
}

const CALLED: Readonly<Record<MomentKind, string>> = { DATE: 'date', TIME: 'time', TIMESTAMP: 'datetime' };

/** datetime(x, …) is date(x, …) where the date of it is asked for; the other way the time would come back. */
function turnedCall(made: Expression, kind: MomentKind, t: Translator): Expression | undefined {
  if (t.target !== 'SQLITE' || made.kind !== 'call' || kind === 'TIMESTAMP') return undefined;
  const [part] = made.name.parts;
  if (part?.value !== 'datetime') return undefined;
  return { ...made, name: { ...made.name, parts: [{ ...part, value: CALLED[kind] }] } };
}

/** SQLite’s call of date(), time() or datetime() with more modifiers. */
export function modified(moment: Moment, modifiers: readonly Expression[], at: Node, t: Translator): Moment {
  const { made, kind } = moment;
  const merges =
    made.kind === 'call' && made.name.parts[0]?.value === CALLED[kind] && made.arguments.length > 0 && kind !== 'TIME';
  const values = merges ? made.arguments : [made];
  const call = t.form(`${CALLED[kind]}(:rest)`, [...values, ...modifiers], at);
  return { made: call, kind, ...(moment.midnight === true && { midnight: true }) };
}

/** How SQLite shows a moment, as text of the target’s. */
const SHOWN: Conversions = {
  DATE: { POSTGRESQL: "to_char($1, 'YYYY-MM-DD')", MYSQL: "DATE_FORMAT($1, '%Y-%m-%d')", SQLITE: '$1' },
  TIME: { POSTGRESQL: "to_char($1, 'HH24:MI:SS')", MYSQL: "TIME_FORMAT($1, '%H:%i:%s')", SQLITE: '$1' },
  TIMESTAMP: {
    POSTGRESQL: "to_char($1, 'YYYY-MM-DD HH24:MI:SS')",
    MYSQL: "DATE_FORMAT($1, '%Y-%m-%d %H:%i:%s')",
    SQLITE: '$1',
  },
};

/** A moment as the source’s functions give it: as text where that is what they give. */
export const asGiven = ({ made, kind }: Moment, at: Node, t: Translator): Expression =>
  MOMENTS_ARE_TEXT[t.source] ? t.form(SHOWN[kind][t.target], [made], at) : made;
