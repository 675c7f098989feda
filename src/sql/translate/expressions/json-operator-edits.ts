import type { BinaryExpression, Expression, OperatorExpression } from '../../ast/index.js';
import { functionOfCall } from '../../analysis/function-of-call.js';
import type { DialectName } from '../../dialects/index.js';
import { text } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { jsonElement } from './json-elements.js';
import { elementsOfLiteral, pathText, SQLITE_END, stepsOfArray, type JsonStep } from './json-paths.js';
import { documentOf } from './json-written.js';
import { DOCUMENT_OF_TEXT } from './json-types.js';

const REMOVED: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: '$1',
  MYSQL: 'JSON_REMOVE($1, $2)',
  SQLITE: 'json_remove($1, $2)',
};

function without(document: Expression, steps: readonly JsonStep[], t: Translator): Expression {
  const path = text(pathText(steps, SQLITE_END), document.span);
  return t.form(REMOVED[t.target], [documentOf(document, t), path], document);
}

/** document - 'key', and document - 0 */
export function withoutKey({ operator, left, right }: BinaryExpression, t: Translator): Expression | undefined {
  if (operator !== 'subtract' || t.source !== 'POSTGRESQL' || t.typeName(left) !== 'JSON') return undefined;
  const key = right.kind === 'cast' ? right.operand : right;
  if (key.kind === 'string' && !key.value.startsWith('{')) return without(left, [{ key: key.value }], t);
  return key.kind === 'number' ? without(left, [{ index: Number(key.text) }], t) : undefined;
}

/** document #- '{a,0}' */
export function jsonEdit({ symbol, left, right }: OperatorExpression, t: Translator): Expression | undefined {
  if (symbol !== '#-' || left === undefined || right.kind !== 'string') return undefined;
  const keys = elementsOfLiteral(right.value);
  return keys === undefined || keys.length === 0 ? undefined : without(left, stepsOfArray(keys), t);
}

const PUT: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: '$1',
  MYSQL: 'JSON_SET($1, $2, $3)',
  SQLITE: 'json_set($1, $2, $3)',
};

/** document || object: each member of the object is put into the document. */
export function joinedDocuments(node: BinaryExpression, t: Translator): Expression | undefined {
  const members = membersOf(node.right, t);
  if (members === undefined) return undefined;
  return members.reduce(
    (made, [key, value]) => t.form(PUT[t.target], [made, text(pathText([{ key }]), node.span), value], node),
    documentOf(node.left, t),
  );
}

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
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return undefined;
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  return Object.entries(value).map(([key, one]) => [
    key,
    t.form(DOCUMENT_OF_TEXT[t.target], [text(JSON.stringify(one), at.span)], at),
  ]);
}
