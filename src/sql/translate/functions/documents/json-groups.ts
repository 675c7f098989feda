import type { Expression, FunctionCall, OrderItem } from '../../../ast/index.js';
import { orderWithin } from '../../queries/order.js';
import { jsonElement, jsonKey } from '../../expressions/documents/json-elements.js';
import { condition } from '../../expressions/truth.js';
import { call, choose, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import type { CallPlace, Compose, FormTable } from '../form.js';
import { orderOfRows } from '../groups/row-order.js';

/** Whether every group has a row. */
const hasRows = ({ node, t }: CallPlace): boolean => node.filter === undefined && t.scope.grouping === 'plain';

/** As PostgreSQL sorts what is distinct, with NULL behind all else. */
const sortedBy = (value: Expression | undefined, t: Translator): readonly OrderItem[] =>
  value === undefined
    ? []
    : [
        {
          kind: 'order-item',
          expression: value,
          ...(t.target === 'SQLITE' && t.source === 'POSTGRESQL' && { nulls: 'last' }),
          span: value.span,
        },
      ];

/** What stands behind an aggregate, where the target has it there. */
function suffixed(made: FunctionCall, { node, t }: CallPlace): FunctionCall {
  const { distinct, orderBy, filter, over } = node;
  const byKeys = t.target === 'POSTGRESQL' ? orderOfRows(node, t) : undefined;
  return {
    ...made,
    ...(distinct === true && { distinct }),
    ...(orderBy !== undefined && orderBy.length > 0 && { orderBy: orderWithin(orderBy, t) }),
    ...(byKeys !== undefined && { orderBy: byKeys }),
    // the others sort distinct values to tell them apart
    ...(distinct === true && orderBy === undefined && { orderBy: sortedBy(made.arguments[0], t) }),
    ...(filter !== undefined && { filter: condition(filter, t) }),
    ...(over !== undefined && { over: t.node(over) }),
  };
}

/** Distinct values by what they are, and not by how JSON writes them: NULL stands behind all else in PostgreSQL. */
const sortedInMysql = (value: Expression, at: FunctionCall, t: Translator): readonly OrderItem[] => {
  const keys = t.source === 'POSTGRESQL' ? [t.form('$1 IS NULL', [value], at), value] : [value];
  return keys.map((expression) => ({ kind: 'order-item', expression, span: value.span }));
};

const elementOf = ({ node, t }: CallPlace, index: number): Expression | undefined => {
  const value = node.arguments[index];
  return value && jsonElement(value, t);
};

const keyOf = ({ node, t }: CallPlace): Expression | undefined => {
  const [key] = node.arguments;
  return key && jsonKey(key, t);
};

/** An aggregate of the target's, with another answer where there are no rows. */
const grouped =
  (called: string, withKeys: boolean, whenEmpty: (place: CallPlace) => string | undefined): Compose =>
  (place) => {
    const { node, t } = place;
    const values = withKeys ? [keyOf(place), elementOf(place, 1)] : [elementOf(place, 0)];
    const known = values.filter((value) => value !== undefined);
    if (known.length < values.length) return undefined;
    const made = suffixed(call(called, known, node.span), place);
    const form = whenEmpty(place);
    return form === undefined ? made : t.form(form, [made], node);
  };

const asIs = (): undefined => undefined;

/** NULL of no rows, which SQLite has an empty document for. */
const nullWhenEmpty =
  (empty: string) =>
  (place: CallPlace): string | undefined =>
    hasRows(place) ? undefined : `json(NULLIF($1, '${empty}'))`;

/** An empty document of no rows. */
const emptyWhenNull =
  (form: string) =>
  (place: CallPlace): string | undefined =>
    hasRows(place) ? undefined : form;

const MY_TEXT = "JSON_EXTRACT(JSON_ARRAY($1), '$[0]')";
const MY_MEMBER = `CONCAT(JSON_QUOTE(CAST($2 AS CHAR)), ':', ${MY_TEXT})`;

/** Joined texts where rows are bounded, sorted or distinct: JSON_ARRAYAGG of MySQL knows none of these. */
function joinedElements(place: CallPlace, withKeys: boolean): Expression | undefined {
  const { node, t } = place;
  const value = elementOf(place, withKeys ? 1 : 0);
  if (value === undefined || node.over !== undefined) return undefined;
  const key = withKeys ? keyOf(place) : undefined;
  const element = key === undefined ? t.form(MY_TEXT, [value], node) : t.form(MY_MEMBER, [value, key], node);
  const kept =
    node.filter === undefined ? element : choose([[condition(node.filter, t), element]], undefined, node.span);
  const { filter: _, ...rest } = node;
  t.notice('GROUP_CONCAT_LENGTH', node);
  const isSorted = node.distinct === true && node.orderBy === undefined;
  const joined = {
    ...suffixed(call('GROUP_CONCAT', [kept], node.span), { ...place, values: place.values, node: rest }),
    ...(isSorted && key === undefined && { orderBy: sortedInMysql(value, node, t) }),
  };
  const [open, close] = withKeys ? '{}' : '[]';
  const values = [text(open as string, node.span), joined, text(close as string, node.span)];
  return t.form("JSON_EXTRACT(CONCAT($1, $2, $3), '$')", values, node);
}

const mysql =
  (called: string, withKeys: boolean, whenEmpty: (place: CallPlace) => string | undefined): Compose =>
  (place) => {
    const { node, t } = place;
    if (node.over !== undefined) return undefined;
    const isPlain = node.filter === undefined && node.distinct !== true && (node.orderBy ?? []).length === 0;
    if (isPlain) return grouped(called, withKeys, whenEmpty)(place);
    const made = joinedElements(place, withKeys);
    const form = whenEmpty(place);
    return made === undefined || form === undefined ? made : t.form(form, [made], node);
  };

const PG_ARRAY = "COALESCE($1, '[]')";
const PG_OBJECT = "COALESCE($1, '{}')";
const MY_ARRAY = 'COALESCE($1, JSON_ARRAY())';
const MY_OBJECT = 'COALESCE($1, JSON_OBJECT())';

/** Documents of the rows of a group. */
export const jsonGroupForms: FormTable = {
  json_array_of_group: {
    pg: grouped('jsonb_agg', false, asIs),
    my: mysql('JSON_ARRAYAGG', false, asIs),
    lite: grouped('json_group_array', false, nullWhenEmpty('[]')),
    whole: true,
  },
  // an array is a JSON array to the others
  array_of_group: {
    my: mysql('JSON_ARRAYAGG', false, asIs),
    lite: grouped('json_group_array', false, nullWhenEmpty('[]')),
    whole: true,
  },
  json_object_of_group: {
    pg: grouped('jsonb_object_agg', true, asIs),
    my: mysql('JSON_OBJECTAGG', true, asIs),
    lite: grouped('json_group_object', true, nullWhenEmpty('{}')),
    whole: true,
  },
  json_group_array: {
    pg: grouped('jsonb_agg', false, emptyWhenNull(PG_ARRAY)),
    my: mysql('JSON_ARRAYAGG', false, emptyWhenNull(MY_ARRAY)),
    whole: true,
  },
  json_group_object: {
    pg: grouped('jsonb_object_agg', true, emptyWhenNull(PG_OBJECT)),
    my: mysql('JSON_OBJECTAGG', true, emptyWhenNull(MY_OBJECT)),
    whole: true,
  },
};
