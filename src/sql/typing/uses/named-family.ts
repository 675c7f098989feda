import type { Family } from './family.js';

/** Names that columns of numbers, texts and moments go by. */
const NAMES: readonly (readonly [RegExp, Family])[] = [
  [
    /(^|_)(id|count|cnt|total|amount|price|cost|quantity|qty|sum|avg|balance|stock|rank|year|month|week|number_of)$/,
    'number',
  ],
  [/^(n|num|cnt|rn|rnk|rank|depth|level)$/, 'number'],
  [
    /(^|_)(name|title|email|city|country|status|category|description|note|label|slug|code|sku|kind|url|address|phone|comment|message)$/,
    'text',
  ],
  [/(_|^)(at|on|date|time|datetime|timestamp|day)$/, 'moment'],
  [/(^|_)last_(seen|login|visit|activity|modified|updated|used)$/, 'moment'],
  // in one word, as `orderdate`: but no `update`, nor a `candidate`
  [/(?<!(^|_)(up|candi|man|vali|inti|anti|se))(?<=[a-z])date$|(?<=[a-z])(datetime|timestamp)$/, 'moment'],
];

/** Names that truth values go by: `is_open`, `active`. */
const OF_TRUTH =
  /^(?:is|has|can|was)_|(?:^|_)(?:active|enabled|disabled|deleted|visible|hidden|published|verified|archived|locked|completed|approved|confirmed|featured|discontinued)$/;

const snakeOf = (name: string): string => name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();

/** Whether a column goes by a name of truth values, which may be numbers where there are none of their own. */
export const isNameOfTruth = (name: string): boolean => OF_TRUTH.test(snakeOf(name));

/** Whether a column goes by a name of whole numbers: of keys, counts, pieces and years. */
export const isNameOfWhole = (name: string): boolean =>
  /(^|_)(id|count|cnt|stock|qty|quantity|year|age)$/.test(snakeOf(name));

/** What a column holds that goes by a name: nobody calls a text `order_id`, or `created_at`. */
export function familyOfName(name: string): Family | undefined {
  const snake = snakeOf(name);
  return NAMES.find(([pattern]) => pattern.test(snake))?.[1];
}

/** Whether a moment's name is one of days: `placed_on`, `due_date`, `orderdate`. */
export const isNameOfDay = (name: string): boolean =>
  /((_|^)(on|day)|date)$/.test(snakeOf(name)) && familyOfName(name) === 'moment';

/** Whether it is one of days alone: `order_date` may have a time, and `placed_on` has none. */
export const isNameOfDate = (name: string): boolean => /((_|^)(on|day|dob)|birth_?(day|date)|hire_?date)$/i.test(name);

/** Whether it is one of times: `created_at`, `start_time`. */
export const isNameOfTime = (name: string): boolean =>
  /((_|^)(at|time)|datetime|timestamp|(_|^)last_[a-z]+)$/.test(snakeOf(name)) && familyOfName(name) === 'moment';
