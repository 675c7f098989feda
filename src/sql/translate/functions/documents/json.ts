import type { Expression, StringLiteral } from '../../../ast/index.js';
import { jsonArray, jsonElement, jsonObject } from '../../expressions/documents/json-elements.js';
import { jsonOfText } from '../../expressions/documents/json-of-text.js';
import { stepsOf, type JsonStep } from '../../expressions/documents/json-paths.js';
import { documentOf, written } from '../../expressions/documents/json-written.js';
import type { Translator } from '../../translator.js';
import {
  all,
  always,
  count,
  typeIs,
  type CallPlace,
  type Compose,
  type Form,
  type FormRow,
  type FormTable,
  isUntold,
} from '../form.js';
import { boolean, cast, dataType, number } from '../../made-nodes.js';
import { isText } from '../known-values.js';
import { jsonShapeForms } from './json-shapes-told.js';
import { jsonEdits } from './json-edits.js';
import { jsonPathForms } from './json-path-queries.js';
import { severalInMysql } from './json-several-places.js';
import { jsonSearches } from './json-searches.js';
import { jsonTextSearches } from './json-text-searches.js';
import { numberTypeInPostgresql, SQLITE_TYPE } from '../../expressions/documents/json-types.js';

/** The document that is the first argument, or what stands in it where the second says. */
function placeArgument({ node, t }: CallPlace): Expression | undefined {
  const [document, path] = node.arguments;
  if (document === undefined) return undefined;
  if (path === undefined) return documentOf(document, t);
  const steps = path.kind === 'string' ? stepsOf(path.value) : undefined;
  return steps && placed(document, steps, t);
}

export const placed = (document: Expression, steps: readonly JsonStep[], t: Translator): Expression =>
  written({ document, steps, gives: 'document' }, 'document', document, t);

/** An expression of the document, or of what stands at its path, as `$1`. */
const ofPlace =
  (sql: string): Compose =>
  (place) => {
    const document = placeArgument(place);
    return document && place.t.form(sql, [document], place.node);
  };

const object: Compose = ({ node, t }) => jsonObject(node.arguments, node, t);
const array: Compose = ({ node, t }) => jsonArray(node.arguments, node, t);

/** to_json(value): NULL stays NULL. */
const element =
  (sql: string): Compose =>
  ({ node, t }) => {
    const [value] = node.arguments;
    return value && t.form(sql, [jsonElement(value, t)], node);
  };

const MY_ELEMENT = "CASE WHEN $1 IS NOT NULL THEN JSON_EXTRACT(JSON_ARRAY($1), '$[0]') END";
const LITE_ELEMENT = 'CASE WHEN $1 IS NOT NULL THEN json_quote($1) END';
const toJson: FormRow = { my: element(MY_ELEMENT), lite: element(LITE_ELEMENT) };

const typeOf: FormRow = {
  my: ofPlace(
    "CASE JSON_TYPE($1) WHEN 'INTEGER' THEN 'number' WHEN 'UNSIGNED INTEGER' THEN 'number' WHEN 'DOUBLE' THEN 'number' WHEN 'DECIMAL' THEN 'number' ELSE LOWER(JSON_TYPE($1)) END",
  ),
  lite: ofPlace(
    "CASE json_type($1) WHEN 'integer' THEN 'number' WHEN 'real' THEN 'number' WHEN 'text' THEN 'string' WHEN 'true' THEN 'boolean' WHEN 'false' THEN 'boolean' ELSE json_type($1) END",
  ),
};

const arrayLength: FormRow = { my: ofPlace('JSON_LENGTH($1)'), lite: ofPlace('json_array_length($1)') };

/** json_extract(document, path, path …): what is at each, as an array. */
const severalPlaces =
  (form: string): Compose =>
  ({ node, t }) => {
    const [document, ...paths] = node.arguments;
    const steps = paths.map((path) => (path.kind === 'string' ? stepsOf(path.value) : undefined));
    if (document === undefined || steps.length < 2 || steps.includes(undefined)) return undefined;
    const places = (steps as (readonly JsonStep[])[]).map((one) => placed(document, one, t));
    return t.form(form, [documentOf(document, t), ...places], node);
  };

/** Whether a text that is written out is JSON: 1 or 0. */
const isJson = (written: string): boolean => jsonOfText(written) !== undefined;

/** Where a document may have spaces. */
const SPACE = '[ \\t\\n\\r]*';
const PIECE = `${SPACE}[\\u0001\\u0002]${SPACE}`;
const MEMBER = `${SPACE}\\u0001${SPACE}:${PIECE}`;

/**
 * PostgreSQL 15 tells of no text whether it is JSON: strings become one sign, other values another, and lists and objects of
 * them such a value in turn, until that is all there is.
 */
const READS_AS_JSON = [
  'CASE WHEN $1 IS NOT NULL THEN (WITH RECURSIVE _read (_left) AS (SELECT regexp_replace(regexp_replace($1,',
  `'"(?:[^"\\\\\\u0001-\\u001f]|\\\\(?:["\\\\/bfnrt]|u[0-9A-Fa-f]{4}))*"', chr(1), 'g'),`,
  "'-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null', chr(2), 'g')",
  `UNION SELECT regexp_replace(_left, '\\[(?:${PIECE}(?:,${PIECE})*|${SPACE})\\]|\\{(?:${MEMBER}(?:,${MEMBER})*|${SPACE})\\}', chr(2), 'g')`,
  `FROM _read) SELECT bool_or(_left ~ '^${PIECE}$') AND $1 !~ '[\\u0001\\u0002]' FROM _read) END`,
].join(' ');

/** Whether a text is a document, as a truth value or as 1 and 0; a column of documents holds no others. */
function validDocument(isCounted: boolean): Form {
  const counted = (form: string): string => (isCounted ? `CAST(${form} AS int)` : form);
  const literal: Compose = ({ node }) => {
    const isValid = isJson((node.arguments[0] as StringLiteral).value);
    return isCounted ? number(isValid ? 1 : 0, node.span) : boolean(isValid, node.span);
  };
  return [
    { when: typeIs(1, 'JSON'), form: isCounted ? 'CASE WHEN $1 IS NOT NULL THEN 1 END' : '$1 IS NOT NULL OR NULL' },
    { when: all(count(1), isText(1)), form: literal },
    { when: all(count(1), typeIs(1, 'TEXT')), form: counted(READS_AS_JSON) },
    // a document's text is one as well
    { when: all(count(1), isUntold(1)), form: counted(READS_AS_JSON.replaceAll('$1', 'CAST($1 AS text)')) },
  ];
}

/** Where a document goes wrong: nowhere, if it is one. */
const noError: Form = [
  { when: typeIs(1, 'JSON'), form: 'CASE WHEN $1 IS NOT NULL THEN 0 END' },
  { when: isText(1, isJson), form: '0' },
];

const PG_KEYS =
  "CASE WHEN jsonb_typeof($1) = 'object' THEN (SELECT COALESCE(jsonb_agg(k), '[]') FROM jsonb_object_keys($1) AS k) END";

const exact = (pg: Form, my: Form, lite: Form): FormRow => ({ pg, my, lite });

/** Functions of documents. */
export const jsonForms: FormTable = {
  json_object_of_pairs: exact(object, object, object),
  json_array_of_values: exact(array, array, array),
  to_json: toJson,
  to_jsonb: toJson,
  row_to_json: toJson,
  json_typeof: typeOf,
  jsonb_typeof: typeOf,
  json_type_mysql: {
    pg: ofPlace(
      `CASE jsonb_typeof($1) WHEN 'number' THEN ${numberTypeInPostgresql('INTEGER', 'DOUBLE')} ELSE UPPER(jsonb_typeof($1)) END`,
    ),
    lite: ofPlace(
      "CASE json_type($1) WHEN 'integer' THEN 'INTEGER' WHEN 'real' THEN 'DOUBLE' WHEN 'text' THEN 'STRING' WHEN 'true' THEN 'BOOLEAN' WHEN 'false' THEN 'BOOLEAN' ELSE UPPER(json_type($1)) END",
    ),
  },
  json_type_sqlite: {
    pg: ofPlace(SQLITE_TYPE.POSTGRESQL),
    my: ofPlace(SQLITE_TYPE.MYSQL),
  },
  json_array_length: arrayLength,
  jsonb_array_length: arrayLength,
  json_array_length_sqlite: {
    pg: ofPlace("CASE WHEN jsonb_typeof($1) = 'array' THEN jsonb_array_length($1) WHEN $1 IS NOT NULL THEN 0 END"),
    my: ofPlace("CASE WHEN JSON_TYPE($1) = 'ARRAY' THEN JSON_LENGTH($1) WHEN $1 IS NOT NULL THEN 0 END"),
  },
  json_length: {
    pg: ofPlace(
      "CASE WHEN jsonb_typeof($1) = 'array' THEN jsonb_array_length($1) WHEN jsonb_typeof($1) = 'object' THEN (SELECT CAST(COUNT(*) AS int) FROM jsonb_object_keys($1)) WHEN $1 IS NOT NULL THEN 1 END",
    ),
    lite: ofPlace(
      "CASE json_type($1) WHEN 'array' THEN json_array_length($1) WHEN 'object' THEN (SELECT COUNT(*) FROM json_each($1)) ELSE CASE WHEN $1 IS NOT NULL THEN 1 END END",
    ),
  },
  json_keys: {
    pg: [{ when: always, form: ofPlace(PG_KEYS), notice: 'JSON_KEY_ORDER' }],
    lite: ofPlace("CASE WHEN json_type($1) = 'object' THEN (SELECT json_group_array(key) FROM json_each($1)) END"),
  },
  json_quote_text: { pg: 'CAST(to_json(CAST($1 AS text)) AS text)', lite: 'CAST(json_quote($1) AS TEXT)' },
  json_quote_value: toJsonOfSqlite(),
  json_sqlite: { pg: 'CAST($1 AS jsonb)', my: "JSON_EXTRACT($1, '$')" },
  // a document in a column has been taken for one before
  json_unquote: {
    takes: 'text',
    pg: "CASE WHEN $1 ~ '^\".*\"$' THEN CAST($1 AS jsonb) #>> '{}' ELSE $1 END",
    lite: `CASE WHEN $1 LIKE '"%"' AND json_valid($1) THEN json_extract($1, '$') ELSE $1 END`,
  },
  json_compact: { pg: 'CAST($1 AS jsonb)', lite: 'json($1)' },
  json_loose: { pg: 'CAST($1 AS jsonb)', lite: 'json($1)' },
  json_normalize: { pg: 'CAST($1 AS jsonb)', lite: 'json($1)' },
  json_valid_mysql: {
    pg: validDocument(false),
    lite: 'json_valid($1)',
  },
  json_valid_sqlite: { pg: validDocument(true), my: 'JSON_VALID($1)' },
  json_error_position: { pg: noError, my: noError },
  json_extract_several: {
    pg: severalPlaces('CASE WHEN $1 IS NOT NULL THEN jsonb_build_array(:rest) END'),
    my: severalPlaces('CASE WHEN $1 IS NOT NULL THEN JSON_ARRAY(:rest) END'),
  },
  ...jsonEdits,
  ...jsonSearches,
  ...jsonTextSearches,
  ...jsonPathForms,
  ...jsonShapeForms,
  json_extract_mysql: { pg: severalInMysql, lite: severalInMysql },
};

function toJsonOfSqlite(): FormRow {
  return {
    pg: ({ node, t }) => {
      const [value] = node.arguments as [Expression];
      const made = jsonElement(value, t);
      const isUntyped = value.kind === 'string' || value.kind === 'null';
      const typed = isUntyped ? cast(made, dataType('text', value.span)) : made;
      return t.form("COALESCE(to_jsonb($1), 'null')", [typed], node);
    },
    my: element("JSON_EXTRACT(JSON_ARRAY($1), '$[0]')"),
  };
}
