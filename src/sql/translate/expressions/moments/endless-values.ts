import { asked, derivedText, type BinaryExpression, type Expression, type StringLiteral } from '../../../ast/index.js';
import { isNameOfDay, isNameOfTime, mayBeNameOfMoment, type SqlTypeName } from '../../../typing/index.js';
import { lastOf } from '../../queries/lowering/references.js';
import { cast, dataType } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { isMoment, kindOfLiteral, MOMENTS_ARE_TEXT, momentOfWritten, type Moment, type MomentKind } from './moments.js';

/** https://www.postgresql.org/docs/current/datatype-datetime.html, https://www.postgresql.org/docs/current/datatype-numeric.html */
export const ENDLESS = /^\s*[-+]?inf(?:inity)?\s*$/i;
const NO_NUMBER = /^\s*(?:nan|[-+]?inf(?:inity)?)\s*$/i;
const BEFORE_CHRIST = /\bBC\s*$/i;

export const NO_END = 'The target has no moment without end.';
export const NO_NUMBERS = 'The target’s numbers have no NaN and no infinity.';
export const TAKE_NULL = 'Take NULL, or keep it in a column of texts.';

const MOMENTS: ReadonlySet<string> = new Set<SqlTypeName>(['DATE', 'TIMESTAMP', 'TIMESTAMPTZ']);
const NUMBERS: ReadonlySet<string> = new Set<SqlTypeName>(['DECIMAL', 'FLOAT']);

/** The last moment that functions of dates take, and the first. */
const FARTHEST = { ahead: '9999-12-31 23:59:59', behind: '0000-01-01 00:00:00' } as const;

const isEndless = (content: string): boolean => ENDLESS.test(content);
const isBehind = (content: string): boolean => content.includes('-');
const farthest = (content: string): string => FARTHEST[isBehind(content) ? 'behind' : 'ahead'];
const farthestDay = (content: string): string => farthest(content).slice(0, 10);
const word = (content: string): string => (isBehind(content) ? '-infinity' : 'infinity');

/** Whether it is PostgreSQL's word for a moment that never comes, or that was always, for a target that has none. */
export const saysEndless = (node: Expression, t: Translator): node is StringLiteral =>
  node.kind === 'string' && t.source === 'POSTGRESQL' && asked(node, isEndless);

/** `'infinity'` as the farthest moment of the target. */
export function endlessMoment(node: StringLiteral, kind: MomentKind, t: Translator): Moment {
  if (!t.isCompared) t.notice('FARTHEST_MOMENT', node);
  return momentOfWritten(derivedText(node, kind === 'DATE' ? farthestDay : farthest), kind, t);
}

/** The word beside moments, as the farthest moment of the target; beside texts it is a word as any. */
export function withFarthest(nodes: readonly Expression[], t: Translator): readonly Expression[] {
  if (t.target === 'POSTGRESQL' || !nodes.some((one) => saysEndless(one, t))) return nodes;
  if (!nodes.some((one) => isOfMoments(one, t))) return nodes;
  return nodes.map((one) => {
    if (!saysEndless(one, t)) return one;
    if (!t.isCompared) t.notice('FARTHEST_MOMENT', one);
    return cast(derivedText(one, farthest), dataType('timestamp', one.span));
  });
}

/** By its type or its text, or by the name of a column. */
function isOfMoments(node: Expression, t: Translator): boolean {
  if (isMoment(node, t)) return true;
  if (node.kind === 'string') return kindOfLiteral(node, t.source) !== undefined;
  if (node.kind !== 'column') return false;
  const { value } = lastOf(node);
  return isNameOfDay(value) || isNameOfTime(value) || mayBeNameOfMoment(value);
}

/** A number without end: SQLite has one that is written as too large a number. */
export function endlessNumber(node: StringLiteral, t: Translator): Expression {
  const { span } = node;
  if (t.target === 'MYSQL') t.refuse(node, NO_NUMBERS, 'Take a large number, or NULL.');
  return { kind: 'number', text: asked(node, isBehind) ? '-9e999' : '9e999', span };
}

/** A column beside `'infinity'`: SQLite's texts keep the word, which is behind all digits, as `'-infinity'` is before them. */
export function besideEndless(node: BinaryExpression, t: Translator): Expression | undefined {
  if (!MOMENTS_ARE_TEXT[t.target] || t.source !== 'POSTGRESQL') return undefined;
  const [left, right] = [node.left, node.right].map((one) => (one.kind === 'cast' ? one.operand : one));
  if (left?.kind !== 'column' || right === undefined || !saysEndless(right, t)) return undefined;
  if (left === node.left && right === node.right && !isOfMoments(left, t)) return undefined;
  return { ...node, left: t.value(left), right: derivedText(right, word) };
}

/**
 * Looks at a value of PostgreSQL's that MySQL's columns do not keep.
 * @throws DragomanError UNTRANSLATABLE for such a value
 */
export function refuseEndless(value: Expression, type: string | undefined, t: Translator): void {
  if (value.kind !== 'string' || type === undefined || t.source !== 'POSTGRESQL' || t.target !== 'MYSQL') return;
  const { value: written } = value;
  if (MOMENTS.has(type) && ENDLESS.test(written)) t.refuse(value, NO_END, 'Take a day far off, or NULL.');
  if (MOMENTS.has(type) && BEFORE_CHRIST.test(written))
    t.refuse(value, 'The target has no days before the year 0.', 'Keep it in a column of texts.');
  if (NUMBERS.has(type) && NO_NUMBER.test(written)) t.refuse(value, NO_NUMBERS, TAKE_NULL);
}
