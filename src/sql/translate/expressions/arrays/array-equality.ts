import type { BinaryExpression, Expression } from '../../../ast/index.js';
import { cast, dataType, not } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { arrayForm, elementType, isArray, isPlainElement, rowsInMysql } from './array-values.js';
import { jsonElement } from '../documents/json-elements.js';
import { itemsOfText } from './written-arrays.js';

/**
 * array = array, where arrays are JSON: as many elements, each the same as that in its place.
 * https://www.postgresql.org/docs/current/functions-array.html: NULLs among them are the same as one another.
 */
export function equalArrays(node: BinaryExpression, t: Translator): Expression | undefined {
  if (node.operator !== 'equal' && node.operator !== 'not-equal') return undefined;
  const known = [node.left, node.right].find((one) => isArray(one, t) && one.kind !== 'array');
  const type = known && elementType(known, t);
  const rows = rowsInMysql(type);
  if (rows === undefined || !isPlainElement(type)) return undefined;
  const [left, right] = [node.left, node.right].map((one) => asArray(one, type === 'TEXT' ? 'text' : 'bigint', t));
  if (left === undefined || right === undefined) return undefined;
  const made = arrayForm(
    { MYSQL: equalBy(inMysql(rows)), SQLITE: equalBy(IN_SQLITE) },
    [jsonElement(left, t), jsonElement(right, t)],
    node,
    t,
  );
  return made && (node.operator === 'equal' ? made : not(made));
}

/** An array, or what a text beside one says: `'{1,2}'`. */
function asArray(node: Expression, element: string, t: Translator): Expression | undefined {
  if (isArray(node, t)) return node;
  if (node.kind !== 'string') return undefined;
  const items = itemsOfText(cast(node, { ...dataType(element, node.span), dimensions: [null] }));
  return items && { kind: 'array', items, span: node.span };
}

const equalBy = ([length, differing]: readonly [string, string]): string =>
  `CASE WHEN $1 IS NOT NULL AND $2 IS NOT NULL THEN ${length}($1) = ${length}($2) AND NOT EXISTS (${differing}) END`;

const inMysql = (rows: string): readonly [string, string] => [
  'JSON_LENGTH',
  `SELECT 1 FROM ${rows} AS ones JOIN ${rows.replace('$1', '$2')} AS others ON ones.ord = others.ord WHERE NOT BINARY ones.v <=> BINARY others.v`,
];

const IN_SQLITE = [
  'json_array_length',
  'SELECT 1 FROM (SELECT $1 AS _one, $2 AS _other) AS _both, json_each(_both._one) AS _ones JOIN json_each(_both._other) AS _others ON _ones.key = _others.key WHERE _ones.value IS NOT _others.value',
] as const;
