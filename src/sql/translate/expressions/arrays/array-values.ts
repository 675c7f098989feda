import type { ArrayQuery, Expression, Limit, Name, Node, Query, Select } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { hasAggregate } from '../../../typing/aggregates.js';
import type { SqlTypeName } from '../../../typing/index.js';
import { call, column, derivedTable, item, name, queryOf } from '../../made-nodes.js';
import { inSource } from '../../in-source.js';
import { rowsInSelect } from '../../queries/lowering/rows-in-select.js';
import type { Translator } from '../../translator.js';
import { LIST, partOf } from './array-parts.js';
import { jsonElement } from '../documents/json-elements.js';
import { noticeOfText } from '../texts/text-comparison.js';

/** Whether arrays are values; elsewhere a JSON array is what they are. */
export const HAS_ARRAYS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: false };

type Forms = Readonly<Record<Exclude<DialectName, 'POSTGRESQL'>, string>>;

/** Whether a value of the source is an array that the target has as a JSON array. */
export const isArray = (node: Expression, t: Translator): boolean =>
  !HAS_ARRAYS[t.target] && t.typeName(node) === 'ARRAY';

/** An expression of the target's with JSON arrays in it; undefined where the target has arrays. */
export function arrayForm(
  forms: Forms,
  values: readonly Expression[],
  at: Node,
  t: Translator,
): Expression | undefined {
  return t.target === 'POSTGRESQL' ? undefined : t.form(forms[t.target], values, at);
}

/** What the elements of an array are, to the target: MySQL reads them from JSON as texts. */
export function elementType(array: Expression, t: Translator): SqlTypeName | undefined {
  return t.typeOf(array).type?.element?.type;
}

const WORDS: Readonly<Partial<Record<SqlTypeName, string>>> = {
  INTEGER: 'BIGINT',
  BIGINT: 'BIGINT',
  DECIMAL: 'DECIMAL(65, 16)',
  FLOAT: 'DOUBLE',
  TEXT: 'LONGTEXT',
  DATE: 'DATE',
};

/** The rows of a JSON array, in MySQL: a column `v` of a type for the elements. */
export const rowsInMysql = (type: SqlTypeName | undefined): string | undefined =>
  type === undefined || WORDS[type] === undefined
    ? undefined
    : `JSON_TABLE($1, '$[*]' COLUMNS (ord FOR ORDINALITY, v ${WORDS[type]} PATH '$'))`;

/** Types whose values come out of a JSON array of SQLite's as they went in. */
export const isPlainElement = (type: SqlTypeName | undefined): boolean =>
  type !== undefined && WORDS[type] !== undefined;

/** ARRAY(query): the rows of the query, or no element. */
export function arrayOfQuery({ query: written, span }: ArrayQuery, t: Translator): Expression {
  const query = rowsInSelect(written, t);
  const { body, orderBy, limit, ...rest } = query;
  const [only, second] = body.kind === 'select' ? body.columns : [];
  if (body.kind !== 'select' || only === undefined || second !== undefined || only.expression.kind === 'star')
    return t.refuse(query, 'An array of these rows has no counterpart in the target.', 'Collect them by array_agg.');
  const count = body.distinct === true || body.groupBy !== undefined ? undefined : countOf(limit);
  if (count !== undefined && orderBy !== undefined && t.target === 'MYSQL') {
    // MariaDB's tables in FROM see none around them: all rows are gathered, of which the first are taken
    const all = arrayOfQuery({ kind: 'array-query', query: { ...rest, body, orderBy, span: query.span }, span }, t);
    return partOf(all, [undefined, count], query, t) ?? all;
  }
  if (limit !== undefined || body.groupBy !== undefined || hasAggregate(only.expression, t.from))
    return arrayOfTable(query, body, t);
  const order = orderBy?.map((one) => ({ ...one, expression: orderedValue(one.expression, body, t) }));
  const { distinct, ...select } = body;
  const gathered = {
    ...call('json_agg', [only.expression], span),
    ...(order !== undefined && { orderBy: order }),
    ...(distinct !== undefined && { distinct }),
  };
  const rows: Expression = {
    kind: 'subquery',
    query: { ...rest, body: { ...select, columns: [item(gathered)] } },
    span,
  };
  return inSource(OR_NONE, [rows], query, t);
}

/** The number of rows that a query is bounded to, and nothing else about them. */
const countOf = (limit: Limit | undefined): Expression | undefined =>
  limit?.offset === undefined && limit?.withTies !== true ? limit?.count : undefined;

const OR_NONE = "COALESCE($1, '[]'::json)";

/** What a key of the order stands for: a number and an alias are the column. */
function orderedValue(key: Expression, { columns: [only] }: Select, t: Translator): Expression {
  if (only === undefined) return key;
  const isAlias =
    key.kind === 'column' && key.parts.length === 1 && only.alias !== undefined
      ? t.scope.key(key.parts[0] as Name) === t.scope.key(only.alias)
      : false;
  return key.kind === 'number' || isAlias ? only.expression : key;
}

/** ARRAY(query) of a query whose rows are groups, or bounded: those are a table first. */
function arrayOfTable(query: Query, body: Select, t: Translator): Expression {
  const { span } = query;
  const alias = name(t.freshName('rows'), span);
  const value = name('v', span);
  const named = { ...query, body: { ...body, columns: body.columns.map((one) => ({ ...one, alias: value })) } };
  const order = query.orderBy?.map((one) => ({ ...one, expression: orderedValue(one.expression, body, t) }));
  const rows: Query = { ...named, ...(order !== undefined && { orderBy: order }) };
  const gathered: Expression = {
    kind: 'subquery',
    query: queryOf({
      kind: 'select',
      columns: [item(call('json_agg', [column([alias, value], span)], span))],
      from: [derivedTable(rows, alias, span)],
      span,
    }),
    span,
  };
  return inSource(OR_NONE, [gathered], query, t);
}

/** a || b, of arrays and of elements: an array that is NULL adds none. */
export function joinedArrays(operands: readonly Expression[], at: Node, t: Translator): Expression {
  const [first, ...others] = operands as [Expression, ...Expression[]];
  const neverNull = (one: Expression): boolean => one.kind === 'array' || t.typeOf(one).nullable === false;
  let isList = isArray(first, t);
  let mayBeNull = isList && !neverNull(first);
  let made = isList ? t.value(first) : jsonElement(first, t);
  for (const one of others) {
    const ofArray = isArray(one, t);
    const other = ofArray ? t.value(one) : jsonElement(one, t);
    if (isList && ofArray) {
      made = arrayForm(mayBeNull || !neverNull(one) ? BOTH_OR_ONE : BOTH, [made, other], at, t) ?? made;
      mayBeNull &&= !neverNull(one);
      continue;
    }
    const list = isList ? made : other;
    const filled = (isList ? mayBeNull : !neverNull(one)) ? (arrayForm(OR_EMPTY, [list], at, t) ?? list) : list;
    made = arrayForm(isList ? BEHIND : BEFORE, isList ? [filled, other] : [made, filled], at, t) ?? made;
    [isList, mayBeNull] = [true, false];
  }
  return made;
}

const OR_EMPTY: Forms = { MYSQL: 'COALESCE($1, JSON_ARRAY())', SQLITE: "COALESCE($1, '[]')" };
const BEHIND: Forms = { MYSQL: "JSON_ARRAY_APPEND($1, '$', $2)", SQLITE: "json_insert($1, '$[#]', $2)" };
const BEFORE: Forms = {
  MYSQL: "JSON_ARRAY_INSERT($2, '$[0]', $1)",
  SQLITE: '(SELECT json_group_array(value) FROM (SELECT $1 AS value UNION ALL SELECT value FROM json_each($2)))',
};
const BOTH: Forms = {
  MYSQL: 'JSON_MERGE_PRESERVE($1, $2)',
  SQLITE:
    '(SELECT json_group_array(value) FROM (SELECT value FROM json_each($1) UNION ALL SELECT value FROM json_each($2)))',
};

const BOTH_OR_ONE: Forms = {
  MYSQL: `COALESCE(${BOTH.MYSQL}, $1, $2)`,
  SQLITE: `CASE WHEN COALESCE($1, $2) IS NOT NULL THEN ${BOTH.SQLITE} END`,
};

/** Whether an array has all elements of one that is written out, or any of them. */
export function arrayTest(
  symbol: string,
  pair: readonly [Expression, Expression],
  at: Node,
  t: Translator,
): Expression | undefined {
  const [left, right] = symbol === '<@' ? [pair[1], pair[0]] : pair;
  const [array, list] = symbol === '&&' && left.kind === 'array' ? [right, left] : [left, right];
  const word = symbol === '&&' ? ' OR ' : ' AND ';
  if (HAS_ARRAYS[t.target]) return undefined;
  if (t.typeName(array) !== 'ARRAY' || array.kind === 'array' || list.kind !== 'array' || list.items.length === 0)
    return symbol === '&&' ? haveOneInCommon(left, right, at, t) : containsAll(left, right, at, t);
  const tests = list.items.map((_, index) => `$${index + 2} = ANY ($1)`);
  return inSource(tests.join(word), [array, ...list.items], at, t);
}

/** Whether two arrays have an element in common, which NULL is none of. */
function haveOneInCommon(left: Expression, right: Expression, at: Node, t: Translator): Expression | undefined {
  const rows = [left, right].map((one) => rowsInMysql(elementType(one, t)));
  if (rows.includes(undefined)) return undefined;
  const [ones, others] = rows as [string, string];
  const forms: Forms = {
    MYSQL: `CASE WHEN $1 IS NOT NULL AND $2 IS NOT NULL THEN EXISTS (SELECT 1 FROM ${ones} AS ones JOIN ${others.replace('$1', '$2')} AS others ON BINARY ones.v = BINARY others.v) END`,
    SQLITE: `CASE WHEN $1 IS NOT NULL AND $2 IS NOT NULL THEN EXISTS (SELECT 1 FROM ${LIST} WHERE value IN (SELECT value FROM ${LIST.replace('$1', '$2')})) END`,
  };
  return arrayForm(forms, [jsonElement(left, t), jsonElement(right, t)], at, t);
}

/** Whether an array has each element of another; NULL is no element of any. */
function containsAll(whole: Expression, parts: Expression, at: Node, t: Translator): Expression | undefined {
  if (![whole, parts].every((one) => one.kind === 'array' || isPlainElement(elementType(one, t)))) return undefined;
  return arrayForm(CONTAINS_ALL, [jsonElement(whole, t), jsonElement(parts, t)], at, t);
}

const CONTAINS_ALL: Forms = {
  MYSQL: "JSON_CONTAINS($1, $2) AND NOT JSON_CONTAINS($2, 'null')",
  SQLITE: `CASE WHEN $1 IS NOT NULL AND $2 IS NOT NULL THEN NOT EXISTS (SELECT 1 FROM ${LIST.replace('$1', '$2')} WHERE value IS NULL OR value NOT IN (SELECT value FROM ${LIST} WHERE value IS NOT NULL)) END`,
};

/** Whether a value is one of an array's, as a comparison with each says it. */
export function isElement(value: Expression, array: Expression, at: Node, t: Translator): Expression | undefined {
  if (!isPlainElement(elementType(array, t))) return undefined;
  const made = t.target === 'MYSQL' ? jsonElement(value, t) : t.value(value);
  return arrayForm(IS_ELEMENT, [made, t.value(array)], at, t);
}

const IS_ELEMENT: Forms = {
  MYSQL:
    "CASE WHEN $1 IS NULL THEN NULL WHEN JSON_CONTAINS($2, JSON_EXTRACT(JSON_ARRAY($1), '$[0]')) THEN TRUE WHEN NOT JSON_CONTAINS($2, 'null') THEN FALSE END",
  SQLITE: `CASE WHEN $2 IS NOT NULL THEN $1 IN (SELECT value FROM ${LIST.replace('$1', '$2')}) END`,
};

/** What sorts as an array of numbers or of texts does: its elements one behind the other, numbers as wide as all others. */
export function sortedArray(node: Expression, t: Translator): Expression {
  const type = elementType(node, t);
  if (type === 'TEXT' || type === undefined) noticeOfText([node], t, 'order');
  const form = type === undefined ? BY_EITHER : SORTED[type];
  const made = form && arrayForm(form, [t.value(node)], node, t);
  return made ?? t.refuse(node, 'Rows can’t be ordered by an array of these in the target.');
}

const BY_NUMBERS: Forms = {
  MYSQL:
    "(SELECT GROUP_CONCAT(LPAD(v + 10000000000000000000, 20, '0') ORDER BY ord) FROM JSON_TABLE($1, '$[*]' COLUMNS (ord FOR ORDINALITY, v DECIMAL(20) PATH '$')) AS elements)",
  SQLITE: `(SELECT group_concat(printf('%020d', value + 4611686018427387904)) FROM ${LIST})`,
};
const BY_TEXTS: Forms = {
  MYSQL:
    "CAST((SELECT GROUP_CONCAT(CONCAT(v, CHAR(1)) ORDER BY ord SEPARATOR '') FROM JSON_TABLE($1, '$[*]' COLUMNS (ord FOR ORDINALITY, v LONGTEXT PATH '$')) AS elements) AS BINARY)",
  SQLITE: `(SELECT group_concat(value, char(1)) FROM ${LIST})`,
};

/** Numbers are as wide as all others in front of the point and behind it; a text ends before all that goes on. */
const BY_EITHER: Forms = {
  MYSQL: `CAST((SELECT GROUP_CONCAT(
    CASE WHEN JSON_TYPE(JSON_EXTRACT($1, CONCAT('$[', ord - 1, ']'))) IN ('INTEGER', 'DECIMAL', 'DOUBLE')
      THEN LPAD(CAST(v AS DECIMAL(38, 9)) + 10000000000000000000, 30, '0') ELSE CONCAT(v, CHAR(1)) END
    ORDER BY ord SEPARATOR '') FROM JSON_TABLE($1, '$[*]' COLUMNS (ord FOR ORDINALITY, v LONGTEXT PATH '$')) AS elements) AS BINARY)`,
  SQLITE: `(SELECT group_concat(CASE WHEN typeof(value) = 'text' THEN value || char(1) ELSE printf('%020d%.9f',
    CAST(value AS INTEGER) - (value < CAST(value AS INTEGER)) + 4611686018427387904,
    value - CAST(value AS INTEGER) + (value < CAST(value AS INTEGER))) END, '') FROM ${LIST})`,
};

const SORTED: Readonly<Partial<Record<SqlTypeName, Forms>>> = {
  TEXT: BY_TEXTS,
  INTEGER: BY_NUMBERS,
  BIGINT: BY_NUMBERS,
};
