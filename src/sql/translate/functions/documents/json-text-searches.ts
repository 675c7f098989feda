import { functionOfCall } from '../../../analysis/function-of-call.js';
import {
  asked,
  type Expression,
  type FunctionCall,
  type IsTest,
  type Node,
  type StringLiteral,
} from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { textOf } from '../../expressions/coercion.js';
import { pathText, SQLITE_END, stepsOf, type JsonStep } from '../../expressions/documents/json-paths.js';
import { documentOf, walked } from '../../expressions/documents/json-written.js';
import { noticeOfTextOrder } from '../../expressions/texts/text-comparison.js';
import { not, text } from '../../made-nodes.js';
import { PG_EACH } from '../../queries/table-functions/json-rows.js';
import type { Translator } from '../../translator.js';
import type { Compose, FormTable } from '../form.js';

type Quantity = 'one' | 'all';

/** All that is in the document `$1`, which stands at the path `$3`, in the order in which it is written. */
const PG_TREE = `WITH RECURSIVE _tree (_value, _path, _at) AS (
  SELECT $1, CAST($3 AS text), CAST(ARRAY[] AS bigint[])
  UNION ALL SELECT e.value, t._path || e.step, t._at || e.n
  FROM _tree AS t, LATERAL (${PG_EACH.replaceAll('$1', 't._value')}) AS e
  WHERE jsonb_typeof(t._value) IN ('array', 'object'))`;
const PG_FOUND = "FROM _tree WHERE jsonb_typeof(_value) IN ('string', 'number') AND _value #>> '{}' ILIKE $2";
const PG_ALL = 'jsonb_agg(_path ORDER BY _at)';
const LITE_FOUND = "json_tree($1, $3) WHERE type IN ('text', 'integer', 'real') AND atom LIKE $2 ESCAPE '\\'";

/** The path of the first text that is like `$2`, or those of all: one by itself, several as an array, none as NULL. */
const FORMS: Readonly<Record<Exclude<DialectName, 'MYSQL'>, Readonly<Record<Quantity, string>>>> = {
  POSTGRESQL: {
    one: `(${PG_TREE} SELECT to_jsonb(_path) ${PG_FOUND} ORDER BY _at LIMIT 1)`,
    all: `(${PG_TREE} SELECT CASE WHEN COUNT(*) > 1 THEN ${PG_ALL} ELSE ${PG_ALL} -> 0 END ${PG_FOUND})`,
  },
  SQLITE: {
    one: `(SELECT json_quote(fullkey) FROM ${LITE_FOUND} ORDER BY id LIMIT 1)`,
    all: `(SELECT CASE COUNT(*) WHEN 0 THEN NULL WHEN 1 THEN json_quote(MIN(fullkey)) ELSE json_group_array(fullkey) END FROM (SELECT fullkey FROM ${LITE_FOUND} ORDER BY id))`,
  },
};

/** Whether there is any. */
const EXISTS: Readonly<Record<Exclude<DialectName, 'MYSQL'>, string>> = {
  POSTGRESQL:
    "EXISTS (SELECT 1 FROM jsonb_path_query($1, '$.**') AS _value WHERE jsonb_typeof(_value) IN ('string', 'number') AND _value #>> '{}' ILIKE $2)",
  SQLITE: `EXISTS (SELECT 1 FROM ${LITE_FOUND})`,
};

interface Search {
  readonly quantity: Quantity;
  /** The document, the pattern and the path at which the document stands. */
  readonly values: readonly Expression[];
}

/**
 * JSON_SEARCH(document, 'one' or 'all', pattern[, NULL[, path]]):
 * https://dev.mysql.com/doc/refman/8.4/en/json-search-functions.html#function_json-search
 */
function searchOf(node: FunctionCall, t: Translator): Search | undefined {
  const [document, quantity, pattern, escape, path, another] = node.arguments;
  const wanted = quantity?.kind === 'string' ? quantityOf(quantity) : undefined;
  const steps = path === undefined ? [] : stepsOfPath(path);
  const isPlain = escape === undefined || escape.kind === 'null';
  if (document === undefined || pattern === undefined || another !== undefined) return undefined;
  if (wanted === undefined || steps === undefined || !isPlain) return undefined;
  noticeOfSearch(pattern, t);
  const at = text(pathText(steps, SQLITE_END), node.span);
  return { quantity: wanted, values: [searched(document, steps, node, t), textOf(pattern, t), at] };
}

const search: Compose = ({ node, t }) => {
  const found = t.target === 'MYSQL' ? undefined : searchOf(node, t);
  if (found === undefined || t.target === 'MYSQL') return undefined;
  if (t.target === 'POSTGRESQL') t.notice('JSON_KEY_ORDER', node);
  return t.form(FORMS[t.target][found.quantity], found.values, node);
};

/** JSON_SEARCH(…) IS NOT NULL: whether anything is found; undefined for any other test. */
export function isFound({ operand, negated }: IsTest, t: Translator): Expression | undefined {
  if (t.target === 'MYSQL' || operand.kind !== 'call') return undefined;
  if (functionOfCall(operand, t.from)?.meaning !== 'json_search') return undefined;
  const found = searchOf(operand, t);
  if (found === undefined) return undefined;
  const exists = t.form(EXISTS[t.target], found.values, operand);
  return negated ? exists : not(exists);
}

function quantityOf(node: StringLiteral): Quantity | undefined {
  const word = asked(node, (content) => content.toLowerCase());
  return word === 'one' || word === 'all' ? word : undefined;
}

/** A path to a place, or to the elements there, of which each is searched like the place itself. */
const stepsOfPath = (path: Expression): readonly JsonStep[] | undefined =>
  path.kind === 'string' ? stepsOf(path.value.replace(/\[\*\]$/, '')) : undefined;

/** SQLite's json_tree goes to the place itself. */
function searched(document: Expression, steps: readonly JsonStep[], node: Node, t: Translator): Expression {
  const made = documentOf(document, t);
  return t.target === 'POSTGRESQL' ? walked(made, steps, { at: node, t }) : made;
}

const MAY_BE_NUMBER = /^[-+\d.e%_]*$/i;

/** Texts are compared without regard to case; MariaDB, as here, finds numbers too. */
function noticeOfSearch(pattern: Expression, t: Translator): void {
  if (pattern.kind !== 'string' || asked(pattern, (content) => /\p{L}/u.test(content))) noticeOfTextOrder(pattern, t);
  if (pattern.kind === 'string' && asked(pattern, (content) => MAY_BE_NUMBER.test(content)))
    t.notice('SERVER_FLAVOUR', pattern, 'MariaDB finds numbers, as here; MySQL 8 finds texts alone.');
}

/** Functions that search the texts of a document. */
export const jsonTextSearches: FormTable = { json_search: { pg: search, lite: search } };
