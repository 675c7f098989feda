import { functionOfCall } from '../../../analysis/function-of-call.js';
import type { Expression } from '../../../ast/index.js';
import type { Translator } from '../../translator.js';

/** What a document is, where that shows. */
export type JsonShape = 'object' | 'array';

const SHAPES: Readonly<Record<string, JsonShape>> = {
  json_object_of_pairs: 'object',
  json_object_of_group: 'object',
  row_to_json: 'object',
  json_array_of_values: 'array',
  json_array_of_group: 'array',
  array_to_json: 'array',
  jsonb_path_query_array: 'array',
};

/** Functions whose document stays what it is. */
const KEEPS: ReadonlySet<string> = new Set(['jsonb_set', 'jsonb_insert', 'jsonb_strip_nulls', 'json_strip_nulls']);

/** Whether a document of the source is an object or an array; undefined where that does not show. */
export function shapeOf(node: Expression, t: Translator): JsonShape | undefined {
  if (node.kind === 'cast') return shapeOf(node.operand, t);
  if (node.kind === 'string')
    return { '{': 'object', '[': 'array' }[node.value.trim()[0] ?? ''] as JsonShape | undefined;
  if (node.kind === 'binary' && (node.operator === 'concatenate' || node.operator === 'subtract'))
    return shapeOf(node.left, t);
  if (node.kind !== 'call') return undefined;
  const { meaning = '' } = functionOfCall(node, t.from) ?? {};
  if (KEEPS.has(meaning)) return node.arguments[0] && shapeOf(node.arguments[0], t);
  if (meaning !== 'coalesce') return SHAPES[meaning];
  // what a column has in place of nothing is what it has
  const shapes = node.arguments.map((one) => shapeOf(one, t)).filter((one) => one !== undefined);
  return shapes.length === node.arguments.length && shapes.every((one) => one === shapes[0]) ? shapes[0] : undefined;
}

/** What is said of the document `$1` where it is an array, and where it is none. */
export const byShape = (target: 'MYSQL' | 'SQLITE', ofArray: string, otherwise: string): string =>
  `CASE ${TYPE[target]}($1) WHEN '${ARRAY[target]}' THEN ${ofArray} ELSE ${otherwise} END`;

const TYPE = { MYSQL: 'JSON_TYPE', SQLITE: 'json_type' } as const;
const ARRAY = { MYSQL: 'ARRAY', SQLITE: 'array' } as const;
