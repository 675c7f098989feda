import { functionOfCall } from '../../../analysis/function-of-call.js';
import { passedArguments } from '../../../functions/index.js';
import {
  asked,
  derivedText,
  type BetweenExpression,
  type BinaryExpression,
  type BinaryOperator,
  type ColumnReference,
  type Expression,
  type InList,
  type StringLiteral,
} from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { familyOfName, isNameOfDate, isNameOfDay, isNameOfTime } from '../../../typing/index.js';
import { binary, dataType } from '../../made-nodes.js';
import { lastOf } from '../../queries/lowering/references.js';
import type { Translator } from '../../translator.js';
import { likelyFamily } from '../likely-family.js';
import { readMoment, type ReadMoment } from './moment-texts.js';
import { MOMENTS_ARE_TEXT } from './moments.js';
import { isOfEither } from './open-clock-shifts.js';

/*
 * Columns of moments whose types nobody tells, or that a table of SQLite's keeps as texts, beside moments that are written out. SQLite has both as texts: there a day is
 * less than any moment of it, and '2024-03-01 07:00' less than '2024-03-01 07:00:00'. Each comparison is written so that it
 * holds whether the column keeps days or moments.
 */

/** A value that is one of such a column, with the name that the column goes by. */
interface OpenMoment {
  readonly value: Expression;
  readonly called: string;
}

/** A comparison that is made: what is compared, and with what. */
interface Bound {
  readonly operator: BinaryOperator | 'in' | 'not-in';
  readonly value: Expression;
  readonly literals: readonly Expression[];
}

type BoundOf = (open: OpenMoment, operator: BinaryOperator, literal: StringLiteral, t: Translator) => Bound | undefined;

const TURNED: Readonly<Partial<Record<BinaryOperator, BinaryOperator>>> = {
  equal: 'equal',
  'not-equal': 'not-equal',
  less: 'greater',
  'less-or-equal': 'greater-or-equal',
  greater: 'less',
  'greater-or-equal': 'less-or-equal',
};

/** `created_at > '2024-02-29'`; undefined where it is no such comparison, or means the same as it stands. */
export function openBound(node: BinaryExpression, t: Translator): Expression | undefined {
  const boundOf = boundsBetween(t);
  const isTurned = node.left.kind === 'string';
  const operator = TURNED[node.operator] && (isTurned ? TURNED[node.operator] : node.operator);
  const [value, literal] = isTurned ? [node.right, node.left] : [node.left, node.right];
  if (operator === undefined || literal.kind !== 'string') return undefined;
  const open = openMoment(value, t);
  const bound = open && boundOf(open, operator, literal, t);
  return bound && written(bound, node.span);
}

/** `start_time < '08:00'`, whose column is a time of a day as the text beside it is; undefined where it is no such comparison. */
export function clockBound(node: BinaryExpression, t: Translator): Expression | undefined {
  if (t.source !== 'POSTGRESQL' || TURNED[node.operator] === undefined) return undefined;
  const isTurned = node.left.kind === 'string';
  const [value, literal] = isTurned ? [node.right, node.left] : [node.left, node.right];
  if (literal.kind !== 'string' || !isOfEither(value, t)) return undefined;
  if (asked(literal, (content) => readMoment(content, t.source)?.kind) !== 'TIME') return undefined;
  if (MOMENTS_ARE_TEXT[t.target])
    return openBound(node, t) ?? { ...node, left: t.value(node.left), right: t.value(node.right) };
  return { ...node, left: t.value(node.left), right: t.value(node.right) };
}

/** `created_at BETWEEN '2024-01-01' AND '2024-01-31'`, whose last day may have hours. */
export function openBetween(node: BetweenExpression, t: Translator): Expression | undefined {
  const { operand, low, high, negated, span } = node;
  const boundOf = boundsBetween(t);
  if (low.kind !== 'string' || high.kind !== 'string') return undefined;
  const open = openMoment(operand, t);
  const least = open && boundOf(open, 'greater-or-equal', low, t);
  const most = open && boundOf(open, 'less-or-equal', high, t);
  if (open === undefined || (least === undefined && most === undefined)) return undefined;
  const [first] = least?.literals ?? [low];
  const [last] = most?.literals ?? [high];
  const value = least?.value ?? most?.value ?? t.value(open.value);
  return { kind: 'between', negated, symmetric: false, operand: value, low: first ?? low, high: last ?? high, span };
}

/** `created_at IN ('2024-01-01', …)` */
export function openMembers(node: InList, t: Translator): Expression | undefined {
  const boundOf = boundsBetween(t);
  const open = openMoment(node.operand, t);
  if (open === undefined) return undefined;
  const literals = node.items.filter((one) => one.kind === 'string');
  if (literals.length < node.items.length) return undefined;
  const bounds = literals.map((one) => boundOf(open, 'equal', one, t));
  const found = bounds.find((one) => one !== undefined);
  if (found === undefined) return undefined;
  const items = bounds.flatMap((one, at) => one?.literals ?? [literals[at] as Expression]);
  return { ...node, operand: found.value, items };
}

function written({ operator, value, literals }: Bound, span: Expression['span']): Expression {
  if (operator === 'in' || operator === 'not-in')
    return { kind: 'in-list', operand: value, items: literals, negated: operator === 'not-in', span };
  return binary(operator, value, literals[0] as Expression);
}

const boundsBetween = (t: Translator): BoundOf =>
  MOMENTS_ARE_TEXT[t.target] ? asText : MOMENTS_ARE_TEXT[t.source] ? ofText : besideDay;

function openMoment(node: Expression, t: Translator): OpenMoment | undefined {
  const column = columnOf(node, t);
  return column && { value: node, called: lastOf(column).value };
}

function columnOf(node: Expression, t: Translator): ColumnReference | undefined {
  if (node.kind === 'column' && isKeptAsText(node, t)) return node;
  if (t.typeName(node) !== undefined && !isKeptAsText(node, t)) return undefined;
  if (node.kind === 'column') return (likelyFamily(node, t) ?? 'moment') === 'moment' ? node : undefined;
  const passed =
    node.kind === 'call' ? passedArguments(functionOfCall(node, t.from)?.meaning, node.arguments) : undefined;
  if (passed === undefined) return undefined;
  const columns = passed.filter(({ kind }) => kind !== 'string' && kind !== 'null').map((one) => columnOf(one, t));
  return columns.includes(undefined) ? undefined : columns[0];
}

/** Where moments are texts, a column of texts that stands beside one may hold such. */
const isKeptAsText = (node: Expression, t: Translator): boolean =>
  MOMENTS_ARE_TEXT[t.target] && t.typeName(node) === 'TEXT';

type Read = 'DATE' | 'MIDNIGHT' | 'TIMESTAMP' | 'SHORT_TIME';

function readBy(content: string, dialect: DialectName): Read | undefined {
  const read = readMoment(content, dialect);
  if (read === undefined) return undefined;
  if (read.kind === 'TIME') return /^\d\d?:\d\d$/.test(content.trim()) ? 'SHORT_TIME' : undefined;
  if (read.kind === 'DATE') return 'DATE';
  return read.time === '00:00:00' ? 'MIDNIGHT' : 'TIMESTAMP';
}

/** What a day begins with, where moments are texts. */
const MIDNIGHT = ' 00:00:00';

/** Moments become texts: of a day and its first moment the one that bounds both alike. */
const asText: BoundOf = ({ value, called }, operator, literal, t) => {
  const read = asked(literal, (content) => readBy(content, t.source));
  if (read === undefined) return undefined;
  const rest = (form: (read: ReadMoment) => string): StringLiteral =>
    derivedText(literal, (content) => form(readMoment(content, t.source) as ReadMoment));
  const made = t.value(value);
  if (read === 'SHORT_TIME') {
    const whole = t.form("substr($1 || ':00', 1, 8)", [made], value);
    return { operator, value: whole, literals: [rest(({ time }) => time ?? '')] };
  }
  const day = rest(({ date }) => date ?? '');
  // PostgreSQL reads a moment beside a day as its day
  if (isNameOfDate(called) && (read !== 'TIMESTAMP' || t.source === 'POSTGRESQL'))
    return { operator, value: made, literals: [day] };
  if (read === 'TIMESTAMP')
    return { operator, value: made, literals: [rest(({ date, time }) => `${date ?? ''} ${time ?? ''}`)] };
  const first = rest(({ date }) => `${date ?? ''}${MIDNIGHT}`);
  if (operator === 'equal') return { operator: 'in', value: made, literals: [day, first] };
  if (operator === 'not-equal') return { operator: 'not-in', value: made, literals: [day, first] };
  const isAfter = operator === 'greater' || operator === 'less-or-equal';
  return { operator, value: made, literals: [isAfter ? first : day] };
};

type Held = 'CUT' | 'YEAR' | 'DATE' | 'FULL' | 'OTHER';

/** How a text stands beside the moments that SQLite keeps as texts. */
function heldAs(content: string): Held | undefined {
  if (/^\d{4}$/.test(content)) return 'YEAR';
  if (/^\d{4}-\d\d$/.test(content)) return 'CUT';
  const read = readMoment(content, 'SQLITE');
  if (read === undefined || (read.kind === 'TIME' && read.canonical)) return undefined;
  if (!read.canonical) return 'OTHER';
  return read.kind === 'DATE' ? 'DATE' : 'FULL';
}

const TEXT_OF: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: 'CAST($1 AS text) COLLATE "C"',
  MYSQL: 'CAST($1 AS CHAR)',
  SQLITE: '$1',
};

/** Texts become moments: where that is not the same, the moment is compared as the text that it was. */
const ofText: BoundOf = ({ value, called }, operator, literal, t) => {
  const held = asked(literal, heldAs);
  if (held === undefined || isPlain(held, called, operator)) return undefined;
  return { operator, value: t.form(TEXT_OF[t.target], [t.value(value)], value), literals: [literal] };
};

/** Whether the column's moments stand to the text as they do to what it says. */
function isPlain(held: Held, called: string, operator: BinaryOperator): boolean {
  if (held === 'YEAR') return familyOfName(called) !== 'moment';
  if (held === 'FULL') return !isNameOfDay(called);
  if (held !== 'DATE') return false;
  if (operator === 'equal' || operator === 'not-equal') return !isNameOfTime(called);
  return isNameOfDate(called) || operator === 'less' || operator === 'greater-or-equal';
}

/** A moment beside what is a day by its name: PostgreSQL reads its day there, and MySQL takes the day for its first moment. */
const besideDay: BoundOf = ({ value, called }, operator, literal, t) => {
  const read = asked(literal, (content) => readBy(content, t.source));
  if (!isNameOfDate(called) || (read !== 'TIMESTAMP' && read !== 'MIDNIGHT')) return undefined;
  const made = t.value(value);
  if (t.source === 'POSTGRESQL') {
    const day = derivedText(literal, (content) => readMoment(content, 'POSTGRESQL')?.date ?? content);
    return { operator, value: made, literals: [day] };
  }
  const moment = {
    kind: 'typed-literal',
    type: dataType('timestamp', literal.span),
    value: literal,
    span: literal.span,
  } as const;
  return { operator, value: made, literals: [moment] };
};
