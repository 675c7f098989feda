import { functionOfCall } from '../../analysis/function-of-call.js';
import type { DialectName } from '../../dialects/index.js';
import { textOf } from '../expressions/coercion.js';
import type { Compose, FormTable } from './form.js';

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

const lengthForms = (ofNothing: string): FormTable[string] => ({
  my: countOfParts(ofNothing),
  lite: countOfParts(ofNothing),
});

/** PostgreSQL's arrays, where they are no more than the parts of a text. */
export const arrayForms: FormTable = { array_length: lengthForms('NULL'), cardinality: lengthForms('0') };
