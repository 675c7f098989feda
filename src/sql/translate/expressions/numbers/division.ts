import { functionOfCall } from '../../../analysis/function-of-call.js';
import {
  asked,
  contains,
  isNoQuery,
  walk,
  type BinaryExpression,
  type ColumnReference,
  type Expression,
} from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import {
  familyOfName,
  isNameOfDecimal,
  isNameOfLarge,
  isNameOfThings,
  mayBeNameOfMoment,
  type SqlTypeName,
} from '../../../typing/index.js';
import { withGroups } from '../../queries/bare-columns.js';
import { lastOf } from '../../queries/lowering/references.js';
import type { Translator } from '../../translator.js';
import { numberOf } from '../coercion.js';
import { allWhole } from '../declared-types.js';
import { digitsOf } from './digits-behind-point.js';
import { adapting } from '../documents/json-operators.js';
import { isLikelyWhole } from '../likely-family.js';
import { isBetweenDates } from '../moments/moment-arithmetic.js';
import { isWholePart } from '../moments/moment-words.js';
import { EXACT_TYPES, WHOLE_TYPES } from './number-types.js';
import { dividesWhole } from './stored-whole.js';

/** By zero PostgreSQL fails, where the others answer NULL. */
const ZERO_FAILS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: false };

/** A divisor that is NULL where it is 0, unless it is a literal that is not. */
function divisor(node: Expression, t: Translator, made = numberOf(node, t)): Expression {
  const isSafe = !ZERO_FAILS[t.target] || ZERO_FAILS[t.source] || (node.kind === 'number' && Number(node.text) !== 0);
  return isSafe ? made : t.form('NULLIF($1, 0)', [made], node);
}

/** What is divided, so that the target divides it exactly: as a number that has places behind the point. */
const WITH_PLACES: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: 'CAST($1 AS numeric)',
  // 4 digits more than these, so that as many are there as PostgreSQL gives
  MYSQL: 'CAST($1 AS DECIMAL(65, 16))',
  SQLITE: 'CAST($1 AS REAL)',
};
const FLOATING: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: 'CAST($1 AS double precision)',
  MYSQL: '$1 * 1e0',
  SQLITE: 'CAST($1 AS REAL)',
};

/** Whether a number certainly is one with places behind the point to the target; SQLite stores 10.00 as 10. */
function isReal(node: Expression, t: Translator): boolean {
  if (node.kind === 'number') return /[.e]/i.test(node.text);
  if (t.target === 'SQLITE' && hasPlaces(node, t)) return true;
  const type = t.typeName(node);
  return type === 'FLOAT' || (node.kind === 'cast' && type === 'DECIMAL' && t.target !== 'SQLITE');
}

/** a / b of PostgreSQL and SQLite: a whole number where both are whole. */
export function divided(node: BinaryExpression, t: Translator): Expression {
  const types = [node.left, node.right].map((one) =>
    isWholePart(one, t) || one.kind === 'null' || isLikelyWhole(one, t) || isBetweenDates(one, t)
      ? 'INTEGER'
      : typeOfOperand(one, t),
  );
  const right = divisor(node.right, t);
  const left = numberOf(node.left, t);
  if (types.every((type) => WHOLE_TYPES.has(type))) return wholeQuotient(node, left, right, t);
  if (types.includes('INTERVAL')) t.refuse(node, 'An interval can’t be divided in the target.');
  const isOpen =
    types.some((type) => type === undefined) && !types.some((type) => type === 'FLOAT' || type === 'DECIMAL');
  const isOfDocument = [node.left, node.right].every(
    (one, index) => types[index] !== undefined || adapting(one, t) !== undefined,
  );
  if (isOpen && !isOfDocument) {
    return openQuotient(node, types, { left, right }, t);
  }
  const real = quotient(node, { left, right, floating: types.includes('FLOAT') }, t);
  return t.source === 'SQLITE' ? asStored(node, { left, right }, real, t) : real;
}

/** What is computed with a literal that has places behind the point has them too, whatever else stands in it. */
function typeOfOperand(node: Expression, t: Translator): SqlTypeName | undefined {
  const known = t.typeName(node);
  const isOpen = known === undefined && node.kind !== 'column' && hasPlaces(node, t);
  return isOpen ? (t.source === 'SQLITE' ? 'FLOAT' : 'DECIMAL') : known;
}

function hasPlaces(node: Expression, t: Translator): boolean {
  if (node.kind === 'number') return /[.e]/i.test(node.text);
  if (node.kind === 'binary')
    return node.operator in DIGITS_KEPT && [node.left, node.right].some((one) => hasPlaces(one, t));
  if (node.kind === 'unary') return node.operator === 'minus' && hasPlaces(node.operand, t);
  const meaning = node.kind === 'call' ? functionOfCall(node, t.from)?.meaning : undefined;
  if (node.kind !== 'call' || meaning === undefined) return false;
  return meaning === 'average' || (meaning === 'sum' && node.arguments.some((one) => hasPlaces(one, t)));
}

const DIGITS_KEPT: Readonly<Record<string, true>> = { add: true, subtract: true, multiply: true, divide: true };

/** a / b of which nobody tells whether both are whole: the target's own types do, where they are asked for. */
function openQuotient(
  node: BinaryExpression,
  types: readonly (SqlTypeName | undefined)[],
  { left, right }: Pick<Operands, 'left' | 'right'>,
  t: Translator,
): Expression {
  const operands = [node.left, node.right];
  const isSum = operands.some((one, at) => types[at] === undefined && maySum(one, t));
  const asksTarget = t.source === 'POSTGRESQL' && (t.target === 'SQLITE' || isSum);
  const whole = asksTarget ? allWhole(operands, t) : undefined;
  // SQLite has one type of whole numbers, and a sum of BIGINTs is none to PostgreSQL
  if (whole !== undefined && whole !== false && isSum && t.target === 'SQLITE' && operands.some(holdsLarge))
    t.notice('DIVISION_TYPES', node);
  if (whole !== undefined) return quotientAsDeclared(node, whole, { left, right }, t);
  const isCounted = t.source === 'SQLITE' && operands.every((one) => countsThings(one, t));
  if (isCounted && isSum && t.target === 'POSTGRESQL' && !isOverRows(node))
    return quotientOfSums(node, { left, right }, t);
  if (t.target !== 'MYSQL') {
    if (!isCounted) t.notice('DIVISION_TYPES', node);
    const isOfDecimals =
      t.target === 'SQLITE' && t.source === 'POSTGRESQL' && operands.some((one) => holdsDecimals(one));
    const top = isOfDecimals ? t.form(WITH_PLACES.SQLITE, [left], node) : left;
    return { ...node, operator: OPERATOR[t.target], left: top, right };
  }
  // what SQLite keeps as decimals it divides as they are stored, and a sum of BIGINTs is none to PostgreSQL
  if (!isCounted && (isSum || t.source === 'SQLITE')) t.notice('DIVISION_TYPES', node);
  const tests = [1, 2].filter((at) => types[at - 1] === undefined).map((at) => IS_WHOLE.replaceAll('$1', `$${at}`));
  // whoever rounds a quotient means one with places behind the point
  if (t.source === 'SQLITE' && t.isRounded) return { ...node, operator: OPERATOR.MYSQL, left, right };
  const real = t.source === 'SQLITE' ? '$1 * 1e0 / $2' : `${WITH_PLACES.MYSQL} / $2`;
  return t.form(`IF(${tests.join(' AND ')}, $1 DIV $2, ${real})`, [left, right], node);
}

/** Whether a value is made of columns of things that are counted, by their names: SQLite keeps none of them as DECIMAL. */
const countsThings = (node: Expression, t: Translator): boolean =>
  !contains(
    node,
    (part) =>
      part.kind === 'subquery' ||
      (part.kind === 'column' &&
        t.typeName(part) === undefined &&
        !isNameOfThings(lastOf(part).value) &&
        !isEpoch(part, t)),
    isNoQuery,
  );

/** A column that goes by a name of moments, and that the statement takes for a number: `datetime(last_seen, 'unixepoch')`. */
const isEpoch = (node: ColumnReference, t: Translator): boolean =>
  t.familyOf(node) === 'number' &&
  (mayBeNameOfMoment(lastOf(node).value) || familyOfName(lastOf(node).value) === 'moment');

const isOverRows = (node: Expression): boolean =>
  contains(node, (part) => part.kind === 'call' && part.over !== undefined, isNoQuery);

/** A quotient of sums, which PostgreSQL has as decimals of BIGINTs: whole where all columns in it are. */
function quotientOfSums(
  node: BinaryExpression,
  { left, right }: Pick<Operands, 'left' | 'right'>,
  t: Translator,
): Expression {
  const columns = new Map<string, Expression>();
  walk(node, (part) => {
    if (part.kind === 'column' && t.typeName(part) === undefined) columns.set(t.textOf(part), part);
    return true;
  });
  const types = [...columns.values()].map((one) => withGroups(undefined, t, () => t.value(one)));
  const asks = types.map((_, at) => IS_WHOLE_SUMMAND.replace('$1', `$${at + 3}`));
  const form = `CASE WHEN ${asks.join(' AND ')} THEN div($1, $2) ELSE $1 / $2 END`;
  return t.form(form, [left, right, ...types], node);
}

const IS_WHOLE_SUMMAND = "CAST(pg_typeof(MIN($1)) AS text) IN ('smallint', 'integer', 'bigint')";

/** a / b of PostgreSQL, whole where the target declares both sides so. */
function quotientAsDeclared(
  node: BinaryExpression,
  whole: Expression | boolean,
  { left, right }: Pick<Operands, 'left' | 'right'>,
  t: Translator,
): Expression {
  const exact = t.form(`${WITH_PLACES[t.target]} / $2`, [left, right], node);
  if (whole === false) return exact;
  const cut = t.form(BEFORE_POINT[t.target], [left, right], node);
  return whole === true ? cut : t.form('CASE WHEN $1 THEN $2 ELSE $3 END', [whole, cut, exact], node);
}

/** Whether MySQL has a number as a whole one: it shows no point, and does beside a decimal; a floating-point number never changes so. */
const IS_WHOLE = "CONCAT($1) NOT LIKE '%.%' AND CONCAT($1 + 0.0) LIKE '%.%'";

const holdsDecimals = (node: Expression): boolean =>
  contains(node, (part) => part.kind === 'column' && isNameOfDecimal(lastOf(part).value), isNoQuery);

const holdsLarge = (node: Expression): boolean =>
  contains(node, (part) => part.kind === 'column' && isNameOfLarge(lastOf(part).value), isNoQuery);

/** The quotient of decimals that SQLite may have as whole numbers: what is before the point where it has them so. */
function asStored(
  node: BinaryExpression,
  { left, right }: Pick<Operands, 'left' | 'right'>,
  real: Expression,
  t: Translator,
): Expression {
  const isWhole = dividesWhole(node, t);
  if (isWhole === false) return real;
  const isExact = [node.left, node.right].every(
    (one) => WHOLE_TYPES.has(t.typeName(one)) || t.typeName(one) === 'DECIMAL',
  );
  const kept = [node.left, node.right].find((one) => t.typeName(one) === 'DECIMAL');
  if (isWhole !== true && kept !== undefined) t.notice('STORED_WHOLE', kept);
  const whole = t.form((isExact ? BEFORE_POINT : TRUNCATED)[t.target], [left, right], node);
  return isWhole === true ? whole : t.form('CASE WHEN $1 THEN $2 ELSE $3 END', [isWhole, whole, real], node);
}

const BEFORE_POINT: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: 'div($1, $2)',
  MYSQL: '$1 DIV $2',
  SQLITE: '$1 / $2',
};

/** The sign whose result has places behind the point where an operand does. */
const OPERATOR: Readonly<Record<DialectName, BinaryExpression['operator']>> = {
  POSTGRESQL: 'divide',
  MYSQL: 'divide-exact',
  SQLITE: 'divide',
};

function wholeQuotient(node: BinaryExpression, left: Expression, right: Expression, t: Translator): Expression {
  if (t.target === 'POSTGRESQL' && t.source === 'SQLITE' && [node.left, node.right].some((one) => maySum(one, t)))
    return t.form(BEFORE_POINT.POSTGRESQL, [left, right], node);
  return { ...node, operator: t.target === 'MYSQL' ? 'divide-integer' : 'divide', left, right };
}

/** Whether a whole number may be a sum, which PostgreSQL has as a NUMERIC of BIGINTs: in it, or as a column of another query. */
const maySum = (node: Expression, t: Translator): boolean =>
  contains(
    node,
    (part) =>
      part.kind === 'call'
        ? functionOfCall(part, t.from)?.meaning === 'sum' && part.arguments.some((one) => t.typeName(one) !== 'INTEGER')
        : part.kind === 'column' && t.typeName(part) === 'BIGINT' && t.scope.resolve(part).table === undefined,
    isNoQuery,
  );

interface Operands {
  readonly left: Expression;
  readonly right: Expression;
  readonly floating: boolean;
}

/** A quotient with places behind the point. */
function quotient(node: BinaryExpression, { left, right, floating }: Operands, t: Translator): Expression {
  const sure = isReal(node.left, t) || isReal(node.right, t);
  const form = floating ? FLOATING[t.target] : WITH_PLACES[t.target];
  const keeps =
    t.target === 'SQLITE'
      ? sure
      : t.target === 'POSTGRESQL'
        ? !bothWhole(node, t)
        : t.typeName(node.left) === 'FLOAT' && node.left.kind === 'column';
  const top = keeps ? left : t.form(form, [left], node);
  return { ...node, operator: OPERATOR[t.target], left: top, right };
}

const bothWhole = (node: BinaryExpression, t: Translator): boolean =>
  [node.left, node.right].every((operand) => WHOLE_TYPES.has(t.typeName(operand)));

/** a / b of MySQL, which always has places behind the point. */
export function dividedExactly(node: BinaryExpression, t: Translator): Expression {
  const types = [t.typeName(node.left), t.typeName(node.right)];
  const isExact = types.every((type) => EXACT_TYPES.has(type));
  const isOpen =
    types.every((type) => type === undefined || EXACT_TYPES.has(type)) && !isExact && !dividesWithoutRest(node.right);
  if (isOpen && !t.isRounded && !t.isCompared && digitsOf(node, t) === undefined) t.notice('DIVISION_DIGITS', node);
  const form = types.some((type) => type === 'FLOAT' || type === 'TEXT') ? FLOATING : WITH_PLACES;
  const keeps = isReal(node.left, t) || (isReal(node.right, t) && t.target === 'SQLITE');
  const left = numberOf(node.left, t);
  const top = keeps ? left : t.form(form[t.target], [left], node);
  return { ...node, operator: OPERATOR[t.target], left: top, right: divisor(node.right, t) };
}

/** The four digits more that MySQL gives a quotient are all that dividing by 10, 100, 1000 or 10000 adds: nothing is rounded. */
const dividesWithoutRest = (divisor: Expression): boolean =>
  divisor.kind === 'number' && asked(divisor, (content) => /^10{0,4}(\.0*)?$/.test(content));

/** CAST(a / b AS INTEGER) of SQLite: the same, whether or not both are whole, where nobody tells; undefined where the types do. */
export function quotientToCut(node: Expression, t: Translator): Expression | undefined {
  if (t.source !== 'SQLITE' || node.kind !== 'binary' || node.operator !== 'divide') return undefined;
  const isOpen = [node.left, node.right].some((one) => t.typeName(one) === undefined);
  return isOpen ? dividedToInteger(node, t) : undefined;
}

/** a DIV b of MySQL: what is before the point of the quotient. */
export function dividedToInteger(node: BinaryExpression, t: Translator): Expression {
  const left = numberOf(node.left, t);
  const right = divisor(node.right, t);
  if (bothWhole(node, t)) return wholeQuotient(node, left, right, t);
  return t.form(TRUNCATED[t.target], [left, right], node);
}

const TRUNCATED: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: 'CAST(trunc(CAST($1 AS numeric) / $2) AS bigint)',
  MYSQL: '$1 DIV $2',
  SQLITE: 'CAST(CAST($1 AS REAL) / $2 AS INTEGER)',
};

/** Whether `%` takes whole numbers alone, and cuts off what is behind the point before. */
const CUTS_FIRST: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: false, SQLITE: true };

/** a % b, whose sign is that of a everywhere. */
export function remainder(node: BinaryExpression, t: Translator): Expression {
  const left = numberOf(node.left, t);
  const right = divisor(node.right, t);
  if (bothWhole(node, t)) return { ...node, left, right };
  if (t.target === 'SQLITE' && node.right.kind === 'number' && t.typeName(node.right) === 'INTEGER') {
    if (isLikelyWhole(node.left, t)) return { ...node, left, right };
    // mod() computes with floating-point numbers, which have no last digits of large whole ones
    if (node.left.kind === 'column' && t.typeName(node.left) === undefined)
      return t.form("CASE typeof($1) WHEN 'integer' THEN $1 % $2 ELSE mod($1, $2) END", [left, right], node);
  }
  if (CUTS_FIRST[t.source]) return t.form(CUT_REMAINDER[t.target], [left, numberOf(node.right, t)], node);
  return t.form(REMAINDER[t.target], [left, right], node);
}

const CUT_REMAINDER: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: 'CAST(trunc(CAST($1 AS numeric)) AS bigint) % NULLIF(CAST(trunc(CAST($2 AS numeric)) AS bigint), 0)',
  MYSQL: 'TRUNCATE($1, 0) % TRUNCATE($2, 0)',
  SQLITE: '$1 % $2',
};
const REMAINDER: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: 'CAST($1 AS numeric) % CAST($2 AS numeric)',
  MYSQL: '$1 % $2',
  SQLITE: 'mod($1, $2)',
};
