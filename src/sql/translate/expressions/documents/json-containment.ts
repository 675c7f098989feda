import { quotedString } from '../../../dialects/quoted.js';
import { functionOfCall } from '../../../analysis/function-of-call.js';
import type { Expression, Node, OperatorExpression } from '../../../ast/index.js';
import { literalNumber } from '../../functions/form.js';
import { askedByPath, matchedByPath } from '../../functions/documents/json-path-queries.js';
import { allOf, anyOf, text } from '../../made-nodes.js';
import type { SqlTypeName } from '../../../typing/index.js';
import type { Translator } from '../../translator.js';
import { mayBeDocument } from './joined-documents.js';
import { pathText, SQLITE_END, elementsOfLiteral, type JsonStep } from './json-paths.js';
import { documentOf } from './json-written.js';
import { testsBeside } from './json-containment-mysql.js';
import { isJsonObject, jsonOfText, type Json } from './json-of-text.js';

/** Whether a document of the target has another one in it, which is an expression of the source. */
export function contained(
  document: Expression,
  candidate: Expression,
  at: Node,
  t: Translator,
): Expression | undefined {
  if (t.target === 'POSTGRESQL') return t.form('$1 @> $2', [document, documentOf(candidate, t)], at);
  const value = literalJson(candidate, t);
  if (t.target === 'MYSQL') {
    const tests = ['JSON_CONTAINS($1, $2) = 1', ...(value === undefined ? [] : testsBeside(value))];
    return t.form(tests.join(' AND '), [document, documentOf(candidate, t)], at);
  }
  if (value === undefined) return hasBuilt(document, candidate, at, t);
  const test = hasIn({ document: '$1', steps: [], depth: 0 }, value, t.source === 'MYSQL', true);
  if (test === undefined) return undefined;
  return t.form(`CASE WHEN $1 IS NOT NULL THEN COALESCE(${test}, FALSE) END`, [document], at);
}

/** Types of values that a scalar of a document may be. */
const SCALARS: Readonly<Partial<Record<SqlTypeName, string>>> = {
  TEXT: "= 'text'",
  INTEGER: "IN ('integer', 'real')",
  BIGINT: "IN ('integer', 'real')",
  DECIMAL: "IN ('integer', 'real')",
  FLOAT: "IN ('integer', 'real')",
};

/** Whether a document has the members of an object that is made of texts and numbers, under keys that are written out. */
function hasBuilt(document: Expression, candidate: Expression, at: Node, t: Translator): Expression | undefined {
  const plain = candidate.kind === 'cast' ? candidate.operand : candidate;
  if (plain.kind !== 'call' || functionOfCall(plain, t.from)?.meaning !== 'json_object_of_pairs') return undefined;
  if (plain.arguments.length % 2 === 1) return undefined;
  const values = plain.arguments.filter((_, index) => index % 2 === 1);
  const tests = values.map((value, index) => {
    const key = plain.arguments[index * 2];
    const type = SCALARS[t.typeName(value) ?? 'OTHER'];
    if (key?.kind !== 'string' || type === undefined) return undefined;
    const path = quotedString(pathText([{ key: key.value }], SQLITE_END));
    const place = `$${index + 2}`;
    return `CASE WHEN ${place} IS NULL THEN json_type($1, ${path}) = 'null' ELSE json_type($1, ${path}) ${type} AND json_extract($1, ${path}) = ${place} END`;
  });
  if (tests.includes(undefined)) return undefined;
  return t.form(
    `CASE WHEN $1 IS NOT NULL THEN COALESCE(${["json_type($1) = 'object'", ...tests].join(' AND ')}, FALSE) END`,
    [document, ...values.map((value) => t.value(value))],
    at,
  );
}

/** The document that is written out, as a literal or by the functions that make one; undefined where it is not. */
export function literalJson(node: Expression, t: Translator): Json | undefined {
  const plain = node.kind === 'cast' ? node.operand : node;
  if (plain.kind === 'string') return jsonOfText(plain.value);
  if (plain.kind !== 'call') return undefined;
  const values = plain.arguments.map((one) => literalElement(one, t));
  const { meaning } = functionOfCall(plain, t.from) ?? {};
  if (values.includes(undefined)) return undefined;
  if (meaning === 'to_jsonb') return values[0];
  if (meaning === 'json_array_of_values') return values as Json[];
  const isOfPairs = meaning === 'json_object_of_pairs' && plain.arguments.length % 2 === 0;
  if (!isOfPairs || plain.arguments.some((one, at) => at % 2 === 0 && one.kind !== 'string')) return undefined;
  return Object.fromEntries(
    values.flatMap((one, at) => (at % 2 === 0 ? [[one, values[at + 1]]] : [])) as [string, Json][],
  );
}

/** A literal as an element of a document. */
function literalElement(node: Expression, t: Translator): Json | undefined {
  if (node.kind === 'string' || node.kind === 'boolean') return node.value;
  if (node.kind === 'null') return null;
  if (node.kind === 'cast' && node.operand.kind === 'string' && t.typeName(node) === 'TEXT') return node.operand.value;
  return literalNumber(node) ?? literalJson(node, t);
}

/** What is written as an object of JSON is nothing else, neither an array nor a range. */
/** An array of PostgreSQL's is written in other brackets. */
const isWrittenJson = (node: Expression, t: Translator): boolean => {
  const value = literalJson(node, t);
  return isJsonObject(value) || Array.isArray(value);
};

/** SQLite's test of one scalar, by columns of json_each or functions of a path. */
function scalarTest(value: null | boolean | number | string, type: string, atom: string): string {
  if (value === null) return `${type} = 'null'`;
  if (typeof value === 'boolean') return `${type} = '${String(value)}'`;
  if (typeof value === 'number') return `${type} IN ('integer', 'real') AND ${atom} = ${value}`;
  return `${type} = 'text' AND ${atom} = ${quotedString(value)}`;
}

/** A place in a document, by the expression that the document is, and how far within others that is. */
interface Place {
  readonly document: string;
  readonly steps: readonly JsonStep[];
  readonly depth: number;
}

/** SQLite's test of what is at a place. An array has a scalar that is one of its elements, to MySQL at any depth. */
function hasIn(place: Place, value: Json, anyDepth: boolean, isTop = false): string | undefined {
  const { document, steps, depth } = place;
  const path = quotedString(pathText(steps, SQLITE_END));
  const element = `_${depth}`;
  const each = (test: string): string =>
    `EXISTS (SELECT 1 FROM json_each(${document}, ${path}) AS ${element} WHERE ${test})`;
  if (value === null || typeof value !== 'object') {
    const ofElement = scalarTest(value, `${element}.type`, `${element}.atom`);
    if (anyDepth || isTop) return `(json_type(${document}, ${path}) <> 'object' AND ${each(ofElement)})`;
    return `(${scalarTest(value, `json_type(${document}, ${path})`, `json_extract(${document}, ${path})`)})`;
  }
  const isOf = (type: string): string => `json_type(${document}, ${path}) = '${type}'`;
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    const tests = items.map((one) => {
      if (one === null || typeof one !== 'object') return each(scalarTest(one, `${element}.type`, `${element}.atom`));
      const within = hasIn({ document: `${element}.value`, steps: [], depth: depth + 1 }, one, anyDepth);
      const type = Array.isArray(one) ? 'array' : 'object';
      return within && each(`CASE WHEN ${element}.type = '${type}' THEN ${within} END`);
    });
    return tests.includes(undefined) ? undefined : `(${[isOf('array'), ...tests].join(' AND ')})`;
  }
  const members = Object.entries(value).map(([key, one]) =>
    hasIn({ ...place, steps: [...steps, { key }] }, one, anyDepth),
  );
  return members.includes(undefined) ? undefined : `(${[isOf('object'), ...members].join(' AND ')})`;
}

const LITE_HAS_KEY =
  "CASE json_type($1) WHEN 'object' THEN json_type($1, $3) IS NOT NULL ELSE EXISTS (SELECT 1 FROM json_each($1) AS e WHERE e.type = 'text' AND e.atom = $2) END";

/** document ? 'key': a key of an object, or a text in an array. */
function hasKey(document: Expression, key: string, at: Node, t: Translator): Expression {
  const path = text(pathText([{ key }], SQLITE_END), at.span);
  if (t.target === 'MYSQL') {
    const quotedKey = text(JSON.stringify(key), at.span);
    const [test] = testsBeside(key);
    const isElement = `JSON_CONTAINS($1, $2) AND ${test as string}`;
    return t.form(`JSON_CONTAINS_PATH($1, 'one', $3) OR ${isElement}`, [document, quotedKey, path], at);
  }
  return t.form(`CASE WHEN $1 IS NOT NULL THEN ${LITE_HAS_KEY} END`, [document, text(key, at.span), path], at);
}

/** The texts of an array that is written out. */
export function keysOf(node: Expression): readonly string[] | undefined {
  if (node.kind !== 'array') return elementsOfLiteral(node.kind === 'string' ? node.value : '');
  const keys = node.items.flatMap((one) => (one.kind === 'string' ? [one.value] : []));
  return keys.length === node.items.length ? keys : undefined;
}

/** PostgreSQL's signs that ask what a document has; undefined for others. */
export function jsonTest(node: OperatorExpression, t: Translator): Expression | undefined {
  const { symbol, left, right } = node;
  if (left === undefined) return undefined;
  const isIn = t.typeName(left) === 'JSON' || (mayBeDocument(left, t) && isWrittenJson(right, t));
  if (symbol === '@>' && isIn) return contained(documentOf(left, t), right, node, t);
  if (symbol === '<@' && t.typeName(right) === 'JSON') return contained(documentOf(right, t), left, node, t);
  if (symbol === '@?') return askedByPath('exists', [left, right], node, t);
  if (symbol === '@@') return matchedByPath([left, right], node, t);
  if (symbol === '?' && right.kind === 'string') return hasKey(documentOf(left, t), right.value, node, t);
  const keys = symbol === '?|' || symbol === '?&' ? keysOf(right) : undefined;
  if (keys === undefined || keys.length === 0) return undefined;
  const tests = keys.map((key) => hasKey(documentOf(left, t), key, node, t));
  return symbol === '?|' ? anyOf(tests) : allOf(tests);
}
