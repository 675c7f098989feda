import type { Expression } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { pathText, stepsOf } from '../../expressions/documents/json-paths.js';
import { documentOf, written } from '../../expressions/documents/json-written.js';
import { text } from '../../made-nodes.js';
import type { CallPlace, Compose } from '../form.js';

/** What is at `$2` of each element of the array `$1`, as an array; NULL where there is none. */
const OF_ELEMENTS: Readonly<Partial<Record<DialectName, string>>> = {
  POSTGRESQL:
    "(SELECT jsonb_agg(_.v $2 ORDER BY _.n) FROM jsonb_array_elements(CASE WHEN jsonb_typeof($1) = 'array' THEN $1 END) WITH ORDINALITY AS _ (v, n) WHERE (_.v $2) IS NOT NULL)",
  SQLITE:
    "(SELECT CASE WHEN COUNT(*) > 0 THEN json_group_array(json($1 -> (_.fullkey || $2))) END FROM json_each(CASE WHEN json_type($1) = 'array' THEN $1 END) AS _ WHERE json_type($1, _.fullkey || $2) IS NOT NULL)",
};

/** What is at each of several places, without those where nothing is; NULL where there is nothing at all. */
const OF_PLACES: Readonly<Partial<Record<DialectName, string>>> = {
  POSTGRESQL: '(SELECT jsonb_agg(_.v ORDER BY _.n) FROM (VALUES $places) AS _ (n, v) WHERE _.v IS NOT NULL)',
  SQLITE:
    '(SELECT CASE WHEN COUNT(*) > 0 THEN json_group_array(json(_.v)) END FROM (SELECT column1 AS n, column2 AS v FROM (VALUES $places)) AS _ WHERE _.v IS NOT NULL)',
};

/** JSON_EXTRACT(document, path, …) of MySQL, where a path has `[*]` or there are several of them: an array of what is found. */
export const severalInMysql: Compose = (place) => {
  const [document, ...paths] = place.node.arguments;
  if (document === undefined || paths.length === 0) return undefined;
  return paths.length === 1 ? ofElements(place, document, paths[0] as Expression) : ofPlaces(place, document, paths);
};

function ofElements({ node, t }: CallPlace, document: Expression, path: Expression): Expression | undefined {
  const found = path.kind === 'string' ? /^([^*]+)\[\*\]([^*]*)$/.exec(path.value) : null;
  const [, before = '', behind = ''] = found ?? [];
  const [steps, rest] = [stepsOf(before), stepsOf(`$${behind}`)];
  const form = OF_ELEMENTS[t.target];
  if (form === undefined || steps === undefined || rest === undefined) return undefined;
  const array = written({ document, steps, gives: 'document' }, 'document', node, t);
  if (t.target === 'SQLITE') return t.form(form, [array, text(pathText(rest).slice(1), node.span)], node);
  const keys = rest.map((step) => ('key' in step ? `-> '${step.key.replaceAll("'", "''")}'` : `-> ${step.index}`));
  return t.form(form.replaceAll('$2', keys.join(' ')), [array], node);
}

function ofPlaces({ node, t }: CallPlace, document: Expression, paths: readonly Expression[]): Expression | undefined {
  const form = OF_PLACES[t.target];
  const steps = paths.map((path) => (path.kind === 'string' ? stepsOf(path.value) : undefined));
  const known = steps.filter((one) => one !== undefined);
  if (form === undefined || known.length < steps.length) return undefined;
  const values = known.map((one) => written({ document, steps: one, gives: 'document' }, 'document', node, t));
  const rows = values.map((_, index) => `(${index}, $${index + 1})`).join(', ');
  return t.form(form.replace('$places', rows), values.length > 0 ? values : [documentOf(document, t)], node);
}
