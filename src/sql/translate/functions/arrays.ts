import { functionOfCall } from '../../analysis/function-of-call.js';
import type { Expression } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { LIST } from '../expressions/arrays/array-parts.js';
import { elementType, isArray, joinedArrays, rowsInMysql } from '../expressions/arrays/array-values.js';
import { hasAggregate } from '../../typing/aggregates.js';
import { inSource, saidInSource } from '../in-source.js';
import { fill, templateOf } from '../templates.js';
import { PARTS, PARTS_AS_JSON, splitTextOf } from '../expressions/texts/split-texts.js';
import { allOf, call, text } from '../made-nodes.js';
import { textOf } from '../expressions/coercion.js';
import { literalNumber, type Compose, type FormTable } from './form.js';

const LENGTH: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: 'char_length',
  MYSQL: 'CHAR_LENGTH',
  SQLITE: 'length',
};

/** How many parts string_to_array makes of a text: one more than separators, and none of an empty text. */
const countOfParts =
  (ofNothing: string): Compose =>
  ({ node, t }) => {
    const [array, dimension] = node.arguments;
    if (array?.kind !== 'call' || functionOfCall(array, t.from)?.meaning !== 'string_to_array') return undefined;
    if (dimension !== undefined && (dimension.kind !== 'number' || dimension.text !== '1')) return undefined;
    const [value, separator, ofNull] = array.arguments;
    if (value === undefined || separator?.kind !== 'string' || separator.value.length !== 1 || ofNull !== undefined)
      return undefined;
    const length = LENGTH[t.target];
    const form = `CASE WHEN $1 = '' THEN ${ofNothing} ELSE ${length}($1) - ${length}(REPLACE($1, $2, '')) + 1 END`;
    return t.form(form, [textOf(value, t), t.value(separator)], node);
  };

/** How many elements an array has that is a value. */
const countOfElements =
  (form: string): Compose =>
  ({ node, t }) => {
    const [array, dimension] = node.arguments;
    if (array === undefined || !isArray(array, t) || (dimension !== undefined && literalNumber(dimension) !== 1))
      return undefined;
    const length = t.target === 'MYSQL' ? 'JSON_LENGTH($1)' : 'json_array_length($1)';
    return t.form(form.replace('length', length), [t.value(array)], node);
  };

/** How many rows an array is gathered from: without any it is NULL. */
const countOfRows: Compose = ({ node, t }) => {
  const [array, dimension] = node.arguments;
  if (array?.kind !== 'call' || functionOfCall(array, t.from)?.meaning !== 'array_of_group') return undefined;
  if (array.distinct === true || array.over !== undefined || (dimension && literalNumber(dimension) !== 1))
    return undefined;
  const { filter, span } = array;
  const star: Expression = { kind: 'star', qualifier: [], span };
  const rows: Expression = { ...call('count', [star], span), ...(filter !== undefined && { filter }) };
  return inSource('NULLIF($1, 0)', [rows], node, t);
};

const lengthForms = (ofNothing: string, form: string): FormTable[string] => {
  const made: Compose = (place) => countOfRows(place) ?? countOfParts(ofNothing)(place) ?? countOfElements(form)(place);
  return { my: made, lite: made };
};

/** An array with one element more, or with another's behind it. */
const joined: Compose = ({ node, t }) => joinedArrays(node.arguments, node, t);

/** The first place of a value in an array. */
const position: Compose = ({ node, t }) => {
  const [array, value, start] = node.arguments;
  const rows = array && rowsInMysql(elementType(array, t));
  if (array === undefined || value === undefined || start !== undefined || rows === undefined) return undefined;
  const form =
    t.target === 'MYSQL'
      ? `(SELECT MIN(ord) FROM ${rows} AS elements WHERE BINARY v = BINARY $2)`
      : `(SELECT MIN(key) + 1 FROM ${LIST} WHERE value IS $2)`;
  return t.form(form, [t.value(array), t.value(value)], node);
};

/** The parts of a text. */
const partsOf: Compose = ({ node, t }) => {
  const found = splitTextOf(node, t);
  if (found === undefined || t.target === 'POSTGRESQL') return undefined;
  const values = [textOf(found.value, t), text(found.separator, node.span)];
  return t.form(PARTS_AS_JSON[t.target](PARTS[t.target](found.ofNothing)), values, node);
};

/** What is made of the elements one by one, which are `u.v` at the places `u.n`. */
const ofElements =
  (value: string, condition: string): Compose =>
  ({ node, t }) => {
    const [array] = node.arguments;
    if (array === undefined || (!isArray(array, t) && array.kind !== 'array')) return undefined;
    // MySQL's tables in FROM are no place for what a group comes to
    if (hasAggregate(array, t.from)) return undefined;
    const where = condition === '' ? '' : ` WHERE ${condition}`;
    const rows = `ARRAY(SELECT ${value} FROM unnest($1) WITH ORDINALITY AS u(v, n)${where} ORDER BY u.n)`;
    const form = array.kind === 'array' ? rows : `CASE WHEN $1 IS NOT NULL THEN ${rows} END`;
    return inSource(form, node.arguments, node, t);
  };

/** array_remove(array_agg(x), value): the other rows are gathered. */
const gatheredWithout: Compose = ({ node, t }) => {
  const [array, value] = node.arguments;
  if (array?.kind !== 'call' || value === undefined || array.over !== undefined) return undefined;
  const [each] = array.arguments;
  if (each === undefined || functionOfCall(array, t.from)?.meaning !== 'array_of_group') return undefined;
  const other = fill(templateOf('$1 IS DISTINCT FROM $2', t.from), [each, value], node.span);
  const filter = array.filter === undefined ? other : allOf([array.filter, other]);
  const { filter: rows, span } = array;
  const count = { ...call('count', [{ kind: 'star', qualifier: [], span }], span), ...(rows && { filter: rows }) };
  const none: Expression = { kind: 'array', items: [], span };
  return inSource('CASE WHEN $1 > 0 THEN COALESCE($2, $3) END', [count, { ...array, filter }, none], node, t);
};

const others = ofElements('u.v', 'u.v IS DISTINCT FROM $2');
const removed: Compose = (place) => gatheredWithout(place) ?? others(place);
const replaced = ofElements('CASE WHEN u.v IS NOT DISTINCT FROM $2 THEN $3 ELSE u.v END', '');
const positions = ofElements('u.n', 'u.v IS NOT DISTINCT FROM $2');

/** array_fill(value, array[n]): an array of one dimension that is written out. */
const filledArray: Compose = ({ node, t }) => {
  const [value, lengths, bounds] = node.arguments;
  if (value === undefined || bounds !== undefined || lengths?.kind !== 'array') return undefined;
  const [length, second] = lengths.items;
  const count = literalNumber(length);
  if (count === undefined || second !== undefined || count > MOST_FILLED) return undefined;
  const items = Array.from({ length: count }, () => value);
  return t.value({ kind: 'array', items, span: node.span });
};

const MOST_FILLED = 100;

/** Arrays have one dimension, which begins with 1; an empty one has none. */
const ofOneDimension = (value: string): Compose => {
  const form = saidInSource(`CASE WHEN cardinality($1) > 0 THEN ${value} END`);
  return (place) => {
    const [, dimension] = place.node.arguments;
    return dimension === undefined || literalNumber(dimension) === 1 ? form(place) : undefined;
  };
};
const one = ofOneDimension('1');
const dimensions = ofOneDimension("'[1:' || CAST(cardinality($1) AS text) || ']'");
const trimmed = saidInSource('($1)[1:cardinality($1) - $2]');

/** PostgreSQL's arrays: the parts of a text, or a JSON array. */
export const arrayForms: FormTable = {
  array_length: lengthForms('NULL', 'NULLIF(length, 0)'),
  array_upper: lengthForms('NULL', 'NULLIF(length, 0)'),
  cardinality: lengthForms('0', 'length'),
  array_append: { my: joined, lite: joined },
  array_prepend: { my: joined, lite: joined },
  array_cat: { my: joined, lite: joined },
  string_to_array: { my: partsOf, lite: partsOf },
  regexp_split_to_array: { my: partsOf, lite: partsOf },
  array_lower: { my: one, lite: one },
  array_ndims: { my: one, lite: one },
  array_dims: { my: dimensions, lite: dimensions },
  array_fill: { my: filledArray, lite: filledArray },
  trim_array: { my: trimmed, lite: trimmed },
  array_remove: { my: removed, lite: removed },
  array_replace: { my: replaced, lite: replaced },
  array_positions: { my: positions, lite: positions },
  array_position: { my: position, lite: position },
};
