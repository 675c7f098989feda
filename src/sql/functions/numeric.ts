import type { FunctionRow, ReturnRule } from './function-row.js';
import { argument, byType, commonFrom, NULL_FOR_ERRORS, perDialect, TRUTH } from './return-rules.js';
import { each, pure } from './row-builders.js';

/** PostgreSQL computes decimals as decimals, and integers as floating-point numbers. */
const DECIMAL_STAYS = byType('ALL', { DECIMAL: 'DECIMAL' }, 'FLOAT');
const ROOT = perDialect<ReturnRule>(DECIMAL_STAYS, 'FLOAT', 'FLOAT');
const ROUNDED = perDialect<ReturnRule>(
  byType(0, { DECIMAL: 'DECIMAL' }, 'FLOAT'),
  byType(0, { BOOLEAN: 'BIGINT', INTEGER: 'BIGINT', BIGINT: 'BIGINT', DECIMAL: 'DECIMAL' }, 'FLOAT'),
  'FLOAT',
);
const WHOLE = perDialect<ReturnRule>(
  byType(0, { DECIMAL: 'DECIMAL' }, 'FLOAT'),
  byType(0, { BOOLEAN: 'BIGINT', INTEGER: 'BIGINT', BIGINT: 'BIGINT', DECIMAL: 'DECIMAL' }, 'FLOAT'),
  byType(0, { INTEGER: 'INTEGER', BIGINT: 'BIGINT' }, 'FLOAT'),
);
const MAGNITUDE = perDialect<ReturnRule>(
  argument(0),
  byType(0, { BOOLEAN: 'BIGINT', INTEGER: 'BIGINT', BIGINT: 'BIGINT', DECIMAL: 'DECIMAL' }, 'FLOAT'),
  byType(0, { INTEGER: 'INTEGER', BIGINT: 'BIGINT' }, 'FLOAT'),
);
const REMAINDER = byType('ALL', { INTEGER: 'INTEGER', BIGINT: 'BIGINT', DECIMAL: 'DECIMAL' }, 'FLOAT');
const HALVES =
  'Halves of floating-point numbers SQLite rounds away from 0, the others to the even neighbour; digits below 0 are 0 to it.';

const shared: readonly FunctionRow[] = [
  pure('abs', MAGNITUDE, 'STRICT', { pg: 'abs', my: 'abs', lite: 'abs' }),
  pure('sign', perDialect<ReturnRule>(DECIMAL_STAYS, 'INTEGER', 'INTEGER'), perDialect('STRICT', 'STRICT', 'MAY'), {
    pg: 'sign',
    my: 'sign',
    lite: 'sign',
  }),
  pure('ceiling', WHOLE, perDialect('STRICT', 'STRICT', 'MAY'), {
    pg: 'ceil ceiling',
    my: 'ceil ceiling',
    lite: 'ceil ceiling',
  }),
  pure('floor', WHOLE, perDialect('STRICT', 'STRICT', 'MAY'), { pg: 'floor', my: 'floor', lite: 'floor' }),
  pure('round', ROUNDED, 'STRICT', { pg: 'round', my: 'round', lite: 'round' }, { caveat: HALVES }),
  // trunc cuts addresses of the hardware, too, in PostgreSQL; with digits it is MySQL's truncate.
  pure('truncate', WHOLE, perDialect('STRICT', 'STRICT', 'MAY'), { pg: 'trunc/1', lite: 'trunc' }),
  pure('truncate_to_digits', ROUNDED, 'STRICT', { pg: 'trunc/2', my: 'truncate' }),
  pure(
    'modulo',
    REMAINDER,
    NULL_FOR_ERRORS,
    { pg: 'mod', my: 'mod' },
    { caveat: 'By zero MySQL answers NULL, PostgreSQL raises an error.' },
  ),
  pure('modulo_of_floats', 'FLOAT', 'MAY', { lite: 'mod' }),
  pure('power', ROOT, NULL_FOR_ERRORS, { pg: 'power pow', my: 'power pow', lite: 'power pow' }),
  pure('square_root', ROOT, NULL_FOR_ERRORS, { pg: 'sqrt', my: 'sqrt', lite: 'sqrt' }),
  pure('exponential', ROOT, NULL_FOR_ERRORS, { pg: 'exp', my: 'exp', lite: 'exp' }),
  // One argument of log: base 10 in PostgreSQL and SQLite, e in MySQL.
  pure('logarithm_natural', ROOT, NULL_FOR_ERRORS, { pg: 'ln', my: 'ln log/1', lite: 'ln' }),
  pure('logarithm_10', ROOT, NULL_FOR_ERRORS, { pg: 'log10 log/1', my: 'log10', lite: 'log10 log/1' }),
  pure('logarithm_2', 'FLOAT', 'MAY', { my: 'log2', lite: 'log2' }),
  pure('logarithm_to_base', ROOT, NULL_FOR_ERRORS, { pg: 'log/2', my: 'log/2', lite: 'log/2' }),
  pure('pi', 'FLOAT', 'NEVER', { pg: 'pi', my: 'pi', lite: 'pi' }),
  pure('degrees', 'FLOAT', NULL_FOR_ERRORS, { pg: 'degrees', my: 'degrees', lite: 'degrees' }),
  pure('radians', 'FLOAT', NULL_FOR_ERRORS, { pg: 'radians', my: 'radians', lite: 'radians' }),
  pure('sine', 'FLOAT', NULL_FOR_ERRORS, { pg: 'sin', my: 'sin', lite: 'sin' }),
  pure('cosine', 'FLOAT', NULL_FOR_ERRORS, { pg: 'cos', my: 'cos', lite: 'cos' }),
  pure('tangent', 'FLOAT', NULL_FOR_ERRORS, { pg: 'tan', my: 'tan', lite: 'tan' }),
  pure('cotangent', 'FLOAT', NULL_FOR_ERRORS, { pg: 'cot', my: 'cot' }),
  pure('arc_sine', 'FLOAT', NULL_FOR_ERRORS, { pg: 'asin', my: 'asin', lite: 'asin' }),
  pure('arc_cosine', 'FLOAT', NULL_FOR_ERRORS, { pg: 'acos', my: 'acos', lite: 'acos' }),
  pure('arc_tangent', 'FLOAT', NULL_FOR_ERRORS, { pg: 'atan', my: 'atan/1 atan2/1', lite: 'atan' }),
  pure('arc_tangent_of_two', 'FLOAT', NULL_FOR_ERRORS, { pg: 'atan2', my: 'atan2/2 atan/2', lite: 'atan2' }),
  pure('hyperbolic_sine', 'FLOAT', NULL_FOR_ERRORS, { pg: 'sinh', lite: 'sinh' }),
  pure('hyperbolic_cosine', 'FLOAT', NULL_FOR_ERRORS, { pg: 'cosh', lite: 'cosh' }),
  pure('hyperbolic_tangent', 'FLOAT', NULL_FOR_ERRORS, { pg: 'tanh', lite: 'tanh' }),
  pure('hyperbolic_arc_sine', 'FLOAT', NULL_FOR_ERRORS, { pg: 'asinh', lite: 'asinh' }),
  pure('hyperbolic_arc_cosine', 'FLOAT', NULL_FOR_ERRORS, { pg: 'acosh', lite: 'acosh' }),
  pure('hyperbolic_arc_tangent', 'FLOAT', NULL_FOR_ERRORS, { pg: 'atanh', lite: 'atanh' }),
  pure('count_bits', 'BIGINT', 'STRICT', { pg: 'bit_count', my: 'bit_count' }),
];

const postgresql: readonly FunctionRow[] = [
  ...each(
    pure,
    'pg',
    'FLOAT',
    'STRICT',
    'acosd asind atand atan2d cosd cotd sind tand cbrt dcbrt dexp dlog1 dlog10 dpow dsqrt dround dtrunc erf erfc gamma lgamma',
  ),
  ...each(
    pure,
    'pg',
    'DECIMAL',
    'STRICT',
    'div factorial trim_scale numeric_exp numeric_ln numeric_log numeric_sqrt numeric_inc numeric_div_trunc',
  ),
  ...each(pure, 'pg', commonFrom(0), 'STRICT', 'gcd lcm'),
  ...each(pure, 'pg', 'INTEGER', 'MAY', 'scale min_scale'),
  pure('width_bucket', 'INTEGER', 'STRICT', { pg: 'width_bucket' }),
  ...each(pure, 'pg', 'INTEGER', 'STRICT', 'int4inc textlen'),
];

const mysql: readonly FunctionRow[] = [
  ...each(pure, 'my', 'TEXT', 'MAY', 'conv bin oct'),
  ...each(pure, 'my', 'BIGINT', 'STRICT', 'crc32_mysql=crc32 crc32c_mysql=crc32c'),
  ...each(pure, 'my', 'TEXT', 'STRICT', 'format_bytes format_pico_time'),
  pure('is_uuid', TRUTH, 'STRICT', { my: 'is_uuid' }),
];

/** Functions of numbers. */
export const numericFunctions: readonly FunctionRow[] = [...shared, ...postgresql, ...mysql];
