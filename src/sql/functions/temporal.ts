import type { FunctionRow, LiteralCase, ReturnRule } from './function-row.js';
import { argument, byType, perDialect } from './return-rules.js';
import { each, pure, session, volatile } from './row-builders.js';

/**
 * SQLite's time values and modifiers that ask the clock or the process's time zone. `subsec` asks the
 * clock only as the first of them; it is rare enough to be feared everywhere.
 */
const SQLITE_CLOCK: readonly LiteralCase[] = [
  { literals: ['now', 'subsec', 'subsecond'], volatility: 'VOLATILE' },
  { literals: ['localtime', 'utc'], volatility: 'SESSION' },
];
const clocked = { literalCases: SQLITE_CLOCK };

/** The clock. All of these stand without parentheses in some dialect. */
const clock: readonly FunctionRow[] = [
  volatile('transaction_timestamp', 'TIMESTAMPTZ', 'NEVER', { pg: 'now current_timestamp transaction_timestamp' }),
  volatile('statement_timestamp', 'TIMESTAMPTZ', 'NEVER', { pg: 'statement_timestamp' }),
  volatile('clock_timestamp', 'TIMESTAMPTZ', 'NEVER', { pg: 'clock_timestamp' }),
  // In the session's time zone, without saying which that is.
  volatile('local_timestamp', 'TIMESTAMP', 'NEVER', {
    pg: 'localtimestamp',
    my: 'now current_timestamp localtime localtimestamp',
  }),
  volatile('clock_local_timestamp', 'TIMESTAMP', 'NEVER', { my: 'sysdate' }),
  volatile('utc_timestamp', perDialect<ReturnRule>('TIMESTAMP', 'TIMESTAMP', 'TEXT'), 'NEVER', {
    my: 'utc_timestamp',
    lite: 'current_timestamp datetime/0',
  }),
  volatile('local_date', 'DATE', 'NEVER', { pg: 'current_date', my: 'current_date curdate' }),
  volatile('utc_date', perDialect<ReturnRule>('DATE', 'DATE', 'TEXT'), 'NEVER', {
    my: 'utc_date',
    lite: 'current_date date/0',
  }),
  volatile('local_time', 'TIME', 'NEVER', { pg: 'localtime', my: 'current_time curtime' }),
  volatile('time_with_zone', 'TIME', 'NEVER', { pg: 'current_time' }),
  volatile('utc_time', perDialect<ReturnRule>('TIME', 'TIME', 'TEXT'), 'NEVER', {
    my: 'utc_time',
    lite: 'current_time time/0',
  }),
  volatile('time_of_day_text', 'TEXT', 'NEVER', { pg: 'timeofday' }),
  volatile('unix_seconds_now', 'BIGINT', 'NEVER', { my: 'unix_timestamp/0', lite: 'unixepoch/0' }),
  volatile('julian_day_now', 'FLOAT', 'NEVER', { lite: 'julianday/0' }),
  volatile('format_now', 'TEXT', 'MAY', { lite: 'strftime/1' }),
  // The age as of midnight, today. Of a transaction id: how many are between.
  volatile(
    'age_today',
    byType(0, { TIMESTAMP: 'INTERVAL', TIMESTAMPTZ: 'INTERVAL', DATE: 'INTERVAL' }, 'INTEGER'),
    'STRICT',
    {
      pg: 'age/1',
    },
  ),
];

const postgresql: readonly FunctionRow[] = [
  pure('age_between', 'INTERVAL', 'STRICT', { pg: 'age/2' }),
  pure('date_part', 'FLOAT', 'MAY', { pg: 'date_part' }),
  pure('date_bin', argument(1), 'STRICT', { pg: 'date_bin' }),
  pure('date_trunc', byType(1, { TIMESTAMP: 'TIMESTAMP', INTERVAL: 'INTERVAL' }, 'TIMESTAMPTZ'), 'STRICT', {
    pg: 'date_trunc',
  }),
  pure('is_finite', 'BOOLEAN', 'STRICT', { pg: 'isfinite' }),
  ...each(pure, 'pg', 'INTERVAL', 'STRICT', 'justify_days justify_hours justify_interval make_interval'),
  pure('make_date', 'DATE', 'STRICT', { pg: 'make_date' }),
  pure('make_time', 'TIME', 'STRICT', { pg: 'make_time' }),
  pure('make_timestamp', 'TIMESTAMP', 'STRICT', { pg: 'make_timestamp' }),
  pure('make_timestamp_in_zone', 'TIMESTAMPTZ', 'STRICT', { pg: 'make_timestamptz/7' }),
  session('make_timestamp_in_session_zone', 'TIMESTAMPTZ', 'STRICT', { pg: 'make_timestamptz/6' }),
  // AT TIME ZONE: a time with a zone loses it, one without gets it. With one argument: AT LOCAL.
  pure('at_time_zone', byType(1, { TIMESTAMPTZ: 'TIMESTAMP', TIME: 'TIME' }, 'TIMESTAMPTZ'), 'STRICT', {
    pg: 'timezone/2',
  }),
  session('at_session_zone', byType(0, { TIMESTAMPTZ: 'TIMESTAMP', TIME: 'TIME' }, 'TIMESTAMPTZ'), 'STRICT', {
    pg: 'timezone/1',
  }),
  pure('to_char', 'TEXT', 'MAY', { pg: 'to_char' }),
  pure('to_date', 'DATE', 'STRICT', { pg: 'to_date' }),
  pure('to_number', 'DECIMAL', 'STRICT', { pg: 'to_number' }),
  pure('timestamp_of_unix_seconds', 'TIMESTAMPTZ', 'STRICT', { pg: 'to_timestamp/1' }),
  session('timestamp_of_format', 'TIMESTAMPTZ', 'STRICT', { pg: 'to_timestamp/2' }),
  // The zone's rules are those of the third argument, or of the session.
  pure('date_add_in_zone', 'TIMESTAMPTZ', 'STRICT', { pg: 'date_add/3' }),
  session('date_add_in_session_zone', 'TIMESTAMPTZ', 'STRICT', { pg: 'date_add/2' }),
  pure('date_subtract_in_zone', 'TIMESTAMPTZ', 'STRICT', { pg: 'date_subtract/3' }),
  session('date_subtract_in_session_zone', 'TIMESTAMPTZ', 'STRICT', { pg: 'date_subtract/2' }),
];

/** MySQL's answer for a date that is none is NULL. */
const mysql: readonly FunctionRow[] = [
  ...each(
    pure,
    'my',
    'INTEGER',
    'MAY',
    `year month day_of_month=day,dayofmonth hour minute second microsecond quarter week week_of_year=weekofyear
     year_week=yearweek weekday day_of_week=dayofweek day_of_year=dayofyear datediff period_add period_diff to_days`,
  ),
  ...each(pure, 'my', 'BIGINT', 'MAY', 'to_seconds timestampdiff'),
  ...each(pure, 'my', 'TEXT', 'MAY', 'day_name=dayname month_name=monthname date_format time_format get_format'),
  ...each(pure, 'my', 'DATE', 'MAY', 'date_of_time=date from_days last_day makedate'),
  ...each(pure, 'my', 'TIME', 'MAY', 'time_of_timestamp=time maketime sec_to_time timediff'),
  ...each(pure, 'my', 'TIMESTAMP', 'MAY', 'timestamp_mysql=timestamp convert_tz add_months'),
  ...each(
    pure,
    'my',
    byType(0, { DATE: 'DATE', TIME: 'TIME', TIMESTAMP: 'TIMESTAMP', TIMESTAMPTZ: 'TIMESTAMP' }, 'TEXT'),
    'MAY',
    'date_plus=date_add,adddate date_minus=date_sub,subdate addtime subtime',
  ),
  pure('timestampadd', byType(2, { DATE: 'DATE', TIME: 'TIME', TIMESTAMP: 'TIMESTAMP' }, 'TEXT'), 'MAY', {
    my: 'timestampadd',
  }),
  pure('time_to_sec', byType(0, { TIME: 'BIGINT', TIMESTAMP: 'BIGINT' }, 'DECIMAL'), 'MAY', { my: 'time_to_sec' }),
  // A date, a time or both, by the format.
  pure('str_to_date', 'OTHER', 'MAY', { my: 'str_to_date' }),
  pure('to_char_mysql', 'TEXT', 'MAY', { my: 'to_char' }),
  pure('to_date_mysql', 'TIMESTAMP', 'MAY', { my: 'to_date' }),
  pure('trunc_date_mysql', 'TIMESTAMP', 'MAY', { my: 'trunc' }),
  session('unix_seconds', byType(0, { TIMESTAMP: 'BIGINT', DATE: 'BIGINT' }, 'DECIMAL'), 'MAY', {
    my: 'unix_timestamp/1',
  }),
  session('timestamp_of_unix_seconds_mysql', 'TIMESTAMP', 'MAY', { my: 'from_unixtime/1' }),
  session('format_unix_seconds', 'TEXT', 'MAY', { my: 'from_unixtime/2-3' }),
];

const sqlite: readonly FunctionRow[] = [
  pure('date_sqlite', 'TEXT', 'MAY', { lite: 'date/1+' }, clocked),
  pure('time_sqlite', 'TEXT', 'MAY', { lite: 'time/1+' }, clocked),
  pure('datetime_sqlite', 'TEXT', 'MAY', { lite: 'datetime/1+' }, clocked),
  pure('julian_day', 'FLOAT', 'MAY', { lite: 'julianday/1+' }, clocked),
  // With the modifier `subsec` a FLOAT.
  pure('unix_epoch', 'BIGINT', 'MAY', { lite: 'unixepoch/1+' }, clocked),
  pure('strftime', 'TEXT', 'MAY', { lite: 'strftime/2+' }, clocked),
  pure('timediff_sqlite', 'TEXT', 'MAY', { lite: 'timediff' }, clocked),
];

/** Functions of dates and times. */
export const temporalFunctions: readonly FunctionRow[] = [
  ...clock,
  pure('extract', perDialect<ReturnRule>('DECIMAL', 'BIGINT', 'BIGINT'), 'MAY', { pg: 'extract', my: 'extract' }),
  ...postgresql,
  ...mysql,
  ...sqlite,
];
