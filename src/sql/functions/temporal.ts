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
  volatile('transaction_timestamp', 'TIMESTAMPTZ', 'NEVER', {
    pg: 'now/0 current_timestamp/0-1 transaction_timestamp/0',
  }),
  volatile('statement_timestamp', 'TIMESTAMPTZ', 'NEVER', { pg: 'statement_timestamp/0' }),
  volatile('clock_timestamp', 'TIMESTAMPTZ', 'NEVER', { pg: 'clock_timestamp/0' }),
  // In the session's time zone, without saying which that is.
  volatile('local_timestamp', 'TIMESTAMP', 'NEVER', {
    pg: 'localtimestamp/0-1',
    my: 'now/0-1 current_timestamp/0-1 localtime/0-1 localtimestamp/0-1',
  }),
  volatile('clock_local_timestamp', 'TIMESTAMP', 'NEVER', { my: 'sysdate/0-1' }),
  volatile('utc_timestamp', perDialect<ReturnRule>('TIMESTAMP', 'TIMESTAMP', 'TEXT'), 'NEVER', {
    my: 'utc_timestamp/0-1',
    lite: 'current_timestamp/0 datetime/0',
  }),
  volatile('local_date', 'DATE', 'NEVER', { pg: 'current_date/0', my: 'current_date/0 curdate/0' }),
  volatile('utc_date', perDialect<ReturnRule>('DATE', 'DATE', 'TEXT'), 'NEVER', {
    my: 'utc_date/0',
    lite: 'current_date/0 date/0',
  }),
  volatile('local_time', 'TIME', 'NEVER', { pg: 'localtime/0-1', my: 'current_time/0-1 curtime/0-1' }),
  volatile('time_with_zone', 'TIME', 'NEVER', { pg: 'current_time/0-1' }),
  volatile('utc_time', perDialect<ReturnRule>('TIME', 'TIME', 'TEXT'), 'NEVER', {
    my: 'utc_time/0-1',
    lite: 'current_time/0 time/0',
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
  pure('date_part', 'FLOAT', 'MAY', { pg: 'date_part/2' }),
  pure('date_bin', argument(1), 'STRICT', { pg: 'date_bin/3' }),
  pure('date_trunc', byType(1, { TIMESTAMP: 'TIMESTAMP', INTERVAL: 'INTERVAL' }, 'TIMESTAMPTZ'), 'STRICT', {
    pg: 'date_trunc/2-3',
  }),
  pure('is_finite', 'BOOLEAN', 'STRICT', { pg: 'isfinite' }),
  ...each(pure, 'pg', 'INTERVAL', 'STRICT', 'justify_days/1 justify_hours/1 justify_interval/1 make_interval'),
  pure('make_date', 'DATE', 'STRICT', { pg: 'make_date/3' }),
  pure('make_time', 'TIME', 'STRICT', { pg: 'make_time/3' }),
  pure('make_timestamp', 'TIMESTAMP', 'STRICT', { pg: 'make_timestamp/6' }),
  pure('make_timestamp_in_zone', 'TIMESTAMPTZ', 'STRICT', { pg: 'make_timestamptz/7' }),
  session('make_timestamp_in_session_zone', 'TIMESTAMPTZ', 'STRICT', { pg: 'make_timestamptz/6' }),
  // AT TIME ZONE: a time with a zone loses it, one without gets it. With one argument: AT LOCAL.
  pure('at_time_zone', byType(1, { TIMESTAMPTZ: 'TIMESTAMP', TIME: 'TIME' }, 'TIMESTAMPTZ'), 'STRICT', {
    pg: 'timezone/2',
  }),
  session('at_session_zone', byType(0, { TIMESTAMPTZ: 'TIMESTAMP', TIME: 'TIME' }, 'TIMESTAMPTZ'), 'STRICT', {
    pg: 'timezone/1',
  }),
  pure('to_char', 'TEXT', 'MAY', { pg: 'to_char/2' }),
  pure('to_date', 'DATE', 'STRICT', { pg: 'to_date/2' }),
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
    `year/1 month/1 day_of_month=day/1,dayofmonth/1 hour/1 minute/1 second/1 microsecond/1 quarter/1 week/1-2
     week_of_year=weekofyear/1
     year_week=yearweek/1-2 weekday/1 day_of_week=dayofweek/1 day_of_year=dayofyear/1 datediff/2 period_add/2
     period_diff/2 to_days/1`,
  ),
  ...each(pure, 'my', 'BIGINT', 'MAY', 'to_seconds/1 timestampdiff/3'),
  ...each(
    pure,
    'my',
    'TEXT',
    'MAY',
    'day_name=dayname/1 month_name=monthname/1 date_format/2-3 time_format/2 get_format',
  ),
  ...each(pure, 'my', 'DATE', 'MAY', 'date_of_time=date/1 from_days/1 last_day/1 makedate/2'),
  ...each(pure, 'my', 'TIME', 'MAY', 'time_of_timestamp=time/1 maketime/3 sec_to_time/1 timediff/2'),
  ...each(pure, 'my', 'TIMESTAMP', 'MAY', 'timestamp_mysql=timestamp/1-2 convert_tz/3 add_months/2'),
  ...each(
    pure,
    'my',
    byType(0, { DATE: 'DATE', TIME: 'TIME', TIMESTAMP: 'TIMESTAMP', TIMESTAMPTZ: 'TIMESTAMP' }, 'TEXT'),
    'MAY',
    'date_plus=date_add/2,adddate/2 date_minus=date_sub/2,subdate/2 addtime/2 subtime/2',
  ),
  pure('timestampadd', byType(2, { DATE: 'DATE', TIME: 'TIME', TIMESTAMP: 'TIMESTAMP' }, 'TEXT'), 'MAY', {
    my: 'timestampadd/3',
  }),
  pure('time_to_sec', byType(0, { TIME: 'BIGINT', TIMESTAMP: 'BIGINT' }, 'DECIMAL'), 'MAY', { my: 'time_to_sec/1' }),
  // A date, a time or both, by the format.
  pure('str_to_date', 'OTHER', 'MAY', { my: 'str_to_date/2' }),
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
  pure('extract', perDialect<ReturnRule>('DECIMAL', 'BIGINT', 'BIGINT'), 'MAY', { pg: 'extract/2', my: 'extract/2' }),
  ...postgresql,
  ...mysql,
  ...sqlite,
];
