import { likelyType } from '../../expressions/likely-family.js';
import { call } from '../../made-nodes.js';
import { isPlainElement, rowsInMysql } from '../../expressions/arrays/array-values.js';
import type { Compose, FormTable } from '../form.js';
import { bounded } from './over-rows.js';

/** mode() WITHIN GROUP (ORDER BY x): the value that a group has most often, the first of these in their order. */
const mode: Compose = ({ node, t }) => {
  const [item, second] = node.withinGroup ?? [];
  const type = item && t.typeName(item.expression);
  if (item === undefined || second !== undefined || node.over !== undefined) return undefined;
  const rows = rowsInMysql(type ?? likelyType(item.expression, t));
  if ((type !== undefined && !isPlainElement(type)) || rows === undefined) return undefined;
  const value = bounded(t.value(item.expression), node, t);
  const direction = item.direction === 'desc' ? 'DESC' : 'ASC';
  const [called, form] =
    t.target === 'MYSQL'
      ? [
          'JSON_ARRAYAGG',
          `(SELECT v FROM ${rows} AS found WHERE v IS NOT NULL GROUP BY v ORDER BY COUNT(*) DESC, v ${direction} LIMIT 1)`,
        ]
      : [
          'json_group_array',
          `(SELECT value FROM json_each($1) WHERE value IS NOT NULL GROUP BY value ORDER BY COUNT(*) DESC, value ${direction} LIMIT 1)`,
        ];
  return t.form(form, [call(called, [value], node.span)], node);
};

/** rank(x) WITHIN GROUP (ORDER BY y): the place that a value would have among those of a group. */
const hypothetical: Compose = ({ node, t }) => {
  const [value, more] = node.arguments;
  const [item, second] = node.withinGroup ?? [];
  if (value === undefined || more !== undefined || item === undefined || second !== undefined) return undefined;
  if (item.nulls !== undefined || t.typeOf(item.expression).nullable !== false) return undefined;
  const before = t.form(
    item.direction === 'desc' ? '$1 > $2' : '$1 < $2',
    [t.value(item.expression), t.value(value)],
    node,
  );
  const one = t.form('CASE WHEN $1 THEN 1 END', [before], node);
  return t.form('COUNT($1) + 1', [bounded(one, node, t)], node);
};

/** Ordered-set aggregates beside percentiles. */
export const frequentForms: FormTable = {
  mode: { my: mode, lite: mode, whole: true },
  hypothetical_rank: { my: hypothetical, lite: hypothetical, whole: true },
};
