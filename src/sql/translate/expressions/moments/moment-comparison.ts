import {
  asked,
  derivedText,
  type BinaryExpression,
  type BinaryOperator,
  type Expression,
  type StringLiteral,
} from '../../../ast/index.js';
import { binary, text } from '../../made-nodes.js';
import { isNameOfDate, type SqlTypeName } from '../../../typing/index.js';
import { lastOf } from '../../queries/lowering/references.js';
import type { Translator } from '../../translator.js';
import { isText, textOf } from '../coercion.js';
import { timesAsSeconds } from './passed-seconds.js';
import { readMoment, type ReadMoment } from './moment-texts.js';
import { besideLikelyMoment, isLikelyMoment } from './open-moments.js';
import {
  asKind,
  dateAndTime,
  isMoment,
  kindOfLiteral,
  kindOfType,
  knownMoment,
  momentOf,
  momentOfLiteral,
  momentOfWritten,
  MOMENTS_ARE_TEXT,
  type Moment,
  type MomentKind,
} from './moments.js';

/** Values of which one is a date or a moment, made alike; undefined where none is. */
export function momentsAlike(nodes: readonly Expression[], t: Translator): Expression[] | undefined {
  if (MOMENTS_ARE_TEXT[t.source]) return undefined;
  const kinds = nodes.map((node) => kindOfType(t.typeName(node)));
  if (!kinds.some((kind) => kind !== undefined)) return undefined;
  const passed = kinds.includes('TIME') ? timesAsSeconds(nodes, t) : undefined;
  if (passed !== undefined) return passed;
  const common = commonKind(nodes, kinds, t);
  const wanted = common === 'DATE' && nodes.some((node) => mayHaveTime(node, t)) ? 'TIMESTAMP' : common;
  const moments = nodes.map((node) => openColumn(node, wanted, t) ?? plainMoment(node, wanted, t));
  const isDate = MOMENTS_ARE_TEXT[t.target] && wanted === 'TIMESTAMP' && moments.every(isMidnight);
  const needed = isDate ? 'DATE' : wanted;
  return moments.map((moment, index) => {
    const node = nodes[index] as Expression;
    if (moment.made.kind === 'null') return moment.made;
    if (node.kind === 'string') return literal(moment, kinds, needed, node, t);
    return MOMENTS_ARE_TEXT[t.target] ? asKind(moment, needed, node, t).made : moment.made;
  });
}

/**
 * A column of which nobody tells whether it has days or moments, as a text of SQLite's does not: beside a day both compare as
 * moments, at midnight.
 */
function mayHaveTime(node: Expression, t: Translator): boolean {
  if (node.kind !== 'column' || isNameOfDate(lastOf(node).value)) return false;
  const type = t.typeName(node);
  return type === undefined || (type === 'TEXT' && MOMENTS_ARE_TEXT[t.target]);
}

/** Such a column as it is, where the target compares days and moments by themselves. */
const openColumn = (node: Expression, kind: MomentKind, t: Translator): Moment | undefined =>
  !MOMENTS_ARE_TEXT[t.target] && kind === 'TIMESTAMP' && isLikelyMoment(node, t)
    ? { made: t.value(node), kind }
    : undefined;

const isMidnight = ({ kind, midnight }: Moment): boolean => kind === 'DATE' || midnight === true;

/** A literal takes the type of what it stands beside in PostgreSQL; a date and a moment are compared as moments. */
function commonKind(
  nodes: readonly Expression[],
  kinds: readonly (MomentKind | undefined)[],
  t: Translator,
): MomentKind {
  const read =
    t.source === 'POSTGRESQL'
      ? []
      : nodes.map((node) => (node.kind === 'string' ? kindOfLiteral(node, t.source) : undefined));
  const all = [...kinds, ...read];
  if (all.includes('TIMESTAMP')) return 'TIMESTAMP';
  return all.includes('DATE') ? 'DATE' : 'TIME';
}

function plainMoment(node: Expression, wanted: MomentKind, t: Translator): Moment {
  if (node.kind !== 'string') return momentOf(node, t, wanted);
  return momentOfLiteral(node, t, wanted) ?? { made: special(node.value, wanted, node, t), kind: wanted };
}

/** PostgreSQL's words for moments; other text that says no date is left to the target. */
function special(value: string, kind: MomentKind, at: Expression, t: Translator): Expression {
  const word = value.trim().toLowerCase();
  if (t.source === 'POSTGRESQL' && (word === 'now' || word === 'today')) {
    const sql = {
      POSTGRESQL: 'now()',
      MYSQL: word === 'now' ? 'NOW(6)' : 'CURRENT_DATE',
      SQLITE: kind === 'DATE' ? "date('now')" : "datetime('now')",
    };
    return t.form(sql[t.target], [], at);
  }
  return text(value, at.span);
}

/** The type of a literal is said where it stands beside no value of that type. */
function literal(
  moment: Moment,
  kinds: readonly (MomentKind | undefined)[],
  needed: MomentKind,
  at: Expression,
  t: Translator,
): Expression {
  const { made } = asKind(moment, needed, at, t);
  const isTold = kinds.every((kind) => kind === undefined || kind === needed);
  return made.kind === 'typed-literal' && isTold ? made.value : made;
}

/** How a date compares with a text that begins with it, or that it begins with: it is never the same. */
const BESIDE_LONGER: Readonly<Partial<Record<BinaryOperator, BinaryOperator>>> = {
  less: 'less-or-equal',
  'less-or-equal': 'less-or-equal',
  greater: 'greater',
  'greater-or-equal': 'greater',
};
const BESIDE_SHORTER: Readonly<Partial<Record<BinaryOperator, BinaryOperator>>> = {
  less: 'less',
  'less-or-equal': 'less',
  greater: 'greater-or-equal',
  'greater-or-equal': 'greater-or-equal',
};

const TURNED: Readonly<Partial<Record<BinaryOperator, BinaryOperator>>> = {
  less: 'greater',
  'less-or-equal': 'greater-or-equal',
  greater: 'less',
  'greater-or-equal': 'less-or-equal',
};

/** A comparison of dates that the source holds as text, to which one of a date is less than any moment of that day. */
export function comparedTexts(node: BinaryExpression, t: Translator): Expression | undefined {
  if (!MOMENTS_ARE_TEXT[t.source]) return undefined;
  const [one, other] = besideLikelyMoment([node.left, node.right], t) ?? [];
  if (one !== undefined && other !== undefined) return { ...node, left: one, right: other };
  if (!concernsMoments([node.left, node.right], t)) return undefined;
  refuseNumbers([node.left, node.right], t);
  const left = held(node.left, t);
  const right = held(node.right, t);
  if (left === undefined || right === undefined) return byText(node, t);
  if (left.kind === right.kind && left.full && right.full) return { ...node, ...sides(left, right) };
  const turned =
    node.left.kind === 'string' ||
    (left.kind === 'DATE' && right.kind === 'TIMESTAMP' && right.full && node.right.kind !== 'string');
  const operator = turned ? TURNED[node.operator] : node.operator;
  if (operator === undefined) return byText(node, t);
  const [value, bound] = turned ? [right, left] : [left, right];
  const changed = (value.kind === 'DATE' && bound.kind === 'TIMESTAMP' ? BESIDE_LONGER : BESIDE_SHORTER)[operator];
  if (changed === undefined || !value.full) return byText(node, t);
  return binary(changed, ...pair(value, bound, t, node));
}

/** The value, and its bound as one of the same kind: midnight of a date, the date of a moment. */
function pair(value: Held, bound: Held, t: Translator, at: Expression): [Expression, Expression] {
  return [value.moment.made, asKind(bound.moment, value.kind, at, t).made];
}

function sides(left: Held, right: Held): Pick<BinaryExpression, 'left' | 'right'> {
  return { left: left.moment.made, right: right.moment.made };
}

/** What is held as text: its moment, and whether the text is all of it. */
interface Held {
  readonly moment: Moment;
  readonly kind: MomentKind;
  readonly full: boolean;
}

function held(node: Expression, t: Translator): Held | undefined {
  if (node.kind === 'string') return heldString(node, t);
  if (node.kind === 'null') return undefined;
  const moment = isMoment(node, t) ? momentOf(node, t) : isText(node, t) ? knownMoment(node, t) : undefined;
  return moment && { moment, kind: moment.kind, full: true };
}

/** '2024-02' is less than all of that month, as '2024-02-01' is less than all moments of that day. */
function heldString(node: StringLiteral, t: Translator): Held | undefined {
  const kind = asked(node, (value) => heldBy(value)?.kind);
  if (kind === undefined) return undefined;
  const written = derivedText(node, (value) => dateAndTime(heldBy(value) as ReadMoment, kind));
  return { moment: momentOfWritten(written, kind, t), kind, full: !asked(node, isCut) };
}

const completed = (value: string): string => value.replace(/^(\d{4})$/, '$1-01').replace(/^(\d{4}-\d\d)$/, '$1-01');

const isCut = (value: string): boolean => completed(value) !== value || /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(value);

function heldBy(value: string): ReadMoment | undefined {
  const read = readMoment(completed(value), 'SQLITE');
  return read !== undefined && (isCut(value) || read.canonical) ? read : undefined;
}

/** Whether one is a date and the other might be. */
function concernsMoments(nodes: readonly Expression[], t: Translator): boolean {
  const isHeld = (node: Expression): boolean =>
    isMoment(node, t) || (node.kind === 'call' && isText(node, t) && knownMoment(node, t) !== undefined);
  return nodes.some(isHeld);
}

const looksLikeNumber = (content: string): boolean => /^\s*-?\d+(\.\d*)?\s*$/.test(content);

/** Beside a column of dates SQLite takes text that looks like a number for one, and a number is less than any date. */
function refuseNumbers(nodes: readonly Expression[], t: Translator): void {
  const other = nodes.find((node) => node.kind === 'string' && asked(node, looksLikeNumber));
  if (other !== undefined && nodes.some((node) => node.kind === 'column' && isMoment(node, t)))
    t.refuse(other, 'SQLite compares a column of dates with this text as with a number.', 'Write the date in full.');
}

/** Both as the texts that they are to the source. */
function byText(node: BinaryExpression, t: Translator): Expression {
  return { ...node, left: asHeldText(node.left, t), right: asHeldText(node.right, t) };
}

export function asHeldText(node: Expression, t: Translator): Expression {
  if (t.target === 'POSTGRESQL' && node.kind !== 'string' && isMoment(node, t))
    return t.form('CAST($1 AS text) COLLATE "C"', [t.value(node)], node);
  if (t.target === 'MYSQL' && isMoment(node, t)) return t.form('CAST($1 AS CHAR)', [t.value(node)], node);
  return textOf(node, t);
}

/** Values of a list that are alike dates in the source's text: all moments, or all texts. */
export function heldAlike(nodes: readonly Expression[], t: Translator): Expression[] | undefined {
  if (!MOMENTS_ARE_TEXT[t.source] || !concernsMoments(nodes, t)) return undefined;
  const all = nodes.map((node) => (node.kind === 'null' ? undefined : held(node, t)));
  const [first] = all;
  const same = first !== undefined && all.every((one) => one !== undefined && one.full && one.kind === first.kind);
  return same ? all.map((one) => (one as Held).moment.made) : nodes.map((node) => asHeldText(node, t));
}

/** A date or a moment that is looked for among those of a query, as one of their kind. */
export function soughtMoment(node: Expression, type: SqlTypeName | undefined, t: Translator): Expression | undefined {
  const kind = kindOfType(type);
  const own = kindOfType(t.typeName(node));
  const isText = MOMENTS_ARE_TEXT[t.source] || MOMENTS_ARE_TEXT[t.target];
  if (kind === undefined || own === undefined || kind === own || !isText) return undefined;
  if (MOMENTS_ARE_TEXT[t.target] && kind === 'TIMESTAMP') return asKind(momentOf(node, t), kind, node, t).made;
  return t.refuse(node, 'Dates are looked for among moments, which text tells apart.', 'Cast both to one type.');
}
