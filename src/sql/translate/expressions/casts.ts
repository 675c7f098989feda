import { asked, type CastExpression, type DataType, type Expression, type Node } from '../../ast/index.js';
import type { SqlTypeName } from '../../typing/index.js';
import { EXTENSION_TYPES, typeOfCastTo } from '../../typing/index.js';
import type { RuleTable, Translator } from '../translator.js';
import { nothing, text } from '../made-nodes.js';
import { HAS_ARRAYS, isArray } from './arrays/array-values.js';
import { bytesOfText } from './texts/bytea-text.js';
import { CASTS } from './cast-forms.js';
import { isBits, numberOf } from './coercion.js';
import { quotientToCut } from './numbers/division.js';
import { endlessMoment, endlessNumber, saysEndless } from './moments/endless-values.js';
import { intervalText } from './intervals/interval-texts.js';
import { isIntervalValue } from './intervals/interval-values.js';
import { jsonArray } from './documents/json-elements.js';
import { elementsOfLiteral } from './documents/json-paths.js';
import { numberOfMoment } from './moments/moment-words.js';
import { kindOfType } from './moments/moments.js';
import { adaptedNumber, adaptedText } from './documents/json-operators.js';
import { isLikelyTruth, mayBeWrittenAsWord } from './open-truths.js';
import { castMoment } from './moments/moment-offsets.js';
import { specialMoment } from './moments/special-moments.js';
import { NUMBER_TYPES } from './numbers/number-types.js';
import { rounded } from './numbers/rounded.js';

/** CAST, `::` and CONVERT. */
export const casts: RuleTable = {
  cast: (node: CastExpression, t) => {
    if (node.zone !== undefined || node.format !== undefined)
      t.refuse(node, 'A cast with a zone or a format has no counterpart.');
    return castTo(node.operand, node.type, node, t);
  },
};

/** A value as a type of the source's, by the rules of the source. */
export function castTo(operand: Expression, type: DataType, at: Node, t: Translator): Expression {
  const list = arrayCast(operand, type, t);
  if (list !== undefined) return list;
  const computed = type.arguments.find((one) => one.kind !== 'number' && one.kind !== 'string');
  if (computed !== undefined) t.refuse(computed, 'The length of a type is no literal.', 'Write it in digits.');
  if (isArray(operand, t)) t.refuse(at, 'An array is written otherwise in the target.', 'Use array_to_string.');
  const known = typeOfCastTo(type, t.from)?.type;
  if (known !== undefined && t.target !== 'POSTGRESQL' && saysEndless(operand, t)) {
    const kind = kindOfType(known);
    if (kind !== undefined && kind !== 'TIME') return endlessMoment(operand, kind, t).made;
    if (NUMBER_TYPES.has(known)) return endlessNumber(operand, t);
  }
  if (known === undefined && isWord(operand, type, t)) return t.value(operand);
  if (known === 'TEXT' && type.arguments.length === 0 && isIntervalValue(operand, t)) return intervalText(operand, t);
  const wanted = known === undefined ? affinityOf(type, t) : castName(type, known);
  if (type.dimensions !== undefined || wanted === undefined) {
    return t.refuse(at, `The target has no type like \`${t.textOf(type)}\`.`, 'Cast to a type that both have.');
  }
  const moment = castMoment(operand, known, t) ?? specialMoment(operand, known, t);
  if (moment !== undefined) return castTo(moment, type, at, t);
  const cut = wanted === 'INTEGER' ? quotientToCut(operand, t) : undefined;
  if (cut !== undefined) return cut;
  const bytes = wanted === 'BINARY' ? bytesOfText(operand, t) : undefined;
  if (bytes !== undefined) return bytes;
  const form = CASTS[t.source][t.target][wanted];
  if (form === undefined) return t.refuse(at, `A cast to \`${t.textOf(type)}\` has no counterpart in the target.`);
  return form({ operand, type, at, t, ...castOperand(operand, known, t) });
}

/**
 * Whether this is a text that is cast to a type which the user made: a word of an ENUM, which is a text elsewhere. What
 * may be a row, a range or a number in a text is none. https://www.postgresql.org/docs/current/datatype-enum.html
 */
function isWord(operand: Expression, type: DataType, t: Translator): boolean {
  if (t.source !== 'POSTGRESQL' || type.dimensions !== undefined || type.arguments.length > 0) return false;
  if (type.ofColumn === true || EXTENSION_TYPES.has(type.name)) return false;
  if (operand.kind === 'string') return asked(operand, (written) => /^[\p{L}_]/u.test(written));
  const from = t.typeName(operand);
  return operand.kind === 'parameter' || operand.kind === 'null' || from === 'TEXT' || from === 'ENUM';
}

/** An array as one of another type is made of the same elements; one in a text is read here, one that is given is JSON. */
function arrayCast(operand: Expression, type: DataType, t: Translator): Expression | undefined {
  if (type.dimensions === undefined || HAS_ARRAYS[t.target]) return undefined;
  if (operand.kind === 'parameter') {
    t.notice('ARRAY_PARAMETER', operand);
    return t.value(operand);
  }
  const { dimensions: _, ...each } = type;
  const written = operand.kind === 'string' ? elementsOfLiteral(operand.value) : undefined;
  const items = operand.kind === 'array' ? operand.items : written?.map((one) => elementOfLiteral(one, operand.span));
  if (items === undefined || items.some((one) => one.kind === 'array')) return undefined;
  const typed = items.map((one): Expression => ({ kind: 'cast', operand: one, type: each, span: one.span }));
  return jsonArray(typed, operand, t);
}

/** An element of an array in a text. */
export const elementOfLiteral = (written: string, span: Expression['span']): Expression =>
  /^null$/i.test(written) ? nothing(span) : text(written, span);

/** What is cast, with its type; what is in a document is a number or a text as the cast asks. */
function castOperand(
  operand: Expression,
  to: SqlTypeName | undefined,
  t: Translator,
): Pick<CastPlace, 'made' | 'from'> {
  const asNumber = NUMBER_TYPES.has(to) ? adaptedNumber(operand, t) : undefined;
  if (asNumber !== undefined) return { made: asNumber, from: 'DECIMAL' };
  const asYear = NUMBER_TYPES.has(to) && t.source === 'SQLITE' ? numberOfMoment(operand, t) : undefined;
  if (asYear !== undefined) return { made: asYear, from: 'INTEGER' };
  if (NUMBER_TYPES.has(to) && isBits(operand, t)) return { made: numberOf(operand, t), from: 'BIGINT' };
  if (to === 'TEXT' && t.source === 'POSTGRESQL' && isLikelyTruth(operand, t))
    return { made: t.value(operand), from: 'BOOLEAN' };
  if (to === 'TEXT' && mayBeWrittenAsWord(operand, t)) t.notice('UNKNOWN_TYPE', operand);
  const asText = to === 'TEXT' ? adaptedText(operand, t) : undefined;
  if (asText !== undefined) return { made: asText, from: 'TEXT' };
  const made = NUMBER_TYPES.has(to) ? rounded(t, () => t.value(operand)) : t.value(operand);
  return { made, from: t.typeName(operand) };
}

/** What casts tell apart: the contract's types, texts of a length and whole numbers without a sign. */
export type CastName = SqlTypeName | 'UNSIGNED' | 'SHORT_TEXT' | 'NUMERIC';

/** Words that are no other type to SQLite are NUMERIC: whole numbers stay whole. */
const affinityOf = (type: DataType, t: Translator): CastName | undefined =>
  t.from.features.anyWordsAreType && type.dimensions === undefined ? 'NUMERIC' : undefined;

function castName(type: DataType, name: SqlTypeName): CastName {
  if (type.name === 'unsigned') return 'UNSIGNED';
  return name === 'TEXT' && type.arguments.length > 0 ? 'SHORT_TEXT' : name;
}

/** A cast, with what its form may ask for. */
export interface CastPlace {
  /** Of the source. */
  readonly operand: Expression;
  readonly type: DataType;
  readonly at: Node;
  readonly t: Translator;
  /** The operand, translated. */
  readonly made: Expression;
  readonly from: SqlTypeName | undefined;
}
