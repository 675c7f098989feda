import type { Expression, Node, OperatorExpression } from '../../ast/index.js';
import { askedByPath } from '../functions/json-path-queries.js';
import { allOf, anyOf, text } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { pathText, SQLITE_END, elementsOfLiteral, type JsonStep } from './json-paths.js';
import { documentOf } from './json-written.js';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Whether a document of the target has another one in it, which is an expression of the source. */
export function contained(
  document: Expression,
  candidate: Expression,
  at: Node,
  t: Translator,
): Expression | undefined {
  if (t.target === 'POSTGRESQL') return t.form('$1 @> $2', [document, documentOf(candidate, t)], at);
  if (t.target === 'MYSQL') return t.form('JSON_CONTAINS($1, $2) = 1', [document, documentOf(candidate, t)], at);
  const value = literalJson(candidate);
  if (value === undefined) return undefined;
  const test = hasIn([], value, t.source === 'MYSQL', true);
  if (test === undefined) return undefined;
  return t.form(`CASE WHEN $1 IS NOT NULL THEN COALESCE(${test}, FALSE) END`, [document], at);
}

/** The document that a literal is; undefined where it is no literal or no document. */
function literalJson(node: Expression): Json | undefined {
  const plain = node.kind === 'cast' ? node.operand : node;
  if (plain.kind !== 'string') return undefined;
  try {
    return JSON.parse(plain.value) as Json;
  } catch {
    return undefined;
  }
}

const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** SQLite's test of one scalar, by columns of json_each or functions of a path. */
function scalarTest(value: null | boolean | number | string, type: string, atom: string): string {
  if (value === null) return `${type} = 'null'`;
  if (typeof value === 'boolean') return `${type} = '${String(value)}'`;
  if (typeof value === 'number') return `${type} IN ('integer', 'real') AND ${atom} = ${value}`;
  return `${type} = 'text' AND ${atom} = ${quoted(value)}`;
}

/** SQLite's test of what is at a place in `$1`. An array has a scalar that is one of its elements, to MySQL at any depth. */
function hasIn(steps: readonly JsonStep[], value: Json, anyDepth: boolean, isTop = false): string | undefined {
  const path = quoted(pathText(steps, SQLITE_END));
  const each = (test: string): string => `EXISTS (SELECT 1 FROM json_each($1, ${path}) AS e WHERE ${test})`;
  if (value === null || typeof value !== 'object') {
    if (!anyDepth && !isTop) return `(${scalarTest(value, `json_type($1, ${path})`, `json_extract($1, ${path})`)})`;
    return `(json_type($1, ${path}) <> 'object' AND ${each(scalarTest(value, 'e.type', 'e.atom'))})`;
  }
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    const tests = items.map((one) =>
      one === null || typeof one !== 'object' ? each(scalarTest(one, 'e.type', 'e.atom')) : undefined,
    );
    if (tests.includes(undefined)) return undefined;
    return `(${[`json_type($1, ${path}) = 'array'`, ...tests].join(' AND ')})`;
  }
  const members = Object.entries(value).map(([key, one]) => hasIn([...steps, { key }], one, anyDepth));
  if (members.includes(undefined)) return undefined;
  return `(${[`json_type($1, ${path}) = 'object'`, ...members].join(' AND ')})`;
}

const LITE_HAS_KEY =
  "CASE json_type($1) WHEN 'object' THEN json_type($1, $3) IS NOT NULL ELSE EXISTS (SELECT 1 FROM json_each($1) AS e WHERE e.type = 'text' AND e.atom = $2) END";

/** document ? 'key': a key of an object, or a text in an array. */
function hasKey(document: Expression, key: string, at: Node, t: Translator): Expression {
  const path = text(pathText([{ key }], SQLITE_END), at.span);
  if (t.target === 'MYSQL') {
    const quotedKey = text(JSON.stringify(key), at.span);
    return t.form("JSON_CONTAINS_PATH($1, 'one', $3) OR JSON_CONTAINS($1, $2)", [document, quotedKey, path], at);
  }
  return t.form(`CASE WHEN $1 IS NOT NULL THEN ${LITE_HAS_KEY} END`, [document, text(key, at.span), path], at);
}

function keysOf(node: Expression): readonly string[] | undefined {
  if (node.kind !== 'array') return elementsOfLiteral(node.kind === 'string' ? node.value : '');
  const keys = node.items.flatMap((one) => (one.kind === 'string' ? [one.value] : []));
  return keys.length === node.items.length ? keys : undefined;
}

/** PostgreSQL's signs that ask what a document has; undefined for others. */
export function jsonTest(node: OperatorExpression, t: Translator): Expression | undefined {
  const { symbol, left, right } = node;
  if (left === undefined) return undefined;
  if (symbol === '@>' && t.typeName(left) === 'JSON') return contained(documentOf(left, t), right, node, t);
  if (symbol === '<@' && t.typeName(right) === 'JSON') return contained(documentOf(right, t), left, node, t);
  if (symbol === '@?') return askedByPath('exists', [left, right], node, t);
  if (symbol === '?' && right.kind === 'string') return hasKey(documentOf(left, t), right.value, node, t);
  const keys = symbol === '?|' || symbol === '?&' ? keysOf(right) : undefined;
  if (keys === undefined || keys.length === 0) return undefined;
  const tests = keys.map((key) => hasKey(documentOf(left, t), key, node, t));
  return symbol === '?|' ? anyOf(tests) : allOf(tests);
}
