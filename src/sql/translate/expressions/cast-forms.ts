import type { Expression } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import type { SqlTypeName } from '../../typing/index.js';
import { cast, dataType, number } from '../made-nodes.js';
import type { CastName, CastPlace } from './casts.js';
import { numberOf, TEXT_OF_BYTES, truthAsWord } from './coercion.js';
import { isKeptDecimal } from './numbers/kept-decimals.js';
import { likelyFamily } from './likely-family.js';
import { NUMBER_AT_START, numberAtStart, wholeAtStart } from './numbers/number-starts.js';
import { numberAsText } from './numbers/number-text.js';
import { numberOfFormat, numberOfMoment } from './moments/moment-words.js';
import { asKind, momentOf, type MomentKind } from './moments/moments.js';
import { isOpenNumber } from './numbers/open-digits.js';
import { isTruth } from './truth.js';

/** How the target writes one cast of the source. */
type CastForm = (place: CastPlace) => Expression;
type CastForms = Readonly<Partial<Record<CastName, CastForm>>>;

/** An expression of the target's own with the operand in it; the length of a type is `$2`, its second number `$3`. */
const written =
  (sql: string): CastForm =>
  ({ made, type, at, t }) =>
    t.form(sql, [made, ...type.arguments], at);

/** PostgreSQL shows a UUID with hyphens, which a text that is made of digits by a function has not. */
const uuid = (hyphenated: string): CastForm => {
  const [asIs, spelled] = [written('LOWER($1)'), written(hyphenated)];
  return (place) => (place.operand.kind === 'call' && place.from === 'TEXT' ? spelled(place) : asIs(place));
};

/** By the type of what is cast; the last form is for all others. */
const byType =
  (forms: Readonly<Partial<Record<SqlTypeName | 'TRUTH', CastForm>>>, otherwise: CastForm): CastForm =>
  (place) => {
    const kind = isTruth(place.operand, place.t) ? 'TRUTH' : (place.from ?? openText(place));
    return (
      (kind === undefined ? undefined : (forms[kind] ?? (kind === 'TRUTH' ? forms.BOOLEAN : undefined) ?? otherwise))?.(
        place,
      ) ?? otherwise(place)
    );
  };

/** What nobody tells the type of: a part of it is one of a text, and a column may go by the name of one. */
function openText({ operand, t }: CastPlace): 'TEXT' | undefined {
  const family =
    operand.kind === 'column' ? likelyFamily(operand, t) : operand.kind === 'call' ? t.familyOf(operand) : undefined;
  return family === 'text' ? 'TEXT' : undefined;
}

/** A string that is cast where the number that it starts with can be read here and now. */
const ofString =
  (read: (value: string) => string, otherwise: CastForm): CastForm =>
  (place) => {
    const { operand, at, t } = place;
    if (operand.kind === 'string') return number(read(operand.value), at.span);
    return operand.kind === 'bytes' && /^0x/i.test(t.textOf(operand)) ? numberOf(operand, t) : otherwise(place);
  };

/** The same of a part of a moment that is written as text: it is asked for as the number. */
const ofFormat = (read: (value: string) => string, otherwise: CastForm): CastForm => {
  const plain = ofString(read, otherwise);
  return (place) => numberOfFormat(place.operand, place.t) ?? plain(place);
};

/** A number as text, by the source's way of writing it. */
const asText =
  (sql: string): CastForm =>
  (place) =>
    numberAsText(place.operand, place.t) ?? written(sql)(place);

const asWords: CastForm = ({ operand, t }) => truthAsWord(operand, t);

/** Words that PostgreSQL reads as true; others it reads as false, or refuses. */
const TRUE_WORDS = "LOWER(TRIM($1)) IN ('t', 'true', 'y', 'yes', 'on', '1')";

const moment =
  (kind: MomentKind): CastForm =>
  ({ operand, at, t }) =>
    asKind(momentOf(operand, t, kind), kind, at, t).made;

const named =
  (name: string): CastForm =>
  ({ made, type, at }) =>
    cast(made, dataType(name, at.span, type.arguments));

const TO_EVEN_IN_SQLITE = written(
  'CAST(CASE WHEN $1 - FLOOR($1) = 0.5 THEN 2 * ROUND($1 / 2) ELSE ROUND($1) END AS INTEGER)',
);
const AWAY_FROM_ZERO_IN_SQLITE = written('CAST(ROUND($1) AS INTEGER)');

/** Halves of floating-point numbers go to the even neighbour, those of decimals away from 0. */
const ROUNDED_IN_SQLITE: Readonly<Partial<Record<SqlTypeName, CastForm>>> = {
  FLOAT: (place) => (isKeptDecimal(place.operand, place.t) ? AWAY_FROM_ZERO_IN_SQLITE : TO_EVEN_IN_SQLITE)(place),
  DECIMAL: (place) =>
    written(
      place.operand.kind === 'column' || place.operand.kind === 'number' || place.operand.kind === 'unary'
        ? 'CAST(ROUND($1) AS INTEGER)'
        : 'CAST(ROUND($1 * 1.00000000000001) AS INTEGER)',
    )(place),
};

const asIs: CastForm = ({ made }) => made;

const PG_INTEGER_AT_START =
  "CASE WHEN $1 IS NULL THEN NULL ELSE COALESCE(CAST(substring($1 from '^\\s*([-+]?\\d+)') AS bigint), 0) END";

/** A moment is the number that its digits make. */
const AS_COUNTED: Readonly<Partial<Record<SqlTypeName, CastForm>>> = {
  DATE: ({ operand, t }) => numberOf(operand, t),
  TIME: ({ operand, t }) => numberOf(operand, t),
  TIMESTAMP: ({ operand, t }) => numberOf(operand, t),
  TIMESTAMPTZ: ({ operand, t }) => numberOf(operand, t),
};

/** A text or a number, whichever a column has whose type nobody tells. */
const openInPostgresql =
  (ofText: string, ofNumber: string, otherwise: CastForm): CastForm =>
  (place) => {
    if (!isOpenNumber(place.operand, place.t)) return otherwise(place);
    const read = ofText.replaceAll('$1', 'CAST($1 AS text)');
    const isText = "CAST(pg_typeof($1) AS text) ~ '^(text|char)'";
    return written(`CASE WHEN ${isText} THEN ${read} ELSE ${ofNumber} END`)(place);
  };
const DECIMAL_AT_START = NUMBER_AT_START.POSTGRESQL.replaceAll('$1', 'CAST($1 AS text)').replace(
  'double precision',
  'numeric',
);
const AS_NUMERIC = 'CAST(CAST($1 AS text) AS numeric)';

/** Casts to whole numbers of 8 bytes, of what the source rounds. */
const WHOLE_IN_SQLITE = ofString(
  wholeAtStart,
  byType(
    {
      ...AS_COUNTED,
      ...ROUNDED_IN_SQLITE,
      INTEGER: asIs,
      BIGINT: asIs,
      BOOLEAN: written('$1 + 0'),
      TEXT: written('CAST($1 AS INTEGER)'),
    },
    written('CAST(ROUND($1) AS INTEGER)'),
  ),
);
/** A number below 0 that is written out is counted down from 2⁶⁴ by MySQL. */
const UNSIGNED_IN_POSTGRESQL: CastForm = (place) =>
  isBelowZero(place.operand)
    ? written('CAST(18446744073709551616 + round(CAST($1 AS numeric)) AS numeric)')(place)
    : WHOLE_IN_POSTGRESQL(place);
const UNSIGNED_IN_SQLITE: CastForm = (place) =>
  isBelowZero(place.operand)
    ? place.t.refuse(place.at, 'The target has no whole numbers beyond 2⁶³.', 'Cast to SIGNED.')
    : WHOLE_IN_SQLITE(place);

const isBelowZero = (node: Expression): boolean =>
  node.kind === 'unary' && node.operator === 'minus' && node.operand.kind === 'number' && Number(node.operand.text) > 0;

const WHOLE_IN_POSTGRESQL = ofString(
  wholeAtStart,
  byType(
    {
      ...AS_COUNTED,
      INTEGER: named('bigint'),
      BIGINT: asIs,
      TEXT: written(PG_INTEGER_AT_START),
      BOOLEAN: written('CAST(CAST($1 AS int) AS bigint)'),
      FLOAT: written('CAST(CAST($1 AS double precision) AS bigint)'),
    },
    openInPostgresql(
      PG_INTEGER_AT_START,
      `CAST(round(${AS_NUMERIC}) AS bigint)`,
      written('CAST(round(CAST($1 AS numeric)) AS bigint)'),
    ),
  ),
);

const FLOAT_IN_POSTGRESQL = openInPostgresql(
  NUMBER_AT_START.POSTGRESQL,
  'CAST(CAST($1 AS text) AS double precision)',
  written('CAST($1 AS double precision)'),
);

const MOMENTS: CastForms = {
  DATE: moment('DATE'),
  TIME: moment('TIME'),
  TIMESTAMP: moment('TIMESTAMP'),
  TIMESTAMPTZ: moment('TIMESTAMP'),
};

const TRUTH = byType({ TEXT: written(TRUE_WORDS), JSON: written(TRUE_WORDS), BOOLEAN: asIs }, written('$1 <> 0'));

/** PostgreSQL rounds to whole numbers, and reads text as a whole. */
const fromPostgresql: Readonly<Record<DialectName, CastForms>> = {
  POSTGRESQL: {},
  MYSQL: {
    BOOLEAN: TRUTH,
    INTEGER: ofString(
      wholeAtStart,
      byType(
        { INTEGER: asIs, BOOLEAN: written('$1 + 0'), FLOAT: written('CAST(ROUND($1) AS SIGNED)') },
        written('CAST($1 AS SIGNED)'),
      ),
    ),
    BIGINT: ofString(
      wholeAtStart,
      byType({ BIGINT: asIs, FLOAT: written('CAST(ROUND($1) AS SIGNED)') }, written('CAST($1 AS SIGNED)')),
    ),
    DECIMAL: ({ made, type, at, t }) =>
      type.arguments.length > 0
        ? cast(made, dataType('decimal', at.span, type.arguments))
        : t.form('CAST($1 AS DECIMAL(65, 16))', [made], at),
    FLOAT: written('CAST($1 AS DOUBLE)'),
    TEXT: byType({ BOOLEAN: asWords }, asText('CAST($1 AS CHAR)')),
    SHORT_TEXT: byType({ BOOLEAN: asWords }, ({ made, type, at }) =>
      cast(made, dataType('char', at.span, type.arguments)),
    ),
    BINARY: written('CAST($1 AS BINARY)'),
    ...MOMENTS,
    JSON: byType({ JSON: asIs }, written("JSON_EXTRACT($1, '$')")),
    UUID: uuid(
      "LOWER(INSERT(INSERT(INSERT(INSERT(REPLACE($1, '-', ''), 9, 0, '-'), 14, 0, '-'), 19, 0, '-'), 24, 0, '-'))",
    ),
  },
  SQLITE: {
    BOOLEAN: TRUTH,
    INTEGER: WHOLE_IN_SQLITE,
    BIGINT: WHOLE_IN_SQLITE,
    DECIMAL: ({ operand, from, made, type, at, t }) => {
      const [, scale] = type.arguments;
      if (type.arguments.length === 0) return t.form('CAST($1 AS NUMERIC)', [made], at);
      return t.form(
        from === 'DECIMAL' && losesDigits(operand, type, t) ? 'ROUND($1 * 1.00000000000001, $2)' : 'ROUND($1, $2)',
        [made, scale ?? number(0, at.span)],
        at,
      );
    },
    FLOAT: written('CAST($1 AS REAL)'),
    TEXT: byType({ BOOLEAN: asWords }, asText('CAST($1 AS TEXT)')),
    SHORT_TEXT: byType({ BOOLEAN: asWords }, (place) =>
      written('substr($1, 1, $2)')({ ...place, made: numberAsText(place.operand, place.t) ?? place.made }),
    ),
    BINARY: written('CAST($1 AS BLOB)'),
    ...MOMENTS,
    JSON: byType({ JSON: asIs }, written('json($1)')),
    UUID: uuid(
      "(SELECT lower(substr(_hex, 1, 8) || '-' || substr(_hex, 9, 4) || '-' || substr(_hex, 13, 4) || '-' || substr(_hex, 17, 4) || '-' || substr(_hex, 21)) FROM (SELECT replace($1, '-', '') AS _hex) AS _digits)",
    ),
  },
};

/** Whether a decimal may have more digits behind the point than a type keeps. */
function losesDigits(operand: Expression, { arguments: [, kept] }: CastPlace['type'], t: CastPlace['t']): boolean {
  const digits = kept?.kind === 'number' ? Number(kept.text) : 0;
  if (operand.kind === 'number') return (/\.(\d*)/.exec(operand.text)?.[1]?.length ?? 0) > digits;
  return operand.kind !== 'column' || (t.typeOf(operand).type?.scale ?? Infinity) > digits;
}

/** To the others truth values are numbers, and bytes the characters that they write. */
const TO_TEXT_IN_POSTGRESQL = {
  BOOLEAN: written('CAST(CAST($1 AS int) AS text)'),
  BINARY: written(TEXT_OF_BYTES.POSTGRESQL),
};

/** MySQL rounds numbers and cuts text to the number that it starts with. */
const fromMysql: Readonly<Record<DialectName, CastForms>> = {
  MYSQL: {},
  POSTGRESQL: {
    INTEGER: named('integer'),
    BIGINT: WHOLE_IN_POSTGRESQL,
    UNSIGNED: UNSIGNED_IN_POSTGRESQL,
    DECIMAL: byType(
      {
        TEXT: ({ operand, made, type, at, t }) =>
          cast(
            operand.kind === 'string'
              ? number(numberAtStart(operand.value), at.span)
              : t.form(NUMBER_AT_START.POSTGRESQL, [made], at),
            dataType('numeric', at.span, decimalArguments(type.arguments, at.span)),
          ),
      },
      ({ made, operand, type, at, t }) =>
        cast(
          numberOfMoment(operand, t) ?? (isOpenNumber(operand, t) ? t.form(DECIMAL_AT_START, [made], at) : made),
          dataType('numeric', at.span, decimalArguments(type.arguments, at.span)),
        ),
    ),
    FLOAT: ofString(numberAtStart, byType({ TEXT: written(NUMBER_AT_START.POSTGRESQL) }, FLOAT_IN_POSTGRESQL)),
    TEXT: byType(TO_TEXT_IN_POSTGRESQL, asText('CAST($1 AS text)')),
    SHORT_TEXT: byType(
      { ...TO_TEXT_IN_POSTGRESQL, BINARY: written(`left(${TEXT_OF_BYTES.POSTGRESQL}, $2)`) },
      written('left(CAST($1 AS text), $2)'),
    ),
    BINARY: byType({ BINARY: asIs }, written("convert_to(CAST($1 AS text), 'UTF8')")),
    ...MOMENTS,
    JSON: written('CAST($1 AS jsonb)'),
  },
  SQLITE: {
    INTEGER: WHOLE_IN_SQLITE,
    BIGINT: WHOLE_IN_SQLITE,
    UNSIGNED: UNSIGNED_IN_SQLITE,
    DECIMAL: ({ operand, from, made, type, at, t }) =>
      t.form(
        from === 'DECIMAL' && losesDigits(operand, type, t)
          ? 'ROUND(CAST($1 AS REAL) * 1.00000000000001, $2)'
          : 'ROUND(CAST($1 AS REAL), $2)',
        [
          operand.kind === 'string'
            ? number(numberAtStart(operand.value), at.span)
            : (numberOfMoment(operand, t) ?? made),
          type.arguments[1] ?? number(0, at.span),
        ],
        at,
      ),
    FLOAT: written('CAST($1 AS REAL)'),
    TEXT: asText('CAST($1 AS TEXT)'),
    SHORT_TEXT: byType({ BINARY: written('substr(CAST($1 AS TEXT), 1, $2)') }, written('substr($1, 1, $2)')),
    BINARY: written('CAST($1 AS BLOB)'),
    ...MOMENTS,
    JSON: written('json($1)'),
  },
};

/** MySQL's DECIMAL without numbers is DECIMAL(10, 0). */
function decimalArguments(given: readonly Expression[], span: CastPlace['at']['span']): readonly Expression[] {
  return given.length > 0 ? given : [number(10, span), number(0, span)];
}

/** SQLite cuts off what is behind the point, and text to the number that it starts with. */
const fromSqlite: Readonly<Record<DialectName, CastForms>> = {
  SQLITE: {},
  POSTGRESQL: {
    INTEGER: ofFormat(
      wholeAtStart,
      byType(
        {
          INTEGER: asIs,
          BIGINT: asIs,
          TEXT: written(PG_INTEGER_AT_START),
          BOOLEAN: written('CAST($1 AS int)'),
          FLOAT: written('CAST(trunc($1) AS bigint)'),
          DECIMAL: written('CAST(trunc($1) AS bigint)'),
        },
        openInPostgresql(
          PG_INTEGER_AT_START,
          `CAST(trunc(${AS_NUMERIC}) AS bigint)`,
          written('CAST(trunc(CAST($1 AS numeric)) AS bigint)'),
        ),
      ),
    ),
    NUMERIC: ofString(
      numberAtStart,
      byType({ TEXT: written(NUMBER_AT_START.POSTGRESQL), BOOLEAN: written('CAST($1 AS int)') }, asIs),
    ),
    FLOAT: ofString(numberAtStart, byType({ TEXT: written(NUMBER_AT_START.POSTGRESQL) }, FLOAT_IN_POSTGRESQL)),
    TEXT: byType(TO_TEXT_IN_POSTGRESQL, asText('CAST($1 AS text)')),
    SHORT_TEXT: byType(TO_TEXT_IN_POSTGRESQL, asText('CAST($1 AS text)')),
    BINARY: byType({ BINARY: asIs }, written("convert_to(CAST($1 AS text), 'UTF8')")),
  },
  MYSQL: {
    INTEGER: ofFormat(
      wholeAtStart,
      byType(
        { INTEGER: asIs, BIGINT: asIs, BOOLEAN: written('$1 + 0'), TEXT: written('CAST($1 AS SIGNED)') },
        written('CAST(TRUNCATE($1, 0) AS SIGNED)'),
      ),
    ),
    NUMERIC: ofString(numberAtStart, byType({ TEXT: written('($1 + 0e0)') }, asIs)),
    FLOAT: ofString(numberAtStart, written('CAST($1 AS DOUBLE)')),
    TEXT: asText('CAST($1 AS CHAR)'),
    SHORT_TEXT: written('CAST($1 AS CHAR)'),
    BINARY: written('CAST($1 AS BINARY)'),
  },
};

/** Casts by what the source means by them, for each target. */
export const CASTS: Readonly<Record<DialectName, Readonly<Record<DialectName, CastForms>>>> = {
  POSTGRESQL: fromPostgresql,
  MYSQL: fromMysql,
  SQLITE: fromSqlite,
};
