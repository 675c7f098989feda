import type { Expression, Node } from '../../../ast/index.js';
import { nothing } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';

/** The rows of a JSON array, in SQLite: a column may be called as one of json_each's own, which it must not be taken for. */
export const LIST = '(SELECT $1 AS _list) AS _lists, json_each(_lists._list)';

/** The elements of a JSON array from one place to another; a bound that is missing is the array's. */
export function partOf(
  array: Expression,
  [lower, upper]: readonly [Expression?, Expression?],
  at: Node,
  t: Translator,
): Expression | undefined {
  if (t.target === 'POSTGRESQL') return undefined;
  const [place, form] = PART[t.target];
  const bounds = [lower, upper];
  const tests = [`${place} >= $2`, `${place} <= $3`].filter((_, which) => bounds[which] !== undefined);
  const values = bounds.map((one) => (one === undefined ? nothing(at.span) : t.value(one)));
  const where = tests.length === 0 ? '' : ` WHERE ${tests.join(' AND ')}`;
  return t.form(`CASE WHEN $1 IS NOT NULL THEN (${form}${where}) END`, [array, ...values], at);
}

const PART = {
  MYSQL: [
    'ord',
    "SELECT JSON_EXTRACT(CONCAT('[', COALESCE(GROUP_CONCAT(v ORDER BY ord), ''), ']'), '$') FROM JSON_TABLE($1, '$[*]' COLUMNS (ord FOR ORDINALITY, v JSON PATH '$')) AS elements",
  ],
  SQLITE: ['key + 1', `SELECT json_group_array(json(_list -> fullkey)) FROM ${LIST}`],
} as const;
