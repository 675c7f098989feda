import type { Expression, TableReference } from '../../../ast/index.js';
import { pathText, SQLITE_END, stepsOf } from '../../expressions/documents/json-paths.js';
import { SQLITE_TYPE } from '../../expressions/documents/json-types.js';
import { documentOf, written } from '../../expressions/documents/json-written.js';
import { call as madeCall, text } from '../../made-nodes.js';
import { hasColumns } from './element-rows.js';
import { own, queryTable, tableForm, type Planner, type RowCall } from '../row-plan.js';

const LITE_VALUE: Readonly<Record<'json' | 'text', string>> = {
  json: '$1 -> $2',
  text: "CASE $3 WHEN 'text' THEN $4 WHEN 'null' THEN NULL ELSE $1 -> $2 END",
};
const MY_ROWS = "JSON_TABLE($1, '$[*]' COLUMNS (ord FOR ORDINALITY, v JSON PATH '$'))";
const MY_TEXT = "CASE WHEN JSON_TYPE($1) <> 'NULL' THEN JSON_UNQUOTE($1) END";

/** What is in a document of SQLite's, a row each. */
function eachInSqlite(
  document: Expression,
  as: 'json' | 'text',
  call: RowCall,
): { table: TableReference; value: Expression } {
  const parts = [document, own('fullkey', call), own('type', call), own('value', call)];
  return { table: tableForm('json_each($1)', [document], call), value: call.t.form(LITE_VALUE[as], parts, call.node) };
}

/** The elements of an array, as JSON or as texts, with their numbers. */
const elements =
  (as: 'json' | 'text'): Planner =>
  (call) => {
    const [document] = call.arguments;
    if (document === undefined) return undefined;
    const { t, node } = call;
    const made = documentOf(document, t);
    if (t.target === 'MYSQL') {
      const value = own('v', call);
      return {
        table: tableForm(MY_ROWS, [made], call),
        columns: [as === 'json' ? value : t.form(MY_TEXT, [value], node), own('ord', call)],
      };
    }
    const { table, value } = eachInSqlite(made, as, call);
    return { table, columns: [value, t.form('$1 + 1', [own('key', call)], node)] };
  };

/** What a path of PostgreSQL's meets: the elements of the array that it makes of them. */
const metByPath: Planner = (call) => {
  const { arguments: values, node } = call;
  return elements('json')({ ...call, arguments: [madeCall('jsonb_path_query_array', values, node.span)] });
};

/** The members of an object. */
const members =
  (as: 'json' | 'text'): Planner =>
  (call) => {
    const [document] = call.arguments;
    if (document === undefined) return undefined;
    const { t, node } = call;
    const made = documentOf(document, t);
    if (t.target === 'MYSQL') {
      const key = own('v', call);
      const value = t.form("JSON_EXTRACT($1, CONCAT('$.', $2))", [made, key], node);
      return {
        table: tableForm(
          "JSON_TABLE(JSON_KEYS($1), '$[*]' COLUMNS (ord FOR ORDINALITY, v JSON PATH '$'))",
          [made],
          call,
        ),
        columns: [
          t.form('JSON_UNQUOTE($1)', [key], node),
          as === 'json' ? value : t.form(MY_TEXT, [value], node),
          own('ord', call),
        ],
      };
    }
    const { table, value } = eachInSqlite(made, as, call);
    return { table, columns: [own('key', call), value] };
  };

const keys: Planner = (call) => {
  const plan = members('json')(call);
  return plan && { ...plan, columns: plan.columns.slice(0, 1) };
};

/** A key as SQLite writes it in a path: in quotes unless it is a word of letters and digits. */
const PG_KEY_IN_PATH = "CASE WHEN o.key ~ '^[A-Za-z][A-Za-z0-9]*$' THEN '.' || o.key ELSE '.\"' || o.key || '\"' END";
const MY_KEY_IN_PATH =
  "CASE WHEN JSON_UNQUOTE($2) REGEXP '^[A-Za-z][A-Za-z0-9]*$' THEN CONCAT('.', JSON_UNQUOTE($2)) ELSE CONCAT('.', $2) END";

/** What is in the document `$1`: a row with its key, value, number and step of a path each. */
export const PG_EACH = `SELECT CAST(a.n - 1 AS text) AS key, a.v AS value, a.n AS n, '[' || (a.n - 1) || ']' AS step
  FROM jsonb_array_elements(CASE WHEN jsonb_typeof($1) = 'array' THEN $1 END) WITH ORDINALITY AS a (v, n)
  UNION ALL SELECT o.key, o.value, o.n, ${PG_KEY_IN_PATH}
  FROM jsonb_each(CASE WHEN jsonb_typeof($1) = 'object' THEN $1 END) WITH ORDINALITY AS o (key, value, n)
  UNION ALL SELECT NULL, $1, 1, '' WHERE jsonb_typeof($1) NOT IN ('array', 'object')`;
const MY_EACH =
  "JSON_TABLE(CASE WHEN JSON_TYPE($1) = 'OBJECT' THEN JSON_KEYS($1) WHEN JSON_TYPE($1) = 'ARRAY' THEN $1 ELSE CONCAT('[', $1, ']') END, '$[*]' COLUMNS (ord FOR ORDINALITY, v JSON PATH '$'))";

/** SQLite's json_each(document[, path]): elements of an array, members of an object, or the scalar itself. */
const each: Planner = (call) => {
  const [document, path] = call.arguments;
  const steps = path === undefined ? [] : path.kind === 'string' ? stepsOf(path.value) : undefined;
  if (document === undefined || steps === undefined) return undefined;
  const { t, node } = call;
  const made = written({ document, steps, gives: 'document' }, 'document', document, t);
  const fullPath = text(pathText(steps, SQLITE_END), node.span);
  if (t.target === 'POSTGRESQL') {
    const value = own('value', call);
    const type = t.form(SQLITE_TYPE.POSTGRESQL, [value], node);
    const fullKey = t.form('$1 || $2', [fullPath, own('step', call)], node);
    return {
      table: queryTable(PG_EACH, [made], call, true),
      columns: [own('key', call), undefined, type, undefined, undefined, undefined, fullKey, fullPath],
      document: value,
    };
  }
  const value = t.form(
    "CASE WHEN JSON_TYPE($1) = 'OBJECT' THEN JSON_EXTRACT($1, CONCAT('$.', $2)) ELSE $2 END",
    [made, own('v', call)],
    node,
  );
  const key = t.form(
    "CASE WHEN JSON_TYPE($1) = 'OBJECT' THEN JSON_UNQUOTE($2) WHEN JSON_TYPE($1) = 'ARRAY' THEN $3 - 1 END",
    [made, own('v', call), own('ord', call)],
    node,
  );
  const step = t.form(
    `CASE WHEN JSON_TYPE($1) = 'OBJECT' THEN ${MY_KEY_IN_PATH} WHEN JSON_TYPE($1) = 'ARRAY' THEN CONCAT('[', $3 - 1, ']') ELSE '' END`,
    [made, own('v', call), own('ord', call)],
    node,
  );
  const type = t.form(SQLITE_TYPE.MYSQL, [value], node);
  const fullKey = t.form('CONCAT($1, $2)', [fullPath, step], node);
  return {
    table: tableForm(MY_EACH, [made], call),
    columns: [key, undefined, type, undefined, undefined, undefined, fullKey, fullPath],
    document: value,
  };
};

const PG_TREE = `WITH RECURSIVE tree (key, value, fullkey, path) AS (
  SELECT CAST(NULL AS text), $1, CAST('$' AS text), CAST('$' AS text) WHERE $1 IS NOT NULL
  UNION ALL SELECT e.key, e.value, t.fullkey || e.step, t.fullkey
  FROM tree AS t, LATERAL (${PG_EACH.replaceAll('$1', 't.value')}) AS e
  WHERE jsonb_typeof(t.value) IN ('array', 'object')
) SELECT key, value, fullkey, path FROM tree`;

/** MySQL's tables in FROM see none beside them: such a document stands by itself. */
const MY_TREE = `WITH RECURSIVE tree (\`key\`, value, fullkey, path) AS (
  SELECT CAST(NULL AS CHAR(4000)), JSON_EXTRACT($1, '$'), CAST('$' AS CHAR(4000)), CAST('$' AS CHAR(4000))
  UNION ALL SELECT CASE WHEN JSON_TYPE(t.value) = 'OBJECT' THEN JSON_UNQUOTE(e.v) ELSE CAST(e.ord - 1 AS CHAR) END,
    CASE WHEN JSON_TYPE(t.value) = 'OBJECT' THEN JSON_EXTRACT(t.value, CONCAT('$.', e.v)) ELSE e.v END,
    CONCAT(t.fullkey, CASE WHEN JSON_TYPE(t.value) = 'OBJECT' THEN ${MY_KEY_IN_PATH.replaceAll('$2', 'e.v')} ELSE CONCAT('[', e.ord - 1, ']') END),
    t.fullkey
  FROM tree AS t, ${MY_EACH.replaceAll('$1', 't.value')} AS e
  WHERE JSON_TYPE(t.value) IN ('ARRAY', 'OBJECT')
) SELECT \`key\`, value, fullkey, path FROM tree`;

/** SQLite's json_tree(document): the document, and all that is in it. */
const tree: Planner = (call) => {
  const [document, path] = call.arguments;
  const { t, node } = call;
  if (document === undefined || path !== undefined || t.target === 'SQLITE') return undefined;
  const isLateral = t.target === 'POSTGRESQL';
  if (!isLateral && hasColumns([document], t)) return undefined;
  const value = own('value', call);
  const type = t.form(SQLITE_TYPE[t.target], [value], node);
  return {
    table: queryTable(isLateral ? PG_TREE : MY_TREE, [documentOf(document, t)], call, isLateral),
    columns: [
      own('key', call),
      undefined,
      type,
      undefined,
      undefined,
      undefined,
      own('fullkey', call),
      own('path', call),
    ],
    document: value,
  };
};

/** Functions of documents that answer with rows. */
export const jsonRows: Readonly<Record<string, Planner>> = {
  json_array_elements: elements('json'),
  jsonb_array_elements: elements('json'),
  jsonb_path_query: metByPath,
  json_array_elements_text: elements('text'),
  jsonb_array_elements_text: elements('text'),
  json_each_pair: members('json'),
  jsonb_each_pair: members('json'),
  json_each_text: members('text'),
  jsonb_each_text: members('text'),
  json_object_keys: keys,
  jsonb_object_keys: keys,
  json_each_sqlite: each,
  json_tree: tree,
};
