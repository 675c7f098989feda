import type { FunctionRow, LiteralCase } from './function-row.js';
import { each, pure, session } from './row-builders.js';

/** Words that PostgreSQL's dates and times read as the clock. */
const CLOCK_WORDS: readonly LiteralCase[] = [
  { literals: ['now', 'today', 'tomorrow', 'yesterday'], volatility: 'VOLATILE' },
];
const clocked = { literalCases: CLOCK_WORDS };

/** Conversions that are written, or implemented, as functions with their type's name. */
export const castFunctions: readonly FunctionRow[] = [
  pure('cast_to_boolean', 'BOOLEAN', 'STRICT', { pg: 'bool' }),
  ...each(pure, 'pg', 'INTEGER', 'STRICT', 'cast_to_int2=int2 cast_to_int4=int4'),
  pure('cast_to_int8', 'BIGINT', 'STRICT', { pg: 'int8' }),
  pure('cast_to_numeric', 'DECIMAL', 'STRICT', { pg: 'numeric' }),
  ...each(pure, 'pg', 'FLOAT', 'STRICT', 'cast_to_float4=float4 cast_to_float8=float8'),
  ...each(
    pure,
    'pg',
    'TEXT',
    'STRICT',
    'cast_to_text=text cast_to_varchar=varchar cast_to_bpchar=bpchar cast_to_name=name cast_to_char=char',
  ),
  pure('cast_to_bytea', 'BINARY', 'STRICT', { pg: 'bytea' }),
  pure('cast_to_json', 'JSON', 'STRICT', { pg: 'jsonb' }),
  pure('cast_to_date', 'DATE', 'STRICT', { pg: 'date/1' }, clocked),
  pure('cast_to_time', 'TIME', 'STRICT', { pg: 'time/1-2' }, clocked),
  pure('cast_to_timetz', 'TIME', 'STRICT', { pg: 'timetz' }, clocked),
  pure('cast_to_timestamp', 'TIMESTAMP', 'STRICT', { pg: 'timestamp/1-2' }, clocked),
  pure('cast_to_timestamptz', 'TIMESTAMPTZ', 'STRICT', { pg: 'timestamptz' }, clocked),
  pure('cast_to_interval', 'INTERVAL', 'STRICT', { pg: 'interval' }),
  ...each(
    pure,
    'pg',
    'OTHER',
    'STRICT',
    `cast_to_bit=bit cast_to_varbit=varbit cast_to_money=money cast_to_oid=oid cast_to_xid=xid cast_to_cidr=cidr
     cast_to_macaddr=macaddr cast_to_macaddr8=macaddr8 cast_to_xml=xml cast_to_pg_lsn=pg_lsn`,
  ),
  // A name becomes the object that the search path leads to.
  session('cast_to_regclass', 'OTHER', 'STRICT', { pg: 'regclass' }),
  // The parsers make nodes of their own of these; the names stand here for whoever meets them.
  pure('cast', 'OTHER', 'MAY', { my: 'cast', pg: 'cast', lite: 'cast' }),
];
