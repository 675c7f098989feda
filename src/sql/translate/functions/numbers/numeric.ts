import type { Expression, FunctionCall } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { isText } from '../../expressions/coercion.js';
import { INTEGER_TYPES } from '../../expressions/numbers/number-types.js';
import { itemsOfText } from '../../expressions/arrays/written-arrays.js';
import { inSource, saidInSource } from '../../in-source.js';
import { number } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import {
  all,
  always,
  count,
  literalNumber,
  noneNull,
  typeIs,
  type Compose,
  type Form,
  type FormRow,
  type FormTable,
  type Guard,
} from '../form.js';

/** Whether what can't be computed is NULL, or an error. */
const FAILS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: false };

/** A form of PostgreSQL's that is NULL unless a condition holds, as it is where others don't fail. */
const where =
  (condition: string, form: string, isWithin = isPositive): Compose =>
  ({ node, values, t }) => {
    const isSafe = FAILS[t.source] || isWithin(node.arguments[node.arguments.length - 1]);
    return t.form(isSafe ? form : `CASE WHEN ${condition} THEN ${form} END`, values, node);
  };

const isPositive = (value: Expression | undefined): boolean => (literalNumber(value) ?? 0) > 0;

/** A sine or a cosine that is written out. */
const isSine = (value: Expression | undefined): boolean => Math.abs(literalNumber(value) ?? 2) <= 1;

const isWhole = (index: number): Guard => typeIs(index, 'INTEGER', 'BIGINT', 'BOOLEAN');

const DOUBLE = 'CAST($1 AS double precision)';

/** mod(a, b) keeps the digits of decimals. */
const remainder: Readonly<Record<'pg' | 'my' | 'lite', Form>> = {
  pg: [
    {
      when: all(isWhole(1), isWhole(2)),
      form: ({ node, values, t }) =>
        t.form(
          FAILS[t.source] || isPositive(node.arguments[1]) ? 'mod($1, $2)' : 'mod($1, NULLIF($2, 0))',
          values,
          node,
        ),
    },
    { when: always, form: 'mod(CAST($1 AS numeric), NULLIF(CAST($2 AS numeric), 0))' },
  ],
  my: 'MOD($1, $2)',
  lite: [
    { when: all(isWhole(1), isWhole(2)), form: '$1 % $2' },
    { when: always, form: 'mod($1, $2)' },
  ],
};

const widthBucket: Readonly<Record<'my' | 'lite', string>> = {
  my: 'CASE WHEN $1 < $2 THEN 0 WHEN $1 >= $3 THEN $4 + 1 ELSE FLOOR(($1 - $2) * $4 / ($3 - $2)) + 1 END',
  lite: 'CASE WHEN $1 < $2 THEN 0 WHEN $1 >= $3 THEN $4 + 1 ELSE CAST(($1 - $2) * 1.0 * $4 / ($3 - $2) AS INTEGER) + 1 END',
};

/** width_bucket(value, thresholds): how many of them, which ascend, the value has reached. */
const bucketOfThresholds: Compose = ({ node, t }) => {
  const [value, thresholds] = node.arguments;
  const items = thresholds?.kind === 'array' ? thresholds.items : thresholds && thresholdsOf(thresholds);
  if (value === undefined || items === undefined || items.length === 0) return undefined;
  const branches = items.map((_, at) => `WHEN $1 < $${at + 2} THEN ${at}`);
  const sql = `CASE ${branches.join(' ')} WHEN $1 >= $${items.length + 1} THEN ${items.length} END`;
  return inSource(sql, [value, ...items], node, t);
};

/** An array that is cast, or that a text has. */
const thresholdsOf = (node: Expression): readonly Expression[] | undefined =>
  node.kind === 'cast' && node.operand.kind === 'array' ? node.operand.items : itemsOfText(node);

const greatestDivisor =
  'WITH RECURSIVE _divisors (_a, _b) AS (SELECT ABS($1), ABS($2) UNION ALL SELECT _b, _a % _b FROM _divisors WHERE _b <> 0)';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A whole number that is not negative, in another base. */
const digitsOfNumber = (value: string, base: number | string): string =>
  `CASE WHEN ${value} = 0 THEN '0' WHEN ${value} > 0 THEN (WITH RECURSIVE _digits (_left, _made) AS (SELECT ${value}, CAST('' AS text) UNION ALL SELECT _left / ${base}, substr('${DIGITS}', CAST(_left % ${base} AS int) + 1, 1) || _made FROM _digits WHERE _left > 0) SELECT _made FROM _digits WHERE _left = 0) END`;

/** The bits of a whole number. */
const BINARY = {
  pg: "CASE WHEN CAST($1 AS bigint) = 0 THEN '0' ELSE ltrim(CAST(CAST(CAST($1 AS bigint) AS bit(64)) AS text), '0') END",
  lite: "CASE WHEN $1 = 0 THEN '0' WHEN $1 IS NOT NULL THEN (WITH RECURSIVE _bits (_at, _made) AS (SELECT 0, '' UNION ALL SELECT _at + 1, ($1 >> _at & 1) || _made FROM _bits WHERE _at < 64) SELECT ltrim(_made, '0') FROM _bits WHERE _at = 64) END",
} as const;

/** Whole numbers by bases whose digits are bits, of which a negative one has 64. */
const BITS_OF_NUMBER: Readonly<Record<number, Readonly<Record<'pg' | 'lite', string>>>> = {
  2: BINARY,
  16: { pg: 'upper(to_hex(CAST($1 AS bigint)))', lite: "CASE WHEN $1 IS NOT NULL THEN printf('%X', $1) END" },
};

/** CONV(text, from, to) of bases that are known: digits up to the first that is none make a number, which is written anew. */
const converted: Compose = ({ node, values, t }) => {
  const [written] = node.arguments as [Expression];
  const bits =
    literalNumber(node.arguments[1]) === 10 ? BITS_OF_NUMBER[literalNumber(node.arguments[2]) ?? 0] : undefined;
  if (bits !== undefined && INTEGER_TYPES.has(t.typeName(written)))
    return t.form(bits[t.target === 'POSTGRESQL' ? 'pg' : 'lite'], values, node);
  const [from, to] = node.arguments.slice(1).map((base) => literalNumber(base)) as [number?, number?];
  if (from === undefined || to === undefined || Math.min(from, to) < 2 || Math.max(from, to) > 36) return undefined;
  const find = t.target === 'POSTGRESQL' ? 'strpos' : 'instr';
  const digit = `${find}('${DIGITS.slice(0, from)}', upper(substr($2, _at, 1)))`;
  const read = `(WITH RECURSIVE _read (_at, _sum) AS (SELECT 1, CAST(0 AS bigint) UNION ALL SELECT _at + 1, _sum * ${from} + ${digit} - 1 FROM _read WHERE _at <= length($2) AND ${digit} > 0) SELECT MAX(_sum) FROM _read)`;
  const value = t.form(
    `CASE WHEN $1 <> '' THEN ${read} END`,
    [values[0] as Expression, withoutSpaces(node, values, t)],
    node,
  );
  return to === 10 ? t.form('CAST($1 AS text)', [value], node) : t.form(digitsOfNumber('$1', to), [value], node);
};

/** Spaces before the digits are passed by; a number has none. */
const withoutSpaces = (node: FunctionCall, [value]: readonly Expression[], t: Translator): Expression => {
  const [written] = node.arguments as [Expression];
  return isText(written, t) ? t.form('ltrim($1)', [value as Expression], node) : (value as Expression);
};

/** The months of a period of MySQL's, YYYYMM or YYMM, as one number. */
const monthsOf = (place: string): string =>
  `((${place} / 100 + CASE WHEN ${place} < 7000 THEN 2000 WHEN ${place} < 10000 THEN 1900 ELSE 0 END) * 12 + ${place} % 100)`;
const monthsBetween = (first: string, second: string): string => `${monthsOf(first)} - ${monthsOf(second)}`;
const monthsLater = (months: string): string => `(${months} - 1) / 12 * 100 + (${months} - 1) % 12 + 1`;

const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);
const divisorOf = (a: bigint, b: bigint): bigint => (b === 0n ? magnitude(a) : divisorOf(b, a % b));

/** What two whole numbers that are written out come to: MySQL has no loops in an expression. */
const ofKnown =
  (compute: (a: bigint, b: bigint) => bigint): Compose =>
  ({ node, t }) => {
    const [a, b] = node.arguments.map((one) => literalNumber(one));
    if (a === undefined || b === undefined || !Number.isSafeInteger(a) || !Number.isSafeInteger(b))
      return t.refuse(node, 'MySQL has no function for this, and no loop in an expression.', 'Compute it outside.');
    return number(compute(BigInt(a), BigInt(b)), node.span);
  };

/** n!, by all that there are: MySQL has no loops in an expression, and no number of more digits than the last one has. */
const factorial: Compose = ({ node, t }) => {
  const written = literalNumber(node.arguments[0]);
  if (written !== undefined && FACTORIALS[written] !== undefined) return number(FACTORIALS[written], node.span);
  const branches = FACTORIALS.map((product, n) => `WHEN ${n} THEN ${product}`);
  return inSource(`CASE $1 ${branches.join(' ')} END`, node.arguments, node, t);
};
const LAST_FACTORIAL = 49n;
const FACTORIALS: readonly bigint[] = Array.from({ length: Number(LAST_FACTORIAL) + 1 }).reduce<bigint[]>(
  (made, _, n) => [...made, n === 0 ? 1n : (made[n - 1] as bigint) * BigInt(n)],
  [],
);

/** Of degrees, with 0 where a multiple of a right angle is meant. */
const ofDegrees = (called: string): FormRow => {
  const form = saidInSource(`round(CAST(${called}(radians(CAST($1 AS double precision))) AS numeric), 15)`);
  return { my: form, lite: form };
};
const inDegrees = (called: string): FormRow => {
  const form = saidInSource(`round(CAST(degrees(${called}(CAST($1 AS double precision))) AS numeric), 12)`);
  return { my: form, lite: form };
};

/** scale(x): the digits behind the point that a decimal is declared with. */
const scale: Compose = ({ node, t }) => {
  const type = node.arguments[0] && t.typeOf(node.arguments[0]).type;
  const digits = type?.type === 'DECIMAL' ? type.scale : type?.type === 'INTEGER' ? 0 : undefined;
  if (digits === undefined) return undefined;
  return inSource('CASE WHEN $1 IS NOT NULL THEN $2 END', [...node.arguments, number(digits, node.span)], node, t);
};

/** Functions of numbers. */
export const numericForms: FormTable = {
  abs: { takes: 'number' },
  sign: {
    takes: 'number',
    pg: [
      { when: isWhole(1), form: 'CAST(sign($1) AS int)' },
      { when: always, form: 'sign($1)' },
    ],
  },
  ceiling: { takes: 'number' },
  floor: { takes: 'number' },
  modulo: { takes: 'number', ...remainder },
  modulo_of_floats: {
    takes: 'number',
    pg: 'CAST(mod(CAST($1 AS numeric), NULLIF(CAST($2 AS numeric), 0)) AS double precision)',
    my: 'MOD($1, $2)',
  },
  power: {
    takes: 'number',
    pg: [
      { when: ({ t }) => t.source === 'POSTGRESQL', form: 'power($1, $2)' },
      { when: always, form: `power(${DOUBLE}, $2)` },
    ],
  },
  square_root: {
    takes: 'number',
    pg: where('$1 >= 0', `sqrt(${DOUBLE})`),
  },
  exponential: { takes: 'number', pg: `exp(${DOUBLE})` },
  logarithm_natural: { takes: 'number', pg: where('$1 > 0', `ln(${DOUBLE})`) },
  logarithm_10: { takes: 'number', pg: where('$1 > 0', `log(${DOUBLE})`) },
  logarithm_2: { takes: 'number', pg: where('$1 > 0', `ln(${DOUBLE}) / ln(CAST(2 AS double precision))`) },
  logarithm_to_base: {
    takes: 'number',
    pg: where('$1 > 0 AND $1 <> 1 AND $2 > 0', 'ln(CAST($2 AS double precision)) / ln(CAST($1 AS double precision))'),
    lite: 'CASE WHEN $1 > 0 AND $1 <> 1 THEN LN($2) / LN($1) END',
  },
  degrees: { takes: 'number' },
  radians: { takes: 'number' },
  cotangent: { takes: 'number', lite: '1 / TAN($1)' },
  arc_sine: { takes: 'number', pg: where('$1 BETWEEN -1 AND 1', 'asin($1)', isSine) },
  arc_cosine: { takes: 'number', pg: where('$1 BETWEEN -1 AND 1', 'acos($1)', isSine) },
  hyperbolic_sine: { takes: 'number', my: '(EXP($1) - EXP(-$1)) / 2' },
  hyperbolic_cosine: { takes: 'number', my: '(EXP($1) + EXP(-$1)) / 2' },
  hyperbolic_tangent: { takes: 'number', my: '(EXP(2 * $1) - 1) / (EXP(2 * $1) + 1)' },
  hyperbolic_arc_sine: { takes: 'number', my: 'SIGN($1) * LN(ABS($1) + SQRT($1 * $1 + 1e0))' },
  hyperbolic_arc_cosine: { takes: 'number', my: 'LN($1 + SQRT($1 * $1 - 1e0))' },
  hyperbolic_arc_tangent: { takes: 'number', my: 'LN((1e0 + $1) / (1 - $1)) / 2' },
  cbrt: { takes: 'number', my: 'SIGN($1) * POWER(ABS($1), 1 / 3e0)', lite: 'SIGN($1) * POWER(ABS($1), 1 / 3.0)' },
  div: {
    takes: 'number',
    my: 'TRUNCATE($1 / $2, 0)',
    lite: [
      { when: all(isWhole(1), isWhole(2)), form: '$1 / $2' },
      { when: always, form: 'TRUNC(CAST($1 AS REAL) / $2)' },
    ],
  },
  gcd: {
    takes: 'number',
    my: ofKnown((a, b) => divisorOf(a, b)),
    lite: `(${greatestDivisor} SELECT _a FROM _divisors WHERE _b = 0)`,
  },
  lcm: {
    takes: 'number',
    my: ofKnown((a, b) => (a === 0n || b === 0n ? 0n : magnitude(a * b) / divisorOf(a, b))),
    lite: `ABS($1 * $2) / NULLIF((${greatestDivisor} SELECT _a FROM _divisors WHERE _b = 0), 0)`,
  },
  width_bucket: {
    takes: 'number',
    my: [
      { when: count(4), form: widthBucket.my },
      { when: always, form: bucketOfThresholds },
    ],
    lite: [
      { when: count(4), form: widthBucket.lite },
      { when: always, form: bucketOfThresholds },
    ],
  },
  factorial: { my: factorial, lite: factorial },
  sind: ofDegrees('sin'),
  cosd: ofDegrees('cos'),
  tand: ofDegrees('tan'),
  asind: inDegrees('asin'),
  acosd: inDegrees('acos'),
  atand: inDegrees('atan'),
  scale: { my: scale, lite: scale },
  // how many digits are shown is no matter of the value
  trim_scale: { takes: 'number', my: '$1', lite: '$1' },
  to_hex: {
    takes: 'number',
    my: [
      { when: typeIs(1, 'INTEGER'), form: 'LOWER(HEX($1 & 4294967295))' },
      { when: always, form: 'LOWER(HEX($1))' },
    ],
    lite: [
      { when: all(typeIs(1, 'INTEGER'), noneNull), form: "printf('%x', $1 & 4294967295)" },
      { when: typeIs(1, 'INTEGER'), form: "CASE WHEN $1 IS NOT NULL THEN printf('%x', $1 & 4294967295) END" },
      { when: always, form: "CASE WHEN $1 IS NOT NULL THEN printf('%x', $1) END" },
    ],
  },
  period_diff: {
    takes: 'number',
    pg: monthsBetween('CAST($1 AS int)', 'CAST($2 AS int)'),
    lite: monthsBetween('CAST($1 AS INTEGER)', 'CAST($2 AS INTEGER)'),
  },
  period_add: {
    takes: 'number',
    pg: monthsLater(`(${monthsOf('CAST($1 AS int)')} + CAST($2 AS int))`),
    lite: monthsLater(`(${monthsOf('CAST($1 AS INTEGER)')} + CAST($2 AS INTEGER))`),
  },
  count_bits: {
    takes: 'number',
    pg: "length(replace(CAST(CAST($1 AS bigint) AS bit(64))::text, '0', ''))",
    lite: '(WITH RECURSIVE _bits (_at) AS (SELECT 0 UNION ALL SELECT _at + 1 FROM _bits WHERE _at < 63) SELECT SUM(($1 >> _at) & 1) FROM _bits)',
  },
  bin: {
    takes: 'number',
    ...BINARY,
  },
  conv: { takes: 'text number', pg: converted, lite: converted },
  oct: {
    takes: 'number',
    pg: digitsOfNumber('CAST($1 AS bigint)', 8),
    lite: "CASE WHEN $1 IS NOT NULL THEN printf('%o', $1) END",
  },
};
