import { contains, type Expression, type FunctionCall, type Query, type Select } from '../../../ast/index.js';
import { scopeOfSelect } from '../../../typing/index.js';
import { elementType, isArray, rowsInMysql } from '../../expressions/arrays/array-values.js';
import { textOf } from '../../expressions/coercion.js';
import { itemsOfText } from '../../expressions/arrays/written-arrays.js';
import { PARTS, splitTextOf } from '../../expressions/texts/split-texts.js';
import { derivedTable, item, name, nothing, number, queryOf, text, unionOf } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { isOfSources } from '../own-columns.js';
import { own, queryTable, tableForm, type Planner, type RowCall } from '../row-plan.js';

/** Whether values are of the rows of other tables; those of a subquery's own tables are not. */
export const hasColumns = (values: readonly Expression[], t: Translator): boolean =>
  values.some((value) =>
    contains(
      value,
      ({ kind }) => kind === 'column',
      (node) => !(node.kind === 'query' && isClosed(node, t)),
    ),
  );

/** Whether a query has no column but those of its own tables. */
function isClosed({ body, with: tables }: Query, t: Translator): boolean {
  if (body.kind !== 'select' || tables !== undefined) return false;
  const { sources } = scopeOfSelect(body, t.scope).from;
  // MariaDB knows common tables of the whole nowhere in a recursion that is further in
  if (t.target === 'MYSQL' && sources.some(({ origin }) => origin === undefined)) return false;
  return !contains(body, (node) => node.kind === 'column' && !isOfSources(node, sources, t));
}

/** unnest(ARRAY[a, b]): a row for each. */
function listed(items: readonly Expression[], call: RowCall): ReturnType<Planner> {
  const { node, alias, t } = call;
  if (items.length === 0 || hasColumns(items, t)) return undefined;
  const selects = items.map((value, index): Select => ({
    kind: 'select',
    columns: [item(t.value(value), name('v', node.span)), item(number(index + 1, node.span), name('ord', node.span))],
    span: node.span,
  }));
  const [first, ...others] = selects as [Select, ...Select[]];
  const query: Query = { ...queryOf(first), body: unionOf(first, others) };
  return {
    table: derivedTable(query, name(alias, node.span), node.span),
    columns: [own('v', call), own('ord', call)],
  };
}

/** unnest(a, b) of arrays that are values: a row for each place that one of them has. */
function valuesBeside(arrays: readonly Expression[], call: RowCall): ReturnType<Planner> {
  const { t, node } = call;
  if (t.target === 'POSTGRESQL' || hasColumns(arrays, t)) return undefined;
  const types = arrays.map((one) => (isArray(one, t) ? elementType(one, t) : undefined));
  const tables = types.map((type, at) =>
    t.target === 'SQLITE' ? `json_each($${at + 1})` : rowsInMysql(type)?.replace('$1', `$${at + 1}`),
  );
  if (types.includes(undefined) || tables.includes(undefined)) return undefined;
  const { place, value } = t.target === 'SQLITE' ? { place: 'key', value: 'value' } : { place: 'ord', value: 'v' };
  const columns = arrays.map((_, at) => `v${at + 1}`);
  const places = tables.map((table, at) => `SELECT p${at}.${place} AS ord FROM ${String(table)} AS p${at}`);
  const joins = tables.map((table, at) => `LEFT JOIN ${String(table)} AS a${at} ON a${at}.${place} = places.ord`);
  const items = columns.map((called, at) => `a${at}.${value} AS ${called}`);
  const sql = `SELECT ${items.join(', ')}, places.ord AS ord FROM (${places.join(' UNION ')}) AS places ${joins.join(' ')}`;
  const values = arrays.map((one) => t.value(one));
  return {
    table: queryTable(sql, values, call),
    columns: [
      ...columns.map((one) => own(one, call)),
      t.target === 'SQLITE' ? t.form('$1 + 1', [own('ord', call)], node) : own('ord', call),
    ],
  };
}

/** unnest(ARRAY[a, b], ARRAY[c]): a row for each place, NULL where an array is shorter. */
function listedBeside(arrays: readonly Expression[], call: RowCall): ReturnType<Planner> {
  const lists = arrays.map((one) => (one.kind === 'array' ? one.items : itemsOfText(one)));
  const { node, alias, t } = call;
  const { span } = node;
  if (!lists.every((one) => one !== undefined) || hasColumns(lists.flat(), t)) return undefined;
  const columns = lists.map((_, at) => `v${at + 1}`);
  const selects = Array.from({ length: Math.max(...lists.map(({ length }) => length)) }, (_, place): Select => {
    const values = lists.map((items) => (items[place] === undefined ? nothing(span) : t.value(items[place])));
    const named = values.map((value, at) => item(value, name(columns[at] as string, span)));
    return { kind: 'select', columns: [...named, item(number(place + 1, span), name('ord', span))], span };
  });
  const [first, ...others] = selects;
  if (first === undefined) return undefined;
  return {
    table: derivedTable({ ...queryOf(first), body: unionOf(first, others) }, name(alias, span), span),
    columns: [...columns, 'ord'].map((one) => own(one, call)),
  };
}

const ROWS = {
  MYSQL: (parts: string) => `JSON_TABLE(${parts}, '$[*]' COLUMNS (ord FOR ORDINALITY, v LONGTEXT PATH '$'))`,
  SQLITE: (parts: string) => `json_each(${parts})`,
} as const;

/** The parts of a text: it becomes an array of JSON, cut where the separator stands. */
function split(cut: FunctionCall, call: RowCall): ReturnType<Planner> {
  const { t, node } = call;
  const found = splitTextOf(cut, t);
  if (found === undefined || t.target === 'POSTGRESQL') return undefined;
  const values = [textOf(found.value, t), text(found.separator, node.span)];
  const table = tableForm(ROWS[t.target](PARTS[t.target](found.ofNothing)), values, call);
  if (t.target === 'MYSQL') return { table, columns: [own('v', call), own('ord', call)] };
  return { table, columns: [own('value', call), t.form('$1 + 1', [own('key', call)], node)] };
}

/** The elements of an array that is a value. */
function ofValue(array: Expression, call: RowCall): ReturnType<Planner> {
  const { t, node } = call;
  const rows = rowsInMysql(elementType(array, t));
  if (!isArray(array, t) || rows === undefined) return undefined;
  if (t.target === 'MYSQL')
    return { table: tableForm(rows, [t.value(array)], call), columns: [own('v', call), own('ord', call)] };
  return {
    table: tableForm('json_each($1)', [t.value(array)], call),
    columns: [own('value', call), t.form('$1 + 1', [own('key', call)], node)],
  };
}

const unnest: Planner = (call) => {
  const [array, second] = call.arguments;
  if (array === undefined) return undefined;
  if (second !== undefined) return listedBeside(call.arguments, call) ?? valuesBeside(call.arguments, call);
  if (array.kind === 'array') return listed(array.items, call) ?? ofValue(array, call);
  return (array.kind === 'call' ? split(array, call) : undefined) ?? ofValue(array, call);
};

const parts: Planner = (call) => {
  const cut = call.node.calls[0]?.call;
  return cut?.kind === 'call' ? split(cut, call) : undefined;
};

/** Functions that answer with the elements of arrays and the parts of texts. */
export const elementRows: Readonly<Record<string, Planner>> = {
  elements_of_array: unnest,
  parts_of_text: parts,
  regexp_split_to_table: parts,
};
