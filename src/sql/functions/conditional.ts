import type { FunctionRow } from './function-row.js';
import { argument, commonFrom, DYNAMIC } from './return-rules.js';
import { each, pure } from './row-builders.js';

/** Functions that choose among their arguments, compare them, or ask what they are. */
export const conditionalFunctions: readonly FunctionRow[] = [
  pure('coalesce', commonFrom(0), 'ALL', {
    pg: 'coalesce/1+',
    my: 'coalesce/1+ ifnull/2 nvl/2',
    lite: 'coalesce/2+ ifnull/2',
  }),
  pure('nullif', argument(0), 'MAY', { pg: 'nullif/2', my: 'nullif/2', lite: 'nullif/2' }),
  pure('if', commonFrom(1), 'MAY', { my: 'if/3', lite: 'iif/3 if/3' }),
  // Condition, value, condition, value, …, and what holds otherwise: a CASE.
  pure('if_chain', DYNAMIC, 'MAY', { lite: 'iif/2 iif/4+ if/2 if/4+' }),
  pure('if_null_else', commonFrom(1), 'MAY', { my: 'nvl2/3' }),
  // PostgreSQL leaves NULLs out; to the others one NULL is the answer.
  pure('greatest_without_nulls', commonFrom(0), 'ALL', { pg: 'greatest/1+' }),
  pure('least_without_nulls', commonFrom(0), 'ALL', { pg: 'least/1+' }),
  pure('greatest_strict', commonFrom(0), 'STRICT', { my: 'greatest/2+', lite: 'max/2+' }),
  pure('least_strict', commonFrom(0), 'STRICT', { my: 'least/2+', lite: 'min/2+' }),
  pure('is_null', 'BOOLEAN', 'NEVER', { my: 'isnull/1' }),
  pure('interval_position', 'INTEGER', 'NEVER', { my: 'interval/2+' }),
  ...each(pure, 'pg', 'INTEGER', 'NEVER', 'num_nulls/1+ num_nonnulls/1+'),
  // Hints to SQLite's planner: the first argument, unchanged.
  ...each(pure, 'lite', argument(0), 'STRICT', 'likely/1 unlikely/1'),
  pure('likelihood', argument(0), 'STRICT', { lite: 'likelihood/2' }),
  pure('type_of_value', 'TEXT', 'NEVER', { lite: 'typeof/1' }),
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
