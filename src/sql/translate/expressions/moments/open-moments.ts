import { functionOfCall } from '../../../analysis/function-of-call.js';
import {
  asked,
  derivedText,
  type BinaryExpression,
  type ColumnReference,
  type Expression,
  type Name,
  type Parameter,
} from '../../../ast/index.js';
import { familyOfName, isNameOfDate, isNameOfDay, isNameOfTime } from '../../../typing/index.js';
import { lastOf } from '../../queries/lowering/references.js';
import type { Translator } from '../../translator.js';
import { isText, textOf } from '../coercion.js';
import type { Shift } from '../intervals/intervals.js';
import { likelyFamily } from '../likely-family.js';
import { isMoment, kindOfLiteral, momentOf, MOMENTS_ARE_TEXT, type Moment } from './moments.js';
import { HAS_BOOLEANS } from '../truth.js';

/** A column that is a date or a moment by the statement's use of it or by its name, where no catalogue tells its type. */
export function isLikelyMoment(node: Expression, t: Translator): node is ColumnReference {
  if (node.kind !== 'column' || t.typeName(node) !== undefined) return false;
  return likelyFamily(node, t) === 'moment';
}

/** Whether a column may as well be a time of a day as a moment, to a target that tells them apart. */
export function isOpenClock(node: Expression, t: Translator): node is ColumnReference {
  if (node.kind !== 'column' || t.typeName(node) !== undefined || t.target !== 'POSTGRESQL') return false;
  return !isNameOfDay((node.parts[node.parts.length - 1] as Name).value);
}

const hasTime = (node: Expression, t: Translator): boolean => t.typeName(node)?.startsWith('TIMESTAMP') ?? false;

/** Whether a difference is one of moments where an interval is asked for, as that of other values would be an error. */
export function isBetweenMoments(node: Expression, t: Translator): node is BinaryExpression {
  if (node.kind !== 'binary' || node.operator !== 'subtract') return false;
  if (t.typeName(node) !== undefined && t.typeName(node) !== 'INTERVAL') return false;
  const pair = [node.left, node.right];
  // a text beside a moment with a time is read as one
  const isWritten = (one: Expression): boolean =>
    one.kind === 'string' && kindOfLiteral(one, t.source) !== undefined && pair.some((other) => hasTime(other, t));
  return pair.every((one) => isMoment(one, t) || isOpen(one, t) || isWritten(one));
}

/** A column that goes by no name of moments. */
function isOpenTime(node: Expression, t: Translator): boolean {
  if (node.kind !== 'column' || t.typeName(node) !== undefined) return false;
  return !/(?:^|_)(?:at|on|date|datetime|timestamp|ts|created|updated|modified)$/i.test(
    (node.parts[node.parts.length - 1] as Name).value,
  );
}

const CLOCK: ReadonlySet<string> = new Set(['HOUR', 'MINUTE', 'SECOND', 'MICROSECOND']);

/** What days are added to: of MySQL's dates there comes a date out, and of moments a moment. */
export function shiftedFrom(node: Expression, shifts: readonly Shift[], t: Translator): Moment {
  if (t.source === 'POSTGRESQL' && isOpenTime(node, t) && shifts.every(({ unit }) => CLOCK.has(unit)))
    t.notice('UNKNOWN_TYPE', node, `Whether \`${t.textOf(node)}\` is a moment or a time of a day is not known here.`);
  const isSure = t.source !== 'MYSQL' || node.kind !== 'column' || t.typeName(node) !== undefined;
  if (isSure || shifts.some(({ unit }) => CLOCK.has(unit))) return momentOf(node, t);
  const called = (node.parts[node.parts.length - 1] as Name).value;
  if (!t.isCompared && !isNameOfTime(called) && !isNameOfDate(called))
    t.notice('UNKNOWN_TYPE', node, `Whether \`${t.textOf(node)}\` is a date or has a time is not known here.`);
  return momentOf(node, t, isNameOfDay(called) ? 'DATE' : undefined);
}

/**
 * What comes of days that are added to a text: to MySQL a date where it says one, and a moment where it has a time. SQLite's
 * columns may be texts that hold either.
 */
export function asWritten(moved: Moment, node: Expression, shifts: readonly Shift[], t: Translator): Moment {
  if (t.source !== 'MYSQL' || t.isCompared || moved.kind !== 'TIMESTAMP') return moved;
  if (node.kind === 'parameter') return asGiven(moved, node, shifts, t);
  if (!MOMENTS_ARE_TEXT[t.target] || node.kind !== 'column' || !isText(node, t)) return moved;
  if (shifts.some(({ unit }) => CLOCK.has(unit))) {
    const called = (node.parts[node.parts.length - 1] as Name).value;
    if (!isNameOfTime(called) && !isNameOfDay(called))
      t.notice('UNKNOWN_TYPE', node, `Whether \`${t.textOf(node)}\` is a moment or a time of a day is not known here.`);
    return moved;
  }
  return { ...moved, made: asLongAs(node, moved, t) };
}

const asLongAs = (node: Expression, { made }: Moment, t: Translator): Expression =>
  t.form('substr($1, 1, CASE WHEN length($2) <= 10 THEN 10 ELSE 19 END)', [made, t.value(node)], node);

/** The text that is given says whether it has a time. */
function asGiven(moved: Moment, node: Parameter, shifts: readonly Shift[], t: Translator): Moment {
  if (shifts.some(({ unit }) => CLOCK.has(unit))) return moved;
  if (MOMENTS_ARE_TEXT[t.target]) return { ...moved, made: asLongAs(node, moved, t) };
  t.notice('UNKNOWN_TYPE', node, `Whether \`${t.textOf(node)}\` is a date or has a time is not known here.`);
  return moved;
}

const isOpen = (node: Expression, t: Translator): boolean =>
  (node.kind === 'column' || node.kind === 'call') &&
  t.typeName(node) === undefined &&
  (t.familyOf(node) ?? 'moment') === 'moment';

/**
 * Such a column beside a text that is computed: where types are strict, the text is read as a moment, or the moment written as a
 * text, as the source has it. Undefined where there is no such pair.
 */
export function besideLikelyMoment(nodes: readonly Expression[], t: Translator): Expression[] | undefined {
  if (!HAS_BOOLEANS[t.target] || HAS_BOOLEANS[t.source]) return undefined;
  if (MOMENTS_ARE_TEXT[t.source]) return besideLikelyText(nodes, t);
  const isComputed = (node: Expression): boolean => node.kind !== 'string' && isText(node, t);
  if (!nodes.some((node) => isLikelyMoment(node, t)) || !nodes.some(isComputed)) return undefined;
  return nodes.map((node) => (isLikelyMoment(node, t) ? t.value(node) : momentOf(node, t).made));
}

/** The same of SQLite's, whose columns may be texts in the target's tables as well, as may be what is chosen among their rows. */
function besideLikelyText(nodes: readonly Expression[], t: Translator): Expression[] | undefined {
  const isLikely = nodes.map((node) => isLikelyMoment(node, t) || isChosenMoment(node, t));
  const isTextual = (node: Expression, at: number): boolean => isLikely[at] === false && isText(node, t);
  if (!isLikely.includes(true) || !nodes.some((node, at) => node.kind !== 'string' && isTextual(node, at)))
    return undefined;
  return nodes.map((node, at) => (isLikely[at] === true ? asText(node, t) : textOf(node, t)));
}

function isChosenMoment(node: Expression, t: Translator): boolean {
  if ((node.kind !== 'call' && node.kind !== 'subquery') || t.typeName(node) !== undefined) return false;
  const column = chosenColumn(node, t);
  return column !== undefined && (t.familyOf(node) ?? familyOfName(lastOf(column).value)) === 'moment';
}

/** The column of which a query, or the least or the greatest of its rows, has a value. */
function chosenColumn(node: Expression, t: Translator): ColumnReference | undefined {
  if (node.kind === 'column') return node;
  if (node.kind === 'subquery') {
    const { body } = node.query;
    const [only] = body.kind === 'select' ? body.columns : [];
    return only && chosenColumn(only.expression, t);
  }
  if (node.kind !== 'call' || !/^(minimum|maximum)$/.test(functionOfCall(node, t.from)?.meaning ?? ''))
    return undefined;
  const [value] = node.arguments;
  return value && chosenColumn(value, t);
}

const asText = (node: Expression, t: Translator): Expression =>
  t.form('CAST($1 AS text) COLLATE "C"', [t.value(node)], node);

/** A date as it may be written to engines that read it: 20240131, 2024-1-31. */
const OTHER_DATE = /^(\d{4})(?:(\d\d)(\d\d)|[-/.](\d{1,2})[-/.](\d{1,2}))$/;
const USUAL_DATE = /^\d{4}-\d\d-\d\d$/;

const isOtherDate = (content: string): boolean => OTHER_DATE.test(content) && !USUAL_DATE.test(content);

function inUsualDigits(content: string): string {
  const [, year = '', month, day, shortMonth = '', shortDay = ''] = OTHER_DATE.exec(content) ?? [];
  return [year, (month ?? shortMonth).padStart(2, '0'), (day ?? shortDay).padStart(2, '0')].join('-');
}

/**
 * Dates in another spelling beside what likely is a column of dates: where these are texts, in the spelling that they are kept in.
 * Undefined where there is no such pair.
 */
export function spelledBesideLikely(nodes: readonly Expression[], t: Translator): Expression[] | undefined {
  if (!MOMENTS_ARE_TEXT[t.target] || !nodes.some((node) => node.kind === 'string' && asked(node, isOtherDate)))
    return undefined;
  if (!nodes.some((node) => isLikelyMoment(node, t))) return undefined;
  return nodes.map((node) =>
    node.kind === 'string' && asked(node, isOtherDate) ? derivedText(node, inUsualDigits) : node,
  );
}
