import { EXACT_ARITHMETIC, type Expression } from '../../../ast/index.js';
import type { SqlTypeName } from '../../../typing/index.js';
import { isKeptDecimal } from '../../expressions/numbers/kept-decimals.js';
import { WHOLE_TYPES } from '../../expressions/numbers/number-types.js';
import { call, number } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { literalNumber, type CallPlace, type Compose, type FormTable } from '../form.js';

/** More than any number has. */
const MOST_DIGITS = 400;

/** 10 to the power of the digits, as a floating-point number. */
const power = (digits: number, at: CallPlace): Expression => ({
  kind: 'number',
  text: `1e${Math.abs(digits)}`,
  span: at.node.span,
});

interface Rounded {
  readonly value: Expression;
  readonly type: SqlTypeName | undefined;
  /** Undefined where they are no literal. */
  readonly digits: number | undefined;
  readonly written: Expression | undefined;
}

function read({ node, values, t }: CallPlace): Rounded {
  const [value, written] = values as [Expression, Expression | undefined];
  const [operand, second] = node.arguments as [Expression, Expression | undefined];
  const said = second === undefined ? 0 : literalNumber(second);
  const digits = said !== undefined && Number.isInteger(said) && Math.abs(said) <= MOST_DIGITS ? said : undefined;
  return { value, type: isKeptDecimal(operand, t) ? 'DECIMAL' : t.typeName(operand), digits, written };
}

/** The same of a call that is written: PostgreSQL rounds decimals alone to digits, so that a REAL of SQLite's is one at home. */
const writtenRound: Compose = (place) => {
  const rounded = read(place);
  const isDecimal = place.t.source === 'POSTGRESQL' && place.node.arguments.length > 1 && rounded.type === 'FLOAT';
  return roundAs(place, isDecimal ? { ...rounded, type: 'DECIMAL' } : rounded);
};

export const roundInSqlite: Compose = (place) => roundAs(place, read(place));

/**
 * SQLite has decimals as floating-point numbers, which lie beside the halves that they stand for: they are pushed past them
 * before they are rounded away from 0.
 */
function roundAs(place: CallPlace, { value, type, digits, written }: Rounded): Expression {
  const { node, t } = place;
  if (digits === undefined) return t.form('ROUND($1, $2)', [nudged(place, value, type), written as Expression], node);
  if (type === 'FLOAT' && t.source !== 'SQLITE') return roundToEven(place, value, digits);
  if (WHOLE_TYPES.has(type) && digits >= 0) return t.source === 'SQLITE' ? t.form('ROUND($1)', [value], node) : value;
  const exact = nudged(place, value, type);
  if (digits < 0) return t.form('ROUND($1 / $2) * $2', [exact, power(digits, place)], node);
  return digits === 0
    ? t.form('ROUND($1)', [exact], node)
    : t.form('ROUND($1, $2)', [exact, number(digits, node.span)], node);
}

function nudged({ node, t }: CallPlace, value: Expression, type: SqlTypeName | undefined): Expression {
  if (t.source === 'SQLITE' || WHOLE_TYPES.has(type) || type === 'FLOAT') return value;
  // written numbers that end in no 5 are no halves, and with one place behind the point they are halves exactly
  if (value.kind === 'number' && !/\.\d+5$/.test(value.text)) return value;
  if (t.takesPlainer(node, 'at halves of the last digit')) return value;
  return t.form('$1 * 1.00000000000001', [value], node);
}

/** A half of a floating-point number goes to its even neighbour in PostgreSQL and MySQL. */
function roundToEven(place: CallPlace, value: Expression, digits: number): Expression {
  const { node, t } = place;
  if (t.takesPlainer(node, 'at halves of the last digit'))
    return t.form('ROUND($1, $2)', [value, number(digits, node.span)], node);
  const scaled = (form: string, operand: Expression): Expression =>
    digits === 0 ? operand : t.form(form, [operand, power(digits, place)], node);
  const grown = scaled(digits > 0 ? '$1 * $2' : '$1 / $2', value);
  const rounded = t.form('CASE WHEN $1 - FLOOR($1) = 0.5 THEN 2 * ROUND($1 / 2) ELSE ROUND($1) END', [grown], node);
  return scaled(digits > 0 ? '$1 / $2' : '$1 * $2', rounded);
}

/**
 * A floating-point number of SQLite's as the decimal that it exactly is, near enough to tell on which side of a half it lies:
 * what is behind the point by itself has more digits.
 */
const EXACT: Readonly<Record<'POSTGRESQL' | 'MYSQL', string>> = {
  POSTGRESQL:
    'CAST(trunc(CAST($1 AS double precision)) AS numeric) + CAST(CAST(CAST($1 AS double precision) - trunc(CAST($1 AS double precision)) AS text) AS numeric)',
  MYSQL: 'CAST(TRUNCATE($1 + 0e0, 0) AS DECIMAL(65, 20)) + CAST($1 + 0e0 - TRUNCATE($1 + 0e0, 0) AS DECIMAL(65, 20))',
};

export function exactReal(
  operand: Expression,
  value: Expression,
  digits: number | undefined,
  { node, t }: CallPlace,
): Expression {
  const { type } = t.typeOf(operand);
  const isExact =
    WHOLE_TYPES.has(type?.type) ||
    (digits !== undefined && operand.kind === 'column' && (type?.scale ?? Infinity) <= digits);
  const plain = t.target === 'POSTGRESQL' ? 'CAST($1 AS numeric)' : 'CAST($1 AS DECIMAL(65, 20))';
  if (isExact || t.target === 'SQLITE' || t.takesPlainer(node, 'at halves of the last digit')) {
    return t.form(plain, [value], node);
  }
  return t.form(EXACT[t.target], [inDoubles(operand, value, t)], node);
}

const AS_DOUBLE = { POSTGRESQL: 'CAST($1 AS double precision)', MYSQL: '($1 + 0e0)' } as const;

/**
 * Products and sums of columns of decimals as SQLite computes them: 60.5 * 0.19 comes to 11.495000000000001 there, which is rounded
 * up.
 */
export function inDoubles(node: Expression, made: Expression, t: Translator): Expression {
  if (node.kind !== 'binary' || made.kind !== 'binary' || node.operator !== made.operator) return made;
  if (!EXACT_ARITHMETIC.has(node.operator) || t.source !== 'SQLITE') return made;
  const side = (one: Expression, its: Expression): Expression => {
    const type = t.typeName(one);
    const isOpen = one.kind === 'column' && its.kind === 'column' && (type === undefined || type === 'DECIMAL');
    return isOpen && t.target !== 'SQLITE' ? t.form(AS_DOUBLE[t.target], [its], one) : inDoubles(one, its, t);
  };
  return { ...made, left: side(node.left, made.left), right: side(node.right, made.right) };
}

/** PostgreSQL rounds decimals alone to digits; MySQL's floating-point numbers it rounds as these are. */
const roundInPostgresql: Compose = (place) => {
  const { node, t } = place;
  const { value, type, digits, written } = read(place);
  const [operand] = node.arguments as [Expression];
  if (t.source === 'SQLITE') {
    const kept =
      digits === undefined
        ? t.form('CAST(GREATEST($1, 0) AS int)', [written as Expression], node)
        : number(Math.max(digits, 0), node.span);
    const exact = exactReal(operand, value, digits, place);
    return digits === 0 ? t.form('round($1)', [exact], node) : t.form('round($1, $2)', [exact, kept], node);
  }
  if (type === 'FLOAT' && digits !== undefined) {
    if (digits === 0) return t.form('round($1)', [asDouble(place, value)], node);
    const form = digits > 0 ? 'round($1 * $2) / $2' : 'round($1 / $2) * $2';
    return t.form(
      form,
      [asDouble(place, value), t.form('CAST($1 AS double precision)', [power(digits, place)], node)],
      node,
    );
  }
  if (node.arguments.length === 1) return t.form('round($1)', [value], node);
  const exact = type === 'DECIMAL' ? value : t.form('CAST($1 AS numeric)', [value], node);
  return t.form(
    digits === undefined ? 'round($1, CAST($2 AS int))' : 'round($1, $2)',
    [exact, written as Expression],
    node,
  );
};

/** What was read from text is a double already. */
const asDouble = ({ node, t }: CallPlace, value: Expression): Expression =>
  node.arguments[0]?.kind === 'column' ? value : t.form('CAST($1 AS double precision)', [value], node);

/** MySQL rounds halves of doubles to even, SQLite away from 0. */
const roundInMysql: Compose = (place) => {
  const { node, t } = place;
  const { value, type, digits, written } = read(place);
  const least =
    digits === undefined ? written : number(t.source === 'SQLITE' ? Math.max(digits, 0) : digits, node.span);
  if (t.source === 'SQLITE' && !WHOLE_TYPES.has(type)) {
    const exact = exactReal(node.arguments[0] as Expression, value, digits, place);
    return t.form('ROUND($1, $2)', [exact, least as Expression], node);
  }
  // round(real, n) of PostgreSQL takes decimals alone
  return node.arguments.length === 1
    ? call('ROUND', [value], node.span)
    : call('ROUND', [decimalOfReal(place, digits) ?? value, least as Expression], node.span);
};

/**
 * A floating-point number that PostgreSQL makes a decimal of, to round that: it has 15 digits there, so that 83.32499999999999 is
 * 83.325, and its half is rounded away from 0. Undefined of what is something else.
 * https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-FLOAT
 */
function decimalOfReal({ node, t }: CallPlace, digits: number | undefined): Expression | undefined {
  const [given] = node.arguments;
  if (t.source !== 'POSTGRESQL' || given?.kind !== 'cast' || given.type.arguments.length > 0) return undefined;
  const type = t.typeName(given.operand);
  const isReal = type === 'FLOAT' || (type === undefined && given.operand.kind !== 'column');
  const isRead = t.typeName(given) === 'DECIMAL' && digits !== undefined && digits <= MOST_ROUNDED;
  return isReal && isRead ? t.form('CAST($1 AS DECIMAL(65, 8))', [t.value(given.operand)], node) : undefined;
}

/** Places that are rounded to, of which the eight of such a decimal hold more than enough to tell a half. */
const MOST_ROUNDED = 5;

/** What is behind the digits is cut off; `sign` keeps what was below 0 there. */
const truncateInSqlite: Compose = (place) => {
  const { node, t } = place;
  const { value, type, digits, written } = read(place);
  if (digits === undefined)
    return t.form('TRUNC($1 * POWER(10, $2)) / POWER(10, $2)', [value, written as Expression], node);
  if (WHOLE_TYPES.has(type) && digits >= 0) return value;
  const exact = nudged(place, value, type);
  if (digits === 0) return t.form('TRUNC($1)', [exact], node);
  return t.form(digits > 0 ? 'TRUNC($1 * $2) / $2' : 'TRUNC($1 / $2) * $2', [exact, power(digits, place)], node);
};

const truncateInMysql: Compose = ({ node, values, t }) =>
  t.form(values.length === 1 ? 'TRUNCATE($1, 0)' : 'TRUNCATE($1, $2)', values, node);

const truncateInPostgresql: Compose = (place) => {
  const { node, t } = place;
  const { value, type, digits, written } = read(place);
  if (digits === 0) return t.form('trunc($1)', [value], node);
  const exact = type === 'DECIMAL' ? value : t.form('CAST($1 AS numeric)', [value], node);
  return t.form('trunc($1, $2)', [exact, written as Expression], node);
};

/** Numbers with less digits. */
export const roundingForms: FormTable = {
  round: { takes: 'number', pg: roundInPostgresql, my: roundInMysql, lite: writtenRound },
  truncate: { takes: 'number', pg: 'trunc($1)', my: truncateInMysql, lite: truncateInSqlite },
  truncate_to_digits: { takes: 'number', pg: truncateInPostgresql, my: truncateInMysql, lite: truncateInSqlite },
};
