import type { Expression } from '../../../ast/index.js';
import { textOf } from '../../expressions/coercion.js';
import { likelyFamily } from '../../expressions/likely-family.js';
import type { Translator } from '../../translator.js';
import { BASE64_IN_SQLITE, BYTES_OF_BASE64_IN_SQLITE } from './base64-in-sqlite.js';
import { text } from '../../made-nodes.js';
import {
  all,
  always,
  neverNull,
  typeIs,
  type CallPlace,
  type Compose,
  type Form,
  type FormTable,
  type Guard,
} from '../form.js';
import { isText, literalText } from '../known-values.js';
import { digitsOfDigest, isDigest } from './digests.js';

const isBytes: Guard = typeIs(1, 'BINARY');
const isNumber: Guard = typeIs(1, 'INTEGER', 'BIGINT', 'BOOLEAN', 'DECIMAL', 'FLOAT');
/** Whether nothing tells that a column holds texts: then the target is asked what it holds. */
const isOpen: Guard = ({
  node: {
    arguments: [value],
  },
  t,
}) => value?.kind === 'column' && t.typeName(value) === undefined && likelyFamily(value, t) !== 'text';

/** What is given for a parameter may be a number, a text or bytes, and tells it. */
const isGiven: Guard = ({
  node: {
    arguments: [value],
  },
}) => value?.kind === 'parameter';

const OPEN_IN_POSTGRESQL = `CASE
  WHEN CAST(pg_typeof($1) AS text) = 'bytea' THEN upper(substr(CAST($1 AS text), 3))
  WHEN CAST(pg_typeof($1) AS text) ~ '^(smallint|integer|bigint|numeric|real|double)'
    THEN upper(to_hex(CAST(round(CAST(CAST($1 AS text) AS numeric)) AS bigint)))
  ELSE upper(encode(convert_to(CAST($1 AS text), 'UTF8'), 'hex')) END`;

/** HEX(n) of MySQL is the number's, HEX(text) the bytes'. */
const hexOfMysql: Readonly<Record<'pg' | 'lite', Form>> = {
  pg: [
    { when: isNumber, form: 'upper(to_hex(CAST(round($1) AS bigint)))' },
    { when: isBytes, form: "upper(encode($1, 'hex'))" },
    { when: isOpen, form: OPEN_IN_POSTGRESQL },
    { when: isGiven, form: "upper(encode(convert_to($1, 'UTF8'), 'hex'))", notice: 'UNKNOWN_TYPE' },
    { when: always, form: "upper(encode(convert_to($1, 'UTF8'), 'hex'))" },
  ],
  lite: [
    { when: all(isNumber, neverNull(1)), form: "printf('%X', ROUND($1))" },
    { when: isNumber, form: "CASE WHEN $1 IS NOT NULL THEN printf('%X', ROUND($1)) END" },
    {
      when: (place) => isOpen(place) || isGiven(place),
      form: "CASE typeof($1) WHEN 'integer' THEN printf('%X', $1) WHEN 'real' THEN printf('%X', ROUND($1)) WHEN 'null' THEN NULL ELSE hex($1) END",
    },
    { when: neverNull(1), form: 'hex($1)' },
    { when: always, form: 'CASE WHEN $1 IS NOT NULL THEN hex($1) END' },
  ],
};

/** hex() of SQLite is that of bytes, of a number's text as well, and no NULL. */
const hexOfSqlite =
  (ofBytes: string, ofText: string, ofEither: string): Compose =>
  (place) => {
    const { node, t } = place;
    const [value] = node.arguments as [Expression];
    const isEither = isOpen(place);
    const form = isEither ? ofEither : isBytes(place) ? ofBytes : ofText;
    const made = t.form(form, [isEither || isBytes(place) ? t.value(value) : writtenText(value, t)], node);
    return t.typeOf(value).nullable === false ? made : t.form("COALESCE($1, '')", [made], node);
  };

/** The text of a value, whatever type it turns out to be of. */
const writtenText = (node: Expression, t: Translator): Expression =>
  t.typeName(node) === undefined && t.target === 'POSTGRESQL'
    ? t.form('CAST($1 AS text)', [t.value(node)], node)
    : textOf(node, t);

const isHex = (form: string): boolean => form === 'hex';
const isBase64 = (form: string): boolean => form === 'base64';

const isUtf8 = (charset: string): boolean => /^utf-?8$/i.test(charset);

/** The code points of a text that is known. */
const charactersOf = ({ node }: Pick<CallPlace, 'node'>): Expression | undefined => {
  const codes = node.arguments
    .filter(({ kind }) => kind !== 'keyword')
    .map((value) => (value.kind === 'number' ? Number(value.text) : NaN));
  return codes.every((code) => code > 0 && code < 128) ? text(String.fromCharCode(...codes), node.span) : undefined;
};

const characters =
  (one: string, join: (parts: readonly string[]) => string): Compose =>
  ({ node, values, t }) => {
    const known = charactersOf({ node });
    return known ?? t.form(join(values.map((_, index) => one.replace('$1', `$${index + 1}`))), values, node);
  };

const CHARACTER_IN_MYSQL = "CONVERT(CONVERT(UNHEX(LPAD(HEX($1), 8, '0')) USING utf32) USING utf8mb4)";
const chained = (parts: readonly string[]): string => parts.join(' || ');
const listed = (parts: readonly string[]): string =>
  parts.length === 1 ? (parts[0] as string) : `CONCAT(${parts.join(', ')})`;

/** Each character by its counterpart; one without is left out. */
const translated: Compose = ({ node, values, t }) => {
  const from = literalText(node.arguments[1]);
  const to = literalText(node.arguments[2]);
  if (from === undefined || to === undefined) return undefined;
  const target = Array.from(to);
  const all = Array.from(from);
  const pairs = all
    .map((character, index) => [character, target[index] ?? ''] as const)
    .filter(([character], index) => all.indexOf(character) === index);
  // what is put in must not be replaced again
  const clashes = pairs.some(
    ([, made], index) => made !== '' && pairs.slice(index + 1).some(([character]) => character === made),
  );
  const marks = pairs.map((_, index) => String.fromCodePoint(0xe000 + index));
  const steps = clashes
    ? [
        ...pairs.map(([character], index) => [character, marks[index] as string] as const),
        ...pairs.map(([, made], index) => [marks[index] as string, made] as const),
      ]
    : pairs;
  return steps.reduce<Expression>(
    (inner, [sought, made]) =>
      t.form('REPLACE($1, $2, $3)', [inner, text(sought, node.span), text(made, node.span)], node),
    values[0] as Expression,
  );
};

/** CONVERT(text USING charset): the same characters. */
const converted: Compose = ({ node, t }) => {
  const [value, charset] = node.arguments as [Expression, Expression | undefined];
  const isUnicode = charset?.kind === 'keyword' && /^utf8/i.test(charset.word);
  return isUnicode ? textOf(value, t) : undefined;
};

/** The bytes of UTF-8 of the first character, as one number: two to four of them, with six bits each behind the first. */
const ORD_IN_SQLITE = `CASE WHEN $1 = '' THEN 0 WHEN unicode($1) < 128 THEN unicode($1)
  WHEN unicode($1) < 2048 THEN 49280 + (unicode($1) >> 6) * 256 + (unicode($1) & 63)
  WHEN unicode($1) < 65536 THEN 14712960 + (unicode($1) >> 12) * 65536 + (unicode($1) >> 6 & 63) * 256 + (unicode($1) & 63)
  ELSE 4034953344 + (unicode($1) >> 18) * 16777216 + (unicode($1) >> 12 & 63) * 65536 + (unicode($1) >> 6 & 63) * 256 + (unicode($1) & 63) END`;

const CODE_IN_MYSQL = 'CAST(CONV(HEX(CONVERT(LEFT($1, 1) USING utf32)), 16, 10) AS SIGNED)';

/** unistr('\\00e9') of a text that is written out. */
const unescaped: Compose = ({ node }) => {
  const written = literalText(node.arguments[0]);
  if (written === undefined) return undefined;
  const made = written.replace(
    /\\(?:([\da-f]{4})|\+([\da-f]{6})|u([\da-f]{4})|U([\da-f]{8})|(\\))/gi,
    (_, ...found: (string | undefined)[]) => {
      const digits = found.slice(0, 4).find((one) => one !== undefined);
      return digits === undefined ? '\\' : String.fromCodePoint(parseInt(digits, 16));
    },
  );
  return text(made, node.span);
};

/** A part of an address: 0 to 255. */
const OCTET = '(25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])';

/** Characters, their codes, and bytes as text. */
export const encodingForms: FormTable = {
  get_byte: {
    my: 'ORD(SUBSTRING($1, $2 + 1, 1))',
    lite: "CASE WHEN $1 IS NOT NULL THEN (instr('0123456789ABCDEF', substr(hex($1), $2 * 2 + 1, 1)) - 1) * 16 + instr('0123456789ABCDEF', substr(hex($1), $2 * 2 + 2, 1)) - 1 END",
  },
  unistr: { my: unescaped, lite: unescaped },
  // the same escapes: https://sqlite.org/lang_corefunc.html#unistr
  unistr_sqlite: { pg: unescaped, my: unescaped },
  hexadecimal: { pg: hexOfMysql.pg, lite: hexOfMysql.lite },
  hexadecimal_of_bytes: {
    pg: hexOfSqlite(
      "upper(encode($1, 'hex'))",
      "upper(encode(convert_to($1, 'UTF8'), 'hex'))",
      "CASE CAST(pg_typeof($1) AS text) WHEN 'bytea' THEN upper(substr(CAST($1 AS text), 3)) ELSE upper(encode(convert_to(CAST($1 AS text), 'UTF8'), 'hex')) END",
    ),
    // beside a text a number is one, and bytes stay bytes
    my: hexOfSqlite('HEX($1)', 'HEX(CAST($1 AS CHAR))', "HEX(CONCAT($1, ''))"),
  },
  // behind a line that is full, PostgreSQL begins another even where nothing is left
  encode_bytes: {
    my: [
      { when: all(isText(2, isHex), isDigest('my')), form: digitsOfDigest('my') },
      { when: isText(2, isHex), form: 'LOWER(HEX($1))' },
      {
        when: isText(2, isBase64),
        form: "CONCAT(TO_BASE64($1), CASE WHEN LENGTH($1) > 0 AND LENGTH($1) % 57 = 0 THEN '\\n' ELSE '' END)",
      },
    ],
    lite: [
      { when: all(isText(2, isHex), isDigest('lite')), form: digitsOfDigest('lite') },
      { when: all(isText(2, isHex), neverNull(1)), form: 'lower(hex($1))' },
      { when: isText(2, isHex), form: 'CASE WHEN $1 IS NOT NULL THEN lower(hex($1)) END' },
      {
        when: isText(2, isBase64),
        form: `${BASE64_IN_SQLITE} || CASE WHEN hex($1) <> '' AND length(hex($1)) % 114 = 0 THEN char(10) ELSE '' END`,
      },
    ],
  },
  decode_bytes: {
    takes: 'text any',
    my: [
      { when: isText(2, isHex), form: 'UNHEX($1)' },
      { when: isText(2, isBase64), form: 'FROM_BASE64($1)' },
    ],
    lite: [
      { when: isText(2, isHex), form: 'unhex($1)' },
      { when: isText(2, isBase64), form: BYTES_OF_BASE64_IN_SQLITE },
    ],
  },
  convert_from: {
    my: [{ when: isText(2, isUtf8), form: 'CONVERT($1 USING utf8mb4)' }],
    lite: [{ when: isText(2, isUtf8), form: 'CAST($1 AS TEXT)' }],
  },
  convert_to: { my: 'CAST($1 AS BINARY)', lite: 'CAST($1 AS BLOB)' },
  to_base64: { takes: 'text', pg: "rtrim(encode(convert_to($1, 'UTF8'), 'base64'), chr(10))", lite: BASE64_IN_SQLITE },
  from_base64: {
    takes: 'text',
    pg: "CASE WHEN $1 ~ '^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$' THEN decode($1, 'base64') END",
    lite: BYTES_OF_BASE64_IN_SQLITE,
  },
  code_point: {
    takes: 'text',
    pg: 'NULLIF(ascii($1), 0)',
    my: [
      // of an empty text SQLite has no code, and PostgreSQL 0
      { when: ({ t }) => t.source === 'SQLITE', form: `CASE WHEN $1 <> '' THEN ${CODE_IN_MYSQL} END` },
      { when: always, form: `CASE WHEN $1 = '' THEN 0 ELSE ${CODE_IN_MYSQL} END` },
    ],
    lite: "CASE WHEN $1 = '' THEN 0 ELSE unicode($1) END",
  },
  first_byte: {
    takes: 'text',
    pg: "CASE WHEN $1 = '' THEN 0 ELSE get_byte(convert_to($1, 'UTF8'), 0) END",
    lite: "CASE WHEN $1 IS NOT NULL THEN (instr('0123456789ABCDEF', substr(hex($1), 1, 1)) - 1) * 16 + instr('0123456789ABCDEF', substr(hex($1), 2, 1)) - 1 END",
  },
  first_character_code: {
    takes: 'text',
    pg: "CASE WHEN $1 = '' THEN 0 ELSE CAST(CAST('x' || lpad(encode(convert_to(left($1, 1), 'UTF8'), 'hex'), 16, '0') AS bit(64)) AS bigint) END",
    lite: ORD_IN_SQLITE,
  },
  character_of_code: {
    takes: 'number',
    pg: 'chr(CAST($1 AS int))',
    my: characters(CHARACTER_IN_MYSQL, listed),
    lite: 'char($1)',
  },
  characters_of_codes: {
    takes: 'number',
    pg: characters('chr(CAST($1 AS int))', chained),
    my: characters(CHARACTER_IN_MYSQL, listed),
  },
  bytes_of_codes: { pg: charactersOf, lite: charactersOf },
  inet_aton: {
    takes: 'text',
    pg: `CASE WHEN $1 ~ '^${OCTET}([.]${OCTET}){3}$' THEN CAST(CAST($1 AS text) AS inet) - inet '0.0.0.0' END`,
    lite: "CASE WHEN $1 NOT GLOB '*[^0-9.]*' AND $1 GLOB '?*.?*.?*.?*' THEN (WITH RECURSIVE _parts (_rest, _sum) AS (SELECT $1 || '.', 0 UNION ALL SELECT substr(_rest, instr(_rest, '.') + 1), CASE WHEN substr(_rest, 1, instr(_rest, '.') - 1) + 0 < 256 THEN _sum * 256 + substr(_rest, 1, instr(_rest, '.') - 1) END FROM _parts WHERE _rest <> '') SELECT _sum FROM _parts WHERE _rest = '') END",
  },
  is_ipv4: {
    takes: 'text',
    pg: `CASE WHEN $1 ~ '^${OCTET}([.]${OCTET}){3}$' THEN 1 ELSE 0 END`,
    lite: "CASE WHEN $1 NOT GLOB '*[^0-9.]*' AND $1 GLOB '?*.?*.?*.?*' AND $1 NOT GLOB '*.*.*.*.*' THEN (WITH RECURSIVE _parts (_rest, _most) AS (SELECT $1 || '.', 0 UNION ALL SELECT substr(_rest, instr(_rest, '.') + 1), MAX(_most, CASE WHEN instr(_rest, '.') BETWEEN 2 AND 4 THEN CAST(substr(_rest, 1, instr(_rest, '.') - 1) AS INTEGER) ELSE 256 END) FROM _parts WHERE _rest <> '') SELECT _most < 256 FROM _parts WHERE _rest = '') ELSE 0 END",
  },
  inet_ntoa: {
    takes: 'number',
    pg: "host(inet '0.0.0.0' + CAST($1 AS bigint))",
    lite: "($1 >> 24) || '.' || ($1 >> 16 & 255) || '.' || ($1 >> 8 & 255) || '.' || ($1 & 255)",
  },
  translate: { takes: 'text', my: translated, lite: translated },
  unhex_mysql: {
    takes: 'text',
    pg: "CASE WHEN $1 ~ '^[0-9A-Fa-f]*$' THEN decode(CASE WHEN length($1) % 2 = 1 THEN '0' ELSE '' END || $1, 'hex') END",
    lite: "unhex(CASE WHEN length($1) % 2 = 1 THEN '0' ELSE '' END || $1)",
  },
  quote_mysql: {
    takes: 'text',
    pg: "COALESCE('''' || replace(replace($1, chr(92), repeat(chr(92), 2)), '''', chr(92) || '''') || '''', 'NULL')",
    lite: "COALESCE('''' || replace(replace($1, char(92), char(92, 92)), '''', char(92) || '''') || '''', 'NULL')",
  },
  convert_mysql: { pg: converted, lite: converted },
};
