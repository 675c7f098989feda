import {
  asked,
  type BinaryExpression,
  type BinaryOperator,
  type Expression,
  type SubqueryExpression,
} from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { isLikelyWhole } from '../expressions/likely-family.js';
import { INTEGER_TYPES } from '../expressions/numbers/number-types.js';
import { isNameOfMoney, isNameOfWhole, type SqlType, type SqlTypeName } from '../../typing/index.js';
import type { Translator } from '../translator.js';
import type { AssignedColumn } from './open-columns.js';

/** Whether a column keeps the digits that it declares: SQLite's keep what they are given. https://sqlite.org/datatype3.html */
const ROUNDS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: true, SQLITE: false };

/** Says that one engine rounds a computed number which the other keeps as it is, or is told to round as sums of money are. */
export function noticeOfDigits(
  value: Expression,
  { called, known }: AssignedColumn,
  isRoundedAsMoney: boolean,
  t: Translator,
): void {
  if (ROUNDS[t.source] === ROUNDS[t.target]) return;
  const type = known?.type;
  if (!ROUNDS[t.target] && type?.type === 'DECIMAL' && hasMoreDigits(value)) {
    t.notice('TYPE_CHANGED', value, 'SQLite keeps some 15 digits of a decimal.');
  }
  const isWhole = type === undefined && called !== undefined && isNameOfWhole(called.value);
  // what is written out has the digits that it is to have, but for those of sums of money
  const isMoney = isOpen(type) && called !== undefined && isNameOfMoney(called.value);
  const kept = isWhole && ROUNDS[t.target] ? 0 : digitsKept(type);
  if (ROUNDS[t.target] && kept !== undefined) {
    if (digitsOf(addedTo(called?.value, value), t) > kept) t.notice('STORED_DIGITS', value);
  } else if (kept === undefined && (COMPUTED.has(value.kind) || isMoney) && isOpen(type)) {
    if (digitsOf(value, t) > USUAL_DIGITS) t.notice(isRoundedAsMoney ? 'MONEY_DIGITS' : 'ALL_DIGITS_KEPT', value);
  }
}

/** Of as many digits a decimal comes back out of a floating-point number as it was. */
const MOST_DIGITS = 15;

/** Whole numbers that it keeps as integers have so many. */
const MOST_WHOLE_DIGITS = 18;

const NUMBER = /^\s*[-+]?0*(\d*)(?:\.(\d*?))?0*\s*$/;

/** Whether a written number has more digits than a floating-point number keeps. */
function hasMoreDigits(value: Expression): boolean {
  if (value.kind === 'unary') return hasMoreDigits(value.operand);
  const isLong = (written: string): boolean => {
    const [, whole = '', fraction = ''] = NUMBER.exec(written) ?? [];
    if (fraction === '') return whole.length > MOST_WHOLE_DIGITS;
    return (whole === '' ? fraction.replace(/^0+/, '') : whole + fraction).length > MOST_DIGITS;
  };
  if (value.kind === 'number') return asked(value, isLong);
  return value.kind === 'string' && asked(value, isLong);
}

/** A moment with a part of a second, which MySQL's columns keep where they declare digits for it alone. */
export function noticeOfFraction(value: Expression, { known }: AssignedColumn, t: Translator): void {
  if (value.kind !== 'string' || t.target === 'SQLITE' || !asked(value, hasFraction)) return;
  if (t.source === 'MYSQL') {
    if (/^timestamp(?:tz)?\(0\)/i.test(known?.databaseType ?? '')) t.notice('STORED_DIGITS', value, ROUNDED_SECONDS);
    return;
  }
  if (t.target !== 'MYSQL') return;
  const isWhole = /^(?:datetime|timestamp)(?:\(0\))?$/i.test(known?.databaseType ?? '');
  if (isWhole || known?.type === undefined) t.notice('STORED_DIGITS', value, WHOLE_SECONDS);
}

const ROUNDED_SECONDS = 'The target rounds parts of a second, as MySQL does; MariaDB cuts them off.';
const WHOLE_SECONDS = 'MySQL keeps parts of a second where the column says DATETIME(6).';

const hasFraction = (written: string): boolean => /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d\.\d*[1-9]/.test(written);

const digitsKept = (type: SqlType | undefined): number | undefined =>
  INTEGER_TYPES.has(type?.type) ? 0 : type?.type === 'DECIMAL' ? type.scale : undefined;

/** Types of SQLite's columns that may have digits of their own in the source. */
const OPEN_TYPES: ReadonlySet<SqlTypeName | undefined> = new Set<SqlTypeName | undefined>([undefined, 'FLOAT']);

/** A DECIMAL that declares no digits has those of the source as little. */
const isOpen = (type: SqlType | undefined): boolean =>
  OPEN_TYPES.has(type?.type) || (type?.type === 'DECIMAL' && type.scale === undefined);

/** Of amounts of money, which most such columns have. */
const USUAL_DIGITS = 2;

const COMPUTED: ReadonlySet<Expression['kind']> = new Set<Expression['kind']>(['binary', 'call', 'subquery', 'case']);

const GROWS: Readonly<Partial<Record<BinaryOperator, (left: number, right: number) => number>>> = {
  add: Math.max,
  subtract: Math.max,
  multiply: (left, right) => left + right,
};

/** How many digits an expression gives a number behind the point; of what only takes numbers over none that count. */
function digitsOf(node: Expression, t: Translator): number {
  if (node.kind === 'number') return asked(node, (written) => /\.(\d*)$/.exec(written)?.[1]?.length ?? 0);
  if (node.kind === 'string')
    return asked(node, (written) => /^\s*[-+]?\d*\.(\d+)\s*$/.exec(written)?.[1]?.length ?? 0);
  if (node.kind === 'unary') return digitsOf(node.operand, t);
  if (node.kind === 'column') return t.typeOf(node).type?.scale ?? 0;
  if (node.kind === 'case') return Math.max(...node.branches.map(({ result }) => digitsOf(result, t)));
  if (node.kind === 'subquery') return digitsOfQuery(node, t);
  if (node.kind === 'call') return node.name.parts[0]?.value.toLowerCase() === 'avg' ? Infinity : 0;
  if (node.kind !== 'binary') return 0;
  if (node.operator === 'divide-exact') return Infinity;
  if (node.operator === 'divide') return INTEGER_TYPES.has(t.typeName(node)) || ofWholes(node, t) ? 0 : Infinity;
  const [left, right] = [node.left, node.right].map((one) => digitsOfOperand(one, t)) as [number, number];
  return GROWS[node.operator]?.(left, right) ?? 0;
}

/** A quotient of whole numbers, by their names, which is whole where the source has it so. */
const ofWholes = ({ left, right }: BinaryExpression, t: Translator): boolean =>
  t.source !== 'MYSQL' && [left, right].every((one) => isLikelyWhole(one, t) || INTEGER_TYPES.has(t.typeName(one)));

/** What is added to what a column itself has, be it the old row's or the new one's: that has the digits that it keeps. */
function addedTo(column: string | undefined, value: Expression): Expression {
  if (column === undefined || value.kind !== 'binary' || !SUMS.has(value.operator)) return value;
  const isOwn = (side: Expression): boolean =>
    side.kind === 'column' && side.parts.at(-1)?.value.toLowerCase() === column.toLowerCase();
  if (isOwn(value.left)) return value.right;
  return isOwn(value.right) ? value.left : value;
}

const SUMS: ReadonlySet<BinaryOperator> = new Set<BinaryOperator>(['add', 'subtract']);

/** Those of a value that is reckoned with: a column that nobody tells of may be an amount of money. */
function digitsOfOperand(node: Expression, t: Translator): number {
  const { type } = t.typeOf(node);
  const mayHaveDigits = node.kind === 'column' && (ROUNDS[t.target] ? type === undefined : isOpen(type));
  return mayHaveDigits && !isLikelyWhole(node, t) ? USUAL_DIGITS : digitsOf(node, t);
}

/** Those of a query's one column, in its own scope. */
function digitsOfQuery({ query }: SubqueryExpression, t: Translator): number {
  const item = query.body.kind === 'select' ? query.body.columns[0] : undefined;
  return item === undefined ? 0 : digitsOf(item.expression, t);
}
