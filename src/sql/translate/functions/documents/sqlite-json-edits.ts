import type { Expression, Node } from '../../../ast/index.js';
import { jsonElement } from '../../expressions/documents/json-elements.js';
import { pathText, stepsOf, type JsonStep } from '../../expressions/documents/json-paths.js';
import { DOCUMENT_OF_TEXT } from '../../expressions/documents/json-types.js';
import { documentOf } from '../../expressions/documents/json-written.js';
import { cast, dataType, number, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import type { CallPlace, Compose, FormRow } from '../form.js';

/** What a function does at its paths: it sets whatever is there, or only what is not, or only what is; or takes it away. */
type Mode = 'set' | 'insert' | 'replace' | 'remove';

/** A step, or the place behind the last element of an array. */
type EditStep = JsonStep | 'END';

interface Edit {
  readonly steps: readonly [EditStep, ...EditStep[]];
  /** As a value in a document of the target; undefined where one is taken away. */
  readonly value: Expression | undefined;
}

interface Place {
  readonly mode: Mode;
  readonly at: Node;
  readonly t: Translator;
}

/** The steps of a path to something that is changed; undefined where it is computed, or the document itself. */
function editedSteps(path: Expression | undefined): readonly [EditStep, ...EditStep[]] | undefined {
  if (path?.kind !== 'string') return undefined;
  const atEnd = /^(.*)\[\s*#\s*\]$/s.exec(path.value.trim());
  const steps = stepsOf(atEnd?.[1] ?? path.value);
  const [first, ...rest] = [...(steps ?? []), ...(atEnd === null ? [] : ['END' as const])];
  return steps === undefined || first === undefined ? undefined : [first, ...rest];
}

/** The changes that a call has in its arguments, in their order. */
function editsOf({ node, t }: CallPlace, mode: Mode): readonly Edit[] | undefined {
  const [, ...rest] = node.arguments;
  const width = mode === 'remove' ? 1 : 2;
  const edits: Edit[] = [];
  for (let at = 0; at + width <= rest.length; at += width) {
    const steps = editedSteps(rest[at]);
    const value = width === 1 ? undefined : rest[at + 1];
    if (steps === undefined) return undefined;
    edits.push({ steps, value: value && elementFor(value, t) });
  }
  return edits;
}

function elementFor(value: Expression, t: Translator): Expression {
  const made = jsonElement(value, t);
  if (t.target !== 'POSTGRESQL') return made;
  const isUntyped = value.kind === 'string' || value.kind === 'null';
  return t.form("COALESCE(to_jsonb($1), 'null')", [isUntyped ? cast(made, dataType('text', value.span)) : made], value);
}

const isKey = (step: EditStep): step is { readonly key: string } => step !== 'END' && 'key' in step;

const stepValue = (step: JsonStep, at: Node): Expression =>
  'key' in step ? text(step.key, at.span) : number(step.index, at.span);

/** What holds a step: an object or an array; of anything else nothing is changed. */
const holderOf = (step: EditStep): 'object' | 'array' => (isKey(step) ? 'object' : 'array');

/** Changes of a document of PostgreSQL's, whose own functions fail where a path does not fit. */
function inPostgresql(document: Expression, edits: readonly Edit[], place: Place): Expression | undefined {
  const [first] = edits;
  if (first === undefined) return document;
  const holder = holderOf(first.steps[0]);
  if (edits.some(({ steps }) => holderOf(steps[0]) !== holder)) return undefined;
  const { at, t } = place;
  const changed = edits.reduce<Expression | undefined>(
    (made, edit) => made && changedHere(made, edit, place),
    document,
  );
  return (
    changed &&
    t.form('CASE WHEN jsonb_typeof($1) = $2 THEN $3 ELSE $1 END', [document, text(holder, at.span), changed], at)
  );
}

/** One change of what is known to hold its first step. */
function changedHere(held: Expression, { steps, value }: Edit, place: Place): Expression | undefined {
  const { mode, at, t } = place;
  const [step, next, ...rest] = steps;
  if (next === undefined) return changedLast(held, step, value, place);
  if (step === 'END') return undefined;
  const inner = t.form('$1 -> $2', [held, stepValue(step, at)], at);
  const makes = (mode === 'set' || mode === 'insert') && isKey(step) && isFirst(next);
  const start = makes ? t.form('COALESCE($1, $2)', [inner, documentText(next, at, t)], at) : inner;
  const changed = inPostgresql(start, [{ steps: [next, ...rest], value }], place);
  if (changed === undefined) return undefined;
  if (isKey(step)) {
    const put = t.form('$1 || jsonb_build_object($2, $3)', [held, stepValue(step, at), changed], at);
    return makes ? put : t.form('CASE WHEN $1 IS NOT NULL THEN $2 ELSE $3 END', [inner, put, held], at);
  }
  return t.form(
    'CASE WHEN $1 IS NOT NULL THEN jsonb_set($2, $3, $4) ELSE $2 END',
    [inner, held, arrayPath(step, at), changed],
    at,
  );
}

/** Whether a step is the first in what is made for it: nothing is put behind elements that are missing. */
const isFirst = (step: EditStep): boolean => step === 'END' || 'key' in step || step.index === 0;

const documentText = (step: EditStep, at: Node, t: Translator): Expression =>
  t.form('CAST($1 AS jsonb)', [text(isKey(step) ? '{}' : '[]', at.span)], at);

const arrayPath = (step: { readonly index: number }, at: Node): Expression => text(`{${step.index}}`, at.span);

/** `$1` is what holds the key `$2`, `$3` the new value. */
const AT_KEY: Readonly<Record<Mode, string>> = {
  set: '$1 || jsonb_build_object($2, $3)',
  insert: 'jsonb_build_object($2, $3) || $1',
  replace: 'CASE WHEN $1 -> $2 IS NOT NULL THEN $1 || jsonb_build_object($2, $3) ELSE $1 END',
  remove: '$1 - $2',
};

/** `$1` is the array, `$2` the index, `$3` the new value, `$4` the index as a path. */
const AT_INDEX: Readonly<Record<Mode, string>> = {
  set: 'CASE WHEN jsonb_array_length($1) >= $2 THEN jsonb_set($1, $4, $3) ELSE $1 END',
  insert: 'CASE WHEN jsonb_array_length($1) = $2 THEN $1 || jsonb_build_array($3) ELSE $1 END',
  replace: 'jsonb_set($1, $4, $3, FALSE)',
  remove: '$1 - $2',
};

function changedLast(held: Expression, step: EditStep, value: Expression | undefined, place: Place): Expression {
  const { mode, at, t } = place;
  const put = value === undefined ? [] : [value];
  if (step === 'END')
    return mode === 'set' || mode === 'insert' ? t.form('$1 || jsonb_build_array($2)', [held, ...put], at) : held;
  if (isKey(step))
    return t.form(AT_KEY[mode], [held, cast(stepValue(step, at), dataType('text', at.span)), ...put], at);
  // what is counted from the end is there, or nothing is
  const way = step.index < 0 && mode === 'set' ? 'replace' : mode;
  if (step.index < 0 && way === 'insert') return held;
  const values =
    mode === 'remove' ? [held, stepValue(step, at)] : [held, stepValue(step, at), ...put, arrayPath(step, at)];
  return t.form(AT_INDEX[way], values, at);
}

const CALLED: Readonly<Record<Mode, string>> = {
  set: 'JSON_SET($1, $2, $3)',
  insert: 'JSON_INSERT($1, $2, $3)',
  replace: 'JSON_REPLACE($1, $2, $3)',
  remove: 'JSON_REMOVE($1, $2)',
};

const plainSteps = (steps: readonly EditStep[]): readonly JsonStep[] | undefined =>
  steps.includes('END') ? undefined : (steps as readonly JsonStep[]);

/** Changes of a document of MySQL's: what a path goes through is made before, where it is missing. */
function inMysql(document: Expression, edits: readonly Edit[], place: Place): Expression | undefined {
  return edits.reduce<Expression | undefined>((made, edit) => made && changedInMysql(made, edit, place), document);
}

function changedInMysql(document: Expression, { steps, value }: Edit, place: Place): Expression | undefined {
  const { mode, at, t } = place;
  const last = steps[steps.length - 1] as EditStep;
  const holder = plainSteps(steps.slice(0, -1));
  if (holder === undefined || holder.some((step) => 'index' in step && step.index < 0)) return undefined;
  const ready = mode === 'set' || mode === 'insert' ? withHolders(document, steps, place) : document;
  const put = value === undefined ? [] : [value];
  const path = text(pathText(holder), at.span);
  if (isKey(last)) return t.form(CALLED[mode], [ready, text(pathText([...holder, last]), at.span), ...put], at);
  const isArray = (changed: Expression): Expression =>
    t.form("CASE WHEN JSON_TYPE(JSON_EXTRACT($1, $2)) = 'ARRAY' THEN $3 ELSE $1 END", [ready, path, changed], at);
  if (last === 'END')
    return mode === 'set' || mode === 'insert'
      ? isArray(t.form('JSON_ARRAY_APPEND($1, $2, $3)', [ready, path, ...put], at))
      : document;
  const index = number(Math.abs(last.index), at.span);
  const values = [
    ready,
    last.index < 0 ? fromEnd(ready, path, index, place) : text(pathText([...holder, last]), at.span),
    ...put,
  ];
  const changed = t.form(CALLED[last.index < 0 && mode === 'set' ? 'replace' : mode], values, at);
  return isArray(t.form('CASE WHEN JSON_LENGTH($1, $2) >= $3 THEN $4 ELSE $1 END', [ready, path, index, changed], at));
}

const fromEnd = (document: Expression, path: Expression, back: Expression, { at, t }: Place): Expression =>
  t.form("CONCAT($2, '[', JSON_LENGTH($1, $2) - $3, ']')", [document, path, back], at);

/** The objects and arrays that a path goes through, each empty where there is none. */
function withHolders(document: Expression, steps: readonly EditStep[], { at, t }: Place): Expression {
  return steps.slice(0, -1).reduce<Expression>((made, step, index) => {
    const path = plainSteps(steps.slice(0, index + 1));
    const next = steps[index + 1] as EditStep;
    if (path === undefined || !isKey(step) || !isFirst(next)) return made;
    const empty = isKey(next) ? 'JSON_OBJECT()' : 'JSON_ARRAY()';
    return t.form(`JSON_INSERT($1, $2, ${empty})`, [made, text(pathText(path), at.span)], at);
  }, document);
}

/** A text is no document to MySQL until it is read as one. */
function typedDocument(node: Expression, t: Translator): Expression {
  const made = documentOf(node, t);
  return node.kind === 'string' ? t.form(DOCUMENT_OF_TEXT[t.target], [made], node) : made;
}

const changing =
  (mode: Mode, write: typeof inPostgresql): Compose =>
  (place) => {
    const [document] = place.node.arguments;
    const edits = editsOf(place, mode);
    if (document === undefined || edits === undefined) return undefined;
    return write(typedDocument(document, place.t), edits, { mode, at: place.node, t: place.t });
  };

/** SQLite's functions that change documents make what a path goes through, and leave alone what it does not fit. */
export const sqliteEdit = (mode: Mode): FormRow => ({
  pg: changing(mode, inPostgresql),
  my: changing(mode, inMysql),
});
