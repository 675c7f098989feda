import type {
  BinaryExpression,
  BinaryOperator,
  Expression,
  OperatorExpression,
  UnaryExpression,
} from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { isNameOfThings, type SqlTypeName } from '../../typing/index.js';
import { lastOf } from '../queries/lowering/references.js';
import { binary, call, cast, dataType, not } from '../made-nodes.js';
import type { RuleTable, Translator } from '../translator.js';
import { arrayTest, isArray, joinedArrays } from './arrays/array-values.js';
import { isText, numberOf, TEXT_OF_BYTES, textOf } from './coercion.js';
import { caseOfCollation, type SaidCase } from './texts/explicit-collation.js';
import { comparison } from './comparisons/comparisons.js';
import { dividedExactly, divided, dividedToInteger, remainder } from './numbers/division.js';
import { jsonTest } from './documents/json-containment.js';
import { joinedDocuments } from './documents/joined-documents.js';
import { jsonEdit, withoutKey } from './documents/json-operator-edits.js';
import { jsonOperators, jsonValue } from './documents/json-operators.js';
import { momentSum } from './moments/moment-arithmetic.js';
import { isMadeNumber, numberOfDigits } from './numbers/open-digits.js';
import { overlaps } from './moments/overlaps.js';
import { inRange } from './comparisons/ranges.js';
import { condition } from './truth.js';

/** Signs between and before values. */
export const operators: RuleTable = {
  unary,
  binary: (node, t) => BINARY[node.operator](node, t),
  operator: ownOperator,
  collate: ({ operand, collation, ...node }, t) => collated({ ...node, operand, collation }, t),
};

type BinaryRule = (node: BinaryExpression, t: Translator) => Expression;

/** Both operands as numbers, with the same sign between them. */
const arithmetic: BinaryRule = (node, t) => ({ ...node, left: numberOf(node.left, t), right: numberOf(node.right, t) });

/** x + 0: the number that a text starts with. */
const madeNumber: (node: BinaryExpression, t: Translator) => Expression | undefined = (node, t) =>
  isMadeNumber(node.left, node.right, t) ? numberOfDigits(node.left, t) : undefined;

/** What a whole number may come to: a literal is what it is, and anything else what applications count. */
function magnitude(node: Expression): number {
  if (node.kind === 'number') return Number(node.text);
  if (node.kind === 'unary' && node.operator === 'minus') return magnitude(node.operand);
  const grow = node.kind === 'binary' ? GROWS[node.operator] : undefined;
  return node.kind === 'binary' && grow !== undefined ? grow(magnitude(node.left), magnitude(node.right)) : 1e6;
}

const GROWS: Readonly<Partial<Record<BinaryOperator, (left: number, right: number) => number>>> = {
  add: (left, right) => left + right,
  subtract: (left, right) => left + right,
  multiply: (left, right) => left * right,
};

const MOST_OF_FOUR_BYTES = 2 ** 31 - 1;

/** PostgreSQL counts whole numbers of four bytes in four bytes, and fails where SQLite goes on. */
const wide =
  (rule: BinaryRule): BinaryRule =>
  (node, t) => {
    const made = rule(node, t);
    const outgrows =
      t.source === 'SQLITE' &&
      t.target === 'POSTGRESQL' &&
      [node.left, node.right].every((one) => t.typeName(one) === 'INTEGER') &&
      magnitude(node) > MOST_OF_FOUR_BYTES;
    return outgrows && made.kind === 'binary'
      ? { ...made, left: cast(made.left, dataType('bigint', node.span)) }
      : made;
  };

/** A sum, which is one of dates where an operand is. */
const sum: BinaryRule = (node, t) =>
  momentSum(node, t) ?? withoutKey(node, t) ?? madeNumber(node, t) ?? wide(arithmetic)(node, t);

type Forms = Readonly<Record<DialectName, string>>;

/** Operands as numbers in an expression of the target's own. */
const numbersIn =
  (forms: Forms): BinaryRule =>
  (node, t) =>
    t.form(forms[t.target], [numberOf(node.left, t), numberOf(node.right, t)], node);

/** What has bits is whole: SQLite cuts off what is behind the point, MySQL rounds it, halves away from 0. */
function wholeOf(node: Expression, t: Translator): Expression {
  const made = numberOf(node, t);
  const mayHaveFraction = FRACTIONS.has(t.typeName(node)) || isOpenToFractions(node, made, t);
  if (!mayHaveFraction || (made.kind === 'number' && /^-?\d+$/.test(made.text))) return made;
  return t.form(WHOLE[t.source === 'SQLITE' ? 'cut' : 'rounded'][t.target], [made], node);
}

/** A column whose type nobody tells, and whose name tells neither things nor bits. */
function isOpenToFractions(node: Expression, made: Expression, t: Translator): boolean {
  if (t.source === 'POSTGRESQL' || node.kind !== 'column' || t.typeName(node) !== undefined) return false;
  const called = lastOf(node).value;
  return made.kind !== 'column' || !(isNameOfThings(called) || /mask|bits|flag|perm|role|option/i.test(called));
}

const FRACTIONS: ReadonlySet<SqlTypeName | undefined> = new Set<SqlTypeName | undefined>(['DECIMAL', 'FLOAT', 'TEXT']);

const WHOLE: Readonly<Record<'cut' | 'rounded', Forms>> = {
  cut: {
    POSTGRESQL: 'CAST(trunc(CAST($1 AS numeric)) AS bigint)',
    MYSQL: 'CAST(TRUNCATE($1, 0) AS SIGNED)',
    SQLITE: 'CAST($1 AS INTEGER)',
  },
  rounded: {
    POSTGRESQL: 'CAST(round(CAST($1 AS numeric)) AS bigint)',
    MYSQL: '$1',
    SQLITE: 'CAST(ROUND($1) AS INTEGER)',
  },
};

/** MySQL's bits are unsigned; negative numbers are what others have for them. */
const bits =
  (forms: Forms): BinaryRule =>
  (node, t) => {
    refuseAddresses(node, t);
    if (node.operator === 'bit-and' && !SIGNED_BITS[t.source] && SIGNED_BITS[t.target])
      return t.form(forms[t.target], [masked(node.left, t), masked(node.right, t)], node);
    const isSigned = SIGNED_BITS[t.source] && !SIGNED_BITS[t.target];
    const shiftsSign = isSigned && node.operator === 'shift-right' && node.left.kind !== 'number';
    const form = shiftsSign ? { ...forms, MYSQL: SIGNED_SHIFT } : forms;
    const made = t.form(form[t.target], [wholeOf(node.left, t), wholeOf(node.right, t)], node);
    return isSigned && !isSmall(node) ? cast(made, dataType('signed', node.span)) : made;
  };

/** Of PostgreSQL's addresses of networks `<<` asks whether one is within another. */
function refuseAddresses(node: BinaryExpression, t: Translator): void {
  if (t.source !== 'POSTGRESQL') return;
  const isOther = (one: Expression): boolean =>
    t.typeName(one) === 'OTHER' || (one.kind === 'string' && /[.:/]/.test(one.value));
  if (isOther(node.left) || isOther(node.right))
    t.refuse(
      node,
      'Addresses of networks are texts in the target, which has no operators for them.',
      'Keep the first and the last address of each network as numbers, and compare with these.',
    );
}

/** The turned bits of a mask: the sign that they have elsewhere goes with what AND leaves of it. */
const masked = (node: Expression, t: Translator): Expression =>
  node.kind === 'unary' && node.operator === 'bit-not'
    ? t.form(COMPLEMENT.SQLITE[t.target], [wholeOf(node.operand, t)], node)
    : wholeOf(node, t);

const SIGNED_BITS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: true };

/** Elsewhere the sign comes after the bits: those of a negative number are turned before and after. */
const SIGNED_SHIFT = 'CASE WHEN $1 < 0 THEN ~(~$1 >> $2) ELSE $1 >> $2 END';

/** A literal that is not negative keeps the result of AND so. */
const isSmall = ({ operator, left, right }: BinaryExpression): boolean =>
  operator === 'bit-and' && (left.kind === 'number' || right.kind === 'number');

const refused =
  (what: string): BinaryRule =>
  (node, t) =>
    t.refuse(node, `${what} has no counterpart in the target.`);

const BINARY: Readonly<Record<BinaryOperator, BinaryRule>> = {
  add: sum,
  subtract: sum,
  multiply: wide(arithmetic),
  divide: divided,
  'divide-exact': dividedExactly,
  'divide-integer': dividedToInteger,
  modulo: remainder,
  power: numbersIn({ POSTGRESQL: '$1 ^ $2', MYSQL: 'POWER($1, $2)', SQLITE: 'POWER($1, $2)' }),
  concatenate,
  'bit-and': bits({ POSTGRESQL: '$1 & $2', MYSQL: '$1 & $2', SQLITE: '$1 & $2' }),
  'bit-or': bits({ POSTGRESQL: '$1 | $2', MYSQL: '$1 | $2', SQLITE: '$1 | $2' }),
  'bit-xor': bits({ POSTGRESQL: '$1 # $2', MYSQL: '$1 ^ $2', SQLITE: '($1 | $2) - ($1 & $2)' }),
  'shift-left': shiftedLeft,
  'shift-right': shiftedRight,
  equal: comparison,
  'not-equal': comparison,
  less: comparison,
  'less-or-equal': comparison,
  greater: comparison,
  'greater-or-equal': comparison,
  distinct: comparison,
  'not-distinct': comparison,
  ...jsonOperators,
  overlaps,
  'member-of': refused('MEMBER OF'),
};

const SHIFT_LEFT: Forms = {
  POSTGRESQL: 'CAST($1 AS bigint) << CAST($2 AS int)',
  MYSQL: '$1 << $2',
  SQLITE: '$1 << $2',
};

/** Of a number of four bytes PostgreSQL keeps four bytes, the first bit of which is the sign, where others go on. */
function shiftedLeft(node: BinaryExpression, t: Translator): Expression {
  const isOfFourBytes = t.source === 'POSTGRESQL' && t.typeName(node.left) === 'INTEGER';
  if (!isOfFourBytes || staysSmall(node)) return bits(SHIFT_LEFT)(node, t);
  refuseAddresses(node, t);
  return t.form(FOUR_BYTES[t.target], [numbersIn(SHIFT_LEFT)(node, t)], node);
}

const FOUR_BYTES: Forms = {
  POSTGRESQL: '$1',
  MYSQL: 'CAST($1 & 2147483647 AS SIGNED) - CAST($1 & 2147483648 AS SIGNED)',
  SQLITE: '($1 & 2147483647) - ($1 & 2147483648)',
};

/** Whether literals stay within four bytes. */
const staysSmall = ({ left, right }: BinaryExpression): boolean =>
  left.kind === 'number' &&
  (right.kind === 'number' ? Number(left.text) * 2 ** Number(right.text) <= MOST_OF_FOUR_BYTES : left.text === '1');

const SHIFT_RIGHT: Forms = {
  POSTGRESQL: 'CAST($1 AS bigint) >> CAST($2 AS int)',
  MYSQL: '$1 >> $2',
  SQLITE: '$1 >> $2',
};

/** Bits with a sign keep it as they are moved; without, those of a negative number are turned before and after. */
function shiftedRight(node: BinaryExpression, t: Translator): Expression {
  const plain = bits(SHIFT_RIGHT)(node, t);
  const isSigned = SIGNED_BITS[t.source] && !SIGNED_BITS[t.target];
  if (!isSigned || node.left.kind === 'number') return plain;
  return t.form(
    'CAST(CASE WHEN $1 < 0 THEN ~ (~ $1 >> $2) ELSE $1 >> $2 END AS SIGNED)',
    [numberOf(node.left, t), numberOf(node.right, t)],
    node,
  );
}

/** Whether `||` joins texts; elsewhere CONCAT does, which knows NULL in the same way in MySQL alone. */
const JOINS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: true };

/** a || b || c: what is no text is made one, and NULL makes all of it NULL. */
function concatenate(node: BinaryExpression, t: Translator): Expression {
  const operands = joined(node);
  if (operands.some((operand) => isArray(operand, t))) return joinedArrays(operands, node, t);
  const document = joinedDocuments(node, t);
  if (document !== undefined) return document;
  if (operands.some((operand) => t.typeName(operand) === 'JSON'))
    t.refuse(node, 'JSON documents can’t be joined like this in the target.');
  const values = operands.map((operand) =>
    t.typeName(operand) === 'BINARY' && t.source === 'SQLITE'
      ? t.form(TEXT_OF_BYTES[t.target], [t.value(operand)], operand)
      : textOf(operand, t),
  );
  if (!JOINS[t.target]) return call('CONCAT', values, node.span);
  if (t.target === 'POSTGRESQL' && !operands.some((operand) => isText(operand, t) || operand.kind === 'string')) {
    values[0] = cast(values[0] as Expression, dataType('text', node.span));
  }
  return values.reduce((left, right) => binary('concatenate', left, right));
}

/** The operands of a chain of `||`. */
function joined(node: BinaryExpression): Expression[] {
  const operands = [node.right];
  let left = node.left;
  for (; left.kind === 'binary' && left.operator === 'concatenate'; left = left.left) operands.push(left.right);
  operands.push(left);
  return operands.reverse();
}

const UNARY: Readonly<Record<UnaryExpression['operator'], (node: UnaryExpression, t: Translator) => Expression>> = {
  not: (node, t) => not(condition(node.operand, t)),
  minus: (node, t) => ({ ...node, operand: numberOf(node.operand, t) }),
  plus: (node, t) => t.value(node.operand),
  'bit-not': (node, t) => t.form(COMPLEMENT[t.source][t.target], [wholeOf(node.operand, t)], node),
  binary: (node, t) => t.form(AS_BYTES[t.target], [textOf(node.operand, t)], node),
};

/** All bits turned; MySQL's result has no sign. */
const COMPLEMENT: Readonly<Record<DialectName, Forms>> = {
  POSTGRESQL: { POSTGRESQL: '~ $1', MYSQL: 'CAST(~ $1 AS SIGNED)', SQLITE: '~ $1' },
  MYSQL: { POSTGRESQL: '18446744073709551615 - $1', MYSQL: '~ $1', SQLITE: '18446744073709551615 - $1' },
  SQLITE: { POSTGRESQL: '~ CAST($1 AS bigint)', MYSQL: 'CAST(~ $1 AS SIGNED)', SQLITE: '~ $1' },
};

/** MySQL's BINARY before a text makes it compare by its bytes. */
const AS_BYTES: Forms = { POSTGRESQL: '$1 COLLATE "C"', MYSQL: 'BINARY $1', SQLITE: '$1 COLLATE BINARY' };

function unary(node: UnaryExpression, t: Translator): Expression {
  return UNARY[node.operator](node, t);
}

/** Without regard to case, or byte by byte. */
const COLLATIONS: Readonly<Record<SaidCase, Forms>> = {
  caseless: { POSTGRESQL: 'LOWER($1)', MYSQL: '$1 COLLATE utf8mb4_general_ci', SQLITE: '$1 COLLATE NOCASE' },
  exact: { POSTGRESQL: '$1 COLLATE "C"', MYSQL: '$1 COLLATE utf8mb4_bin', SQLITE: '$1 COLLATE BINARY' },
};

function collated(node: Extract<Expression, { kind: 'collate' }>, t: Translator): Expression {
  const called = node.collation.parts[node.collation.parts.length - 1]?.value ?? '';
  const does = caseOfCollation(called);
  if (does === undefined) t.refuse(node, `The target has no collation like \`${called}\`.`, 'Leave COLLATE out.');
  return t.form(COLLATIONS[does][t.target], [textOf(node.operand, t)], node);
}

/** PostgreSQL's operators beside those with a meaning of their own. */
const OWN_OPERATORS: Readonly<Record<string, Partial<Forms>>> = {
  '|/': { MYSQL: 'SQRT($1)', SQLITE: 'SQRT($1)' },
  '||/': { MYSQL: 'SIGN($1) * POWER(ABS($1), 1 / 3e0)', SQLITE: 'SIGN($1) * POWER(ABS($1), 1 / 3.0)' },
  '@': { MYSQL: 'ABS($1)', SQLITE: 'ABS($1)' },
  '^@': {
    MYSQL: 'CAST(LEFT($1, CHAR_LENGTH($2)) AS BINARY) = CAST($2 AS BINARY)',
    SQLITE: 'substr($1, 1, length($2)) = $2',
  },
  '~~': {},
};

const ofArrays = ({ symbol, left, right, ...at }: OperatorExpression, t: Translator): Expression | undefined =>
  left !== undefined && ARRAY_TESTS.has(symbol)
    ? arrayTest(symbol, [left, right], { ...at, symbol, left, right }, t)
    : undefined;

const ARRAY_TESTS: ReadonlySet<string> = new Set(['@>', '<@', '&&']);

function ownOperator(node: OperatorExpression, t: Translator): Expression {
  const inDocument =
    jsonValue(node, t) ?? inRange(node, t) ?? ofArrays(node, t) ?? jsonTest(node, t) ?? jsonEdit(node, t);
  if (inDocument !== undefined) return inDocument;
  const form = OWN_OPERATORS[node.symbol]?.[t.target];
  if (form === undefined) t.refuse(node, `The operator \`${node.symbol}\` has no counterpart in the target.`);
  const operands = node.left === undefined ? [node.right] : [node.left, node.right];
  return t.form(
    form,
    operands.map((operand) => t.value(operand)),
    node,
  );
}
