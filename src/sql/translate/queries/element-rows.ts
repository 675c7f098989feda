import { functionOfCall } from '../../analysis/function-of-call.js';
import { walk, type Expression, type Query, type Select } from '../../ast/index.js';
import { textOf } from '../expressions/coercion.js';
import { item, name, number, queryOf, text, unionOf } from '../made-nodes.js';
import { own, tableForm, type Planner, type RowCall } from './row-plan.js';

const hasColumns = (values: readonly Expression[]): boolean => {
  let found = false;
  values.forEach((value) => {
    walk(value, (node) => {
      found ||= node.kind === 'column';
      return !found;
    });
  });
  return found;
};

/** unnest(ARRAY[a, b]): a row for each. */
function listed(items: readonly Expression[], call: RowCall): ReturnType<Planner> {
  const { node, alias, t } = call;
  if (items.length === 0 || hasColumns(items)) return undefined;
  const selects = items.map((value, index): Select => ({
    kind: 'select',
    columns: [item(t.value(value), name('v', node.span)), item(number(index + 1, node.span), name('ord', node.span))],
    span: node.span,
  }));
  const [first, ...others] = selects as [Select, ...Select[]];
  const query: Query = { ...queryOf(first), body: unionOf(first, others) };
  return {
    table: { kind: 'derived-table', lateral: false, query, alias: name(alias, node.span), span: node.span },
    columns: [own('v', call), own('ord', call)],
  };
}

const SPLIT = {
  MYSQL:
    "JSON_TABLE(CASE WHEN $1 = '' THEN '[]' ELSE CONCAT('[', REPLACE(JSON_QUOTE($1), $2, '\",\"'), ']') END, '$[*]' COLUMNS (ord FOR ORDINALITY, v LONGTEXT PATH '$'))",
  SQLITE:
    "json_each(CASE WHEN $1 = '' THEN '[]' WHEN $1 IS NOT NULL THEN '[' || replace(json_quote($1), $2, '\",\"') || ']' END)",
} as const;

/** The parts of a text: it becomes an array of JSON, cut where the separator stands. */
function split(value: Expression, separator: Expression | undefined, call: RowCall): ReturnType<Planner> {
  const { t, node } = call;
  if (separator?.kind !== 'string' || separator.value === '' || /["\\\p{Cc}]/u.test(separator.value)) return undefined;
  const values = [textOf(value, t), text(separator.value, node.span)];
  if (t.target === 'MYSQL')
    return { table: tableForm(SPLIT.MYSQL, values, call), columns: [own('v', call), own('ord', call)] };
  return {
    table: tableForm(SPLIT.SQLITE, values, call),
    columns: [own('value', call), t.form('$1 + 1', [own('key', call)], node)],
  };
}

const unnest: Planner = (call) => {
  const [array, second] = call.arguments;
  if (array === undefined || second !== undefined) return undefined;
  if (array.kind === 'array') return listed(array.items, call);
  if (array.kind !== 'call' || functionOfCall(array, call.t.from)?.meaning !== 'string_to_array') return undefined;
  const [value, separator, ofNull] = array.arguments;
  return value === undefined || ofNull !== undefined ? undefined : split(value, separator, call);
};

const parts: Planner = (call) => {
  const [value, separator, ofNull] = call.arguments;
  return value === undefined || ofNull !== undefined ? undefined : split(value, separator, call);
};

/** Functions that answer with the elements of arrays and the parts of texts. */
export const elementRows: Readonly<Record<string, Planner>> = { elements_of_array: unnest, parts_of_text: parts };

export { hasColumns };
