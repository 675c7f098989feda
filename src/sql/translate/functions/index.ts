/** How each target writes the functions whose own are not the same, a table for each topic. */
import { aggregateForms } from './aggregates.js';
import { arrayForms } from './arrays.js';
import { conditionalForms } from './conditional.js';
import type { Compose, FormRow, FormTable } from './form.js';
import { numberToChar } from './number-formats.js';
import { momentToChar } from './temporal-formats.js';
import { digestForms } from './digests.js';
import { encodingForms } from './encodings.js';
import { jsonForms } from './json.js';
import { numericForms } from './numeric.js';
import { numberFormatForms } from './number-formats.js';
import { roundingForms } from './rounding.js';
import { sessionForms } from './session.js';
import { temporalForms } from './temporal.js';
import { quotingForms } from './quoting.js';
import { capitalForms } from './capitals.js';
import { listForms } from './lists-in-text.js';
import { patternedNumber } from './number-patterns.js';
import { numberReadingForms } from './numbers-read.js';
import { positionForms } from './positions.js';
import { regularExpressionForms } from './regular-expressions.js';
import { sqliteValueForms } from './sqlite-values.js';
import { substringForms } from './substrings.js';
import { romanNumber } from './roman-numbers.js';
import { soundForms } from './soundex.js';
import { textForms } from './text.js';
import { windowForms } from './windows.js';

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
