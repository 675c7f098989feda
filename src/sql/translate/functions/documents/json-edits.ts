import type { Expression } from '../../../ast/index.js';
import { jsonElement } from '../../expressions/documents/json-elements.js';
import { arrayText, pathText, SQLITE_END, stepsOf, type JsonStep } from '../../expressions/documents/json-paths.js';
import { documentOf } from '../../expressions/documents/json-written.js';
import { cast, dataType, number, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import type { CallPlace, Compose, FormRow, FormTable } from '../form.js';
import { postgresqlEdits } from './jsonb-edits.js';
import { patchedInPostgresql } from './merge-patches.js';
import { sqliteEdit } from './sqlite-json-edits.js';

/** One change of a document: a place in it, and what is put there. */
interface Edit {
  readonly steps: readonly JsonStep[];
  readonly value: Expression | undefined;
}

/** The changes that MySQL's and SQLite's functions have in their arguments; undefined where a path is computed. */
function editsOf({ node }: CallPlace, hasValues: boolean): readonly Edit[] | undefined {
  const [, ...rest] = node.arguments;
  const width = hasValues ? 2 : 1;
  const edits: Edit[] = [];
  for (let at = 0; at + width <= rest.length; at += width) {
    const path = rest[at];
    const steps = path?.kind === 'string' ? stepsOf(path.value) : undefined;
    if (steps === undefined || steps.length === 0) return undefined;
    edits.push({ steps, value: hasValues ? rest[at + 1] : undefined });
  }
  return edits;
}

/** Each change of the document that those before it made. */
const editing =
  (sql: string, hasValues: boolean, path: (steps: readonly JsonStep[]) => string): Compose =>
  (place) => {
    const [document] = place.node.arguments;
    const edits = editsOf(place, hasValues);
    if (document === undefined || edits === undefined) return undefined;
    return edits.reduce(
      (made, edit) => {
        const { steps, value } = edit;
        const { node, t } = place;
        if (mayAppend(edit, place)) return withElement(made, edit, place);
        const given = [made, text(path(steps), node.span), ...(value === undefined ? [] : [newValue(value, t)])];
        if (isElement(edit, place)) return amongElements(sql, given, edit, place);
        if (!mayMakeParents(edit, place)) return t.form(sql, given, node);
        return t.form(beneathObject(sql), [...given, text(path(steps.slice(0, -1)), node.span)], node);
      },
      documentOf(document, place.t),
    );
  };

/**
 * An element of an array: behind the last one it is appended, and what is no array is the first of one.
 * https://dev.mysql.com/doc/refman/8.4/en/json-modification-functions.html
 */
function withElement(made: Expression, { steps, value }: Edit, { node, row, t }: CallPlace): Expression {
  const parent = litePath(steps.slice(0, -1));
  const places = [litePath(steps), parent, `${parent}[#]`].map((one) => text(one, node.span));
  const { index = 0 } = steps[steps.length - 1] as { readonly index?: number };
  const isInsert = row.meaning.includes('insert');
  const there = isInsert ? '$1' : 'json_set($1, $2, $5)';
  const wrapped =
    index > 0 ? 'json_replace($1, $3, json_array($1 -> $3, $5))' : isInsert ? '$1' : 'json_replace($1, $3, $5)';
  return t.form(
    `json(CASE WHEN json_type($1, $2) IS NOT NULL THEN ${there} WHEN json_type($1, $3) = 'array' THEN json_insert($1, $4, $5) WHEN json_type($1, $3) IS NOT NULL THEN ${wrapped} ELSE $1 END)`,
    [made, ...places, newValue(value as Expression, t)],
    node,
  );
}

/** Whether PostgreSQL puts a value among the elements of what may be no array. */
const isElement = ({ steps, value }: Edit, { row, t }: CallPlace): boolean =>
  t.target === 'POSTGRESQL' &&
  value !== undefined &&
  steps.length > 1 &&
  !row.meaning.includes('replace') &&
  'index' in (steps[steps.length - 1] as JsonStep);

/** The same, where what is no array is the first element of one to MySQL. */
function amongElements(
  sql: string,
  given: readonly Expression[],
  { steps }: Edit,
  { node, row, t }: CallPlace,
): Expression {
  const { index = 0 } = steps[steps.length - 1] as { readonly index?: number };
  const first = row.meaning.includes('insert') ? '$1' : 'jsonb_set($1, $4, $3)';
  const wrapped = index > 0 ? 'jsonb_set($1, $4, jsonb_build_array($1 #> $4, $3))' : first;
  const parent = text(arrayText(steps.slice(0, -1)), node.span);
  return t.form(
    `CASE WHEN jsonb_typeof($1 #> $4) <> 'array' THEN ${wrapped} ELSE ${sql} END`,
    [...given, parent],
    node,
  );
}

/** An element behind the last one is another matter in SQLite. */
const mayAppend = (edit: Edit, place: CallPlace): boolean =>
  mayMakeParents(edit, place) && !('key' in (edit.steps[edit.steps.length - 1] as JsonStep));

const beneathObject = (sql: string): string => `CASE WHEN json_type($1, $4) = 'object' THEN ${sql} ELSE $1 END`;

/** SQLite makes the objects that a longer path goes through, where the others leave the document as it is. */
const mayMakeParents = ({ steps, value }: Edit, { row, t }: CallPlace): boolean =>
  value !== undefined && steps.length > 1 && t.target === 'SQLITE' && !row.meaning.includes('replace');

/** What is put into a document. */
function newValue(value: Expression, t: Translator): Expression {
  const made = jsonElement(value, t);
  if (t.target !== 'POSTGRESQL') return made;
  const typed = value.kind === 'string' || value.kind === 'null' ? cast(made, dataType('text', value.span)) : made;
  return t.form("COALESCE(to_jsonb($1), 'null')", [typed], value);
}

const litePath = (steps: readonly JsonStep[]): string => pathText(steps, SQLITE_END);

const PG_INSERT = 'CASE WHEN $1 #> $2 IS NULL THEN jsonb_set($1, $2, $3, TRUE) ELSE $1 END';

const edit = (pg: string, called: string, hasValues = true): FormRow => {
  const places = hasValues ? '$1, $2, $3' : '$1, $2';
  return {
    pg: editing(pg, hasValues, arrayText),
    my: editing(`${called}(${places})`, hasValues, pathText),
    lite: editing(`${called.toLowerCase()}(${places})`, hasValues, litePath),
  };
};

const set = edit('jsonb_set($1, $2, $3, TRUE)', 'JSON_SET');
const replace = edit('jsonb_set($1, $2, $3, FALSE)', 'JSON_REPLACE');
const insert = edit(PG_INSERT, 'JSON_INSERT');
const remove = edit('$1 #- $2', 'JSON_REMOVE', false);

/** JSON_ARRAY_APPEND(document, path, value, …): what is no array becomes one. */
const arrayAppend: Compose = ({ node, t }) => {
  const [document, path, value, more] = node.arguments;
  const steps = path?.kind === 'string' ? stepsOf(path.value) : undefined;
  if (document === undefined || steps === undefined || value === undefined || more !== undefined) return undefined;
  const made = newValue(value, t);
  if (t.target === 'POSTGRESQL') {
    const form =
      steps.length === 0
        ? '$1 || jsonb_build_array($3)'
        : 'jsonb_set($1, $2, ($1 #> $2) || jsonb_build_array($3), FALSE)';
    return t.form(form, [documentOf(document, t), text(arrayText(steps), node.span), made], node);
  }
  const at = litePath(steps);
  const places = [at, `${at}[#]`].map((one) => text(one, node.span));
  return t.form(
    "CASE WHEN json_type($1, $2) = 'array' THEN json_insert($1, $3, $4) WHEN json_type($1, $2) IS NOT NULL THEN json_replace($1, $2, json_array($1 -> $2, $4)) END",
    [documentOf(document, t), ...places, made],
    node,
  );
};

/** JSON_ARRAY_INSERT(document, path, value): before an element of an array, or behind the last; what is no array stays. */
const arrayInsert: Compose = ({ node, t }) => {
  const [document, path, value, more] = node.arguments;
  const steps = path?.kind === 'string' ? stepsOf(path.value) : undefined;
  const place = steps?.[steps.length - 1];
  if (document === undefined || steps === undefined || value === undefined || more !== undefined) return undefined;
  if (place === undefined || !('index' in place) || place.index < 0) return undefined;
  const [made, before] = [newValue(value, t), steps.slice(0, -1)];
  const pathOf = t.target === 'POSTGRESQL' ? arrayText : litePath;
  const given = [documentOf(document, t), text(pathOf(before), node.span), made];
  if (t.target === 'POSTGRESQL')
    return t.form(
      "CASE WHEN jsonb_typeof($1 #> $2) = 'array' THEN jsonb_insert($1, $4, $3) ELSE $1 END",
      [...given, text(arrayText(steps), node.span)],
      node,
    );
  const form = before.length === 0 ? INSERTED_AT_ROOT : INSERTED_IN_SQLITE;
  return t.form(form, [...given, number(place.index, node.span)], node);
};

const WITH_ELEMENT =
  '(SELECT json_group_array(json(_element)) FROM (SELECT _list -> fullkey AS _element, key AS _at ' +
  'FROM (SELECT $1 -> $2 AS _list) AS _lists, json_each(_lists._list) ' +
  "UNION ALL SELECT json_array($3) -> '$[0]', $4 - 0.5 ORDER BY _at))";
const INSERTED_IN_SQLITE = `json(CASE WHEN json_type($1, $2) = 'array' THEN json_replace($1, $2, json(${WITH_ELEMENT})) ELSE $1 END)`;
const INSERTED_AT_ROOT = `json(CASE WHEN json_type($1, $2) = 'array' THEN ${WITH_ELEMENT} ELSE $1 END)`;

/** JSON_MERGE_PATCH: PostgreSQL has none, but what a patch that is written out does can be said. */
const patch: FormRow = { pg: patchedInPostgresql, my: 'JSON_MERGE_PATCH($1, $2)', lite: 'json_patch($1, $2)' };

/** Functions that answer with a changed document. */
export const jsonEdits: FormTable = {
  json_set_mysql: set,
  json_set_sqlite: sqliteEdit('set'),
  json_replace_mysql: replace,
  json_replace_sqlite: sqliteEdit('replace'),
  json_insert_mysql: insert,
  json_insert_sqlite: sqliteEdit('insert'),
  json_remove_mysql: remove,
  json_remove_sqlite: sqliteEdit('remove'),
  json_array_append: { pg: arrayAppend, lite: arrayAppend },
  json_array_insert_mysql: { pg: arrayInsert, lite: arrayInsert },
  json_merge_patch: patch,
  json_patch_sqlite: patch,
  ...postgresqlEdits,
};
