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
  [/(_|^)(at|on|date|time|datetime|timestamp|day|dob|birthday)$/, 'moment'],
  [
    /(^|_)last_(seen|login|visit|activity|modified|updated|used|counted|paid|sent|run|ordered|contacted|checked|logged_in)$/,
    'moment',
  ],
  [/(^|_)(check_?in|check_?out)$|^date_[a-z_]+$|^user_registered$/, 'moment'],
  // in one word, as `orderdate`: but no `update`, nor a `candidate`
  [/(?<!(^|_)(up|candi|man|vali|inti|anti|se))(?<=[a-z])date$|(?<=[a-z])(datetime|timestamp)$/, 'moment'],
];

/** Names that truth values go by: `is_open`, `active`. */
const OF_TRUTH =
  /^(?:is|has|can|was)_|(?:^|_)(?:active|enabled|disabled|deleted|visible|hidden|published|verified|archived|locked|completed|approved|confirmed|featured|discontinued)$/;

/** Names that truth values go by as often as other values do: `paid` may be a sum. */
const MAYBE_OF_TRUTH =
  /^(?:allows?|needs|requires|should|shows?|uses?|accepts|enables?|includes?|auto|allow)_|_flag$|(?:^|_)(?:accepted|admin|available|banned|billable|blocked|canceled|cancelled|checked|closed|current|default|delivered|done|draft|failed|finished|flag|flagged|newsletter|ok|reopened|settled|escalated|handled|answered|processed|exported|missed|skipped|waived|insured|certified|online|open|opened|optional|paid|passed|primary|private|public|read|refunded|rejected|remote|required|resolved|retired|returned|seen|selected|sent|shipped|staff|subscribed|success|successful|superuser|suspended|opt_?in|opt_?out|renew|recurring|gift|virtual|downloadable|sticky|pinned|muted|starred|favou?rite|urgent|shippable|refundable|fragile|married|trial|smoker|no_show|offline|running|working|returning|returning_customer|explicit|idle|frozen|tested|vaccinated|taxable|valid|vip|live|alive|good|bad|calm|empty|full|free|dirty|clean|healthy|ready|busy|broken|stale|late|overdue|manual|automatic|automated|internal|external|secure|anonymous|known|correct|wrong|complete|incomplete|partial|permanent|temporary|mandatory|critical|official|indoor|outdoor|organic|vegan|vegetarian|special|premium|bot|spam|present|absent|won)$/;

const snakeOf = (name: string): string => name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();

/** Whether a column goes by a name of truth values, which may be numbers where there are none of their own. */
export const isNameOfTruth = (name: string): boolean => OF_TRUTH.test(snakeOf(name));

/** Whether it may be a truth value by its name. */
export const mayBeNameOfTruth = (name: string): boolean =>
  isNameOfTruth(name) || (MAYBE_OF_TRUTH.test(snakeOf(name)) && familyOfName(name) === undefined);

/** Whether a column may be a truth value by the form of its name: `reopened`. */
export const isParticiple = (name: string): boolean => snakeOf(name).endsWith('ed');

/** Whether a column holds texts by its name that are numbers now and then: the values of many things, and codes in digits. */
export const isNameOfDigits = (name: string): boolean =>
  /(^|_)((meta|option|field|attr|attribute|setting|config|param|parameter|property|custom|answer)_value|bar_?code|ean|upc|isbn|zip|zip_?code|post_?code|postal_code)$/.test(
    snakeOf(name),
  );

/** Whether a column goes by a name of what is written in words, which is no number: `nickname`, `notes`. */
export const isNameOfWords = (name: string): boolean =>
  /(^|_)?(names?|title|text|body|bio|about|notes?|tags?|remarks?|comments?|summary|excerpt|abstract|content|login|password|path|file|folder|directory|website|site|domain|host|hostname|server|image|photo|picture|icon|avatar|logo|color|colour|brand|maker|author|artist|album|genre|language|lang|locale|region|state|province|street|unit|currency|reason|subject|caption|keywords?|mime|extension|uri|link|href|hash|token|key|word|lyrics|publisher|occupation|gender|sex|mail|e_?mail|mobile|fax|company|department|position|role|group|location|place|room|venue|club|team|sender|recipient|owner|user_agent|browser|device|platform|referrer|referer)$/.test(
    snakeOf(name),
  );

/** Whether a column goes by a name of what is counted or measured. */
export const isNameOfNumber = (name: string): boolean =>
  !isNameOfWords(name) && (isNameOfThings(name) || isNameOfDecimal(name));

/** Whether a column may hold bytes by its name. */
export const mayBeNameOfBytes = (name: string): boolean =>
  /(^|_)(payload|blob|bytes|binary|bin|data|content|image|photo|picture|avatar|thumbnail|icon|file|attachment|hash|digest|checksum|signature|salt|raw|secret|token|cipher|ciphertext|encrypted|nonce|fingerprint|buffer|uuid|guid|mac)$/.test(
    snakeOf(name),
  );

/** Whether a column may hold a document by its name. */
export const mayBeNameOfDocument = (name: string): boolean =>
  /(^|_)(meta|metadata|meta_data|extra|extras|payload|json|data|settings|options|attributes|attrs|properties|props|config|configuration|preferences|prefs|tags|params|parameters|context|document|doc|traits|features|specs|specifications)$/.test(
    snakeOf(name),
  );

/** Whether a column goes by a name of whole numbers: of keys, counts, pieces and years. */
export const isNameOfWhole = (name: string): boolean =>
  /(^|_)(id|count|cnt|stock|qty|quantity|year|age|views|likes|clicks|visits|visitors|votes|downloads|impressions|seats|pages|ms|millis|milliseconds|seconds|secs|minutes|mins|credits|points|head_count|adults|children|guests|persons|people|passengers|nights|rooms|beds|items|units|copies|attempts|retries|votes|shares|followers|subscribers|members|users|employees|on_hand|in_stock|on_order|reserved|capacity|cents|attendees|tickets|orders|sessions|hits|calls|errors|failures|wins|losses|goals|runs|floors|stars|beds|delta|bytes|plays|skips|conversions|signups|installs|purchases|transactions|reviews|rejects|defects|weeks|months|listeners|impressions)$|(^|_)(minutes|seconds|days|bytes|num|nb)_(?!per)/.test(
    snakeOf(name),
  );

/** Plural nouns that are measured, or paid, and have parts as often as not. */
const MEASURES =
  /(^|_)(hours|hrs|days|miles|kms|meters|metres|kilometers|kilometres|yards|kilos|kgs|grams|tons|tonnes|lbs|pounds|ounces|liters|litres|gallons|degrees|inches|acres|hectares|watts|volts|amps|joules|calories|kcals|carbs|fats|proteins|dollars|euros|fees|costs|taxes|sales|earnings|wages|savings|expenses|charges|tips|dues|funds|gains|profits|revenues|proceeds|returns|balances|payments|refunds|discounts|rates|ratios|scores|grades|ratings|marks|amounts|totals|prices|values|percents|averages|means)$/;

/** Whether a column goes by a plural of things, which are counted, or is no decimal for another reason: `jars`, `duration`. */
export function isNameOfThings(name: string): boolean {
  const snake = snakeOf(name);
  if (
    isNameOfWhole(name) ||
    /(^|_)(duration|elapsed|runtime|size|position|level|rank|month|week|day|hour|minute|population|timestamp|ts|epoch|created_at|updated_at)$/.test(
      snake,
    )
  )
    return true;
  return (
    /[a-rt-z]s$/.test(snake) &&
    !/(us|is|as|news|series)$/.test(snake) &&
    !MEASURES.test(snake) &&
    !isNameOfDecimal(name)
  );
}

/** Whether a column goes by a name of what is counted by the thousand million. */
export const isNameOfLarge = (name: string): boolean =>
  /(^|_)(bytes|cents|micros|nanos|plays|views|impressions|listeners|population|followers|size|ms|millis)($|_)/.test(
    snakeOf(name),
  );

/** Whether a column goes by a name of sums of money, which have two digits as a rule. */
export const isNameOfMoney = (name: string): boolean =>
  /(^|_)(price|cost|amount|total|subtotal|(hourly|daily|nightly|weekly|monthly|yearly|unit|day|room|base)_rate|mrr|arr|deposit|charge|surcharge|refund|payout|salary|wage|balance|revenue|fee|tax|budget|income|payment|credit|debit|credit_limit|commission|net|gross|fare|discount|rebate|margin|profit|turnover|bonus|wallet|cash|spend|spent|earned|earnings|savings|eur|usd|gbp|chf)$/.test(
    snakeOf(name),
  );

/** Whether it is one of numbers that have places behind the point as a rule: of money, rates and marks. */
export const isNameOfDecimal = (name: string): boolean =>
  isNameOfMoney(name) ||
  /(^|_)(rate|rating|ratio|grade|gpa|score|percentage)$/.test(snakeOf(name)) ||
  /(^|_)(weight|height|width|length|depth|distance|speed|temp|temperature|humidity|pressure|voltage|volts|volume|altitude|elevation|latitude|longitude|lat|lon|lng)(_(kg|g|lb|lbs|km|m|cm|mm|mi|ft|in|c|f|kmh|mph|l|ml|pct|hpa|bar|v|deg))?$/.test(
    snakeOf(name),
  );

/** Whether it is one of what people write down in decimals: sums of money, hours, quantities. */
export const isNameOfKeptDecimal = (name: string): boolean =>
  isNameOfMoney(name) ||
  /(^|_)(hours|days|quantity|qty|estimate|estimated|units|weight|percent|percentage)$/.test(snakeOf(name));

/** Whether a column may be a date or a moment by its name, as well as something else. */
export const mayBeNameOfMoment = (name: string): boolean =>
  /(^|_)(created|updated|modified|opened|closed|started|ended|finished|completed|resolved|issued|due|paid|born|hired|joined|left|registered|published|expires|expired|deadline|arrival|departure|arrived|departed|begin|began|start|end|starts|ends|from|until|since|ts|login|logout|check_?in|check_?out|shipped|delivered|received|sent|seen)$/.test(
    snakeOf(name),
  );

/** What a column holds that goes by a name: nobody calls a text `order_id`, or `created_at`. */
export function familyOfName(name: string): Family | undefined {
  const snake = snakeOf(name);
  return NAMES.find(([pattern]) => pattern.test(snake))?.[1];
}

/** Whether a moment's name is one of days: `placed_on`, `due_date`, `orderdate`. */
export const isNameOfDay = (name: string): boolean =>
  snakeOf(name) === 'born' ||
  (/((_|^)(on|day|dob|birthday|check_?in|check_?out)|date)$|^date_of_/.test(snakeOf(name)) &&
    familyOfName(name) === 'moment');

/** Whether it is one of days alone: `order_date` may have a time, and `placed_on` has none. */
export const isNameOfDate = (name: string): boolean =>
  /((_|^)(on|day|dob)|birth_?(day|date)|hire_?date|^date_of_birth|^born)$/i.test(name);

/** Whether it is one of times: `created_at`, `start_time`. */
export const isNameOfTime = (name: string): boolean =>
  /((_|^)(at|time)|datetime|timestamp|^user_registered|(_|^)last_[a-z]+|^date_(?:created|paid|completed|modified|updated|joined|added|registered|upd|add))$/.test(
    snakeOf(name),
  ) && familyOfName(name) === 'moment';
