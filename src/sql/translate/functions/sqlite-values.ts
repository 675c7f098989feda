import type { ColumnReference, Expression } from '../../ast/index.js';
import { familyOfName, isNameOfWhole, type SqlTypeName } from '../../typing/index.js';
import { textOf } from '../expressions/coercion.js';
import { likelyFamily } from '../expressions/likely-family.js';
import { jsonAccess } from '../expressions/documents/json-access.js';
import { SQLITE_TYPE } from '../expressions/documents/json-types.js';
import { written } from '../expressions/documents/json-written.js';
import { storedWhole } from '../expressions/numbers/stored-whole.js';
import { text } from '../made-nodes.js';
import { lastOf } from '../queries/lowering/references.js';
import type { Translator } from '../translator.js';
import { count, type Compose, type FormTable } from './form.js';

/** How SQLite stores the types that it stores in one way; dates and documents are texts. */
const STORAGE: Readonly<Partial<Record<SqlTypeName, string>>> = {
  BOOLEAN: 'integer',
  INTEGER: 'integer',
  BIGINT: 'integer',
  TEXT: 'text',
  DATE: 'text',
  TIME: 'text',
  TIMESTAMP: 'text',
  TIMESTAMPTZ: 'text',
  JSON: 'text',
  BINARY: 'blob',
};

/** The type of a value where it is known, as a word. */
const typeWord: Compose = ({ node, values, t }) => {
  const [operand] = node.arguments as [Expression];
  if (operand.kind === 'null') return text('null', node.span);
  const inDocument = typeInDocument(operand, t);
  if (inDocument !== undefined) return inDocument;
  const word = wordOf(operand, t);
  if (word === undefined || t.typeOf(operand).nullable === false) return word;
  return t.form("CASE WHEN $1 IS NULL THEN 'null' ELSE $2 END", [values[0] as Expression, word], node);
};

/** Numbers with places behind the point may be whole ones to SQLite. */
function wordOf(node: Expression, t: Translator): Expression | undefined {
  const type = t.typeName(node);
  if (type === undefined && node.kind === 'column') return openWordOf(node, t);
  const word = STORAGE[type ?? 'OTHER'];
  if (word !== undefined) return text(word, node.span);
  if (type !== 'DECIMAL' && type !== 'FLOAT') return undefined;
  const whole = storedWhole(node, t);
  if (typeof whole === 'boolean') return text(whole ? 'integer' : 'real', node.span);
  t.notice('STORED_WHOLE', node);
  return t.form("CASE WHEN $1 THEN 'integer' ELSE 'real' END", [whole], node);
}

/** A column whose type nobody tells: the target is asked for it. */
function openWordOf(node: ColumnReference, t: Translator): Expression | undefined {
  if (t.target === 'SQLITE') return undefined;
  const called = lastOf(node).value;
  const isSure = isNameOfWhole(called) || ['text', 'moment'].includes(familyOfName(called) ?? '');
  if (!isSure) t.notice('UNKNOWN_TYPE', node, 'A DECIMAL column of SQLite’s keeps whole numbers as integers.');
  return t.form(TYPE_AT_RUN[t.target], [t.value(node)], node);
}

/** MySQL says of numbers and moments that they coerce last, and shows no point in a whole number until there is a decimal beside it. */
const TYPE_AT_RUN = {
  POSTGRESQL:
    "CASE WHEN CAST(pg_typeof($1) AS text) ~ '^(smallint|integer|bigint|boolean)$' THEN 'integer' WHEN CAST(pg_typeof($1) AS text) IN ('real', 'double precision') THEN 'real' WHEN CAST(pg_typeof($1) AS text) = 'numeric' THEN CASE WHEN CAST($1 AS text) ~ '[.].*[1-9]' THEN 'real' ELSE 'integer' END WHEN CAST(pg_typeof($1) AS text) = 'bytea' THEN 'blob' ELSE 'text' END",
  MYSQL:
    "CASE WHEN COERCIBILITY($1) < 5 THEN IF(CHARSET($1) = 'binary', 'blob', 'text') WHEN CONCAT($1) REGEXP '[0-9][-:]' THEN 'text' WHEN CONCAT($1) LIKE '%.%' THEN IF(CONCAT($1) REGEXP '[.].*[1-9]', 'real', 'integer') WHEN CONCAT($1 + 0.0) LIKE '%.%' THEN 'integer' ELSE 'real' END",
} as const;

const TYPE_IN_DOCUMENT =
  "CASE $1 WHEN 'true' THEN 'integer' WHEN 'false' THEN 'integer' WHEN 'array' THEN 'text' WHEN 'object' THEN 'text' ELSE COALESCE($1, 'null') END";

function typeInDocument(node: Expression, t: Translator): Expression | undefined {
  const found = jsonAccess(node, t);
  if (found?.gives !== 'value' || t.target === 'SQLITE') return undefined;
  const type = t.form(SQLITE_TYPE[t.target], [written(found, 'document', node, t)], node);
  return t.form(TYPE_IN_DOCUMENT, [type], node);
}

/** quote(x): a literal of what x is. */
const quoted: Compose = ({ node, t }) => {
  const [value] = node.arguments as [Expression];
  if (value.kind === 'null') return text('NULL', node.span);
  const storage = storageOf(value, t);
  const form = QUOTED[storage]?.[t.target === 'MYSQL' ? 'my' : 'pg'];
  return form === undefined
    ? undefined
    : t.form(form, [AS_IT_IS.has(storage) ? t.value(value) : textOf(value, t)], node);
};

/** How SQLite stores it: by its type, or else by what it is used and named for. */
function storageOf(node: Expression, t: Translator): string {
  const type = t.typeName(node);
  if (type !== undefined) return STORAGE[type] ?? 'number';
  const family = node.kind === 'column' ? likelyFamily(node, t) : t.familyOf(node);
  if (family === undefined) t.notice('UNKNOWN_TYPE', node);
  if (family === undefined && node.kind === 'column') return 'asked';
  return family === 'number' || family === 'truth' ? 'open' : 'text';
}

/** What is no text before it is quoted. */
const AS_IT_IS: ReadonlySet<string> = new Set(['blob', 'open', 'asked']);

const QUOTED: Readonly<Record<string, { readonly pg: string; readonly my: string }>> = {
  number: { pg: "COALESCE($1, 'NULL')", my: "COALESCE($1, 'NULL')" },
  open: { pg: "COALESCE(CAST($1 AS text), 'NULL')", my: "COALESCE(CAST($1 AS CHAR), 'NULL')" },
  integer: { pg: "COALESCE($1, 'NULL')", my: "COALESCE(CAST($1 AS CHAR), 'NULL')" },
  asked: {
    pg: "CASE WHEN CAST(pg_typeof($1) AS text) ~ '^(smallint|integer|bigint|numeric|real|double)' THEN COALESCE(CAST($1 AS text), 'NULL') WHEN CAST(pg_typeof($1) AS text) = 'boolean' THEN COALESCE(CASE CAST($1 AS text) WHEN 'true' THEN '1' WHEN 'false' THEN '0' END, 'NULL') ELSE COALESCE('''' || replace(CAST($1 AS text), '''', '''''') || '''', 'NULL') END",
    my: "CASE WHEN COERCIBILITY($1) >= 5 AND CONCAT($1) NOT REGEXP '[0-9][-:]' THEN CONCAT($1) ELSE COALESCE(CONCAT('''', REPLACE($1, '''', ''''''), ''''), 'NULL') END",
  },
  text: {
    pg: "COALESCE('''' || replace($1, '''', '''''') || '''', 'NULL')",
    my: "COALESCE(CONCAT('''', REPLACE($1, '''', ''''''), ''''), 'NULL')",
  },
  blob: {
    pg: "COALESCE('X''' || upper(encode($1, 'hex')) || '''', 'NULL')",
    my: "COALESCE(CONCAT('X''', HEX($1), ''''), 'NULL')",
  },
};

/** What SQLite says of values as it stores them. */
export const sqliteValueForms: FormTable = {
  type_of_value: { pg: typeWord, my: typeWord },
  quote_sqlite: { pg: quoted, my: quoted },
  zero_bytes: {
    takes: 'number',
    pg: "decode(repeat('00', CAST(COALESCE($1, 0) AS int)), 'hex')",
    my: "UNHEX(REPEAT('00', COALESCE($1, 0)))",
  },
  unhex_sqlite: {
    takes: 'text',
    pg: [{ when: count(1), form: "CASE WHEN $1 ~ '^([0-9A-Fa-f]{2})*$' THEN decode($1, 'hex') END" }],
    my: [{ when: count(1), form: 'CASE WHEN CHAR_LENGTH($1) % 2 = 0 THEN UNHEX($1) END' }],
  },
};
