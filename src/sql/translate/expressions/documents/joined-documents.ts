import { asked, type BinaryExpression, type Expression, type FunctionCall } from '../../../ast/index.js';
import { functionOfCall } from '../../../analysis/function-of-call.js';
import type { DialectName } from '../../../dialects/index.js';
import { text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { jsonElement } from './json-elements.js';
import { isJsonObject, jsonOfText } from './json-of-text.js';
import { byShape, shapeOf } from './json-shapes.js';
import { pathText } from './json-paths.js';
import { documentOf } from './json-written.js';
import { DOCUMENT_OF_TEXT } from './json-types.js';

/**
 * Whether PostgreSQL may have a document there: SQLite keeps documents as texts, and where no catalogue tells, what stands
 * beside them has to say that they are documents.
 */
export const mayBeDocument = (node: Expression, t: Translator): boolean => {
  const type = t.typeName(node);
  if (type === 'JSON') return true;
  if (node.kind === 'call') return mayBeOneOf(node, t);
  if (hasKeyTaken(node)) return mayBeDocument(node.left, t);
  return node.kind === 'column' && (type === undefined || (type === 'TEXT' && t.target === 'SQLITE'));
};

/** Nothing but a document has a word, or words, taken from it. */
const hasKeyTaken = (node: Expression): node is BinaryExpression =>
  node.kind === 'binary' && node.operator === 'subtract' && (isKeyWord(node.right) || node.right.kind === 'array');

export const isKeyWord = (node: Expression): boolean => node.kind === 'string' && asked(node, looksLikeKey);

const looksLikeKey = (content: string): boolean => /^[a-z_][\w.-]*$/i.test(content);

/** `COALESCE(settings, '{}')`: what a document has in place of nothing. */
const mayBeOneOf = (node: FunctionCall, t: Translator): boolean =>
  functionOfCall(node, t.from)?.meaning === 'coalesce' &&
  node.arguments.every((one) => mayBeDocument(one, t) || isObject(one)) &&
  node.arguments.some((one) => one.kind !== 'column');

/** `||` of documents; undefined where it joins something else. */
export function joinedDocuments(node: BinaryExpression, t: Translator): Expression | undefined {
  if (t.source !== 'POSTGRESQL') return undefined;
  const right = t.typeName(node.right);
  const isJoin =
    t.typeName(node) === 'JSON' || (mayBeDocument(node.left, t) && (right === 'JSON' || isObject(node.right)));
  if (!isJoin) return undefined;
  if (!isSurelyDocument(node.left, t) && !isMade(node.right, t))
    t.notice('UNKNOWN_TYPE', node.left, 'It is taken for a document, as one is joined to it.');
  return withItems(node, t) ?? withMembers(node, t) ?? withDocument(node, t);
}

/** By its type, or that of what stands in for it. */
const isSurelyDocument = (node: Expression, t: Translator): boolean =>
  t.typeName(node) === 'JSON' ||
  hasKeyTaken(node) ||
  (node.kind === 'call' && node.arguments.some((one) => t.typeName(one) === 'JSON'));

/** Nobody joins an object that is written out, or made there, to a text. */
const isMade = (node: Expression, t: Translator): boolean =>
  isObject(node.kind === 'cast' ? node.operand : node) ||
  (node.kind === 'call' && functionOfCall(node, t.from)?.meaning === 'json_object_of_pairs');

/** A text that is an object of JSON is joined to nothing but a document. */
function isObject(node: Expression): boolean {
  return node.kind === 'string' && asked(node, isObjectText);
}

const isObjectText = (written: string): boolean => isJsonObject(jsonOfText(written));

const PUT: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: '$1',
  MYSQL: 'JSON_SET($1, $2, $3)',
  SQLITE: 'json_set($1, $2, $3)',
};

/** document || object: each member of an object that is written out is put into the document, or behind the elements of an array. */
function withMembers(node: BinaryExpression, t: Translator): Expression | undefined {
  const members = membersOf(node.right, t);
  if (members === undefined) return undefined;
  const document = documentOf(node.left, t);
  const shape = shapeOf(node.left, t);
  const merged = members.reduce(
    (made, [key, value]) => t.form(PUT[t.target], [made, text(pathText([{ key }]), node.span), value], node),
    document,
  );
  if (shape === 'object' || t.target === 'POSTGRESQL') return merged;
  const behind = appended(document, [elementOf(node.right, t)], true, node, t);
  if (shape === 'array') return behind;
  return t.form(byShape(t.target, '$2', '$3'), [document, behind, merged], node);
}

/** A document that is written out as a text is one, whatever stands beside it. */
const elementOf = (node: Expression, t: Translator): Expression =>
  node.kind === 'string'
    ? t.form(DOCUMENT_OF_TEXT[t.target], [text(node.value, node.span)], node)
    : jsonElement(node, t);

/** document || array: its elements go behind those of the document. */
function withItems(node: BinaryExpression, t: Translator): Expression | undefined {
  const items = itemsOf(node.right, t);
  return items && appended(documentOf(node.left, t), items, shapeOf(node.left, t) === 'array', node, t);
}

/** Elements behind those of an array; what is none becomes one. */
function appended(
  document: Expression,
  items: readonly Expression[],
  isArray: boolean,
  at: BinaryExpression,
  t: Translator,
): Expression {
  const list = isArray || t.target === 'POSTGRESQL' ? document : t.form(AS_LIST[t.target], [document], at);
  return items.reduce((made, one) => t.form(APPEND[t.target], [made, one], at), list);
}

const AS_LIST = {
  MYSQL: byShape('MYSQL', '$1', "JSON_ARRAY(JSON_EXTRACT($1, '$'))"),
  SQLITE: byShape('SQLITE', '$1', 'json_array(json($1))'),
} as const;
const APPEND: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: '$1',
  MYSQL: "JSON_ARRAY_APPEND($1, '$', $2)",
  SQLITE: "json_insert($1, '$[#]', $2)",
};

/** The elements of an array that is written out, or the scalar. */
function itemsOf(node: Expression, t: Translator): readonly Expression[] | undefined {
  const plain = node.kind === 'cast' ? node.operand : node;
  if (plain.kind === 'call' && functionOfCall(plain, t.from)?.meaning === 'json_array_of_values')
    return plain.arguments.map((one) => jsonElement(one, t));
  if (plain.kind !== 'string') return undefined;
  const value = jsonOfText(plain.value);
  if (value === undefined || isJsonObject(value)) return undefined;
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.map((one) => t.form(DOCUMENT_OF_TEXT[t.target], [text(JSON.stringify(one), plain.span)], plain));
}

/** Members of the second are put in the place of those of the first; what is no object becomes an array that goes on. */
const JOINED: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: '$1',
  MYSQL: `CASE WHEN JSON_TYPE($1) = 'OBJECT' AND JSON_TYPE($2) = 'OBJECT' THEN JSON_MERGE_PRESERVE(JSON_MERGE_PATCH($1, (SELECT COALESCE(JSON_OBJECTAGG(named.k, NULL), '{}') FROM JSON_TABLE(JSON_KEYS($2), '$[*]' COLUMNS (k TEXT PATH '$')) AS named)), $2) ELSE JSON_MERGE_PRESERVE($1, $2) END`,
  SQLITE: `CASE WHEN json_type($1) = 'object' AND json_type($2) = 'object' THEN (SELECT json_group_object(e.key, json(e.doc)) FROM (SELECT o.key AS key, $1 -> o.fullkey AS doc FROM json_each($1) AS o WHERE NOT EXISTS (SELECT 1 FROM json_each($2) AS n WHERE n.key = o.key) UNION ALL SELECT n.key, $2 -> n.fullkey FROM json_each($2) AS n) AS e) WHEN $1 IS NOT NULL AND $2 IS NOT NULL THEN (SELECT json_group_array(json(e.doc)) FROM (SELECT CASE json_type($1) WHEN 'array' THEN $1 -> o.fullkey ELSE json($1) END AS doc FROM json_each(CASE json_type($1) WHEN 'array' THEN $1 ELSE '[1]' END) AS o UNION ALL SELECT CASE json_type($2) WHEN 'array' THEN $2 -> n.fullkey ELSE json($2) END FROM json_each(CASE json_type($2) WHEN 'array' THEN $2 ELSE '[1]' END) AS n) AS e) END`,
};

const withDocument = ({ left, right, ...node }: BinaryExpression, t: Translator): Expression =>
  t.form(JOINED[t.target], [documentOf(left, t), documentOf(right, t)], { ...node, left, right });

type Member = readonly [key: string, value: Expression];

/** The members of an object that is written out. */
function membersOf(node: Expression, t: Translator): readonly Member[] | undefined {
  const plain = node.kind === 'cast' ? node.operand : node;
  if (plain.kind === 'string') return membersOfText(plain.value, plain, t);
  if (plain.kind !== 'call' || functionOfCall(plain, t.from)?.meaning !== 'json_object_of_pairs') return undefined;
  const members: Member[] = [];
  for (let at = 0; at + 1 < plain.arguments.length; at += 2) {
    const key = plain.arguments[at];
    if (key?.kind !== 'string') return undefined;
    members.push([key.value, jsonElement(plain.arguments[at + 1] as Expression, t)]);
  }
  return members;
}

function membersOfText(written: string, at: Expression, t: Translator): readonly Member[] | undefined {
  const value = jsonOfText(written);
  if (!isJsonObject(value)) return undefined;
  return Object.entries(value).map(([key, one]) => [
    key,
    t.form(DOCUMENT_OF_TEXT[t.target], [text(JSON.stringify(one), at.span)], at),
  ]);
}
