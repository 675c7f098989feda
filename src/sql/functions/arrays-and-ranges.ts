import type { FunctionRow } from './function-row.js';
import { argument, arrayOf } from './return-rules.js';
import { each, pure, session } from './row-builders.js';

/** PostgreSQL's arrays, ranges and enumerations; no other dialect has them. */
export const arrayAndRangeFunctions: readonly FunctionRow[] = [
  ...each(
    pure,
    'pg',
    argument(0),
    'MAY',
    'array_append/2 array_cat/2 array_remove/2 array_replace/3 array_sort array_reverse',
  ),
  pure('array_prepend', argument(1), 'MAY', { pg: 'array_prepend/2' }),
  pure('array_fill', arrayOf(0), 'MAY', { pg: 'array_fill' }),
  pure('trim_array', argument(0), 'STRICT', { pg: 'trim_array' }),
  ...each(pure, 'pg', 'INTEGER', 'MAY', 'array_length/2 array_lower array_upper/2 array_ndims array_position/2-3'),
  pure('cardinality', 'INTEGER', 'STRICT', { pg: 'cardinality/1' }),
  pure('array_positions', 'ARRAY', 'MAY', { pg: 'array_positions/2' }),
  pure('array_dims', 'TEXT', 'MAY', { pg: 'array_dims' }),
  pure('array_to_string', 'TEXT', 'MAY', { pg: 'array_to_string/2-3' }),
  ...each(pure, 'pg', 'BOOLEAN', 'STRICT', 'arraycontains arraycontained arrayoverlap'),
  // Values may be added to a type, as tables are changed.
  ...each(session, 'pg', argument(0), 'MAY', 'enum_first enum_last'),
  session('enum_range', arrayOf(0), 'MAY', { pg: 'enum_range' }),
  ...each(pure, 'pg', 'OTHER', 'NEVER', 'int4range int8range numrange tsrange tstzrange daterange'),
  ...each(
    pure,
    'pg',
    'OTHER',
    'STRICT',
    `multirange int4multirange int8multirange nummultirange tsmultirange tstzmultirange datemultirange`,
  ),
  ...each(pure, 'pg', 'BOOLEAN', 'STRICT', 'isempty lower_inc lower_inf upper_inc upper_inf'),
  pure('range_merge', 'OTHER', 'STRICT', { pg: 'range_merge' }),
  ...each(
    pure,
    'pg',
    'FLOAT',
    'STRICT',
    'int4range_subdiff int8range_subdiff numrange_subdiff daterange_subdiff tsrange_subdiff tstzrange_subdiff',
  ),
  ...each(pure, 'pg', 'OTHER', 'STRICT', 'int4range_canonical int8range_canonical daterange_canonical'),
];
