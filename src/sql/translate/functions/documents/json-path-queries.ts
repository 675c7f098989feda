import type { Expression, Node } from '../../../ast/index.js';
import {
  elementsAt,
  placeIn,
  readPathCondition,
  readPathQuery,
  type PathQuery,
} from '../../expressions/documents/json-path-language.js';
import { inSource } from '../../in-source.js';
import type { Translator } from '../../translator.js';
import type { Compose, FormTable } from '../form.js';
import { literalText } from '../known-values.js';

/** What a path is asked for, in PostgreSQL's other words; `$1` is the document. */
type Asks = (query: PathQuery) => string;

/** The elements that a path goes through, each of which is called `_.v`, in the order of `_.n`. */
function elementsOf(query: PathQuery): string {
  const tests = [query.holds?.('_.v'), `${placeIn('_.v', query.rest)} IS NOT NULL`];
  const where = tests.filter((test) => test !== undefined).join(' AND ');
  return `${elementsAt('$1', query.steps, query.wrapped === true)} WHERE ${where}`;
}

/** What is at the end of a path that meets no elements, where that is asked for and there. */
const single = (query: PathQuery): string => {
  const place = placeIn('$1', [...query.steps, ...query.rest]);
  const holds = query.holds?.('$1');
  return holds === undefined ? place : `CASE WHEN ${holds} THEN ${place} END`;
};

const ASKS: Readonly<Record<'exists' | 'first' | 'array', Asks>> = {
  exists: (query) =>
    query.each
      ? `CASE WHEN $1 IS NOT NULL THEN EXISTS (SELECT 1 FROM ${elementsOf(query)}) END`
      : `CASE WHEN $1 IS NOT NULL THEN (${single(query)}) IS NOT NULL END`,
  first: (query) =>
    query.each
      ? `(SELECT ${placeIn('_.v', query.rest)} FROM ${elementsOf(query)} ORDER BY _.n LIMIT 1)`
      : single(query),
  array: (query) =>
    query.each
      ? `CASE WHEN $1 IS NOT NULL THEN COALESCE((SELECT jsonb_agg(${placeIn('_.v', query.rest)} ORDER BY _.n) FROM ${elementsOf(query)}), CAST('[]' AS jsonb)) END`
      : `CASE WHEN (${single(query)}) IS NOT NULL THEN jsonb_build_array(${single(query)}) WHEN $1 IS NOT NULL THEN CAST('[]' AS jsonb) END`,
};

/** A path of PostgreSQL's language, by its operators and by rows; undefined where it says more than these do. */
export function askedByPath(
  asked: keyof typeof ASKS,
  [document, path]: readonly Expression[],
  at: Node,
  t: Translator,
): Expression | undefined {
  const query = readPathQuery(literalText(path) ?? '');
  if (document === undefined || query === undefined) return undefined;
  return inSource(ASKS[asked](query), [document], at, t);
}

const byPath =
  (asked: keyof typeof ASKS): Compose =>
  ({ node, t }) =>
    node.arguments.length === 2 ? askedByPath(asked, node.arguments, node, t) : undefined;

/** Whether a condition on a document holds: `document @@ path`, jsonb_path_match(document, path). */
export function matchedByPath(
  [document, path]: readonly Expression[],
  at: Node,
  t: Translator,
): Expression | undefined {
  const holds = readPathCondition(literalText(path) ?? '');
  if (document === undefined || holds === undefined) return undefined;
  return inSource(`CASE WHEN $1 IS NOT NULL THEN ${holds('$1')} END`, [document], at, t);
}

const matched: Compose = ({ node, t }) =>
  node.arguments.length === 2 ? matchedByPath(node.arguments, node, t) : undefined;

/** https://www.postgresql.org/docs/current/functions-json.html#FUNCTIONS-JSON-PROCESSING-TABLE */
export const jsonPathForms: FormTable = {
  jsonb_path_exists: { my: byPath('exists'), lite: byPath('exists') },
  jsonb_path_match: { my: matched, lite: matched },
  jsonb_path_query_first: { my: byPath('first'), lite: byPath('first') },
  jsonb_path_query_array: { my: byPath('array'), lite: byPath('array') },
};
