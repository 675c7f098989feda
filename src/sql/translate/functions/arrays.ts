import { functionOfCall } from '../../analysis/function-of-call.js';
import type { Expression } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { LIST } from '../expressions/array-parts.js';
import { elementType, isArray, joinedArrays, rowsInMysql } from '../expressions/array-values.js';
import { inSource } from '../in-source.js';
import { PARTS, PARTS_AS_JSON, splitTextOf } from '../expressions/split-texts.js';
import { call, text } from '../made-nodes.js';
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
  array_position: { my: position, lite: position },
};
