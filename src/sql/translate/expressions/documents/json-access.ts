import { functionOfCall } from '../../../analysis/function-of-call.js';
import type { BinaryOperator, Expression, FunctionCall, OperatorExpression } from '../../../ast/index.js';
import { isValueOfRows } from '../../queries/table-functions/table-functions.js';
import type { Translator } from '../../translator.js';
import { elementsOfLiteral, literalText, stepsOf, stepsOfArray, type JsonStep } from './json-paths.js';

/**
 * What a way into a document answers with:
 *
 * - `document`: what is there, as JSON.
 * - `text`: a string without its quotes, NULL for JSON's null, all else as it is written.
 * - `unquoted`: the same, but that null is the word.
 * - `scalar`: as `text`, but NULL for arrays and objects, and 1 and 0 for truth values.
 * - `value`: SQLite's value of what is there: a text, a number, NULL, 1 and 0; arrays and objects as JSON.
 */
export type JsonAnswer = 'document' | 'text' | 'unquoted' | 'scalar' | 'value';

/** A way into a document of the source. */
export interface JsonAccess {
  readonly document: Expression;
  readonly steps: readonly JsonStep[];
  readonly gives: JsonAnswer;
}

type Read = (document: Expression, step: Expression) => readonly JsonStep[] | undefined;

const byKey: Read = (_, step) => {
  // PostgreSQL writes a view's keys as `'a'::text`
  const key = literalText(isText(step) ? castOf(step) : step);
  if (key !== undefined) return [{ key }];
  const index = wholeNumber(step);
  return index === undefined ? undefined : [{ index }];
};

const byPath: Read = (_, step) => {
  const path = literalText(step);
  return path === undefined ? undefined : stepsOf(path);
};

/** SQLite's operators take a path, a key or an index. */
const byEither: Read = (document, step) =>
  literalText(step)?.startsWith('$') === true ? byPath(document, step) : byKey(document, step);

const byArray: Read = (_, step) => {
  const keys = step.kind === 'array' ? step.items.map(literalText) : elementsOfLiteral(literalText(castOf(step)) ?? '');
  const known = keys?.filter((key) => key !== undefined);
  return known === undefined || known.length !== keys?.length ? undefined : stepsOfArray(known);
};

const isText = (node: Expression): boolean => node.kind === 'cast' && node.type.name.toLowerCase() === 'text';

const castOf = (node: Expression): Expression => (node.kind === 'cast' ? node.operand : node);

function wholeNumber(node: Expression): number | undefined {
  if (node.kind === 'number' && /^\d+$/.test(node.text)) return Number(node.text);
  if (node.kind === 'unary' && node.operator === 'minus') {
    const back = wholeNumber(node.operand);
    return back === undefined ? undefined : -back;
  }
  return undefined;
}

/** Signs between a document and the way into it. */
const OPERATORS: Partial<Record<BinaryOperator, readonly [Read, JsonAnswer]>> = {
  'json-get': [byKey, 'document'],
  'json-get-text': [byKey, 'text'],
  'json-path': [byPath, 'document'],
  'json-path-text': [byPath, 'unquoted'],
  'json-find': [byEither, 'document'],
  'json-find-text': [byEither, 'value'],
};

const OWN_OPERATORS: Readonly<Record<string, readonly [Read, JsonAnswer]>> = {
  '#>': [byArray, 'document'],
  '#>>': [byArray, 'text'],
};

/** Functions of a document and one path. */
const PATH_CALLS: Readonly<Record<string, JsonAnswer>> = {
  json_extract_mysql: 'document',
  json_query_mysql: 'document',
  json_value_mysql: 'scalar',
  json_extract_sqlite: 'value',
};

/** PostgreSQL's functions of a document and keys. */
const KEY_CALLS: Readonly<Record<string, JsonAnswer>> = {
  json_extract_path: 'document',
  jsonb_extract_path: 'document',
  json_extract_path_text: 'text',
  jsonb_extract_path_text: 'text',
  json_object_field: 'document',
  jsonb_object_field: 'document',
  json_object_field_text: 'text',
  jsonb_object_field_text: 'text',
  json_array_element: 'document',
  jsonb_array_element: 'document',
  json_array_element_text: 'text',
  jsonb_array_element_text: 'text',
};

/** The way into a document that an expression of the source is; undefined where it is none, or not a written one. */
export function jsonAccess(node: Expression, t: Translator): JsonAccess | undefined {
  const last = accessHere(node, t);
  if (last === undefined || last.document === node) return last;
  // a document out of a document: one way from the outer one
  const outer = jsonAccess(last.document, t);
  if (outer?.gives !== 'document') return last;
  return { document: outer.document, steps: [...outer.steps, ...last.steps], gives: last.gives };
}

function accessHere(node: Expression, t: Translator): JsonAccess | undefined {
  if (node.kind === 'column' && isValueOfRows(node, t)) return { document: node, steps: [], gives: 'value' };
  if (node.kind === 'binary') return between(node.left, node.right, OPERATORS[node.operator]);
  if (node.kind === 'operator') return ofOperator(node);
  if (node.kind === 'index' && t.typeName(node.operand) === 'JSON')
    return between(node.operand, node.index, [byKey, 'document']);
  return node.kind === 'call' ? ofCall(node, t) : undefined;
}

function between(
  document: Expression,
  step: Expression,
  known: readonly [Read, JsonAnswer] | undefined,
): JsonAccess | undefined {
  if (known === undefined) return undefined;
  const [read, gives] = known;
  const steps = read(document, step);
  return steps === undefined ? undefined : { document, steps, gives };
}

function ofOperator({ symbol, left, right }: OperatorExpression): JsonAccess | undefined {
  return left === undefined ? undefined : between(left, right, OWN_OPERATORS[symbol]);
}

function ofCall(node: FunctionCall, t: Translator): JsonAccess | undefined {
  const meaning = functionOfCall(node, t.from)?.meaning ?? '';
  const [document, ...path] = node.arguments;
  if (document === undefined || node.separators !== undefined || node.tail !== undefined) return undefined;
  if (meaning === 'json_unquote') {
    const inner = jsonAccess(document, t);
    if (inner !== undefined) return inner.gives === 'document' ? { ...inner, gives: 'unquoted' } : undefined;
    return t.typeName(document) === 'JSON' ? { document, steps: [], gives: 'unquoted' } : undefined;
  }
  const gives = PATH_CALLS[meaning];
  if (gives !== undefined) return ofPath(document, path, gives);
  const byKeys = KEY_CALLS[meaning];
  if (byKeys === undefined) return undefined;
  const keys = path.map((one) => byKey(document, one)?.[0]);
  if (keys.includes(undefined)) return undefined;
  const isArray = meaning.includes('path');
  const steps = isArray ? stepsOfArray(path.map((one) => literalText(one) ?? '')) : (keys as JsonStep[]);
  return { document, steps, gives: byKeys };
}

function ofPath(document: Expression, path: readonly Expression[], gives: JsonAnswer): JsonAccess | undefined {
  const [only] = path;
  if (path.length !== 1 || only === undefined) return undefined;
  const steps = byPath(document, only);
  return steps === undefined ? undefined : { document, steps, gives };
}
