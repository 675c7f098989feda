import type { Expression } from '../../ast/index.js';
import { stepsOf } from '../expressions/json-paths.js';
import { documentOf, written } from '../expressions/json-written.js';
import { contained } from '../expressions/json-containment.js';
import type { Compose, FormTable } from './form.js';
import { allOf, anyOf } from '../made-nodes.js';

/** JSON_CONTAINS(document, candidate[, path]) */
const contains: Compose = ({ node, t }) => {
  const [document, candidate, path] = node.arguments;
  if (document === undefined || candidate === undefined) return undefined;
  const steps = path === undefined ? [] : path.kind === 'string' ? stepsOf(path.value) : undefined;
  if (steps === undefined) return undefined;
  const place =
    steps.length === 0 ? documentOf(document, t) : written({ document, steps, gives: 'document' }, 'document', node, t);
  const found = contained(place, candidate, node, t);
  // what is missing has nothing in it
  return steps.length === 0 || found === undefined
    ? found
    : t.form('CASE WHEN $1 IS NOT NULL THEN COALESCE($2, FALSE) END', [documentOf(document, t), found], node);
};

/** JSON_CONTAINS_PATH(document, 'one' or 'all', path, …) */
const containsPath: Compose = ({ node, t }) => {
  const [document, quantity, ...paths] = node.arguments;
  if (document === undefined || quantity?.kind !== 'string') return undefined;
  const tests = paths.map((path): Expression | undefined => {
    const steps = path.kind === 'string' ? stepsOf(path.value) : undefined;
    return (
      steps && t.form('$1 IS NOT NULL', [written({ document, steps, gives: 'document' }, 'document', node, t)], node)
    );
  });
  if (tests.length === 0 || tests.includes(undefined)) return undefined;
  const joined = (quantity.value.toLowerCase() === 'one' ? anyOf : allOf)(tests as Expression[]);
  return t.form('CASE WHEN $1 IS NOT NULL THEN $2 END', [documentOf(document, t), joined], node);
};

const exists: Compose = ({ node, t }) => {
  const [document, path] = node.arguments;
  const steps = path?.kind === 'string' ? stepsOf(path.value) : undefined;
  if (document === undefined || steps === undefined) return undefined;
  const place = written({ document, steps, gives: 'document' }, 'document', node, t);
  return t.form('CASE WHEN $1 IS NOT NULL THEN $2 IS NOT NULL END', [documentOf(document, t), place], node);
};

/** These are numbers to MySQL, and no conditions. */
function asNumber(form: Compose): Compose {
  return (place) => {
    const made = form(place);
    return made && place.t.form('$1 + 0', [made], place.node);
  };
}

/** Functions that ask what a document has. */
export const jsonSearches: FormTable = {
  json_contains: { pg: contains, lite: asNumber(contains) },
  json_contains_path: { pg: containsPath, lite: asNumber(containsPath) },
  json_exists_mysql: { pg: exists, lite: asNumber(exists) },
};
