import type { Expression } from '../../../ast/index.js';
import { textOf } from '../../expressions/coercion.js';
import { binary, text } from '../../made-nodes.js';
import { mayBeBytes } from '../../expressions/likely-family.js';
import { isLikelyTruth } from '../../expressions/open-truths.js';
import type { Translator } from '../../translator.js';
import {
  absent,
  all,
  always,
  byForm,
  count,
  isLiteral,
  neverNull,
  typeIs,
  type Compose,
  type Form,
  type FormTable,
  type Guard,
} from '../form.js';
import { isAtLeast, isText } from '../known-values.js';
import { lowerForms, upperForms } from './letter-case.js';
import { trimsAnyOf, trimsCharacters, trimsText } from './trimming.js';

/** CONCAT that is NULL where any of its values is: a chain of `||`. */
const strictly: Compose = ({ values }) => values.reduce((left, right) => binary('concatenate', left, right));

/** Values as PostgreSQL's functions of any type write them. */
const written: Compose = ({ node, values, t }) =>
  t.form(
    JOIN_ALL[t.target],
    node.arguments.map((value, index) => asLetters(value, values[index] as Expression, t)),
    node,
  );

const JOIN_ALL = { POSTGRESQL: 'concat(:rest)', MYSQL: "CONCAT_WS('', :rest)", SQLITE: '' } as const;

/** A value as it is translated, but a truth value of PostgreSQL's as the letter that its functions of any type write. */
export function asLetters(value: Expression, made: Expression, t: Translator): Expression {
  if (t.source !== 'POSTGRESQL' || (t.typeName(value) !== 'BOOLEAN' && !isLikelyTruth(value, t))) return made;
  return t.form("CASE WHEN $1 THEN 't' WHEN NOT $1 THEN 'f' END", [t.value(value)], value);
}

/** concat() of SQLite is younger than 3.35. */
const joined: Compose = ({ node, values, t }) => {
  const parts = node.arguments.map((value, index) => {
    const made = asLetters(value, values[index] as Expression, t);
    return t.typeOf(value).nullable === false ? made : t.form("COALESCE($1, '')", [made], value);
  });
  return parts.length === 1
    ? textOf(node.arguments[0] as Expression, t)
    : parts.reduce((left, right) => binary('concatenate', left, right));
};

/** The separator before each value that is not NULL, without the first. */
const joinedWith: Compose = ({ node, values, t }) => {
  const [separator, ...others] = node.arguments as [Expression, ...Expression[]];
  const [between, ...made] = values as [Expression, ...Expression[]];
  const parts = made.map((value, index) => asLetters(others[index] as Expression, value, t));
  if (others.every((value) => t.typeOf(value).nullable === false)) {
    return parts.reduce((left, right) => binary('concatenate', binary('concatenate', left, between), right));
  }
  const pieces = parts.map((part, index) =>
    t.form(
      t.typeOf(others[index] as Expression).nullable === false ? '$1 || $2' : "COALESCE($1 || $2, '')",
      [between, part],
      node,
    ),
  );
  const all = pieces.reduce((left, right) => binary('concatenate', left, right));
  const first =
    separator.kind === 'string'
      ? ({ kind: 'number', text: String(Array.from(separator.value).length + 1), span: node.span } as const)
      : t.form('length($1) + 1', [between], node);
  return t.form('substr($1, $2)', [all, first], node);
};

/**
 * Values put together by operators. PostgreSQL's own functions of values of any type write some of these by settings of the
 * server, and no column keeps what they give. https://www.postgresql.org/docs/current/xfunc-volatility.html
 */
const byOperators =
  (parts: Compose): Compose =>
  (place) => {
    const { node, values, t } = place;
    const texts = node.arguments.map((value, index) =>
      t.typeName(value) === 'TEXT' ? (values[index] as Expression) : textOf(value, t),
    );
    return parts({ ...place, values: texts });
  };

const isKept: Guard = ({ t }) => t.isKept;

const lettersWith: Compose = ({ node, values, t }) =>
  t.form(
    'CONCAT_WS(:rest)',
    node.arguments.map((value, index) => asLetters(value, values[index] as Expression, t)),
    node,
  );

const PADDING = "substr(replace(hex(zeroblob($2)), '00', $3), 1, $2 - length($1))";
/** A negative length gives nothing in PostgreSQL, and NULL in MySQL. */
const cut: Form = [
  { when: isAtLeast(2, 0), form: 'substr($1, 1, $2)' },
  { when: ({ t }) => t.source === 'MYSQL', form: 'CASE WHEN $2 >= 0 THEN substr($1, 1, $2) END' },
  { when: always, form: 'substr($1, 1, MAX($2, 0))' },
];
const paddedInLite =
  (longer: string): Compose =>
  (place) => {
    const { node, values, t } = place;
    const [value, length, fill = text(' ', node.span)] = values as [Expression, Expression, Expression | undefined];
    const short = byForm(cut, { ...place, values: [value, length] });
    const [, , given] = node.arguments;
    const isFilled = given === undefined || (given.kind === 'string' && given.value !== '');
    const made = t.form(
      `CASE WHEN length($1) >= $2 THEN $4 ELSE ${longer} END`,
      [value, length, fill, short as Expression],
      node,
    );
    if (isFilled) return made;
    return t.form("CASE WHEN $1 = '' THEN $2 ELSE $3 END", [fill, short as Expression, made], node);
  };
const paddedStart = paddedInLite(`${PADDING} || $1`);
const paddedEnd = paddedInLite(`$1 || ${PADDING}`);

/** MySQL has no default for what is filled in, and no text of a negative length. */
const paddedInMysql = (called: string): Form => [
  { when: count(2), form: `${called}($1, GREATEST($2, 0), ' ')` },
  { when: isText(3, (fill) => fill !== ''), form: `${called}($1, GREATEST($2, 0), $3)` },
  {
    when: always,
    form: `CASE WHEN $3 = '' THEN LEFT($1, GREATEST($2, 0)) ELSE ${called}($1, GREATEST($2, 0), $3) END`,
  },
];
const paddedInPostgresql = (called: string): Form => [
  { when: all(count(2), isAtLeast(2, 0)), form: `${called}($1, $2)` },
  { when: count(2), form: `CASE WHEN $2 >= 0 THEN ${called}($1, $2) END` },
  { when: isAtLeast(2, 0), form: `${called}($1, $2, $3)` },
  { when: always, form: `CASE WHEN $2 >= 0 THEN ${called}($1, $2, $3) END` },
];

const reversed =
  "(WITH RECURSIVE _reversed (_at, _made) AS (SELECT length($1), '' UNION ALL SELECT _at - 1, _made || substr($1, _at, 1) FROM _reversed WHERE _at > 0) SELECT _made FROM _reversed WHERE _at = 0)";

const repeatedInLite: Form = [
  { when: isLiteral(2), form: "replace(hex(zeroblob($2)), '00', $1)" },
  { when: neverNull(2), form: "replace(hex(zeroblob($2)), '00', $1)" },
  { when: always, form: "CASE WHEN $2 IS NOT NULL THEN replace(hex(zeroblob($2)), '00', $1) END" },
];

const isOpenBytes: Guard = ({ node, t }) => mayBeBytes(node.arguments[0], t);

/** Of a value as it is, whether it turns out to be a text or bytes. */
const ofOpenBytes =
  (form: string): Compose =>
  ({ node, t }) => {
    const [value] = node.arguments;
    return value && t.form(form, [t.value(value)], node);
  };

const LENGTH_OF_EITHER =
  "CASE CAST(pg_typeof($1) AS text) WHEN 'bytea' THEN (length(CAST($1 AS text)) - 2) / 2 ELSE length(CAST($1 AS text)) END";

/** Functions of text. */
export const textForms: FormTable = {
  char_length: {
    takes: 'text',
    my: [
      { when: typeIs(1, 'BINARY'), form: 'LENGTH($1)' },
      { when: always, form: 'CHAR_LENGTH($1)' },
    ],
    pg: [
      { when: typeIs(1, 'BINARY'), form: 'octet_length($1)' },
      { when: isOpenBytes, form: ofOpenBytes(LENGTH_OF_EITHER) },
      { when: always, form: 'length($1)' },
    ],
    lite: 'length($1)',
  },
  octet_length: {
    takes: 'text',
    pg: [
      { when: isOpenBytes, form: ofOpenBytes('octet_length($1)') },
      { when: always, form: 'octet_length($1)' },
    ],
    my: 'LENGTH($1)',
    lite: 'length(CAST($1 AS BLOB))',
  },
  bit_length: { takes: 'text', lite: '8 * length(CAST($1 AS BLOB))' },
  lower: lowerForms,
  upper: upperForms,
  concat_strict: { takes: 'joined', pg: strictly, lite: strictly },
  concat_without_nulls: {
    takes: 'joined',
    pg: [
      { when: isKept, form: byOperators(joined) },
      { when: always, form: written },
    ],
    my: written,
    lite: joined,
  },
  concat_with_separator: {
    takes: 'joined',
    pg: [
      { when: isKept, form: byOperators(joinedWith) },
      { when: always, form: 'concat_ws(:rest)' },
    ],
    my: lettersWith,
    lite: joinedWith,
  },
  trim: { takes: 'text', ...trimsCharacters('BOTH') },
  trim_start: { takes: 'text', ...trimsCharacters('LEADING') },
  trim_end: { takes: 'text', ...trimsCharacters('TRAILING') },
  trim_characters: { takes: 'text', ...trimsAnyOf('BOTH') },
  trim_characters_start: { takes: 'text', ...trimsAnyOf('LEADING') },
  trim_characters_end: { takes: 'text', ...trimsAnyOf('TRAILING') },
  trim_text: { takes: 'text', pg: trimsText, lite: trimsText },
  replace: { takes: 'text' },
  reverse: { takes: 'text', lite: reversed },
  repeat: { takes: 'text count', lite: repeatedInLite },
  space: {
    takes: 'count',
    pg: "repeat(' ', $1)",
    lite: [
      { when: neverNull(1), form: "replace(hex(zeroblob($1)), '00', ' ')" },
      { when: always, form: "CASE WHEN $1 IS NOT NULL THEN replace(hex(zeroblob($1)), '00', ' ') END" },
    ],
  },
  pad_start: {
    takes: 'text count text',
    pg: paddedInPostgresql('lpad'),
    my: paddedInMysql('LPAD'),
    lite: paddedStart,
  },
  pad_end: { takes: 'text count text', pg: paddedInPostgresql('rpad'), my: paddedInMysql('RPAD'), lite: paddedEnd },
  starts_with: {
    takes: 'text',
    my: 'LOCATE($2 COLLATE utf8mb4_bin, $1) = 1',
    lite: 'substr($1, 1, length($2)) = $2',
  },
  soundex: absent,
};
