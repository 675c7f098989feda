/** How each target writes the functions whose own are not the same, a table for each topic. */
import { aggregateForms } from './aggregates.js';
import { arrayForms } from './arrays.js';
import { conditionalForms } from './conditional.js';
import type { FormRow, FormTable } from './form.js';
import { jsonForms } from './json.js';
import { numericForms } from './numeric.js';
import { sessionForms } from './session.js';
import { temporalForms } from './temporal.js';
import { textForms } from './text.js';
import { windowForms } from './windows.js';

const FORMS: FormTable = {
  ...textForms,
  ...numericForms,
  ...conditionalForms,
  ...temporalForms,
  ...jsonForms,
  ...aggregateForms,
  ...sessionForms,
  ...windowForms,
  ...arrayForms,
};

const byMeaning = new Map(Object.entries(FORMS));

/** The row of a meaning; undefined where a target's own function is all there is. */
export const formRow = (meaning: string): FormRow | undefined => byMeaning.get(meaning);
