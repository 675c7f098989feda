import { isJsonObject, jsonOfText, type Json } from '../../expressions/documents/json-of-text.js';
import { documentOf } from '../../expressions/documents/json-written.js';
import { text } from '../../made-nodes.js';
import { always, type Compose, type Form, type FormTable } from '../form.js';
import { literalText } from '../known-values.js';

/** A form of the document that is the first argument. */
const ofDocument =
  (form: string): Compose =>
  ({ node, t }) => {
    const [document, ...others] = node.arguments;
    return document === undefined || others.length > 0 ? undefined : t.form(form, [documentOf(document, t)], node);
  };

/** How many levels a document has; one that is a single value has one. */
const DEPTH = {
  pg:
    "(WITH RECURSIVE _levels (_value, _depth) AS (SELECT $1, 1 UNION ALL SELECT _inner._value, _depth + 1 FROM _levels, LATERAL (SELECT value FROM jsonb_array_elements(CASE WHEN jsonb_typeof(_levels._value) = 'array' THEN _levels._value END) AS _items (value) " +
    "UNION ALL SELECT value FROM jsonb_each(CASE WHEN jsonb_typeof(_levels._value) = 'object' THEN _levels._value END) AS _members (key, value)) AS _inner (_value)) SELECT MAX(_depth) FROM _levels WHERE _value IS NOT NULL)",
  lite: '(WITH RECURSIVE _tree (_id, _parent) AS MATERIALIZED (SELECT id, parent FROM (SELECT $1 AS _list) AS _lists, json_tree(_lists._list)), _levels (_id, _depth) AS (SELECT _id, 1 FROM _tree WHERE _parent IS NULL UNION ALL SELECT _tree._id, _depth + 1 FROM _levels JOIN _tree ON _tree._parent = _levels._id) SELECT MAX(_depth) FROM _levels)',
} as const;

/** SQLite has json_pretty from 3.46 on; before, a document has no spaces. */
const FIRST_WITH_PRETTY = 346;
const prettyInSqlite: Form = [
  {
    when: ({ t }) => (t.rules.server.version ?? 0) >= FIRST_WITH_PRETTY,
    form: ofDocument('json_pretty($1)'),
    notice: 'JSON_LAYOUT',
  },
  { when: always, form: ofDocument('json($1)'), notice: 'JSON_LAYOUT' },
];
/** MariaDB calls it JSON_DETAILED in all versions, MySQL JSON_PRETTY. */
const prettyInMysql: Form = [
  {
    when: ({ t }) => t.rules.server.flavour === 'MARIADB',
    form: ofDocument('JSON_DETAILED($1)'),
    notice: 'JSON_LAYOUT',
  },
  { when: always, form: ofDocument('JSON_PRETTY($1)'), notice: 'JSON_LAYOUT' },
];
const prettyInPostgresql: Form = [{ when: always, form: ofDocument('jsonb_pretty($1)'), notice: 'JSON_LAYOUT' }];
const pretty = { pg: prettyInPostgresql, my: prettyInMysql, lite: prettyInSqlite };

/** What JSON_MERGE_PRESERVE makes of two documents: objects member by member, all else as lists, one behind the other. */
function merged(left: Json, right: Json): Json {
  if (isJsonObject(left) && isJsonObject(right)) {
    const members = Object.entries(right).map(([key, value]): [string, Json] => {
      const present = left[key];
      return [key, present === undefined ? value : merged(present, value)];
    });
    return { ...left, ...Object.fromEntries(members) };
  }
  const list = (one: Json): readonly Json[] => (Array.isArray(one) ? (one as readonly Json[]) : [one]);
  return [...list(left), ...list(right)];
}

/** JSON_MERGE_PRESERVE of documents that are written out; how others merge hangs on each value in them. */
const mergedAll: Compose = ({ node, t }) => {
  const read = node.arguments.map((one) => jsonOfText(literalText(one) ?? ''));
  if (read.length < 2) return undefined;
  const known = read.filter((one) => one !== undefined);
  if (known.length < read.length)
    return t.refuse(
      node,
      'How two documents merge hangs on each value in them, which the target has no function for.',
      'Use JSON_MERGE_PATCH where the later value of a key counts, or JSON_ARRAY_APPEND for lists.',
    );
  const made = known.reduce((left, right) => merged(left, right));
  return t.form(MADE[t.target as keyof typeof MADE], [text(JSON.stringify(made), node.span)], node);
};

const MADE = { POSTGRESQL: 'CAST($1 AS jsonb)', SQLITE: 'json($1)' } as const;

/** What is told of a document's shape, and documents in another one. */
export const jsonShapeForms: FormTable = {
  json_depth: { pg: ofDocument(DEPTH.pg), lite: ofDocument(DEPTH.lite) },
  json_pretty_mysql: pretty,
  json_pretty_sqlite: pretty,
  jsonb_pretty: pretty,
  json_merge_preserve: { pg: mergedAll, lite: mergedAll },
};
