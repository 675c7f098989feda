import type { FunctionRow } from '../../functions/index.js';
import type { Family } from './family.js';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Functions by what they take, at which places of their arguments; without places, at all. */
const TAKEN: readonly (readonly [Family, readonly number[] | undefined, readonly string[]])[] = [
  [
    'number',
    undefined,
    words(`sum average total abs sign ceiling floor round truncate truncate_to_digits modulo modulo_of_floats power
      square_root exponential logarithm_natural logarithm_10 logarithm_2 deviation_of_sample deviation_of_population
      variance_of_sample variance_of_population format_number`),
  ],
  [
    'moment',
    undefined,
    words('age_today age_between datediff timediff period_diff julian_day date_sqlite datetime_sqlite time_sqlite'),
  ],
  [
    'moment',
    [0],
    words(`year month day_of_month hour minute second microsecond quarter week week_of_year year_week weekday
      day_of_week day_of_year to_days to_seconds day_name month_name date_format time_format date_of_time last_day
      time_of_timestamp timestamp_mysql convert_tz add_months date_plus date_minus unix_seconds time_to_sec unix_epoch`),
  ],
  ['moment', [1], words('extract date_part date_trunc date_bin strftime')],
  ['moment', [1, 2], ['timestampdiff']],
  ['moment', [2], ['timestampadd']],
  [
    'text',
    [0],
    words(`lower upper trim trim_start trim_end trim_characters trim_characters_start trim_characters_end trim_text initcap
      split_part substring_index reverse soundex starts_with string_to_array translate`),
  ],
  ['truth', undefined, words('all_true any_true')],
];

const FAMILIES = new Map(
  TAKEN.flatMap(([family, places, meanings]) => meanings.map((meaning) => [meaning, { family, places }] as const)),
);

/** What a function takes an argument for; undefined where it takes what comes. */
export function takenFamily({ meaning }: FunctionRow, index: number): Family | undefined {
  const found = FAMILIES.get(meaning);
  return found === undefined || found.places?.includes(index) === false ? undefined : found.family;
}

/** SQLite's modifiers that make moments of numbers. */
export const READS_NUMBERS: ReadonlySet<string> = new Set(['unixepoch', 'julianday', 'auto']);
