import type { Expression } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { stepsOf } from '../../expressions/documents/json-paths.js';
import { documentOf, written } from '../../expressions/documents/json-written.js';
import { contained } from '../../expressions/documents/json-containment.js';
import type { Compose, FormTable } from '../form.js';
import { allOf, anyOf } from '../../made-nodes.js';

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

const PG_ELEMENTS = (document: string): string =>
  `jsonb_array_elements(CASE WHEN jsonb_typeof(${document}) = 'array' THEN ${document} ELSE jsonb_build_array(${document}) END)`;
const LITE_ELEMENTS = (document: string, other: string): string =>
  `json_each(CASE WHEN json_type(${document}) = 'object' AND json_type(${other}) = 'array' THEN json_array(json(${document})) ELSE ${document} END)`;
const LITE_ALIKE =
  "_x.value IS _y.value AND (_x.type = _y.type OR _x.type IN ('integer', 'real') AND _y.type IN ('integer', 'real'))";

/** Whether two documents have an element in common, or a member where both are objects. */
const OVERLAPS: Readonly<Partial<Record<DialectName, string>>> = {
  POSTGRESQL: `CASE WHEN $1 IS NULL OR $2 IS NULL THEN NULL WHEN jsonb_typeof($1) = 'object' AND jsonb_typeof($2) = 'object' THEN EXISTS (SELECT 1 FROM jsonb_each($1) AS _x JOIN jsonb_each($2) AS _y ON _x.key = _y.key AND _x.value = _y.value) ELSE EXISTS (SELECT 1 FROM ${PG_ELEMENTS('$1')} AS _x (_element) JOIN ${PG_ELEMENTS('$2')} AS _y (_element) ON _x._element = _y._element) END`,
  SQLITE: `CASE WHEN $1 IS NOT NULL AND $2 IS NOT NULL THEN EXISTS (SELECT 1 FROM ${LITE_ELEMENTS('$1', '$2')} AS _x JOIN ${LITE_ELEMENTS('$2', '$1')} AS _y ON ${LITE_ALIKE} WHERE json_type($1) <> 'object' OR json_type($2) <> 'object' OR _x.key = _y.key) END`,
};

/** JSON_OVERLAPS(document, other) */
const overlaps: Compose = ({ node, t }) => {
  const documents = node.arguments.map((one) => documentOf(one, t));
  const form = OVERLAPS[t.target];
  return form === undefined || documents.length !== 2 ? undefined : t.form(form, documents, node);
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
  json_overlaps: { pg: overlaps, lite: overlaps },
  json_exists_mysql: { pg: exists, lite: asNumber(exists) },
};
