import type { Expression, FunctionCall } from '../../../ast/index.js';
import { itemsOfText } from '../../expressions/arrays/written-arrays.js';
import { likelyFamily } from '../../expressions/likely-family.js';
import { NUMBER_TYPES } from '../../expressions/numbers/number-types.js';
import { inSource } from '../../in-source.js';
import { orderItems } from '../../queries/order.js';
import { call } from '../../made-nodes.js';
import type { CallPlace, Compose, FormTable } from '../form.js';
import { bounded } from './over-rows.js';

/** The values of a group in their order, the fraction, and how many there are. */
function parts(
  { node, t }: CallPlace,
  element = '$1',
): { list: Expression; fraction: Expression; count: Expression } | undefined {
  const [fraction] = node.arguments;
  const [item, second] = node.withinGroup ?? [];
  if (
    fraction === undefined ||
    fraction.kind === 'array' ||
    item === undefined ||
    second !== undefined ||
    node.over !== undefined
  )
    return undefined;
  const value = bounded(t.value(item.expression), node, t);
  const [order] = orderItems([{ ...item, nulls: item.direction === 'desc' ? 'first' : 'last' }], undefined, t).slice(
    -1,
  );
  if (order === undefined) return undefined;
  const { nulls: _, ...plain } = order;
  const list: FunctionCall = {
    ...call(LISTS[t.target as 'MYSQL' | 'SQLITE'], [t.form(element, [value], node)], node.span),
    orderBy: [{ ...plain, expression: value }],
    ...(t.target === 'SQLITE' && { filter: t.form('$1 IS NOT NULL', [value], node) }),
  };
  return { list, fraction: t.value(fraction), count: call('COUNT', [value], node.span) };
}

const LISTS = { MYSQL: 'GROUP_CONCAT', SQLITE: 'json_group_array' } as const;

/** The value at an index of the list, from 0. */
const AT = {
  MYSQL: (index: string): string => `SUBSTRING_INDEX(SUBSTRING_INDEX($1, ',', ${index} + 1), ',', -1)`,
  SQLITE: (index: string): string => `json_extract($1, '$[' || CAST(${index} AS INTEGER) || ']')`,
} as const;

/** The same of texts, which may hold commas. */
const LISTED = (index: string): string =>
  `JSON_UNQUOTE(JSON_EXTRACT(CONCAT('[', $1, ']'), CONCAT('$[', ${index}, ']')))`;

const FLOOR = { MYSQL: (sql: string) => `FLOOR(${sql})`, SQLITE: (sql: string) => `CAST(${sql} AS INTEGER)` } as const;
const CEILING = {
  MYSQL: (sql: string) => `CEILING(${sql})`,
  SQLITE: (sql: string) => `CAST(${sql} + 0.9999999999 AS INTEGER)`,
} as const;

/** Between the two values around the place that the fraction points to. */
const continuous: Compose = (place) => {
  const found = parts(place);
  const { node, t } = place;
  const type = node.withinGroup?.[0] && t.typeName(node.withinGroup[0].expression);
  // of what is no number it would be an interval
  if (found === undefined || (type !== undefined && !NUMBER_TYPES.has(type))) return undefined;
  const target = t.target as 'MYSQL' | 'SQLITE';
  const at = '($2 * ($3 - 1))';
  const low = `(${AT[target](FLOOR[target](at))} + 0e0)`;
  const high = `(${AT[target](CEILING[target](at))} + 0e0)`;
  if (target === 'MYSQL') t.notice('GROUP_CONCAT_LENGTH', node);
  return t.form(
    `CASE WHEN $3 > 0 THEN ${low} + (${high} - ${low}) * (${at} - ${FLOOR[target](at)}) END`,
    [found.list, found.fraction, found.count],
    node,
  );
};

/** The first value that so many of the others are not behind. */
const discrete: Compose = (place) => {
  const { node, t } = place;
  const sorted = node.withinGroup?.[0]?.expression;
  const type = sorted && t.typeName(sorted);
  const target = t.target as 'MYSQL' | 'SQLITE';
  const isOpen = sorted?.kind === 'column' && type === undefined;
  const isNumeric = NUMBER_TYPES.has(type) || (isOpen && target === 'MYSQL' && likelyFamily(sorted, t) === 'number');
  const isListed = target === 'MYSQL' && !isNumeric;
  const found = parts(place, isListed ? 'JSON_QUOTE(CAST($1 AS CHAR))' : '$1');
  if (found === undefined || (type === undefined && !isOpen)) return undefined;
  if (target === 'MYSQL') t.notice('GROUP_CONCAT_LENGTH', node);
  const least = target === 'MYSQL' ? 'GREATEST' : 'MAX';
  const index = `${least}(${CEILING[target]('$2 * $3')} - 1, 0)`;
  const value = isListed ? LISTED(index) : AT[target](index);
  return t.form(
    `CASE WHEN $3 > 0 THEN ${value}${isNumeric ? ' + 0' : ''} END`,
    [found.list, found.fraction, found.count],
    node,
  );
};

/** Fractions in an array give an array, one value for each. */
const each =
  (form: Compose): Compose =>
  (place) => {
    const { node, t } = place;
    const [fractions] = node.arguments;
    const written = fractions?.kind === 'array' ? fractions.items : fractions && itemsOfText(fractions);
    if (written === undefined || written.length === 0) return form(place);
    const calls = written.map((one): Expression => ({ ...node, arguments: [one] }));
    return inSource('CASE WHEN $1 IS NOT NULL THEN ARRAY[:rest] END', [calls[0] as Expression, ...calls], node, t);
  };

/** Ordered-set aggregates, by the list of the values. */
export const percentileForms: FormTable = {
  percentile_cont: { my: each(continuous), lite: each(continuous), whole: true },
  percentile_disc: { my: each(discrete), lite: each(discrete), whole: true },
};
