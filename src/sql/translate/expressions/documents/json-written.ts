import type { Expression, Node } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { number, text } from '../../made-nodes.js';
import { documentOfRows } from '../../queries/table-functions/table-functions.js';
import type { Translator } from '../../translator.js';
import type { JsonAccess, JsonAnswer } from './json-access.js';
import { pathText, SQLITE_END, type JsonStep } from './json-paths.js';

/** What the target asks of a place in a document: an answer, or a number, as the source makes one of what is there. */
export type JsonWanted = JsonAnswer | 'number' | 'number-or-0' | 'comparable' | 'sort' | 'value-text' | 'shown';

/** A document and a place in it, for the target. */
interface Place {
  /** Translated. */
  readonly document: Expression;
  readonly steps: readonly JsonStep[];
  readonly at: Node;
  readonly t: Translator;
}

type Forms = Readonly<Record<JsonWanted, string>>;

const MY_VALUE = "CASE JSON_TYPE($1) WHEN 'NULL' THEN NULL WHEN 'BOOLEAN' THEN $1 + 0 ELSE JSON_UNQUOTE($1) END";

const PG_NUMBER_AT_START =
  "COALESCE(CAST(substring($1 #>> '{}' from '^\\s*([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)') AS numeric), 0)";
const pgNumber = (ofString: string, ofNull = 'NULL'): string =>
  `CASE jsonb_typeof($1) WHEN 'null' THEN ${ofNull} WHEN 'number' THEN CAST($1 #>> '{}' AS numeric) WHEN 'boolean' THEN CAST(CAST($1 AS boolean) AS int) WHEN 'string' THEN ${ofString} END`;

/** `$1` is what is there, as jsonb. */
const PG: Forms = {
  document: '$1',
  text: "$1 #>> '{}'",
  unquoted: "COALESCE($1 #>> '{}', CAST($1 AS text))",
  scalar:
    "CASE jsonb_typeof($1) WHEN 'boolean' THEN CAST(CAST(CAST($1 AS boolean) AS int) AS text) WHEN 'object' THEN NULL WHEN 'array' THEN NULL ELSE $1 #>> '{}' END",
  value:
    "CASE jsonb_typeof($1) WHEN 'boolean' THEN to_jsonb(CAST(CAST($1 AS boolean) AS int)) WHEN 'null' THEN NULL ELSE $1 END",
  shown:
    "CASE jsonb_typeof($1) WHEN 'boolean' THEN to_jsonb(CAST(CAST($1 AS boolean) AS int)) WHEN 'null' THEN NULL WHEN 'array' THEN to_jsonb(CAST($1 AS text)) WHEN 'object' THEN to_jsonb(CAST($1 AS text)) ELSE $1 END",
  'value-text':
    "CASE jsonb_typeof($1) WHEN 'boolean' THEN CAST(CAST(CAST($1 AS boolean) AS int) AS text) ELSE $1 #>> '{}' END",
  number: pgNumber(PG_NUMBER_AT_START),
  // to SQLite any text is more than any number
  comparable: pgNumber("'NaN'"),
  'number-or-0': pgNumber(PG_NUMBER_AT_START, '0'),
  sort: '$1',
};

/** `$1` is JSON_EXTRACT of the place. */
const MY: Forms = {
  document: '$1',
  text: "CASE WHEN JSON_TYPE($1) <> 'NULL' THEN JSON_UNQUOTE($1) END",
  unquoted: 'JSON_UNQUOTE($1)',
  scalar:
    "CASE JSON_TYPE($1) WHEN 'NULL' THEN NULL WHEN 'BOOLEAN' THEN $1 + 0 WHEN 'OBJECT' THEN NULL WHEN 'ARRAY' THEN NULL ELSE JSON_UNQUOTE($1) END",
  value: MY_VALUE,
  'value-text': MY_VALUE,
  shown: MY_VALUE,
  number: "CASE WHEN JSON_TYPE($1) <> 'NULL' THEN $1 + 0 END",
  'number-or-0': '$1 + 0',
  comparable: "CASE JSON_TYPE($1) WHEN 'NULL' THEN NULL WHEN 'STRING' THEN 1e308 ELSE $1 + 0 END",
  sort: "CASE JSON_TYPE($1) WHEN 'NULL' THEN -1e308 WHEN 'STRING' THEN -1e307 ELSE $1 + 0 END",
};

/** `$1` is the document, `$2` the path. */
const LITE: Forms = {
  document: '$1 -> $2',
  text: "CASE json_type($1, $2) WHEN 'text' THEN json_extract($1, $2) WHEN 'null' THEN NULL ELSE $1 -> $2 END",
  unquoted: "CASE json_type($1, $2) WHEN 'text' THEN json_extract($1, $2) ELSE $1 -> $2 END",
  scalar:
    "CASE json_type($1, $2) WHEN 'object' THEN NULL WHEN 'array' THEN NULL WHEN 'text' THEN json_extract($1, $2) WHEN 'true' THEN '1' WHEN 'false' THEN '0' WHEN 'null' THEN NULL ELSE $1 -> $2 END",
  value: 'json_extract($1, $2)',
  'value-text': 'json_extract($1, $2)',
  shown: 'json_extract($1, $2)',
  number: 'json_extract($1, $2) + 0',
  comparable: 'json_extract($1, $2)',
  'number-or-0': "CASE json_type($1, $2) WHEN 'null' THEN 0 ELSE json_extract($1, $2) + 0 END",
  // PostgreSQL and MySQL have JSON's null before all else, and NULL elsewhere
  sort: "CASE json_type($1, $2) WHEN 'null' THEN -1e308 ELSE json_extract($1, $2) END",
};

const PG_STEP: Readonly<Record<'middle' | 'text', string>> = { middle: '$1 -> $2', text: '$1 ->> $2' };

const stepValue = (step: JsonStep, at: Node): Expression =>
  'key' in step ? text(step.key, at.span) : number(step.index, at.span);

function inPostgresql(place: Place, wanted: JsonWanted): Expression {
  const { document, steps, at, t } = place;
  const last = steps[steps.length - 1];
  if (wanted === 'text' && last !== undefined) {
    return t.form(PG_STEP.text, [walked(document, steps.slice(0, -1), place), stepValue(last, at)], at);
  }
  return t.form(PG[wanted], [walked(document, steps, place)], at);
}

/** What is at a place of a document of PostgreSQL's, as a document. */
export const walked = (
  document: Expression,
  steps: readonly JsonStep[],
  { at, t }: Pick<Place, 'at' | 't'>,
): Expression => steps.reduce((inner, step) => t.form(PG_STEP.middle, [inner, stepValue(step, at)], at), document);

function inMysql(place: Place, wanted: JsonWanted): Expression {
  return place.t.form(MY[wanted], [extracted(place)], place.at);
}

/** What stands at a place. The first element of what is no array is the thing itself to MySQL, and to nobody else. */
function extracted(place: Place): Expression {
  const { document, steps, at, t } = place;
  const back = steps.findIndex((step) => 'index' in step && step.index < 0);
  if (back >= 0) return fromEnd(place, back);
  const path = text(pathText(steps), at.span);
  const first = steps.findIndex((step) => 'index' in step && step.index === 0);
  if (first < 0) return t.form('JSON_EXTRACT($1, $2)', [document, path], at);
  const array = text(pathText(steps.slice(0, first)), at.span);
  return t.form(
    "CASE WHEN JSON_TYPE(JSON_EXTRACT($1, $3)) = 'ARRAY' THEN JSON_EXTRACT($1, $2) END",
    [document, path, array],
    at,
  );
}

/** An element counted from the end. MariaDB's [last] does not find the only element of an array. */
function fromEnd({ document, steps, at, t }: Place, back: number): Expression {
  const array = pathText(steps.slice(0, back));
  const rest = pathText(steps.slice(back + 1)).slice(1);
  const { index } = steps[back] as { readonly index: number };
  const values = [
    document,
    text(array, at.span),
    text(`${array}[`, at.span),
    number(-index, at.span),
    text(`]${rest}`, at.span),
  ];
  return t.form(
    "CASE WHEN JSON_TYPE(JSON_EXTRACT($1, $2)) = 'ARRAY' AND JSON_LENGTH($1, $2) >= $4 THEN JSON_EXTRACT($1, CONCAT($3, JSON_LENGTH($1, $2) - $4, $5)) END",
    values,
    at,
  );
}

function inSqlite({ document, steps, at, t }: Place, wanted: JsonWanted): Expression {
  return t.form(LITE[wanted], [document, text(pathText(steps, SQLITE_END), at.span)], at);
}

const WRITERS: Readonly<Record<DialectName, (place: Place, wanted: JsonWanted) => Expression>> = {
  POSTGRESQL: inPostgresql,
  MYSQL: inMysql,
  SQLITE: inSqlite,
};

/** What is at a place of a document, for the target. */
export function written(access: JsonAccess, wanted: JsonWanted, at: Node, t: Translator): Expression {
  return WRITERS[t.target]({ document: documentOf(access.document, t), steps: access.steps, at, t }, wanted);
}

/** A document of the source as one of the target: text that holds one is read as JSON where that is a type. */
export function documentOf(node: Expression, t: Translator): Expression {
  const ofRows = documentOfRows(node, t);
  if (ofRows !== undefined) return ofRows;
  const made = t.value(node);
  if (t.target !== 'POSTGRESQL' || t.typeName(node) === 'JSON') return made;
  return t.form(t.typeName(node) === 'ARRAY' ? 'to_jsonb($1)' : 'CAST($1 AS jsonb)', [made], node);
}
