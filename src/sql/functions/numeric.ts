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
  pure('abs', MAGNITUDE, 'STRICT', { pg: 'abs/1', my: 'abs/1', lite: 'abs/1' }),
  pure('sign', perDialect<ReturnRule>(DECIMAL_STAYS, 'INTEGER', 'INTEGER'), perDialect('STRICT', 'STRICT', 'MAY'), {
    pg: 'sign/1',
    my: 'sign/1',
    lite: 'sign/1',
  }),
  pure('ceiling', WHOLE, perDialect('STRICT', 'STRICT', 'MAY'), {
    pg: 'ceil/1 ceiling/1',
    my: 'ceil/1 ceiling/1',
    lite: 'ceil/1 ceiling/1',
  }),
  pure('floor', WHOLE, perDialect('STRICT', 'STRICT', 'MAY'), { pg: 'floor/1', my: 'floor/1', lite: 'floor/1' }),
  pure('round', ROUNDED, 'STRICT', { pg: 'round/1-2', my: 'round/1-2', lite: 'round/1-2' }, { caveat: HALVES }),
  // trunc cuts addresses of the hardware, too, in PostgreSQL; with digits it is MySQL's truncate.
  pure('truncate', WHOLE, perDialect('STRICT', 'STRICT', 'MAY'), { pg: 'trunc/1', lite: 'trunc/1' }),
  pure('truncate_to_digits', ROUNDED, 'STRICT', { pg: 'trunc/2', my: 'truncate/2' }),
  pure(
    'modulo',
    REMAINDER,
    NULL_FOR_ERRORS,
    { pg: 'mod/2', my: 'mod/2' },
    { caveat: 'By zero MySQL answers NULL, PostgreSQL raises an error.' },
  ),
  pure('modulo_of_floats', 'FLOAT', 'MAY', { lite: 'mod/2' }),
  pure('power', ROOT, NULL_FOR_ERRORS, { pg: 'power/2 pow/2', my: 'power/2 pow/2', lite: 'power/2 pow/2' }),
  pure('square_root', ROOT, NULL_FOR_ERRORS, { pg: 'sqrt/1', my: 'sqrt/1', lite: 'sqrt/1' }),
  pure('exponential', ROOT, NULL_FOR_ERRORS, { pg: 'exp/1', my: 'exp/1', lite: 'exp/1' }),
  // One argument of log: base 10 in PostgreSQL and SQLite, e in MySQL.
  pure('logarithm_natural', ROOT, NULL_FOR_ERRORS, { pg: 'ln/1', my: 'ln/1 log/1', lite: 'ln/1' }),
  pure('logarithm_10', ROOT, NULL_FOR_ERRORS, { pg: 'log10/1 log/1', my: 'log10/1', lite: 'log10/1 log/1' }),
  pure('logarithm_2', 'FLOAT', 'MAY', { my: 'log2/1', lite: 'log2/1' }),
  pure('logarithm_to_base', ROOT, NULL_FOR_ERRORS, { pg: 'log/2', my: 'log/2', lite: 'log/2' }),
  pure('pi', 'FLOAT', 'NEVER', { pg: 'pi', my: 'pi', lite: 'pi' }),
  pure('degrees', 'FLOAT', NULL_FOR_ERRORS, { pg: 'degrees/1', my: 'degrees/1', lite: 'degrees/1' }),
  pure('radians', 'FLOAT', NULL_FOR_ERRORS, { pg: 'radians/1', my: 'radians/1', lite: 'radians/1' }),
  pure('sine', 'FLOAT', NULL_FOR_ERRORS, { pg: 'sin', my: 'sin', lite: 'sin' }),
  pure('cosine', 'FLOAT', NULL_FOR_ERRORS, { pg: 'cos', my: 'cos', lite: 'cos' }),
  pure('tangent', 'FLOAT', NULL_FOR_ERRORS, { pg: 'tan', my: 'tan', lite: 'tan' }),
  pure('cotangent', 'FLOAT', NULL_FOR_ERRORS, { pg: 'cot/1', my: 'cot/1' }),
  pure('arc_sine', 'FLOAT', NULL_FOR_ERRORS, { pg: 'asin/1', my: 'asin/1', lite: 'asin/1' }),
  pure('arc_cosine', 'FLOAT', NULL_FOR_ERRORS, { pg: 'acos/1', my: 'acos/1', lite: 'acos/1' }),
  pure('arc_tangent', 'FLOAT', NULL_FOR_ERRORS, { pg: 'atan', my: 'atan/1 atan2/1', lite: 'atan' }),
  pure('arc_tangent_of_two', 'FLOAT', NULL_FOR_ERRORS, { pg: 'atan2', my: 'atan2/2 atan/2', lite: 'atan2' }),
  pure('hyperbolic_sine', 'FLOAT', NULL_FOR_ERRORS, { pg: 'sinh/1', lite: 'sinh/1' }),
  pure('hyperbolic_cosine', 'FLOAT', NULL_FOR_ERRORS, { pg: 'cosh/1', lite: 'cosh/1' }),
  pure('hyperbolic_tangent', 'FLOAT', NULL_FOR_ERRORS, { pg: 'tanh/1', lite: 'tanh/1' }),
  pure('hyperbolic_arc_sine', 'FLOAT', NULL_FOR_ERRORS, { pg: 'asinh', lite: 'asinh' }),
  pure('hyperbolic_arc_cosine', 'FLOAT', NULL_FOR_ERRORS, { pg: 'acosh', lite: 'acosh' }),
  pure('hyperbolic_arc_tangent', 'FLOAT', NULL_FOR_ERRORS, { pg: 'atanh', lite: 'atanh' }),
  pure('count_bits', 'BIGINT', 'STRICT', { pg: 'bit_count/1', my: 'bit_count/1' }),
];

const postgresql: readonly FunctionRow[] = [
  ...each(
    pure,
    'pg',
    'FLOAT',
    'STRICT',
    `acosd asind atand atan2d cosd cotd sind tand cbrt/1 dcbrt dexp dlog1 dlog10 dpow dsqrt dround dtrunc erf
     erfc gamma lgamma`,
  ),
  ...each(
    pure,
    'pg',
    'DECIMAL',
    'STRICT',
    'div/2 factorial trim_scale numeric_exp numeric_ln numeric_log numeric_sqrt numeric_inc numeric_div_trunc',
  ),
  ...each(pure, 'pg', commonFrom(0), 'STRICT', 'gcd/2 lcm/2'),
  ...each(pure, 'pg', 'INTEGER', 'MAY', 'scale min_scale'),
  pure('width_bucket', 'INTEGER', 'STRICT', { pg: 'width_bucket/2-4' }),
  ...each(pure, 'pg', 'INTEGER', 'STRICT', 'int4inc textlen'),
];

const mysql: readonly FunctionRow[] = [
  ...each(pure, 'my', 'TEXT', 'MAY', 'conv/3 bin/1 oct/1'),
  ...each(pure, 'my', 'BIGINT', 'STRICT', 'crc32_mysql=crc32 crc32c_mysql=crc32c'),
  ...each(pure, 'my', 'TEXT', 'STRICT', 'format_bytes format_pico_time'),
  pure('is_uuid', TRUTH, 'STRICT', { my: 'is_uuid' }),
];

/** Functions of numbers. */
export const numericFunctions: readonly FunctionRow[] = [...shared, ...postgresql, ...mysql];
