import { momentOfMilliseconds } from '../../sql/index.js';

/**
 * What a value of SQLite is, as far as other engines' types hang on it: a number by its kind, a text by what it says. `document`
 * is asked of columns of JSON alone, and tells apart the texts that are none.
 */
export type Form =
  | 'truth'
  | 'whole'
  | 'milliseconds'
  | 'huge'
  | 'fraction'
  | 'endless'
  | 'bytes'
  | 'day'
  | 'moment'
  | 'time'
  | 'uuid'
  | 'document'
  | 'text';

/** What is known of a column's declaration that the form of a value hangs on. */
export interface FormOptions {
  /** Texts that are numbers become these: https://sqlite.org/datatype3.html#type_affinity */
  readonly isNumeric: boolean;
  readonly isDocument: boolean;
  /** Numbers are moments to those who read such a column. */
  readonly isMoment: boolean;
}

const NUMBER = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?\s*$/i;
const WHOLE = /^\s*[+-]?\d+\s*$/;
/** As many digits are whole numbers of eight bytes, whatever they are. */
const SURE_DIGITS = 18;
const [LEAST, GREATEST] = [-(2n ** 63n), 2n ** 63n - 1n];

/** The form of a number as it is written. */
export function formOfNumber(written: string, { isMoment }: FormOptions): Form {
  const text = written.trim();
  if (isMoment && momentOfMilliseconds(text) !== undefined) return 'milliseconds';
  if (text === '0' || text === '1') return 'truth';
  if (WHOLE.test(text)) {
    if (text.length <= SURE_DIGITS) return 'whole';
    const value = BigInt(text.replace(/^\+/, ''));
    return value >= LEAST && value <= GREATEST ? 'whole' : 'huge';
  }
  return Number.isFinite(Number(text)) ? 'fraction' : 'endless';
}

const MOMENT = /^(\d{4})-(\d\d)-(\d\d)(?:[ T]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z| ?[+-]00:?00)?)?$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The form of a text, which a column may make a number of. */
export function formOfText(text: string, options: FormOptions): Form {
  const { isNumeric, isDocument } = options;
  if (isNumeric && NUMBER.test(text)) return formOfNumber(text, options);
  if (isDocument) return isJson(text) ? 'document' : 'text';
  const moment = MOMENT.exec(text);
  if (moment !== null) {
    const [, year = '', month = '', day = '', hour] = moment;
    if (!isDay(Number(year), Number(month), Number(day))) return 'text';
    return hour === undefined ? 'day' : 'moment';
  }
  if (TIME.test(text)) return 'time';
  return UUID.test(text) ? 'uuid' : 'text';
}

function isDay(year: number, month: number, day: number): boolean {
  if (year === 0) return false;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
