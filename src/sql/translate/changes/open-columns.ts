import {
  asked,
  contains,
  derivedText,
  resultsOf,
  type CaseExpression,
  type ColumnReference,
  type Expression,
  type FunctionCall,
  type Name,
  type QualifiedName,
} from '../../ast/index.js';
import { functionOfCall } from '../../analysis/function-of-call.js';
import {
  familyOfName,
  isNameOfDate,
  isNameOfTime,
  isNameOfTruth,
  type RelationColumn,
  type SqlTypeName,
} from '../../typing/index.js';
import { knownMoment, MOMENTS_ARE_TEXT, type Moment } from '../expressions/moments/moments.js';
import { condition } from '../expressions/truth.js';
import { boolean, cast, choose, column, dataType, text } from '../made-nodes.js';
import { lastOf } from '../queries/lowering/references.js';
import type { Translator } from '../translator.js';

/** A column that a value is put into. */
export interface AssignedColumn {
  /** What the source calls it; undefined where nobody says. */
  readonly called?: Name | undefined;
  /** What the catalogue knows of it. */
  readonly known: RelationColumn | undefined;
  /** The value that it has before the change, in the target’s terms; undefined of a new row. */
  readonly before?: ColumnReference | undefined;
  /** The table that it is of, in the target’s terms. */
  readonly table?: QualifiedName | undefined;
  /** Whether the statement puts a number into it that is no truth value. */
  readonly holdsNumbers?: boolean;
}

/**
 * A value for a column whose type nobody tells, in a form that holds for each type that it may have. Undefined where the value
 * says itself what it is.
 */
export function valueForOpen(value: Expression, assigned: AssignedColumn, t: Translator): Expression | undefined {
  if (MOMENTS_ARE_TEXT[t.target]) return layoutKept(value, assigned, t);
  if (t.target !== 'POSTGRESQL' || t.source === 'POSTGRESQL' || assigned.known?.type !== undefined) return undefined;
  return (
    openLiteral(value, assigned, t) ??
    toggled(value, assigned, t) ??
    openChoice(value, assigned, t) ??
    openOrElse(value, t) ??
    momentOfText(value, t)?.made ??
    readByRecord(value, assigned, t)
  );
}

/** Whether a column may hold truth values, which are numbers to the source and none to PostgreSQL. */
function mayBeTruth({ called, holdsNumbers }: AssignedColumn, t: Translator): boolean {
  if (holdsNumbers === true) return false;
  if (called === undefined || isOfTruth(called)) return true;
  return familyOfName(called.value) === undefined && t.familyOf(column([called], called.span)) !== 'number';
}

const isOfTruth = (called: Name | undefined): boolean => called !== undefined && isNameOfTruth(called.value);

const isTruthNumber = (content: string): boolean => content === '0' || content === '1';

/** Whether a value is a number that no truth value is. */
export const isPlainNumber = (value: Expression): boolean => value.kind === 'number' && !asked(value, isTruthNumber);
const asItIs = (content: string): string => content;

/** 0, 1, TRUE and FALSE as strings, which PostgreSQL reads as the column's type, a number or a truth value. */
function openLiteral(value: Expression, assigned: AssignedColumn, t: Translator): Expression | undefined {
  if (!mayBeTruth(assigned, t)) return undefined;
  if (value.kind === 'boolean') return text(value.value ? '1' : '0', value.span);
  return value.kind === 'number' && asked(value, isTruthNumber) ? derivedText(value, asItIs) : undefined;
}

/** `active = 1 - active` and `active = NOT active`, of a number or a truth value. */
function toggled(value: Expression, { called, before }: AssignedColumn, t: Translator): Expression | undefined {
  if (before === undefined || called === undefined || !isOfTruth(called)) return undefined;
  const { operand } = value.kind === 'unary' && value.operator === 'not' ? value : {};
  if (operand?.kind === 'column' && t.scope.key(lastOf(operand)) === t.scope.key(called))
    return t.form("CASE WHEN FALSE THEN $1 WHEN $1 = '0' THEN '1' WHEN $1 <> '0' THEN '0' END", [before], value);
  if (value.kind !== 'binary' || value.operator !== 'subtract') return undefined;
  const { left, right } = value;
  const isOne = left.kind === 'number' && asked(left, (written) => written === '1');
  if (!isOne || right.kind !== 'column') return undefined;
  if (t.scope.key(lastOf(right)) !== t.scope.key(called)) return undefined;
  return t.form("CASE WHEN FALSE THEN $1 WHEN $1 = '0' THEN '1' WHEN $1 = '1' THEN '0' END", [before], value);
}

/**
 * Texts and one column: PostgreSQL reads a text as what stands beside it, so that a moment or a number needs no cast, and keeps
 * the rest as it is. Truth values that are numbers become such texts, beside the column itself, which is never taken.
 */
function openChoice(value: Expression, assigned: AssignedColumn, t: Translator): Expression | undefined {
  const made = value.kind === 'call' ? asCase(value, t) : value;
  if (made?.kind !== 'case' || made.operand !== undefined) return undefined;
  const results = resultsOf(made);
  const columns = new Set(results.filter(({ kind }) => kind === 'column').map((one) => t.textOf(one)));
  const written = (one: Expression): Expression => openLiteral(one, assigned, t) ?? one;
  const texts = results.map(written);
  const isOpen = texts.every(({ kind }) => OPEN_KINDS.has(kind)) && texts.some(({ kind }) => kind === 'string');
  const hasTruths = texts.some((one, index) => one !== results[index]);
  if (!isOpen || columns.size > 1 || (columns.size === 0 && !hasTruths)) return undefined;
  const { before } = assigned;
  if (columns.size === 0 && (before === undefined || !isOfTruth(assigned.called))) return undefined;
  const branches = made.branches.map((one) => ({
    ...one,
    condition: condition(one.condition, t),
    result: t.value(written(one.result)),
  }));
  const never =
    columns.size === 0 && before !== undefined
      ? choose([[boolean(false, made.span), before]], undefined, made.span).branches
      : [];
  const otherwise = made.otherwise && t.value(written(made.otherwise));
  return { ...made, branches: [...never, ...branches], ...(otherwise !== undefined && { otherwise }) };
}

/** `COALESCE(due_on, '2024-01-01')`: beside the column PostgreSQL reads the text as the column's type. */
function openOrElse(value: Expression, t: Translator): Expression | undefined {
  if (value.kind !== 'call' || functionOfCall(value, t.from)?.meaning !== 'coalesce') return undefined;
  const { arguments: given } = value;
  const columns = new Set(given.filter(({ kind }) => kind === 'column').map((one) => t.textOf(one)));
  const isOpen = given.every(({ kind }) => OPEN_KINDS.has(kind)) && given.some(({ kind }) => kind === 'string');
  if (!isOpen || columns.size !== 1) return undefined;
  return t.form(
    'COALESCE(:rest)',
    given.map((one) => t.value(one)),
    value,
  );
}

const OPEN_KINDS: ReadonlySet<Expression['kind']> = new Set<Expression['kind']>([
  'string',
  'null',
  'parameter',
  'column',
]);

/** `if(a, b, c)` as a CASE. */
function asCase(call: FunctionCall, t: Translator): CaseExpression | undefined {
  const [asked, result, otherwise] = call.arguments;
  if (functionOfCall(call, t.from)?.meaning !== 'if' || asked === undefined || result === undefined) return undefined;
  return choose([[asked, result]], otherwise, call.span);
}

/** A day or a moment that the source has as a text: PostgreSQL puts it into a column of texts as well, and no text into another. */
const momentOfText = (value: Expression, t: Translator): Moment | undefined =>
  MOMENTS_ARE_TEXT[t.source] && isComputed(value) ? knownMoment(value, t) : undefined;

/** The same of what rows are grouped by, whose text has to stay as it is grouped by. */
export function groupedMoment(
  made: Expression,
  value: Expression,
  { known }: AssignedColumn,
  t: Translator,
): Expression | undefined {
  if (t.target !== 'POSTGRESQL' || known?.type !== undefined) return undefined;
  const found = momentOfText(value, t);
  return found && cast(made, dataType(found.kind.toLowerCase(), value.span));
}

const COMPUTED: ReadonlySet<Expression['kind']> = new Set<Expression['kind']>([
  'call',
  'binary',
  'cast',
  'typed-literal',
]);
const isComputed = ({ kind }: Expression): boolean => COMPUTED.has(kind);

/** Whether a text comes out that was none in the tables. */
function makesText(value: Expression, t: Translator): boolean {
  if (value.kind === 'case') return resultsOf(value).some((one) => makesText(one, t));
  if (value.kind === 'binary' && value.operator === 'concatenate') return true;
  if (value.kind === 'call' && functionOfCall(value, t.from)?.meaning === 'coalesce')
    return value.arguments.some((one) => makesText(one, t));
  return isComputed(value) && t.typeName(value) === 'TEXT';
}

const PLAIN_NAME = /^[a-z_][a-z0-9_]*$/;

/**
 * A computed text for a column that goes by a name of moments: a record of the table reads it as the column's type, whichever
 * that is. https://www.postgresql.org/docs/current/functions-json.html#FUNCTIONS-JSON-PROCESSING-TABLE
 */
function readByRecord(value: Expression, { called, table }: AssignedColumn, t: Translator): Expression | undefined {
  const [only, another] = table?.parts ?? [];
  if (called === undefined || only === undefined || another !== undefined) return undefined;
  if (familyOfName(called.value) !== 'moment' || !makesText(value, t)) return undefined;
  const field = t.scope.fold(called);
  if (![field, only.value].every((one) => PLAIN_NAME.test(one))) return undefined;
  const record = `jsonb_populate_record(CAST(NULL AS ${only.value}), jsonb_build_object('${field}', $1))`;
  return t.form(`(${record}).${field}`, [t.value(value)], value);
}

const OPEN_TYPES: ReadonlySet<SqlTypeName | undefined> = new Set<SqlTypeName | undefined>([undefined, 'TEXT', 'OTHER']);

/**
 * A moment that goes into a column of texts as the source's column would have it: days alone, or with a time. Its old value, out
 * of which the new one is reckoned, tells, or else its name. Undefined where the moment is as it should be.
 */
function layoutKept(value: Expression, assigned: AssignedColumn, t: Translator): Expression | undefined {
  if (MOMENTS_ARE_TEXT[t.source] || !isComputed(value) || !OPEN_TYPES.has(assigned.known?.type?.type)) return undefined;
  const found = knownMoment(value, t);
  if (found === undefined || found.kind === 'TIME') return undefined;
  const { called } = assigned;
  if (called === undefined) return undefined;
  const reckonedFrom = sameColumn(value, called, t);
  const kept = reckonedFrom && t.value(reckonedFrom);
  const form = (kept === undefined ? formsByName(called.value) : BY_LAYOUT)[found.kind];
  return form === undefined ? undefined : t.form(form, kept === undefined ? [found.made] : [found.made, kept], value);
}

/** A column of texts that goes by a name of days or moments, which the source has as such. */
export function likelyMoments({ called, known }: AssignedColumn, t: Translator): RelationColumn | undefined {
  if (!MOMENTS_ARE_TEXT[t.target] || MOMENTS_ARE_TEXT[t.source] || called === undefined) return undefined;
  if (!OPEN_TYPES.has(known?.type?.type)) return undefined;
  const type = isNameOfDate(called.value) ? 'DATE' : isNameOfTime(called.value) ? 'TIMESTAMP' : undefined;
  return type && { name: called.value, nullable: true, ...known, type: { type } };
}

/** What a column that no catalogue tells of is by its name. */
export const columnByName = ({ called }: AssignedColumn): RelationColumn | undefined =>
  called !== undefined && isNameOfTime(called.value)
    ? { name: called.value, nullable: true, type: { type: 'TIMESTAMP' } }
    : undefined;

type Forms = Readonly<Partial<Record<Moment['kind'], string>>>;

const BY_LAYOUT: Forms = {
  DATE: 'CASE length($2) WHEN 10 THEN $1 ELSE datetime($1) END',
  TIMESTAMP: 'substr($1, 1, COALESCE(length($2), 19))',
};

function formsByName(called: string): Forms {
  if (isNameOfDate(called)) return { TIMESTAMP: 'date($1)' };
  return isNameOfTime(called) ? { DATE: 'datetime($1)' } : {};
}

/** The column of the same name that a value is reckoned from. */
function sameColumn(value: Expression, called: Name, t: Translator): ColumnReference | undefined {
  let found: ColumnReference | undefined;
  contains(value, (node) => {
    if (node.kind === 'column' && t.scope.key(lastOf(node)) === t.scope.key(called)) found = node;
    return found !== undefined;
  });
  return found;
}
