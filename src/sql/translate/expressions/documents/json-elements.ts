import { functionOfCall } from '../../../analysis/function-of-call.js';
import { returnRule } from '../../../functions/index.js';
import type { Expression, Node } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import type { RelationColumn } from '../../../typing/index.js';
import { cast, column, dataType, name, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { isText, textOf } from '../coercion.js';
import { intervalText } from '../intervals/interval-texts.js';
import { isIntervalValue } from '../intervals/interval-values.js';
import { jsonAccess } from './json-access.js';
import { documentOf, written } from './json-written.js';
import { isLikelyTruth, isOpenTruth, mayBeWrittenAsWord } from '../open-truths.js';
import { HAS_BOOLEANS, isTruth } from '../truth.js';

/** What a value becomes within a document: JSON's true, a number, a document itself, or a moment's text. */
type ElementKind =
  'truth' | 'truth-number' | 'open-truth' | 'document' | 'value' | 'moment' | 'array' | 'row' | 'plain';

function kindOf(node: Expression, t: Translator): ElementKind {
  const type = t.typeName(node);
  const isCondition = isTruth(node, t);
  if (isCondition || type === 'BOOLEAN') {
    if (HAS_BOOLEANS[t.source]) return 'truth';
    return isCondition && t.source === 'MYSQL' ? 'truth' : 'truth-number';
  }
  if (node.kind === 'array') return 'array';
  if (type === 'ARRAY') return 'document';
  if (wholeRow(node, t) !== undefined) return 'row';
  if (isDocument(node, t)) return jsonAccess(node, t)?.gives === 'value' ? 'value' : 'document';
  if (type === 'TIMESTAMP' || type === 'TIMESTAMPTZ') return 'moment';
  if (HAS_BOOLEANS[t.source] && !HAS_BOOLEANS[t.target] && isLikelyTruth(node, t)) return 'truth';
  return isOpenTruth(node, t) ? 'open-truth' : 'plain';
}

/** SQLite's documents are texts but for what its functions have just made. */
function isDocument(node: Expression, t: Translator): boolean {
  if (t.source !== 'SQLITE') return t.typeName(node) === 'JSON';
  if (jsonAccess(node, t) !== undefined) return true;
  if (node.kind === 'subquery') return t.typeName(node) === 'JSON';
  if (node.kind !== 'call') return false;
  const row = functionOfCall(node, t.from);
  return (
    row !== undefined &&
    (returnRule(row, 'SQLITE') === 'JSON' ||
      (t.typeName(node) === 'JSON' && node.arguments.some((one) => isDocument(one, t))))
  );
}

type ElementForms = Readonly<Partial<Record<ElementKind, string>>>;

const MYSQL_MOMENT = "TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM DATE_FORMAT($1, '%Y-%m-%dT%H:%i:%s.%f')))";

/** How each target puts them in; what is not named goes in as it is. */
const FORMS: Readonly<Record<DialectName, ElementForms>> = {
  POSTGRESQL: {
    'truth-number': 'CAST($1 AS int)',
    'open-truth':
      "CASE CAST(pg_typeof($1) AS text) WHEN 'boolean' THEN to_jsonb(CAST(CAST(CAST($1 AS text) AS boolean) AS int)) ELSE to_jsonb($1) END",
  },
  MYSQL: {
    truth: "JSON_EXTRACT(CASE WHEN $1 THEN 'true' WHEN NOT $1 THEN 'false' END, '$')",
    'truth-number': '$1 + 0',
    document: "JSON_EXTRACT($1, '$')",
    moment: MYSQL_MOMENT,
  },
  SQLITE: {
    truth: "json(CASE WHEN $1 THEN 'true' WHEN NOT $1 THEN 'false' END)",
    document: 'json($1)',
    moment: "replace($1, ' ', 'T')",
  },
};

/** A value of the source as an element of a document of the target. */
export function jsonElement(node: Expression, t: Translator): Expression {
  const kind = kindOf(node, t);
  if (kind === 'array' && node.kind === 'array') {
    return t.form(
      ARRAY_OF[t.target],
      node.items.map((one) => jsonElement(one, t)),
      node,
    );
  }
  if (node.kind === 'boolean' && kind === 'truth')
    return t.form(WORD_OF[t.target], [text(String(node.value), node.span)], node);
  if (kind === 'row') return rowElement(node, t);
  if (node.kind === 'row') return writtenRow(node.items, node, t);
  if (kind === 'value') return valueElement(node, t);
  if (isIntervalValue(node, t)) return intervalText(node, t);
  // PostgreSQL's true of a column that may be of numbers to the target, or of truth values
  if (kind === 'plain' && mayBeWrittenAsWord(node, t)) t.notice('UNKNOWN_TYPE', node);
  const made = kind === 'document' ? documentOf(node, t) : (t.raw(node) as Expression);
  if (kind === 'moment' && t.source !== 'POSTGRESQL') return made;
  if (kind === 'document' && isMadeHere(made)) return made;
  if (kind === 'plain' && t.target === 'POSTGRESQL' && node.kind === 'parameter')
    return cast(made, dataType('text', node.span));
  const form = FORMS[t.target][kind];
  return form === undefined ? made : t.form(form, [made], node);
}

const WORD_OF: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: 'CAST($1 AS boolean)',
  MYSQL: "JSON_EXTRACT($1, '$')",
  SQLITE: 'json($1)',
};

const ARRAY_OF: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: 'jsonb_build_array(:rest)',
  MYSQL: 'JSON_ARRAY(:rest)',
  SQLITE: 'json_array(:rest)',
};

/** SQLite's value out of a document: truth values are numbers. */
function valueElement(node: Expression, t: Translator): Expression {
  const found = jsonAccess(node, t);
  if (found === undefined) return t.value(node);
  if (t.target === 'POSTGRESQL') return written(found, 'value', node, t);
  const document = written(found, 'document', node, t);
  return t.form("JSON_EXTRACT(CASE WHEN JSON_TYPE($1) = 'BOOLEAN' THEN $1 + 0 ELSE $1 END, '$')", [document], node);
}

/** What a function of JSON has just made is JSON to every engine. */
const isMadeHere = (node: Expression): boolean =>
  (node.kind === 'call' && /^jsonb?(_|$)/i.test(node.name.parts[0]?.value ?? '')) ||
  (node.kind === 'binary' && node.operator === 'json-find');

/** The columns of the table that a name stands for as a whole. */
function wholeRow(node: Expression, t: Translator): readonly RelationColumn[] | undefined {
  if (node.kind === 'star' && node.qualifier.length > 0) return t.scope.source(node.qualifier)?.columns;
  if (node.kind !== 'column' || node.parts.length !== 1 || !t.scope.context.rules.wholeRows) return undefined;
  const { type, table } = t.scope.resolve(node);
  const source = t.scope.source(node.parts);
  if (type === undefined && source !== undefined && source.columns === undefined)
    t.refuse(
      node,
      `To say this in the target’s words, the columns of \`${t.textOf(node)}\` must be known.`,
      'Name the columns, or a `target` whose tables tell them.',
    );
  return type?.type === 'OTHER' && table === undefined ? source?.columns : undefined;
}

/** A row that is written out as an object: its values have names by their places. */
function writtenRow(items: readonly Expression[], at: Node, t: Translator): Expression {
  const pairs = items.flatMap((one, index): Expression[] => [text(`f${index + 1}`, one.span), jsonElement(one, t)]);
  return t.form(OBJECT_OF[t.target], pairs, at);
}

/** A row as an object of its columns. */
function rowElement(node: Expression, t: Translator): Expression {
  const columns = wholeRow(node, t) ?? [];
  const parts = node.kind === 'column' ? node.parts : node.kind === 'star' ? node.qualifier : [];
  const pairs = columns.flatMap((one): Expression[] => [
    text(one.name, node.span),
    jsonElement(column([...parts, name(one.name, node.span, true)], node.span), t),
  ]);
  return t.form(OBJECT_OF[t.target], pairs, node);
}

const OBJECT_OF: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: 'jsonb_build_object(:rest)',
  MYSQL: 'JSON_OBJECT(:rest)',
  SQLITE: 'json_object(:rest)',
};

/** An object of keys and values that stand in turn. */
export function jsonObject(items: readonly Expression[], at: Node, t: Translator): Expression {
  const made = items.map((one, index) => (index % 2 === 0 ? jsonKey(one, t) : jsonElement(one, t)));
  return t.form(OBJECT_OF[t.target], made, at);
}

export const jsonArray = (items: readonly Expression[], at: Node, t: Translator): Expression =>
  t.form(
    ARRAY_OF[t.target],
    items.map((one) => jsonElement(one, t)),
    at,
  );

/** A key, which is a text; SQLite takes nothing else. */
export function jsonKey(node: Expression, t: Translator): Expression {
  const made = textOf(node, t);
  const isWritten = node.kind === 'string' || isText(node, t) || t.target !== 'SQLITE';
  return isWritten ? made : cast(made, dataType('text', node.span));
}
