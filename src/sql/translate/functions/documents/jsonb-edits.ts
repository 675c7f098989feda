import { functionOfCall } from '../../../analysis/function-of-call.js';
import type { Expression } from '../../../ast/index.js';
import { literalJson } from '../../expressions/documents/json-containment.js';
import type { Json } from '../../expressions/documents/json-of-text.js';
import { jsonElement } from '../../expressions/documents/json-elements.js';
import {
  elementsOfLiteral,
  pathText,
  SQLITE_END,
  stepsOfArray,
  type JsonStep,
} from '../../expressions/documents/json-paths.js';
import { DOCUMENT_OF_TEXT } from '../../expressions/documents/json-types.js';
import { documentOf } from '../../expressions/documents/json-written.js';
import { number, text } from '../../made-nodes.js';
import type { SqlTypeName } from '../../../typing/index.js';
import type { Translator } from '../../translator.js';
import type { CallPlace, Compose, FormTable } from '../form.js';

/** A change of a document of PostgreSQL's: jsonb_set(document, '{a,b}', value[, flag]). */
interface Edit {
  readonly document: Expression;
  readonly steps: readonly [JsonStep, ...JsonStep[]];
  readonly value: Expression;
  readonly flag: boolean | undefined;
}

function editOf({ node, t }: CallPlace): Edit | undefined {
  const [document, path, value, flag] = node.arguments;
  const keys = path && pathKeys(path);
  const [first, ...rest] = keys === undefined ? [] : stepsOfArray(keys);
  if (document === undefined || value === undefined || first === undefined) return undefined;
  if (flag !== undefined && flag.kind !== 'boolean') return undefined;
  const made = value.kind === 'string' ? readDocument(value, t) : jsonElement(value, t);
  return { document: readDocument(document, t), steps: [first, ...rest], value: made, flag: flag?.value };
}

/** A document; one in a text is read first. */
const readDocument = (node: Expression, t: Translator): Expression =>
  node.kind === 'string' ? t.form(DOCUMENT_OF_TEXT[t.target], [t.value(node)], node) : documentOf(node, t);

/** `'{a,0}'`, also cast, and ARRAY['a', '0'] */
function pathKeys(path: Expression): readonly string[] | undefined {
  const plain = path.kind === 'cast' ? path.operand : path;
  if (plain.kind === 'string') return elementsOfLiteral(plain.value);
  if (plain.kind !== 'array') return undefined;
  const keys = plain.items.flatMap((one) => (one.kind === 'string' ? [one.value] : []));
  return keys.length === plain.items.length ? keys : undefined;
}

/** What holds a step, as the target calls its type. */
const holderOf = (step: JsonStep, t: Translator): string => {
  const called = 'key' in step ? 'object' : 'array';
  return t.target === 'MYSQL' ? called.toUpperCase() : called;
};

const TYPE_AT = { MYSQL: 'JSON_TYPE(JSON_EXTRACT($1, $2))', SQLITE: 'json_type($1, $2)' } as const;

/** A change that is made where what holds its last step is there, and is what it has to be. */
function whereHeld(edit: Edit, form: string, place: CallPlace): Expression | undefined {
  const { node, t } = place;
  const { document, steps, value } = edit;
  if (t.target === 'POSTGRESQL') return undefined;
  const { span } = node;
  const inner = steps.slice(0, -1);
  const last = steps[steps.length - 1] as JsonStep;
  if (inner.some((step) => 'index' in step && step.index < 0)) return undefined;
  const parent = text(pathText(inner, SQLITE_END), span);
  const path = pathOf(inner, last, t, document, node);
  const made = t.form(form, [document, path, value], node);
  if (t.target === 'MYSQL' && !('index' in last && last.index < 0)) return made;
  const isTop = inner.length === 0 && 'key' in last;
  if (isTop) return made;
  return t.form(
    `CASE WHEN ${TYPE_AT[t.target]} = $3 THEN $4 ELSE $1 END`,
    [document, parent, text(holderOf(last, t), span), made],
    node,
  );
}

/** The path to a step; MySQL counts from the end by the length. */
function pathOf(
  inner: readonly JsonStep[],
  last: JsonStep,
  t: Translator,
  document: Expression,
  at: Expression,
): Expression {
  const { span } = at;
  if (t.target !== 'MYSQL' || 'key' in last || last.index >= 0)
    return text(pathText([...inner, last], SQLITE_END), span);
  const before = pathText(inner, SQLITE_END);
  return t.form(
    `CONCAT($2, '[', JSON_LENGTH($1, $3) - ${-last.index}, ']')`,
    [document, text(before, span), text(before, span)],
    at,
  );
}

const set: Compose = (place) => {
  const edit = editOf(place);
  const called = edit?.flag === false ? 'JSON_REPLACE' : 'JSON_SET';
  return edit && whereHeld(edit, `${called}($1, $2, $3)`, place);
};

/** The list anew, of its elements and of the one that goes before or behind the one at a place. */
const LIST_WITH_ELEMENT =
  "CASE WHEN json_type($1, $2) = 'array' THEN json_set($1, $2, json((SELECT json_group_array(json(_element)) FROM (SELECT 2 * _each.key AS _place, $1 -> _each.fullkey AS _element FROM json_each($1, $2) AS _each UNION ALL SELECT $3, $4 ORDER BY _place)))) ELSE $1 END";

function insertedAmong({ document, steps, value, flag }: Edit, index: number, { node, t }: CallPlace): Expression {
  const { span } = node;
  const list = text(pathText(steps.slice(0, -1), SQLITE_END), span);
  const place = 2 * index + (flag === true ? 1 : -1);
  const at =
    index < 0
      ? t.form(`2 * json_array_length($1, $2) ${place < 0 ? '-' : '+'} ${Math.abs(place)}`, [document, list], node)
      : number(place, span);
  return t.form(LIST_WITH_ELEMENT, [document, list, at, value], node);
}

/** jsonb_insert(document, path, value[, whether behind]): among the elements of an array, or a new member. */
const insert: Compose = (place) => {
  const edit = editOf(place);
  if (edit === undefined) return undefined;
  const last = edit.steps[edit.steps.length - 1] as JsonStep;
  if ('key' in last) return whereHeld(edit, 'JSON_INSERT($1, $2, $3)', place);
  if (place.t.target === 'SQLITE') return insertedAmong(edit, last.index, place);
  if (last.index === -1 && edit.flag === true) return undefined;
  const steps = [...edit.steps.slice(0, -1), { index: last.index + (edit.flag === true ? 1 : 0) }];
  return whereHeld({ ...edit, steps: steps as unknown as Edit['steps'] }, 'JSON_ARRAY_INSERT($1, $2, $3)', place);
};

/** jsonb_strip_nulls(document): a patch of nothing leaves nulls out, except in objects within arrays. */
const stripped: Compose = ({ node, t }) => {
  const [document] = node.arguments;
  if (document === undefined) return undefined;
  const known = literalJson(document, t);
  if (known !== undefined)
    return t.form(DOCUMENT_OF_TEXT[t.target], [text(JSON.stringify(withoutNulls(known)), node.span)], node);
  if (t.target === 'SQLITE') return t.form(STRIPPED_IN_SQLITE, [documentOf(document, t)], node);
  if (!isFlat(document, t)) t.notice('RARE_VALUES', node, 'Nulls stay in objects that are within arrays.');
  return t.form("JSON_MERGE_PATCH('{}', $1)", [documentOf(document, t)], node);
};

function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.map((one: Json) => withoutNulls(one));
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value as Readonly<Record<string, Json>>).filter(([, one]) => one !== null);
  return Object.fromEntries(members.map(([key, one]) => [key, withoutNulls(one)]));
}

/** Each member that is null is taken away, one behind the other. */
const STRIPPED_IN_SQLITE =
  "(WITH RECURSIVE _nulls (_at, _path) AS (SELECT row_number() OVER (), fullkey FROM (SELECT $1 AS _list) AS _lists, json_tree(_lists._list) WHERE type = 'null' AND typeof(key) = 'text'), _steps (_n, _made) AS (SELECT 1, json($1) UNION ALL SELECT _n + 1, json_remove(_made, _path) FROM _steps, _nulls WHERE _at = _n) SELECT _made FROM _steps ORDER BY _n DESC LIMIT 1)";

/** Whether a document is an object of values that are no documents. */
function isFlat(node: Expression, t: Translator): boolean {
  if (node.kind !== 'call') return false;
  const { meaning = '' } = functionOfCall(node, t.from) ?? {};
  if (meaning === 'json_object_of_pairs') return node.arguments.every((one) => isPlain(t.typeName(one)));
  const [row] = node.arguments;
  const parts = row?.kind === 'column' ? row.parts : row?.kind === 'star' ? row.qualifier : [];
  const columns = OF_ROW.has(meaning) && parts.length > 0 ? t.scope.source(parts)?.columns : undefined;
  return columns?.every((one) => isPlain(one.type?.type)) === true;
}

const OF_ROW: ReadonlySet<string> = new Set(['row_to_json', 'to_json', 'to_jsonb']);

const isPlain = (type: SqlTypeName | undefined): boolean =>
  type !== undefined && type !== 'JSON' && type !== 'ARRAY' && type !== 'OTHER';

/** PostgreSQL's functions that answer with a changed document. */
export const postgresqlEdits: FormTable = {
  jsonb_set: { my: set, lite: set },
  jsonb_insert: { my: insert, lite: insert },
  jsonb_strip_nulls: { my: stripped, lite: stripped },
  json_strip_nulls: { my: stripped, lite: stripped },
};
