import type { FunctionRow } from './function-row.js';
import { argument, commonFrom, DYNAMIC } from './return-rules.js';
import { each, pure } from './row-builders.js';

/** Functions that choose among their arguments, compare them, or ask what they are. */
export const conditionalFunctions: readonly FunctionRow[] = [
  pure('coalesce', commonFrom(0), 'ALL', {
    pg: 'coalesce',
    my: 'coalesce ifnull nvl',
    lite: 'coalesce ifnull',
  }),
  pure('nullif', argument(0), 'MAY', { pg: 'nullif', my: 'nullif', lite: 'nullif' }),
  pure('if', commonFrom(1), 'MAY', { my: 'if', lite: 'iif/3 if/3' }),
  // Condition, value, condition, value, …, and what holds otherwise: a CASE.
  pure('if_chain', DYNAMIC, 'MAY', { lite: 'iif/2 iif/4+ if/2 if/4+' }),
  pure('if_null_else', commonFrom(1), 'MAY', { my: 'nvl2' }),
  // PostgreSQL leaves NULLs out; to the others one NULL is the answer.
  pure('greatest_without_nulls', commonFrom(0), 'ALL', { pg: 'greatest' }),
  pure('least_without_nulls', commonFrom(0), 'ALL', { pg: 'least' }),
  pure('greatest_strict', commonFrom(0), 'STRICT', { my: 'greatest', lite: 'max/2+' }),
  pure('least_strict', commonFrom(0), 'STRICT', { my: 'least', lite: 'min/2+' }),
  pure('is_null', 'BOOLEAN', 'NEVER', { my: 'isnull' }),
  pure('interval_position', 'INTEGER', 'NEVER', { my: 'interval' }),
  ...each(pure, 'pg', 'INTEGER', 'NEVER', 'num_nulls num_nonnulls'),
  // Hints to SQLite's planner: the first argument, unchanged.
  ...each(pure, 'lite', argument(0), 'STRICT', 'likely unlikely'),
  pure('likelihood', argument(0), 'STRICT', { lite: 'likelihood' }),
  pure('type_of_value', 'TEXT', 'NEVER', { lite: 'typeof' }),
  pure('type_of_expression', 'OTHER', 'NEVER', { pg: 'pg_typeof' }),
  pure('subtype', 'INTEGER', 'NEVER', { lite: 'subtype' }),
  pure('named_constant', argument(1), 'MAY', { my: 'name_const' }),
  // The value that an INSERT tried to write, and a column's default: words of their own statements.
  ...each(pure, 'my', argument(0), 'MAY', 'inserted_value=values,value column_default=default'),
  pure('decode_oracle', DYNAMIC, 'MAY', { my: 'decode_oracle' }),
  pure('grouping', 'INTEGER', 'NEVER', { pg: 'grouping', my: 'grouping' }),
  pure('merge_action', 'TEXT', 'MAY', { pg: 'merge_action' }),
  // SQL's predicate OVERLAPS, under the name that implements it.
  pure('overlaps_periods', 'BOOLEAN', 'MAY', { pg: 'overlaps' }),
];
