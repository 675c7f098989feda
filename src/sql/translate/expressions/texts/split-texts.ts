import { functionOfCall } from '../../../analysis/function-of-call.js';
import type { Expression, FunctionCall } from '../../../ast/index.js';
import { fill, templateOf } from '../../templates.js';
import type { Translator } from '../../translator.js';

/** A text that is cut where a separator stands. */
export interface SplitText {
  /** Of the source. */
  readonly value: Expression;
  readonly separator: string;
  /** Whether an empty text has one part, which is empty, or none. */
  readonly ofNothing: '[""]' | '[]';
}

/** Stands where an expression matched; a character that is nobody's. */
const MARK = '\ue000';

const CUTTING = /^(string_to_array|parts_of_text|regexp_split_to_(array|table))$/;

/**
 * What string_to_array and its like cut, and at what, where that is written out.
 * https://www.postgresql.org/docs/current/functions-string.html
 */
export function splitTextOf(call: FunctionCall, t: Translator): SplitText | undefined {
  const meaning = functionOfCall(call, t.from)?.meaning ?? '';
  if (!CUTTING.test(meaning)) return undefined;
  const [value, separator, more] = call.arguments;
  if (value === undefined || separator?.kind !== 'string' || more !== undefined) return undefined;
  if (meaning.startsWith('regexp')) {
    if (separator.value === '') return undefined;
    const marked = fill(templateOf(`regexp_replace($1, $2, '${MARK}', 'g')`, t.from), [value, separator], call.span);
    return { value: marked, separator: MARK, ofNothing: '[""]' };
  }
  if (separator.value === '' || /["\\\p{Cc}]/u.test(separator.value)) return undefined;
  return { value, separator: separator.value, ofNothing: '[]' };
}

/** The parts as an array of JSON, of the text in `$1` and the separator in `$2`: a part of an empty text comes by itself. */
export const PARTS: Readonly<Record<'MYSQL' | 'SQLITE', (ofNothing: SplitText['ofNothing']) => string>> = {
  MYSQL: (ofNothing) => {
    const parts = `CONCAT('[', REPLACE(JSON_QUOTE($1), $2, '","'), ']')`;
    return ofNothing === '[]' ? `CASE WHEN $1 = '' THEN '[]' ELSE ${parts} END` : parts;
  },
  SQLITE: (ofNothing) => {
    const none = ofNothing === '[]' ? "WHEN $1 = '' THEN '[]' " : '';
    return `CASE ${none}WHEN $1 IS NOT NULL THEN '[' || replace(json_quote($1), $2, '","') || ']' END`;
  },
};

/** The same as a document. */
export const PARTS_AS_JSON: Readonly<Record<'MYSQL' | 'SQLITE', (parts: string) => string>> = {
  MYSQL: (parts) => `JSON_EXTRACT(${parts}, '$')`,
  SQLITE: (parts) => `json(${parts})`,
};
