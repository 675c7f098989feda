import { functionOfCall } from '../../../analysis/function-of-call.js';
import type { Expression, FunctionCall, IndexExpression, SliceExpression } from '../../../ast/index.js';
import { byForm, FORM_OF, literalNumber } from '../../functions/form.js';
import { formRow } from '../../functions/index.js';
import { firstMatch } from '../../functions/texts/regular-expressions.js';
import type { RuleTable, Translator } from '../../translator.js';
import { inSource } from '../../in-source.js';
import { number, qualified, text } from '../../made-nodes.js';
import { partOf } from './array-parts.js';
import { elementType, isArray, rowsInMysql } from './array-values.js';
import { isText, textOf } from '../coercion.js';
import { groupsOf } from '../patterns/expression-dialects.js';
import { likelyFamily, likelyType } from '../likely-family.js';
import { lastOf } from '../../queries/lowering/references.js';
import { isNameOfDate, type SqlTypeName } from '../../../typing/index.js';
import { splitTextOf } from '../texts/split-texts.js';

/** One element of an array that is made on the spot, for targets without arrays. */
export const subscripts: RuleTable = { index: element, slice: part };

function element(node: IndexExpression, t: Translator): Expression {
  const { operand, index, span } = node;
  if (t.typeName(operand) === 'JSON')
    return t.value({ kind: 'binary', operator: 'json-get', left: withoutSubscripts(operand), right: index, span });
  const row = operand.kind === 'call' ? functionOfCall(operand, t.from) : undefined;
  const ofCall = operand.kind === 'call' && row !== undefined ? ELEMENTS[row.meaning]?.(operand, index, t) : undefined;
  const made = ofCall ?? elementOfList(operand, index, t) ?? elementOfValue(operand, index, node, t);
  return made ?? t.refuse(node, 'An element of this array has no counterpart in the target.');
}

/** document['a']['b']: the way into a document by its operators. */
function withoutSubscripts(node: Expression): Expression {
  if (node.kind !== 'index') return node;
  const { operand, index, span } = node;
  return { kind: 'binary', operator: 'json-get', left: withoutSubscripts(operand), right: index, span };
}

/** One of the elements that are written out, by a number that is computed. */
function elementOfList(array: Expression, index: Expression, t: Translator): Expression | undefined {
  if (array.kind !== 'array' || array.items.some((one) => one.kind === 'array')) return undefined;
  const branches = array.items.map((_, place) => `WHEN ${place + 1} THEN $${place + 2}`);
  return inSource(`CASE $1 ${branches.join(' ')} END`, [index, ...array.items], array, t);
}

/** An element of an array that is a value; no place before the first is asked for. */
function elementOfValue(
  array: Expression,
  index: Expression,
  at: IndexExpression,
  t: Translator,
): Expression | undefined {
  const place = literalNumber(index);
  const rows = rowsInMysql(elementType(array, t) ?? gatheredType(array, t));
  if (!isArray(array, t) || rows === undefined || (place !== undefined && place < 1)) return undefined;
  const inSqlite = "json_extract($1, '$[' || ($2 - 1) || ']')";
  return t.form(
    t.target === 'MYSQL'
      ? `(SELECT v FROM ${rows} AS elements WHERE ord = $2)`
      : place === undefined
        ? `CASE WHEN $2 >= 1 THEN ${inSqlite} END`
        : inSqlite,
    [t.value(array), place === undefined ? t.value(index) : number(place, index.span)],
    at,
  );
}

/** What is gathered from a column whose type nobody tells; MySQL writes moments otherwise in a document. */
function gatheredType(array: Expression, t: Translator): SqlTypeName | undefined {
  const [value] =
    array.kind === 'call' && functionOfCall(array, t.from)?.meaning === 'array_of_group' ? array.arguments : [];
  if (value?.kind !== 'column') return undefined;
  const isMoment = likelyFamily(value, t) === 'moment' && t.target === 'MYSQL';
  return isMoment ? (isNameOfDate(lastOf(value).value) ? 'DATE' : undefined) : likelyType(value, t);
}

/** `x[1:2]`: the elements between two places, of an array that is a value. */
function part(node: SliceExpression, t: Translator): Expression {
  const { operand, lower, upper, span } = node;
  // what rows are gathered into may be bounded as a document
  const isList = isArray(operand, t) || t.typeName(operand) === 'JSON';
  const made = isList ? partOf(t.value(operand), [lower, upper], node, t) : undefined;
  if (made !== undefined) return made;
  const text = isText(operand, t) ? 'Use substring.' : 'Bound the rows that the array is made of.';
  return t.refuse({ ...node, span }, 'A part of an array has no counterpart in the target.', text);
}

/** A piece of a text that is cut. */
function elementOfParts(call: FunctionCall, index: Expression, t: Translator): Expression | undefined {
  if (call.arguments.length !== 2 || (literalNumber(index) ?? 0) < 1) return undefined;
  const [value, separator] = call.arguments as [Expression, Expression];
  // a piece that is not there is NULL, and no empty text
  const node: FunctionCall = { ...call, arguments: [value, separator, index] };
  const piece = composed('split_part', node, t);
  if (piece === undefined) return undefined;
  const enough = t.form(HOW_MANY[FORM_OF[t.target]], [textOf(value, t), textOf(separator, t), t.value(index)], call);
  return t.form('CASE WHEN $1 THEN $2 END', [enough, piece], call);
}

const ELEMENTS: Readonly<
  Record<string, (call: FunctionCall, index: Expression, t: Translator) => Expression | undefined>
> = {
  string_to_array: elementOfParts,
  regexp_split_to_array: (call, index, t) => {
    const { span } = call;
    const cut = splitTextOf(call, t);
    if (cut === undefined) return undefined;
    const parts = [cut.value, text(cut.separator, span)];
    const made = { ...call, name: qualified('string_to_array', span), arguments: parts };
    // an empty text has a first part
    if (literalNumber(index) === 1) return composed('split_part', { ...made, arguments: [...parts, index] }, t);
    return elementOfParts(made, index, t);
  },
  regexp_match: (call, index, t) => {
    const [value, pattern, flags] = call.arguments;
    const group = literalNumber(index) ?? 0;
    const sought = pattern && (group === 1 ? pattern : onlyGroup(pattern, group));
    if (value === undefined || pattern === undefined || sought === undefined) return undefined;
    const isCaseless = flags?.kind === 'string' && flags.value === 'i';
    if (flags !== undefined && !isCaseless) return undefined;
    const row = functionOfCall(call, t.from);
    const place = row && { node: call, row, values: [textOf(value, t), textOf(pattern, t)], t };
    return place && firstMatch(place, sought, isCaseless ? 'caseless' : 'exact');
  },
};

/** The pattern with no other group than one of its own, by its number. */
function onlyGroup(pattern: Expression, group: number): Expression | undefined {
  if (pattern.kind !== 'string' || group < 2 || group > groupsOf(pattern.value)) return undefined;
  let found = 0;
  const value = pattern.value.replace(/\\[\s\S]|\[(?:\\.|[^\]\\])*\]|\((?!\?)/g, (sign) => {
    if (sign !== '(') return sign;
    found += 1;
    return found === group ? '(' : '(?:';
  });
  // parentheses that hold nothing together go, so that what stands before the group may be plain
  return { ...pattern, value: value.replace(/\(\?:([^()|]*)\)(?![*+?{])/g, '$1') };
}

const HOW_MANY = {
  pg: 'TRUE',
  my: "$1 <> '' AND (CHAR_LENGTH($1) - CHAR_LENGTH(REPLACE($1, $2, ''))) / CHAR_LENGTH($2) + 1 >= $3",
  lite: "$1 <> '' AND (length($1) - length(replace($1, $2, ''))) / length($2) + 1 >= $3",
} as const;

function composed(meaning: string, node: FunctionCall, t: Translator): Expression | undefined {
  const form = formRow(meaning)?.[FORM_OF[t.target]];
  const row = functionOfCall(node, t.from);
  if (form === undefined || row === undefined) return undefined;
  const values = node.arguments.map((value, at) => (at < 2 ? textOf(value, t) : t.value(value)));
  return byForm(form, { node, row, values, t });
}
