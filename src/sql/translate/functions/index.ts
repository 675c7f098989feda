/** How each target writes the functions whose own are not the same, a table for each topic. */
import { aggregateForms } from './groups/aggregates.js';
import { arrayForms } from './arrays.js';
import { conditionalForms } from './conditional.js';
import type { Compose, FormRow, FormTable } from './form.js';
import { numberToChar } from './numbers/number-formats.js';
import { momentToChar } from './moments/formats.js';
import { digestForms } from './digests/digests.js';
import { encodingForms } from './digests/encodings.js';
import { jsonForms } from './documents/json.js';
import { numericForms } from './numbers/numeric.js';
import { numberFormatForms } from './numbers/number-formats.js';
import { roundingForms } from './numbers/rounding.js';
import { sessionForms } from './session.js';
import { temporalForms } from './moments/forms.js';
import { quotingForms } from './texts/quoting.js';
import { capitalForms } from './texts/capitals.js';
import { listForms } from './texts/lists-in-text.js';
import { patternedNumber } from './numbers/number-patterns.js';
import { numberReadingForms } from './numbers/numbers-read.js';
import { positionForms } from './texts/positions.js';
import { regularExpressionForms } from './texts/regular-expressions.js';
import { sqliteValueForms } from './sqlite-values.js';
import { substringForms } from './texts/substrings.js';
import { romanNumber } from './numbers/roman-numbers.js';
import { soundForms } from './texts/soundex.js';
import { textForms } from './texts/text.js';
import { windowForms } from './groups/windows.js';

const allForms = (): FormTable => ({
  ...textForms,
  ...substringForms,
  ...positionForms,
  ...listForms,
  ...encodingForms,
  ...digestForms,
  ...regularExpressionForms,
  ...numericForms,
  ...numberFormatForms,
  ...numberReadingForms,
  ...roundingForms,
  ...conditionalForms,
  ...sqliteValueForms,
  ...temporalForms(),
  ...jsonForms,
  ...aggregateForms,
  ...sessionForms,
  ...windowForms,
  ...arrayForms,
  ...quotingForms,
  ...soundForms,
  ...capitalForms,
  // a moment or a number, each in formats of its own
  to_char: { my: toChar, lite: toChar },
});

const toChar: Compose = (place) =>
  momentToChar(place) ?? romanNumber(place) ?? patternedNumber(place) ?? numberToChar(place);

let byMeaning: ReadonlyMap<string, FormRow> | undefined;

/** Made when it is first asked for: the topics' tables use one another's parts. */
const rows = (): ReadonlyMap<string, FormRow> => (byMeaning ??= new Map(Object.entries(allForms())));

/** The row of a meaning; undefined where a target's own function is all there is. */
export const formRow = (meaning: string): FormRow | undefined => rows().get(meaning);

/** All meanings that have a row. */
export const formMeanings = (): string[] => [...rows().keys()];
